"""Sentences held against the figures: the verdicts worked out by hand, the numbers read, and any text at all."""

import itertools
import json
import math
import re
import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from lkdash.answers.claims import check_claim, headline, measures_named, record, told, why
from lkdash.answers.claims.amounts import Kind
from lkdash.answers.claims.numbers import read_numbers
from lkdash.answers.claims.ranges import Range, stated
from lkdash.answers.claims.words import tokens, vocabulary
from lkdash.answers.draft import draft
from lkdash.answers.plan import planned
from lkdash.answers.proposing import propose
from lkdash.answers.questions import known_question
from lkdash.answers.rules import rules
from lkdash.cli import app
from lkdash.contracts import Paragraph, plain
from lkdash.db import open_warehouse
from lkdash.formats import number
from lkdash.measures import series
from lkdash.texts import words
from tests.conftest import ROOT, one_edition_on
from tests.on_screen import source_lines, tables

FILES = sorted((ROOT / "tests" / "cases" / "claims").glob("*.toml"))
CASES = [case for file in FILES for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:60])
def test_a_sentence_has_the_verdict_worked_out_by_hand(warehouse, case):
    verdict = check_claim(case["sentence"], warehouse, "nl")
    assert str(verdict.outcome) == case["verdict"]
    assert verdict.measure == case.get("measure", "")
    assert list(verdict.editions) == case.get("editions", [])
    assert verdict.reason == case.get("reason", "")


def test_there_are_true_false_half_true_and_unanswerable_cases():
    assert len({case["sentence"] for case in CASES}) == len(CASES) > 20
    assert {case["verdict"] for case in CASES} == {"holds", "holds-in-part", "does-not-hold", "cannot-tell"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:60])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_verdict_is_told_with_its_figures_their_status_and_id(warehouse, case, lang: str):
    verdict = check_claim(case["sentence"], warehouse, lang)
    said = plain(" ".join([headline(verdict, lang), *told(verdict, warehouse, lang)]))
    entry = json.loads(json.dumps(record(verdict, warehouse, lang), allow_nan=False))
    for figure in entry["figures"]:
        assert figure["figure_id"] in said
        if figure["bias"] and figure["value"] is not None:
            assert words(lang)[f"bias.{figure['bias']}"] in said
    assert entry["message"] == said
    assert "{" not in said
    assert not re.search(r"\(\)|  | [.)]|\( ", said)


@pytest.mark.parametrize(
    ("lang", "quoted"),
    [("nl", "2020 tegenover 2019: 'lichte daling'"), ("en", "2020 against 2019: 'lichte daling'")],
)
def test_a_change_told_in_words_is_quoted_with_the_figure_of_every_year(warehouse, lang: str, quoted: str):
    for sentence in (
        "In 2020 daalde het bezoek aan lerarenkaart.be",
        "In 2019 meer bezoek aan lerarenkaart.be dan in 2020",
    ):
        verdict = check_claim(sentence, warehouse, lang)
        assert quoted in plain(" ".join(told(verdict, warehouse, lang)))
        assert [row["figure_id"] for row in verdict.table.records] == ["LK-ELK_JAAR-WEB", "LK-2020-WEB"]


@pytest.mark.parametrize(
    ("written", "value", "kind"),
    [
        ("138.365", 138365, Kind.COUNT),
        ("138 000", 138000, Kind.COUNT),
        ("138\u00a0000", 138000, Kind.COUNT),
        ("138365", 138365, Kind.COUNT),
        ("138 duizend", 138000, Kind.COUNT),
        ("1,5 miljoen", 1500000, Kind.COUNT),
        ("anderhalf miljoen", 1500000, Kind.COUNT),
        ("een kwart miljoen", 250000, Kind.COUNT),
        ("een half miljoen", 500000, Kind.COUNT),
        ("honderdachtendertigduizend", 138000, Kind.COUNT),
        ("honderd achtendertig duizend", 138000, Kind.COUNT),
        ("tweehonderdduizend", 200000, Kind.COUNT),
        ("zeshonderdduizend", 600000, Kind.COUNT),
        ("58,3 %", 0.583, Kind.SHARE),
        ("58,3%", 0.583, Kind.SHARE),
        ("58.3 procent", 0.583, Kind.SHARE),
        ("58 procent", 0.58, Kind.SHARE),
        ("achtenvijftig komma drie procent", 0.583, Kind.SHARE),
        ("vijfenzestig procent", 0.65, Kind.SHARE),
        ("67½ %", 0.675, Kind.SHARE),
        ("zevenenzestig en een half procent", 0.675, Kind.SHARE),
        ("twee derde", 2 / 3, Kind.SHARE),
        ("twee op de drie", 2 / 3, Kind.SHARE),
        ("Twee op drie", 2 / 3, Kind.SHARE),
        ("1 op 3", 1 / 3, Kind.SHARE),
        ("één op de tien", 0.1, Kind.SHARE),
        ("Eén op de tien", 0.1, Kind.SHARE),
        ("zeven van de tien", 0.7, Kind.SHARE),
        ("zeven tienden", 0.7, Kind.SHARE),
        ("2/3", 2 / 3, Kind.SHARE),
        ("een kwart", 0.25, Kind.SHARE),
        ("drie kwart", 0.75, Kind.SHARE),
        ("driekwart", 0.75, Kind.SHARE),
        ("de helft", 0.5, Kind.SHARE),
        ("8 procentpunt", 8, Kind.POINTS),
        ("8 %-punt", 8, Kind.POINTS),
        ("acht procentpunten", 8, Kind.POINTS),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, value: float, kind: Kind):
    amounts, years = read_numbers(tokens(f"dat zijn {written} volgens de tabel"))
    assert [(round(amount.value, 9), amount.kind) for amount in amounts] == [(round(value, 9), kind)]
    assert not years


def test_years_durations_and_the_article_are_no_amounts():
    amounts, years = read_numbers(
        tokens("In 2019, na twee jaar en in vijf edities, had een leraar een kaart")
    )
    assert not amounts
    assert [year.year for year in years] == [2019]
    amounts, years = read_numbers(tokens("in 2017 102 478 kaarten, in tweeduizend negentien 2.019 kaarten"))
    assert [amount.value for amount in amounts] == [102478, 2019]
    assert [year.year for year in years] == [2017, 2019]


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_a_count_that_lkdash_writes_is_read_back(value: int):
    amounts, _ = read_numbers(tokens(f"ruim {number(value, 'cards', lang='nl')} kaarten"))
    years = 1900 <= value <= 2100
    assert [amount.value for amount in amounts] == [value] or years


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 2))
def test_a_share_that_lkdash_writes_allows_its_own_value(value: int, decimals: int):
    sentence = f"{number(value / 10_000, 'share', lang='nl', decimals=decimals)} van de leraren"
    found = tokens(sentence)
    (amount,), _ = read_numbers(found)
    claimed = stated(found, sentence, amount).allowed
    assert claimed.low - 1e-9 <= value / 10_000 <= claimed.high + 1e-9
    assert claimed.high - claimed.low == pytest.approx(0.01 / 10**decimals)


@pytest.mark.parametrize(
    ("words_", "inside", "outside"),
    [
        ("58 %", [0.575, 0.5849], [0.5749, 0.585]),
        ("58,3 %", [0.5825, 0.5834], [0.5824, 0.5835]),
        ("138.000", [137500, 138499], [137499, 138500]),
        ("20.000", [19500, 20499], [19499, 20500]),
        ("138.365", [138365], [138364, 138366]),
        ("0,21 miljoen", [205000, 213132, 214999], [204999, 215000]),
        ("0,210 miljoen", [209500, 210499], [209499, 210500]),
        ("net geen 140.000", [133000, 139999], [132999, 140000]),
        ("nog geen 140.000", [0, 139999], [140000]),
        ("ruim 138.000", [138000, 144899], [137999, 144900]),
        ("iets meer dan 138.000", [138001, 144899], [138000, 144900]),
        ("bijna 140.000", [133000, 139999], [132999, 140000]),
        ("meer dan de helft", [0.5001, 1], [0.5]),
        ("minstens de helft", [0.5, 1], [0.4999]),
        ("minder dan een derde", [0, 0.3333], [1 / 3]),
        ("niet meer dan 60 %", [0.6, 0], [0.6001]),
        ("58 % of meer", [0.58, 1], [0.5799]),
        ("twee op de drie", [0.65, 0.675], [0.64, 0.69]),
        ("ongeveer twee derde", [0.64, 0.69], [0.63, 0.7]),
        ("zo'n 600.000", [570000, 630000], [569999, 630001]),
        ("exact 138.000", [138000], [138001, 137999]),
    ],
)
def test_words_of_approximation_allow_what_the_document_says(words_: str, inside, outside):
    sentence = f"het waren {words_} volgens de tabel"
    found = tokens(sentence)
    (amount,), _ = read_numbers(found)
    claimed = stated(found, sentence, amount)
    assert claimed.written == words_
    assert all(claimed.allowed.has(value) for value in inside)
    assert not any(claimed.allowed.has(value) for value in outside)


def test_between_two_figures_is_one_claim(warehouse):
    verdict = check_claim("Tussen 64 en 68 % van de leraren heeft een kaart", warehouse, "nl")
    assert verdict.editions == ("2017", "2018", "2019")


@settings(deadline=None)
@given(
    st.tuples(st.floats(0, 1), st.floats(0, 1)), st.tuples(st.floats(0, 1), st.floats(0, 1)), st.booleans()
)
def test_a_range_that_covers_another_meets_it(one, other, open_: bool):
    first = Range(min(one), max(one), open_, open_)
    second = Range(min(other), max(other))
    assert not first.covers(second) or first.meets(second)
    assert first.has(math.nan) is False


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                [
                    "in",
                    "2017",
                    "2020",
                    "2019-2020",
                    "1",
                    "op",
                    "3",
                    "twee",
                    "derde",
                    "%",
                    "procent",
                    "punt",
                    "ruim",
                    "meer",
                    "dan",
                    "minder",
                    "tussen",
                    "en",
                    "138.000",
                    "leraren",
                    "kaarten",
                    "kaart",
                    "bibliotheek",
                    "steeg",
                    "daalde",
                    "met",
                    "tot",
                    "sinds",
                    "niet",
                    "geen",
                    "helft",
                    "kwart",
                    "duizend",
                    "abonnement",
                    "website",
                    "bezoeken",
                    "aandeel",
                    "stabiel",
                    "exact",
                    ".",
                    ",",
                    "/",
                    "elk",
                    "jaar",
                    "0",
                    "nul",
                    "99999999999999999999",
                    "miljoen",
                ]
            ),
            max_size=12,
        ).map(" ".join),
    )
)
def test_any_text_at_all_gets_a_verdict_in_words(warehouse, sentence: str):
    verdict = check_claim(sentence, warehouse, "nl")
    assert headline(verdict, "nl")
    json.dumps(record(verdict, warehouse, "nl"), allow_nan=False)


HOLDING = [case["sentence"] for case in CASES if case["verdict"] == "holds"]
OTHER_WORDS = ["digitale", "gebruikte", "niet", "of", "alleen", "keer", "Gentse", "<", "zouden"]


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(HOLDING), st.sampled_from(OTHER_WORDS), st.integers(0, 200))
def test_a_true_sentence_with_one_word_more_that_may_change_it_is_not_said_to_hold(
    warehouse, sentence: str, word: str, place: int
):
    found = tokens(sentence)
    start = found[place % len(found)].start
    verdict = check_claim(f"{sentence[:start]} {word} {sentence[start:]}", warehouse, "nl")
    assert str(verdict.outcome) in ("cannot-tell", "does-not-hold")


def test_figures_that_change_places_are_not_said_to_hold(warehouse):
    for case in CASES:
        figures = [figure["written"] for figure in _claimed(warehouse, case["sentence"])]
        if case["verdict"] == "holds" and len(figures) == 2:
            first, second = figures
            swapped = case["sentence"].replace(first, "\0").replace(second, first).replace("\0", second)
            assert str(check_claim(swapped, warehouse, "nl").outcome) in ("cannot-tell", "does-not-hold")


LEVELS = {
    "cards_made": "In {year} werden {said} lerarenkaarten gemaakt.",
    "cards_subscription": "In {year} werden {said} lerarenkaarten met abonnement gemaakt.",
    "cards_starters": "In {year} werden {said} lerarenkaarten voor starters gemaakt.",
    "cards_library": "In {year} werden {said} lerarenkaarten afgehaald in de bibliotheek.",
    "staff_with_card": "In {year} hadden {said} leraren een lerarenkaart.",
    "share_with_card": "In {year} had {said} van de leraren een lerarenkaart.",
}
DENIED = [
    ("minder dan", "minstens"),
    ("meer dan", "hoogstens"),
    ("iets minder dan", "minstens"),
    ("iets meer dan", "hoogstens"),
]


def _printed(row) -> str:
    decimals = 2 if row["unit"] == "share" else 0
    return number(row["value"], row["unit"], lang="nl", decimals=decimals)


@pytest.mark.parametrize("measure", LEVELS)
def test_a_limit_at_a_published_or_recomputed_figure_and_its_denial_never_both_hold(warehouse, measure: str):
    also = ["share_recomputed"] if measure == "share_with_card" else []
    rows = [row for row in series(warehouse, "nl", measure, *also).records if row["text"] != "[x]"]
    assert len(rows) >= 4
    for row in rows:
        for pair in DENIED:
            sentences = [
                LEVELS[measure].format(year=row["period"], said=f"{rule} {_printed(row)}") for rule in pair
            ]
            outcomes = [str(check_claim(sentence, warehouse, "nl").outcome) for sentence in sentences]
            assert outcomes.count("holds") + outcomes.count("holds-in-part") <= 1, sentences
            assert row["status"] != "final" or sorted(outcomes) == ["does-not-hold", "holds"], sentences


def test_every_published_card_measure_has_a_sentence_of_its_level(warehouse):
    assert set(LEVELS) == set(warehouse.dataset("cards")["measure"])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_limit_that_only_the_recomputed_share_keeps_is_told_with_that_share(warehouse, lang: str):
    verdict = check_claim("In 2019 had minder dan 65 % van de leraren een lerarenkaart.", warehouse, lang)
    assert "2019: 64,99 %" in plain(" ".join(why(verdict, warehouse, lang)))


SUBJECTS = {
    "cards_made": "aantal gemaakte lerarenkaarten",
    "cards_subscription": "aantal lerarenkaarten met abonnement",
    "cards_starters": "aantal lerarenkaarten voor starters",
    "cards_library": "aantal lerarenkaarten afgehaald in de bibliotheek",
    "staff_with_card": "aantal leraren met een lerarenkaart",
    "share_with_card": "aandeel leraren met een lerarenkaart",
}
WAYS = ("daalde", "steeg")


@pytest.mark.parametrize("measure", SUBJECTS)
def test_a_fall_and_a_rise_never_both_hold_and_neither_holds_by_a_size_alone(warehouse, measure: str):
    rows = [row for row in series(warehouse, "nl", measure).records if row["text"] != "[x]"]
    for before, now in itertools.pairwise(rows):
        for_each = [_outcomes(warehouse, measure, str(now["period"]), by) for by in _sizes(before, now)]
        falls_or_rises = now["status"] == before["status"] == "final"
        assert [outcomes.count("holds") for outcomes in for_each] == [falls_or_rises] * len(for_each)
        assert all(
            [o == "holds" for o in outcomes] == [o == "holds" for o in for_each[0]] for outcomes in for_each
        )


def _sizes(before, now) -> list[str]:
    """No size, and the one between two figures, with each word of a limit before it."""
    share = now["unit"] == "share"
    size = abs(now["value"] - before["value"]) * (100 if share else 1)
    said = number(size, "points" if share else "cards", lang="nl", decimals=1 if share else 0)
    said += " procentpunt" if share else ""
    return ["", *(f" met {rule}{said}" for rule in ("", "hoogstens ", "minstens ", "ongeveer "))]


def _outcomes(warehouse, measure: str, year: str, by: str) -> list[str]:
    sentences = [f"In {year} {way} het {SUBJECTS[measure]}{by}." for way in WAYS]
    return [str(check_claim(sentence, warehouse, "nl").outcome) for sentence in sentences]


def test_the_limits_of_a_figure_with_decimals_are_told_with_one_more(warehouse):
    verdict = check_claim("In 2019 had 64,99 % van de leraren een lerarenkaart.", warehouse, "nl")
    said = plain(" ".join(told(verdict, warehouse, "nl")))
    assert "van 64,985 % tot net onder 64,995 %" in said


def _claimed(warehouse, sentence: str) -> list[dict]:
    return record(check_claim(sentence, warehouse, "nl"), warehouse, "nl")["claimed"]


def test_a_very_long_text_is_refused_and_not_worked_through(warehouse):
    assert check_claim("2019 " * 100_000, warehouse, "nl").reason == "too_long"
    assert check_claim("67 % in 2019 (definitief) " * 20_000, warehouse, "nl").reason == "too_long"
    assert check_claim("67 % in 2019" + " " * 100_000 + "(", warehouse, "nl").reason == "no_subject"


def test_a_new_edition_is_looked_at_without_a_change_in_code(rebuilt):
    later = open_warehouse(rebuilt(one_edition_on))
    verdict = check_claim("twee op de drie leraren heeft een lerarenkaart", later, "nl")
    assert verdict.editions == ("2017", "2018", "2019", "2021")
    made = check_claim("In 2022 werden er 230.000 kaarten aangemaakt", later, "nl")
    assert (str(made.outcome), made.editions) == ("holds", ("2022",))
    assert check_claim("In 2022 had 65 % van de leraren een kaart", later, "nl").reason == "no_figure"


def test_a_final_figure_in_place_of_an_estimate_settles_the_verdict(rebuilt):
    def counted(cards: str) -> str:
        return cards.replace('"58,3%*",estimate,probably_higher', '"58,3%",final,')

    settled = open_warehouse(rebuilt(counted))
    verdict = check_claim("In 2020 had minder dan 60 % van de leraren een lerarenkaart.", settled, "nl")
    assert str(verdict.outcome) == "holds"


def test_measures_are_ranked_with_the_words_that_matched(warehouse):
    named = measures_named("Hoeveel kaarten werden er afgehaald in een bibliotheek?", warehouse)
    assert named[0].measure in ("cards_library", "part_cards_library", "library_pickup_share")
    assert set(named[0].words) >= {"afgehaald", "bibliotheek"}
    assert named == sorted(named, key=lambda one: one.rank, reverse=True)
    assert measures_named("Wie kust de bruid?", warehouse) == []


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("Hoeveel Lerarenkaarten werden er verdeeld? Graag een overzicht per jaar.", "cards_made"),
        (
            "Hoeveel Lerarenkaarten werden via een abonnement op Klasse Magazine verdeeld?",
            "cards_subscription",
        ),
        ("Hoeveel Lerarenkaarten werden er in die periode afgehaald in een bibliotheek?", "cards_library"),
    ],
)
def test_a_sub_question_names_its_measure_among_the_counts(warehouse, question: str, measure: str):
    counts = [one for one in measures_named(question, warehouse) if one.unit in ("cards", "persons")]
    assert counts[0].measure == measure
    assert counts[1:] == [] or counts[0].rank > counts[1].rank


def test_every_measure_of_a_level_has_keywords(warehouse):
    rows = warehouse.dataset("measures")
    level = rows[~rows["measure"].str.match("change_|growth_") & (rows["unit"] != "points")]
    assert list(level[level["keywords"].isna()]["measure"]) == ["share_total"]


def test_every_measure_with_keywords_is_told_in_groups_of_words_and_every_group_is_used(warehouse):
    rows, told = warehouse.dataset("measures"), vocabulary()["told"]
    measures = [measure for entry in told for measure in entry["measures"]]
    assert sorted(measures) == sorted(rows[rows["keywords"].notna()]["measure"])
    names = {n for entry in told for listed in (*entry["needs"], *entry["also"]) for n in listed.split("|")}
    assert names == set(vocabulary()["group"])
    assert {name for entry in told for name in entry["of"]} <= set(vocabulary()["known"]["nouns"]) <= names


def test_a_word_that_no_list_has_is_named_and_nothing_is_said(warehouse):
    verdict = check_claim("In 2018 had 67 % van de Gentse leraren een digitale kaart", warehouse, "nl")
    assert (str(verdict.outcome), verdict.words) == ("cannot-tell", ("Gentse", "digitale"))
    assert "'Gentse' en 'digitale'" in plain(" ".join(told(verdict, warehouse, "nl")))


@pytest.mark.parametrize("known", ["lerarenkaart", "echte-influencer"])
def test_the_statuses_in_our_own_sentences_change_no_verdict(warehouse, choice, known: str):
    found = propose(known_question(warehouse, known, "nl"), rules(warehouse, "nl"))
    made = draft(warehouse, planned(known, found, choice), date(2026, 11, 25)).document
    said = [block.text for block in made.blocks if isinstance(block, Paragraph) and block.mentions]
    sentences = [one for each in said for one in re.split(r"(?<=\.) (?=[A-Z])", each) if "(" in one]
    assert sentences
    for sentence in sentences:
        bare = re.sub(r" \((?:definitief|schatting)[^()]*\)", "", sentence)
        with_, without = (check_claim(one, warehouse, "nl") for one in (sentence, bare))
        assert (with_.outcome, with_.editions) == (without.outcome, without.editions), sentence
    holding = [one for one in sentences if check_claim(one, warehouse, "nl").outcome == "holds"]
    assert len(holding) == (2 if known == "lerarenkaart" else 0)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "De status 'definitief' klopt niet voor 2020."),
        ("en", "The status 'definitief' is wrong for 2020."),
    ],
)
def test_a_wrong_status_is_named_with_its_edition(warehouse, lang: str, said: str):
    verdict = check_claim("58,3 % van de leraren had in 2020 een lerarenkaart (definitief).", warehouse, lang)
    assert said in plain(" ".join(told(verdict, warehouse, lang)))
    assert verdict.sentence.endswith("(definitief).")


def test_a_wrong_status_of_a_recomputed_share_is_named(warehouse):
    verdict = check_claim("In 2018 had 67,1 % van de leraren een lerarenkaart (schatting).", warehouse, "nl")
    assert why(verdict, warehouse, "nl") == ["De status 'schatting' klopt niet voor 2018."]


@pytest.mark.parametrize(
    ("lang", "said"), [("nl", "Het cijfer voor 2019 klopt niet."), ("en", "The figure for 2019 is wrong.")]
)
def test_the_wrong_end_of_a_change_is_named(warehouse, lang: str, said: str):
    sentence = "Het aandeel leraren met een lerarenkaart daalde van {} in 2017 naar {} in 2019."
    verdict = check_claim(sentence.format("67,5 %", "58 %"), warehouse, lang)
    assert why(verdict, warehouse, lang) == [said]
    for ends in (("70 %", "58 %"), ("67,5 %", "65 %")):
        assert why(check_claim(sentence.format(*ends), warehouse, lang), warehouse, lang) == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "'Naar schatting' hoeft niet: het cijfer voor 2019 is definitief."),
        ("en", "'Naar schatting' (an estimate) is not needed: the figure for 2019 is final."),
    ],
)
def test_a_final_figure_that_is_called_estimated_is_said_to_be_final(warehouse, lang: str, said: str):
    def remarks(sentence: str) -> list[str]:
        verdict = check_claim(sentence, warehouse, lang)
        assert str(verdict.outcome) == "holds"
        return why(verdict, warehouse, lang)

    assert remarks("Naar schatting 65 % van de leraren had in 2019 een lerarenkaart.") == [said]
    assert remarks("65 % van de leraren had in 2019 een lerarenkaart.") == []
    assert remarks("Naar schatting 58,3 % van de leraren had in 2020 een lerarenkaart.") == []


def test_each_end_of_a_change_has_its_own_outcome(warehouse):
    sentence = "Het aandeel leraren met een lerarenkaart daalde van 67,5 % in 2017 naar 58,3 % in 2020."
    verdict = check_claim(sentence, warehouse, "nl")
    outcomes = [(one.edition, str(one.outcome)) for one in verdict.judged]
    assert outcomes == [("2017", "cannot-tell"), ("2020", "cannot-tell")]


def test_every_reason_rule_and_direction_has_its_words_in_both_languages():
    for lang in ("nl", "en"):
        for reason in vocabulary()["unanswerable"]:
            assert f"claim_reason.{reason}" in words(lang)
        for rule in vocabulary()["rule"]:
            assert f"claim_rule.{rule}" in words(lang)


def test_the_command_prints_calm_words_or_json():
    run = CliRunner().invoke
    sentence = "twee op de drie leraren heeft een lerarenkaart"
    plain = run(app, ["claim", sentence])
    assert plain.exit_code == 0
    assert plain.stdout.splitlines()[0] == "Deze zin klopt alleen voor 2017-2019."
    assert "58,3 % (schatting, wellicht hoger)" in plain.stdout
    assert run(app, ["claim", sentence, "--lang", "en"]).stdout.startswith("This sentence holds only for")
    entry = json.loads(run(app, ["claim", sentence, "--json"]).stdout)
    assert (entry["verdict"], entry["measure"]) == ("holds-in-part", "share_with_card")
    assert entry["editions"] == ["2017", "2018", "2019"]
    assert [figure["figure_id"] for figure in entry["figures"]] == [
        f"LK-{year}-AAN" for year in range(2017, 2021)
    ]
    assert [figure["outcome"] for figure in entry["figures"]] == ["holds"] * 3 + ["cannot-tell"]


def test_the_command_says_calmly_that_the_data_is_unusable(rebuilt):
    folder = rebuilt()
    (folder / "measures.parquet").unlink()
    done = CliRunner().invoke(app, ["claim", "58 % heeft een kaart", "--data", str(folder)])
    assert done.exit_code == 1
    assert "measures.parquet" in done.stderr


def margins(rule: dict, kind: str) -> str:
    """What a rule allows, as docs/claims.md writes it."""
    if kind not in rule:
        return "as written"
    below, above = (rule[kind][side] for side in ("below", "above"))
    unit = " %" if kind == "counts" else ""
    size = [f"{limit * (100 if unit else 1):g}" for limit in (below, above)]
    points = "" if unit else " points"
    low = "" if math.isinf(below) else f"from −{size[0]}{unit}{points}"
    high = "" if math.isinf(above) else f"up to +{size[1]}{unit}{points}"
    return " ".join(part for part in (low, high) if part).replace("−0 ", "0 ").replace("+0 ", "0 ")


def test_the_document_lists_every_rule_and_every_reason():
    document = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    for name, rule in vocabulary()["rule"].items():
        said = ", ".join([*rule["words"], *(f"… {after}" for after in rule.get("after", []))])
        cells = [f"`{name}`", said, *(margins(rule, kind) for kind in Kind)]
        assert f"| {' | '.join(cells)} |".replace("|  |", "| |") in document, f"| {' | '.join(cells)} |"
    for reason in vocabulary()["unanswerable"]:
        assert f"| `{reason}` |" in document
    change = vocabulary()["change"]
    assert f"{change['flat_counts']:.0%}".replace("%", " %") in document
    assert f"{change['flat_points']} percentage point" in document
    assert f"may lie {vocabulary()['approximate']['counts']['above']:.0%}".replace("%", " %") in document


def page() -> None:
    from lkdash.ui import claim
    from lkdash.ui.choice import begin

    claim(begin())


def shown(**params: str) -> AppTest:
    app = AppTest.from_function(page, default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    return app.run()


def test_the_page_part_says_the_verdict_in_large_words_with_linked_figures():
    app = shown()
    assert not tables(app)
    app.text_area[0].set_value("twee op de drie leraren heeft een lerarenkaart")
    app.button[0].click().run()
    assert not app.exception
    assert "Deze zin klopt alleen voor 2017-2019." in app.get("html")[0].proto.body
    cells = tables(app)[0]
    assert list(cells.index) == ["2017", "2018", "2019", "2020"]
    assert list(cells["oordeel"]) == ["klopt", "klopt", "klopt", "niet te zeggen"]
    assert cells.loc["2020", "waarde"].endswith("[e]")
    assert "figuur=LK-2020-AAN" in app.get("html")[2].proto.body
    assert source_lines(app)


def test_the_page_part_in_english_gives_the_reason_and_asks_for_a_sentence():
    app = shown(lang="en")
    app.button[0].click().run()
    assert [info.value for info in app.info] == ["Paste a sentence first."]
    app.text_area[0].set_value("In Limburg heeft 70 % van de leraren een kaart")
    app.button[0].click().run()
    assert "cannot be told" in app.get("html")[0].proto.body
    assert "not counted by province" in app.get("html")[1].proto.body
    assert not tables(app)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("In Limburg heeft 70 % van de leraren een kaart", "cijfers per provincie: die bestaan niet"),
        ("In schooljaar 2019-2020 had 65 % een kaart", "cijfers per schooljaar: die bestaan niet"),
    ],
)
def test_what_does_not_exist_is_said_of_figures(warehouse, sentence: str, said: str):
    assert said in plain(" ".join(told(check_claim(sentence, warehouse, "nl"), warehouse, "nl")))
