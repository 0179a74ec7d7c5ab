"""Answers: sub-questions read, rules that fit, the draft in its order, kept answers, and evidence that is proven."""

import csv
import io
import json
import random
import re
import tomllib
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkdash import measures, stories
from lkdash.answers.claims import own_keywords
from lkdash.answers.draft import draft
from lkdash.answers.evidence import evidence, verify, zipped
from lkdash.answers.frozen import changes_since, frozen, thawed
from lkdash.answers.groups import occurs
from lkdash.answers.plan import Item, Plan, planned
from lkdash.answers.proposing import propose
from lkdash.answers.questions import known_question, known_questions, sub_questions, subject_of, text_above
from lkdash.answers.rules import above, rules
from lkdash.answers.sub_question import SubQuestion
from lkdash.answers.told import told
from lkdash.answers.years import years
from lkdash.contracts import Bullets, Choice, Grid, Heading, Mention, Paragraph, Refusal, Status
from lkdash.db import open_warehouse
from lkdash.exports import refuse_examples
from lkdash.exports.catalogue import TABLES
from lkdash.exports.order import closing, whole
from lkdash.measures import remarks
from lkdash.store import Answers
from lkdash.texts import text
from tests.conftest import ROOT, one_edition_on
from tests.on_screen import pieces, said
from tests.test_pages import opened

DAY = date(2026, 11, 25)
PASTED = """Schriftelijke vraag over twee onderwerpen van
1 maart 2022

1. Hoeveel lerarenkaarten zijn er in 2019 en
2020 gemaakt, per provincie?
2) Hoeveel daarvan met een abonnement?

Vraag 3: over de evaluatie van de campagne:
a. Wanneer is de evaluatie?
 b) Op basis van welke
criteria?
4. Hoeveel giraffen telt de zoo?"""


@pytest.fixture
def plan_of(warehouse, choice):
    def plan(known: str, lang: str = "nl"):
        asked = known_question(warehouse, known, lang)
        subject = known_questions(warehouse, lang)[known]
        return planned(subject, propose(asked, rules(warehouse, lang)), replace(choice, lang=lang))

    return plan


def test_sub_questions_are_read_in_any_layout():
    found = sub_questions(PASTED)
    assert [q.number for q in found] == ["1", "2", "3a", "3b", "4"]
    assert found[0].text == "Hoeveel lerarenkaarten zijn er in 2019 en 2020 gemaakt, per provincie?"
    assert found[2].lead == "over de evaluatie van de campagne:"
    assert found[3].text == "Op basis van welke criteria?"
    assert found[4].lead == ""


def test_a_broken_line_that_begins_with_a_number_starts_no_question():
    found = sub_questions("1. Hoeveel kaarten in\n2021) en in\n3. kwartaal?\n2. Waarom?")
    assert [q.number for q in found] == ["1", "2"]


def test_a_text_without_numbers_is_one_question():
    assert [q.text for q in sub_questions("Hoeveel kaarten\nzijn er?")] == ["Hoeveel kaarten zijn er?"]
    assert sub_questions(" \n") == []


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("1. A?\n2. B?\n3a C?\n3b D?", "1 A? 2 B? 3a C? 3b D?"),
        ("1 A?\n2 B?", "1 A? 2 B?"),
        ("1. A?\n2 B?\n3. C?", "1 A? 2 B? 3 C?"),
        ("(1) A?\n(2) B?", "1 A? 2 B?"),
        ("1/ A?\n2/ B?", "1 A? 2 B?"),
        ("1°) A?\n2°) B?", "1 A? 2 B?"),
        ("1 - A?\n2 - B?", "1 A? 2 B?"),
        ("1.A?\n2.B?", "1 A? 2 B?"),
        ("1.1 A?\n1.2 B?\n2.1 C?", "1.1 A? 1.2 B? 2.1 C?"),
        ("Vraag 1\nA?\nVraag 2\nB?", "1 A? 2 B?"),
        ("1.\nA?\n\n2.\nB?", "1 A? 2 B?"),
        ("- A?\n- B?\n  en C?", "1 A? 2 B? en C?"),
        ("I. A?\nII. B?\nIII. C?", "I A? II B? III C?"),
        ("1. A?\n2) L: a) X?\nb) Y?", "1 A? 2a X? 2b Y?"),
        ("1. A?\n2) L a) X?", "1 A? 2a X?"),
        ("2. A?\n3. B?", "2 A? 3 B?"),
        ("1. A?\n3. C?", "1 A? 3 C?"),
        ("1. A? 2. B?", "1 A? 2 B?"),
        ("1. Hoeveel (zie a) hier)?\n2. B?", "1 Hoeveel (zie a) hier)? 2 B?"),
        ("1. Hoeveel op\n2 Mei?\n2. B?", "1 Hoeveel op 2 Mei? 2 B?"),
        ("Hoeveel op 2. Juni?", "1 Hoeveel op 2. Juni?"),
        ("1. Wel.\n2 Vlaamse provincies mee.\n2. B?", "1 Wel. 2 Vlaamse provincies mee. 2 B?"),
        ("1. A\n- x\n- y\n2. B", "1 A - x - y 2 B"),
    ],
)
def test_numbers_are_read_as_people_write_them_and_none_in_running_text(pasted: str, read: str):
    assert " ".join(f"{q.number} {q.text}" for q in sub_questions(pasted)) == read


def test_a_lead_in_is_shared_by_its_own_letters_alone():
    found = sub_questions("1. Over de kaart: a) A? b) B?\n2a) C?\nGraag:")
    assert [(q.number, q.lead) for q in found] == [
        ("1a", "Over de kaart:"),
        ("1b", "Over de kaart:"),
        ("2a", ""),
    ]
    assert [q.lead for q in sub_questions("Over de kaart:\n• A?\n• B?")] == ["Over de kaart:"] * 2


def invents_nothing(pasted: str) -> None:
    found = sub_questions(pasted)
    for question in found:
        assert all(any(word in whole for whole in pasted.split()) for word in question.text.split())
    assert len({question.number for question in found}) == len(found)


@given(st.text(max_size=300))
def test_any_text_is_read_and_no_word_is_invented(pasted: str):
    invents_nothing(pasted)


@given(
    st.lists(
        st.sampled_from(["1", "2", "3", "a", "b", "A", ".", ")", "(", "°", "I", " ", "\n", "?", ":", "- "]),
        max_size=40,
    )
)
def test_any_mix_of_numbers_and_signs_is_read_and_no_word_is_invented(parts: list[str]):
    invents_nothing("".join(parts))


def test_the_rules_that_fit_are_proposed_and_nothing_else(warehouse):
    found = {
        p.question.number: [r.rule_id for r in p.rules]
        for p in propose(sub_questions(PASTED), rules(warehouse, "nl"))
    }
    assert found == {
        "1": ["made", "province"],
        "2": ["subscription"],
        "3a": ["evaluated-when"],
        "3b": ["evaluated-how"],
        "4": [],
    }


@pytest.mark.parametrize(
    ("word", "asked", "there"),
    [
        ("kaart*", "Hoeveel Kaarten?", True),
        ("kaart*", "lerarenkaart", False),
        ("per post", "ze komen per post.", True),
        ("bib", "in de bibliotheek", False),
        ("geëvalueerd", "wordt GEËVALUEERD", True),
        ("*kaart", "een Museumkaart?", True),
        ("*kaart", "Parkeerkaarten", False),
    ],
)
def test_a_word_occurs_whole_or_as_a_beginning(word: str, asked: str, there: bool):
    assert occurs(word, asked) is there


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("Hoeveel leraren bezitten de kaart?", ["share"]),
        ("Hoeveel kaarten werden er gedrukt?", ["made"]),
        ("Wie haalde zijn kaart af?", ["library"]),
        ("Hoeveel bezoekers kreeg Lerarenkaart.be?", ["visits"]),
        ("Hoeveel keer werd lerarenkaart.be geraadpleegd?", ["visits"]),
        ("Bezochten leraren een museum met hun lerarenkaart?", []),
        ("Wat staat er op de website van de lerarenkaart?", []),
        ("Hoeveel kaarten gingen er met de post, hoeveel met een abonnement?", ["subscription", "home"]),
        ("Hoeveel lerarenkaarten waren er in 2020?", ["made"]),
        ("Hoeveel kaarten in 2020?", ["made"]),
        ("Hoeveel lerarenkaarten zijn er per jaar?", ["made"]),
        ("Hoeveel kaarten per jaar?", ["made"]),
        ("Hoeveel kaarten werden er uitgedeeld?", ["made"]),
        ("Hoeveel kaarten zijn er in de bib afgehaald, per jaar?", ["library"]),
        ("Hoeveel kaarten gingen er verloren?", []),
        ("Hoeveel leerkrachten hebben een kaart?", ["share"]),
        ("Hoeveel mannen en vrouwen hebben een kaart?", ["share", "breakdown"]),
        ("Hoeveel leraren in het basisonderwijs hebben een kaart?", ["share", "breakdown"]),
        ("Hoeveel keer werd de lerarenkaart gebruikt?", ["use"]),
        ("Is de campagne al geëvalueerd?", ["evaluated-when"]),
        ("Is de campagne al GEEVALUEERD?", ["evaluated-when"]),
        ("Hoe werd de campagne geëvalueerd?", ["evaluated-how"]),
        ("Hoeveel kostte de campagne?", ["outcome"]),
        ("Wat heeft de campagne opgebracht?", ["outcome"]),
        ("Hoeveel leraren in Limburg hebben een kaart?", ["share", "province"]),
        ("Hoeveel kaarten in Antwerpen en Limburg werden verdeeld?", ["made", "province"]),
        ("Hoeveel Oost-Vlaamse leerkrachten kregen een kaart?", ["share", "province"]),
    ],
)
def test_a_rule_reads_the_keywords_of_its_measure(warehouse, asked: str, fits: list[str]):
    (found,) = propose(sub_questions(asked), rules(warehouse, "nl"))
    assert [rule.rule_id for rule in found.rules] == fits


def test_every_keyword_of_its_own_fits_the_rule_that_names_the_measure(warehouse):
    asked = "Hoeveel kaarten en lerarenkaarten, website: {}?"
    for row in warehouse.dataset("rules").to_dict("records"):
        wanted = " ".join(group for group in re.split(" [&;] ", row["words"]) if not group.startswith("!"))
        for measure in re.findall(r"@(\w+)", wanted):
            for words in own_keywords(warehouse)[measure]:
                written = asked.format(" x ".join(words).replace("*", "en"))
                assert rules(warehouse, "nl")[row["rule_id"]].fits(written), written


def test_every_rule_leads_to_a_table_or_words_and_has_a_reason_where_it_needs_one(warehouse):
    for rule in rules(warehouse, "nl").values():
        assert (rule.shows in TABLES) == (rule.kind == "figures")
        assert bool(rule.reason) == (rule.kind == "unknown")
        if rule.kind == "words":
            assert list(told(warehouse, rule.shows, "nl"))
        for name in rule.closing:
            assert list(told(warehouse, name, "nl"))


def test_every_rule_reads_out_measures_that_its_table_has(warehouse, choice):
    for rule in rules(warehouse, "nl").values():
        if rule.kind == "figures":
            assert set(rule.measures) <= set(TABLES[rule.shows].table(warehouse, choice).rows["measure"])


def test_the_documents_list_every_rule_with_its_words(warehouse):
    listed = (ROOT / "docs" / "answers.md").read_text(encoding="utf-8")
    for row in warehouse.dataset("rules").to_dict("records"):
        assert f"| `{row['rule_id']}` | {row['en']} |" in listed
        assert f"| {row['words'].replace('|', ' / ')} |" in listed
        for measure in re.findall(r"@(\w+)", row["words"]):
            words = [" ".join(keyword) for keyword in own_keywords(warehouse)[measure]]
            assert f"| `@{measure}` | {' / '.join(words)} |" in listed


def test_the_card_answer_has_the_source_table_cell_for_cell(warehouse, plan_of):
    made = draft(warehouse, plan_of("lerarenkaart"), DAY).document
    grid = next(block for block in made.blocks if isinstance(block, Grid))
    cells = {(row[0], at): cell for row in grid.rows for at, cell in enumerate(row[1:])}
    printed = warehouse.dataset("cards")
    columns = [
        "cards_made",
        "cards_subscription",
        "cards_starters",
        "cards_library",
        "staff_with_card",
        "share_with_card",
    ]
    assert len(cells) == len(printed)
    for row in printed.to_dict("records"):
        cell = cells[row["period"], columns.index(row["measure"])]
        plain = cell.split(" [")[0].replace(" %", "%")
        assert plain == {"/": "nog niet geteld"}.get(row["printed"], row["printed"].rstrip("*"))
        assert (" [e]" in cell) == row["printed"].endswith("*")
        assert (" [x]" in cell) == (row["printed"] == "/")


def test_the_card_answer_goes_from_remarks_to_what_is_done_and_says_what_it_cannot(warehouse, plan_of):
    made = draft(warehouse, plan_of("lerarenkaart"), DAY).document
    headings = [block.text for block in made.blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == ["De vragen", "Vooraf", "Overzicht", "Antwoord per vraag", "Wat er gebeurt"]
    before = next(block for block in made.blocks if isinstance(block, Bullets) and block.numbered)
    five = {"calendar-year", "no-province", "starters-by-post", "automatic", "corona-reasons"}
    assert before.items == tuple(remarks(warehouse, five, "nl"))
    assert len(before.items) == 5
    words = [item for block in made.blocks if isinstance(block, Bullets) for item in block.items]
    assert not [block for block in closing(made) if isinstance(block, Bullets)]
    assert sum("Cijfers per provincie: die bestaan niet" in item for item in words) == 3


def test_a_hidden_estimate_reads_well_and_no_sum_lacks_a_part_without_a_reason(warehouse, plan_of):
    plan = plan_of("lerarenkaart")
    hidden = replace(plan, choice=replace(plan.choice, editions=("2020", "2021"), estimates=False))
    blocks = draft(warehouse, hidden, DAY).document.blocks
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    library = "Afgehaald in de bibliotheek: schatting niet getoond (2020) en nog niet geteld (2021)."
    assert any(text.startswith(library) for text in said)
    assert any("edities ervoor samen: schatting niet getoond." in text for text in said)
    assert any("ook die niet gekozen zijn" in text for text in said)
    cells = [cell for block in blocks if isinstance(block, Grid) for row in block.rows for cell in row]
    assert "2017-2019" in cells
    assert "geen cijfer" not in cells


def test_each_note_has_its_number_at_the_figures_that_it_is_on_in_files_alone(warehouse, plan_of):
    made = draft(warehouse, plan_of("lerarenkaart"), DAY).document
    on_page = next(block for block in made.blocks if isinstance(block, Grid))
    in_file = next(block for block in whole(made).blocks if isinstance(block, Grid))
    number = {
        part: at
        for at, note in enumerate(in_file.notes, 1)
        for part in ("deelt door", "niet geteld:", "liep nog")
        if part in note
    }
    assert in_file.header[-1] == f"{on_page.header[-1]} ({number['deelt door']})"
    assert in_file.header[:-1] == on_page.header[:-1]
    shown = {row[0]: row for row in in_file.rows}
    (error,) = [at for at, note in enumerate(in_file.notes, 1) if note.startswith("Bekende fout in de bron")]
    assert shown["2017"] == (*on_page.rows[0][:-1], f"67,50 % ({error})")
    assert shown["2019"] == on_page.rows[2]
    assert shown["2020"][:4] == on_page.rows[3][:4]
    estimate = re.fullmatch(r"125\.529 \[e\] \(([\d, ]+)\)", shown["2020"][5])
    assert str(number["niet geteld:"]) in estimate[1].split(", ")
    assert shown["2021"][4:] == (f"nog niet geteld [x] ({number['liep nog']})",) * 3


def test_which_table_to_see_stands_at_the_end_of_a_sentence_and_all_editions_are_announced(
    warehouse, plan_of
):
    blocks = draft(warehouse, plan_of("lerarenkaart"), DAY).document.blocks
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert any(text.endswith("221.879 in 2021 (definitief). Zie tabel 1.") for text in said)
    assert sum("Zie tabel" in text for text in said) == 5
    assert not [text for text in said if text.startswith("Zie tabel")]
    assert "Waar een deelvraag zelf geen jaar noemt, staan alle gekozen edities." in said


@pytest.mark.parametrize(
    ("lang", "drop", "basis"),
    [("nl", "vermoedelijk minder afgehaald", "niet geteld"), ("en", "probably picked up", "not counted")],
)
def test_the_answer_on_corona_says_what_the_source_does_on_the_drop_and_the_estimates(
    warehouse, plan_of, lang: str, drop: str, basis: str
):
    blocks = draft(warehouse, plan_of("lerarenkaart", lang), DAY).document.blocks
    last = max(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 2)
    assert any(drop in block.text for block in blocks[last:] if isinstance(block, Paragraph))
    table = next(block for block in blocks if isinstance(block, Grid))
    assert any(basis in note for note in table.notes)


def test_what_was_not_asked_to_be_shown_is_not_explained_either(warehouse, plan_of):
    plan = plan_of("lerarenkaart")
    made = draft(
        warehouse, replace(plan, choice=replace(plan.choice, estimates=True, editions=("2019",))), DAY
    )
    assert not [
        b for b in made.document.blocks if isinstance(b, Paragraph) and "vermoedelijk minder" in b.text
    ]


_NO_FIGURE = re.compile(
    r"(?:\b\d{1,2} [a-zA-Z]+ )?(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)|(?:Zie tabel|See tables?)[\d, ]+(?:(?:en|and) \d+)?"
)


def _generated(made) -> list[Paragraph]:
    """What the sentences of a draft say, without the questions that were pasted."""
    after = [at for at, block in enumerate(made.blocks) if isinstance(block, Heading)][1]
    lists = (block.items if isinstance(block, Bullets) else [] for block in made.blocks[after:])
    told = [Paragraph(item) for items in lists for item in items]
    return [*told, *(block for block in made.blocks[after:] if isinstance(block, Paragraph))]


def _without_status(warehouse, paragraph: Paragraph, lang: str) -> list[str]:
    """Its figures without the words of their own status, before any other's, and the numbers that are none."""
    known = "|".join(text(f"status.{one}", lang) for one in Status)
    behind = re.compile(rf"\((?:[^():]+: )?((?:{known})(?:, [^()]+)?)\)")
    missed, rest = [], paragraph.text
    for start, end, name in reversed(paragraph.mentions):
        words = paragraph.text[start:end]
        (row,) = measures.one_figure(warehouse, name, lang).records
        sentence = re.split(r"\. (?=[A-Z])", paragraph.text[end:])[0]
        found = behind.search(sentence)
        about = row["status"] == "approximate" and words == text(
            "status.about", lang, value=words.split()[-1]
        )
        gap = not re.search(r"\d", words)
        if not (gap or about) and (found is None or found[1] != stories.status_words(row, lang)):
            missed.append(words)
        rest = rest[:start] + rest[end:]
    return missed + re.findall(r"\d+", _NO_FIGURE.sub("", rest))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("known", ["lerarenkaart", "echte-influencer"])
def test_every_number_in_the_sentences_of_a_draft_has_its_status(warehouse, plan_of, known: str, lang: str):
    told = _generated(draft(warehouse, plan_of(known, lang), DAY).document)
    assert sum(len(one.mentions) for one in told) >= 6
    assert [(one.text, missed) for one in told if (missed := _without_status(warehouse, one, lang))] == []


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("estimates", [True, False])
def test_every_rule_reads_its_figures_out_with_their_status(warehouse, choice, lang: str, estimates: bool):
    chosen = replace(choice, lang=lang, estimates=estimates)
    for name, rule in rules(warehouse, lang).items():
        if rule.kind == "figures":
            plan = Plan("x", (Item(SubQuestion("1", "x"), (name,)),), chosen)
            told = _generated(draft(warehouse, plan, DAY).document)
            assert any(one.mentions for one in told), name
            assert [missed for one in told if (missed := _without_status(warehouse, one, lang))] == [], name


def test_a_number_without_its_own_status_is_found(warehouse):
    def missed(told: str, *figures: tuple[str, str]) -> list[str]:
        spans = [(told.index(words), told.index(words) + len(words), name) for words, name in figures]
        return _without_status(warehouse, Paragraph(told, tuple(Mention(*span) for span in spans)), "nl")

    made, library = ("215.229", "LK-2020-GEM"), ("81.803", "LK-2020-BIB")
    assert missed("Gemaakt: 215.229 in 2020 (definitief).", made) == []
    assert missed("Gemaakt: 215.229 in 2020. Afgehaald (definitief).", made) == ["215.229"]
    assert missed("Gemaakt: 215.229 in 2020.") == ["215", "229"]
    assert missed("Afgehaald: 81.803 in 2020 (definitief).", library) == ["81.803"]
    assert missed("Gemaakt: 215.229; 81.803 (schatting, wellicht hoger).", made, library) == ["215.229"]


def test_figures_that_follow_each_other_with_one_status_share_its_words(warehouse, plan_of):
    made = draft(warehouse, plan_of("lerarenkaart"), DAY).document
    said = " ".join(block.text for block in made.blocks if isinstance(block, Paragraph))
    assert "215.229 in 2020 en 221.879 in 2021 (definitief)." in said
    assert (
        "102.478 in 2017, 103.966 in 2018 en 100.102 in 2019 (definitief); "
        "81.803 in 2020 (schatting, wellicht hoger). Nog niet geteld: 2021." in said
    )
    assert "−8,2 procentpunt (schatting, wellicht hoger)." in said


def test_what_is_read_out_is_plain_and_says_where_its_figures_stand(warehouse, plan_of):
    made = draft(warehouse, plan_of("lerarenkaart"), DAY)
    paragraphs = [block for block in made.document.blocks if isinstance(block, Paragraph)]
    assert not any("\ue000" in one.text for one in paragraphs)
    named = {(one.text[start:end], name) for one in paragraphs for start, end, name in one.mentions}
    assert {("58,3 %", "LK-2020-AAN"), ("138.516", "LK-2019-PER")} <= named
    kept = thawed(frozen(warehouse, plan_of("lerarenkaart"), DAY, made))
    assert kept.document.blocks == made.document.blocks


def test_the_campaign_answer_has_no_figure_of_an_outcome(warehouse, plan_of):
    made = draft(warehouse, plan_of("echte-influencer"), DAY)
    assert made.tables == {}
    actions, criteria = (block for block in made.document.blocks if isinstance(block, Grid))
    assert len(actions.rows) == len(warehouse.dataset("actions"))
    assert {row[1] for row in criteria.rows} >= {"criterium bekend, cijfer niet gepubliceerd"}
    expected = next(block for block in made.document.blocks if isinstance(block, Bullets) and block.numbered)
    assert len(expected.items) == len(warehouse.dataset("expectations"))
    assert not any(character.isdigit() for row in criteria.rows for cell in row for character in cell)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_campaigns_table_has_what_its_sentence_counts_and_each_channel(warehouse, plan_of, lang: str):
    blocks = draft(warehouse, plan_of("echte-influencer", lang), DAY).document.blocks
    actions = next(block for block in blocks if isinstance(block, Grid))
    counted = measures.actions(warehouse, lang)
    said = next(
        block.text for block in blocks if isinstance(block, Paragraph) and f" {len(counted)} " in block.text
    )
    numbers = [
        int(number) for number in re.findall(r"(?<![\d.])\d{1,2}(?= (?!oktober|april|October|April))", said)
    ]
    kinds = [row[3] for row in actions.rows]
    assert numbers[0] == len(actions.rows)
    assert sorted(numbers[1:-1]) == sorted(kinds.count(kind) for kind in set(kinds))
    assert numbers[-1] == sum(any(sign.isdigit() for sign in row[2]) for row in actions.rows)
    assert [row[1] for row in actions.rows] == list(counted["channel"])


def test_what_a_sentence_counts_is_told_and_kept_with_the_answer(warehouse, plan_of):
    plan = plan_of("echte-influencer")
    made = draft(warehouse, plan, DAY)
    ids = set(made.document.colophon.figure_ids)
    assert "TEL-ACTIONS" in ids
    assert made.document.colophon.units == "aantal"
    kept = thawed(frozen(warehouse, plan, DAY, made))
    assert set(kept.figures) == ids
    assert changes_since(kept, warehouse) == []
    other = replace(kept, figures={"TEL-ACTIONS": kept.figures["TEL-ACTIONS"] | {"value": 1.0, "text": "1"}})
    assert [(change.then, change.now) for change in changes_since(other, warehouse)] == [("1", "18")]


def test_a_question_that_nothing_fits_gets_a_sentence_and_no_table(warehouse, choice):
    plan = planned(
        "Dieren", propose(sub_questions("Hoeveel giraffen telt de zoo?"), rules(warehouse, "nl")), choice
    )
    made = draft(warehouse, plan, DAY)
    assert made.tables == {}
    assert (
        Paragraph("Voor deze deelvraag past geen enkele tabel; er staat hier dus niets voorgesteld.")
        in made.document.blocks
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Hoeveel kaarten werden er in 2016 gemaakt?", ["Editie 2016: die staat niet in de gegevens."]),
        ("Hoeveel kaarten in 2015, 2016 en 2020?", ["Edities 2015 en 2016: die staan niet in de gegevens."]),
        ("Hoeveel kaarten in 2016 en 2022?", ["Edities 2016 en 2022: die staan niet in de gegevens."]),
        ("Hoeveel kaarten in 2017 en 2018?", ["Edities 2017 en 2018: die zijn niet gekozen en staan"]),
        ("Hoeveel kaarten werden er in 2017 gemaakt?", ["Editie 2017: die is niet gekozen"]),
        ("Hoeveel kaarten werden er in 2020 gemaakt?", []),
        ("Kwamen er 2.016 kaarten met een abonnement?", []),
        ("Wat deed corona met de kaart in 2016?", ["Editie 2016: die staat niet in de gegevens."]),
        ("Hoe vaak werd de website lerarenkaart.be bezocht in 2016?", []),
    ],
)
def test_a_year_without_an_edition_or_left_out_is_said(warehouse, choice, asked: str, said: list[str]):
    plan = planned(
        "x", propose(sub_questions(asked), rules(warehouse, "nl")), replace(choice, editions=("2019", "2020"))
    )
    assert plan.rules
    blocks = draft(warehouse, plan, DAY).document.blocks
    reasons = [
        item for block in blocks if isinstance(block, Bullets) and not block.numbered for item in block.items
    ]
    found = [item for item in reasons if item.startswith("Editie")]
    assert [item[: len(part)] for item, part in zip(found, said, strict=True)] == said
    assert all("De bekende edities zijn 2017-2021." in item for item in found if "gegevens" in item)


def test_items_move_and_drop_and_the_order_is_that_of_the_plan(warehouse, plan_of):
    plan = plan_of("lerarenkaart").moved(4, -4)
    assert [item.question.number for item in plan.items] == ["5", "1", "2", "3", "4"]
    assert plan.moved(0, -1) == plan
    alone = replace(plan, items=plan.items[2:3])
    made = draft(warehouse, alone, DAY)
    assert list(made.tables) == ["posted"]
    assert [b.text for b in made.document.blocks if isinstance(b, Heading) and b.level == 2] == ["Vraag 2"]


def test_made_up_figures_are_refused(warehouse, choice):
    shown = TABLES["posted"].table(warehouse, choice)
    with pytest.raises(Refusal):
        refuse_examples([replace(shown, rows=shown.rows.assign(status="demo"))])


@pytest.mark.parametrize(
    ("asked", "editions"),
    [
        ("van 2017 tot en met 2020", "2017 2018 2019 2020"),
        ("2018-2021", "2018 2019 2020 2021"),
        ("tussen 2018 en 2021", "2018 2019 2020 2021"),
        ("2018 t.e.m. 2020", "2018 2019 2020"),
        ("sinds 2019", "2019 2020 2021"),
        ("vanaf 2023", "2023"),
        ("vóór 2019", "2017 2018"),
        ("na 2018", "2019 2020 2021"),
        ("tot en met 2018", "2017 2018"),
        ("in 2018 en 2020", "2018 2020"),
        ("de cijfers voor 2019", "2019"),
        ("naar aanleiding van mijn vraag van 3 mei 2019", ""),
        ("de vraag van 23/10/2020 over 2021", "2021"),
        ("een oplage van 1.2019 stuks", ""),
    ],
)
def test_the_years_of_a_sub_question_are_read_with_their_ranges(asked: str, editions: str):
    question = SubQuestion("1", f"Hoeveel lerarenkaarten werden er gemaakt, {asked}?")
    assert " ".join(years(question, ("2017", "2018", "2019", "2020", "2021"))) == editions


def test_an_answer_about_the_card_names_no_source_of_the_campaign(warehouse, plan_of):
    told = draft(warehouse, plan_of("lerarenkaart"), DAY).document.colophon
    assert len(told.sources) == 1
    assert "influencer" not in told.sources[0]


def test_an_answer_is_kept_once_and_read_back_as_it_was(tmp_path, warehouse, plan_of):
    plan = plan_of("lerarenkaart")
    made = draft(warehouse, plan, DAY)
    content = frozen(warehouse, plan, DAY, made)
    store = Answers(tmp_path)
    answer_id = store.keep(content)
    assert store.keep(content) == answer_id
    assert store.ids() == [answer_id]
    kept = thawed(store.read(answer_id))
    assert (kept.plan, kept.document, kept.made_on) == (plan, made.document, DAY)
    assert changes_since(kept, warehouse) == []


def test_a_damaged_or_foreign_answer_is_refused_with_a_reason(tmp_path, warehouse, plan_of):
    plan = plan_of("lerarenkaart")
    store = Answers(tmp_path)
    answer_id = store.keep(frozen(warehouse, plan, DAY, draft(warehouse, plan, DAY)))
    file = tmp_path / "answers" / f"{answer_id}.json"
    file.write_bytes(file.read_bytes().replace(b"138.365", b"138.366"))
    with pytest.raises(Refusal, match="answer_damaged"):
        store.read(answer_id)
    with pytest.raises(Refusal, match="no_such_answer"):
        store.read("../../etc/passwd")
    for foreign in (b"", b"{}", b"[1]", b'{"format": "lkdash-answer-1", "plan": 3}', b"\xff"):
        with pytest.raises(Refusal, match="no_answer_file"):
            thawed(foreign)


def test_a_server_that_others_can_reach_keeps_nothing(tmp_path):
    with pytest.raises(Refusal, match="not_signed_in"):
        Answers(tmp_path, bound_to="0.0.0.0").keep(b"{}")
    assert not list(tmp_path.rglob("*.json"))


def test_what_changed_since_is_named_figure_by_figure(rebuilt, warehouse, plan_of):
    plan = plan_of("lerarenkaart")
    kept = thawed(frozen(warehouse, plan, DAY, draft(warehouse, plan, DAY)))
    later = open_warehouse(rebuilt(one_edition_on))
    changed = {change.figure_id: change for change in changes_since(kept, later)}
    assert changed["LK-2021-BIB"].then == "nog niet geteld [x]"
    assert changed["LK-2021-BIB"].now == "99.000"
    assert "LK-2019-BIB" not in changed


def test_what_a_changed_figure_is_today_opens_its_papers(tmp_path, monkeypatch, warehouse, plan_of):
    plan = plan_of("lerarenkaart")
    record = json.loads(frozen(warehouse, plan, DAY, draft(warehouse, plan, DAY)))
    record["figures"]["LK-2019-GEM"] |= {"value": 1.0, "text": "1"}
    record["figures"]["LK-1999-GEM"] = record["figures"]["LK-2018-GEM"]
    monkeypatch.setenv("LKDASH_STORE", str(tmp_path))
    Answers(tmp_path).keep(json.dumps(record).encode())
    app = opened("antwoord")
    app.session_state["parts_answer"] = "Bewaarde antwoorden"
    app.run()
    app.selectbox(key="kept_chosen").select_index(0).run()
    table = next(piece for piece in pieces(app) if "LK-1999-GEM" in said(piece))
    links = [(link.text_content(), link.get("href").split("figuur=")[1]) for link in table.iter("a")]
    assert links == [("LK-2019-GEM", "LK-2019-GEM"), ("213.132", "LK-2019-GEM")]


def test_an_edition_more_is_in_the_answer_without_a_line_of_code(rebuilt):
    later = open_warehouse(rebuilt(one_edition_on))
    choice = Choice(editions=("2017", "2018", "2019", "2020", "2021", "2022"), edition="2021")
    asked = known_question(later, "lerarenkaart", "nl")
    made = draft(later, planned("x", propose(asked, rules(later, "nl")), choice), DAY)
    grid = next(block for block in made.document.blocks if isinstance(block, Grid))
    assert grid.rows[-1][:2] == ("2022", "230.000")
    assert grid.rows[-2][4] == "99.000"


def test_the_evidence_is_the_same_each_time_and_is_proven(warehouse, plan_of):
    for known in known_questions(warehouse, "nl"):
        content = evidence(warehouse, plan_of(known), DAY)
        assert content == evidence(warehouse, plan_of(known), DAY)
        assert verify(content, warehouse) == []


@pytest.mark.parametrize("known", ["lerarenkaart", "echte-influencer"])
def test_the_evidence_holds_the_sql_of_every_table(warehouse, plan_of, known: str):
    content = evidence(warehouse, plan_of(known), DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        asked = json.loads(archive.read("sql/vragen.json"))
    assert {f"tabellen/{name}.csv" for name in asked} == {name for name in names if name.endswith(".csv")}
    shown = [
        block for block in draft(warehouse, plan_of(known), DAY).document.blocks if isinstance(block, Grid)
    ]
    assert len(asked) == len(shown)
    for each in asked.values():
        assert each
        assert {f"sql/{one['query']}.sql" for one in each} <= names
    assert {
        "antwoord.docx",
        "antwoord.json",
        "controles.txt",
        "SHA256SUMS",
    } <= names
    assert ("sql/views/3_computed.sql" in names) == (known == "lerarenkaart")


def test_the_csv_of_a_table_of_words_has_its_cells_and_its_source(warehouse, plan_of):
    plan = plan_of("echte-influencer")
    shown = [block for block in draft(warehouse, plan, DAY).document.blocks if isinstance(block, Grid)]
    with zipfile.ZipFile(io.BytesIO(evidence(warehouse, plan, DAY))) as archive:
        for name, grid in zip(("actions", "criteria"), shown, strict=True):
            told = archive.read(f"tabellen/{name}.csv").decode("utf-8-sig")
            header, *lines = csv.reader(io.StringIO(told, newline=""), delimiter=";")
            assert tuple(header[: len(grid.header)]) == grid.header
            assert [tuple(line[: len(grid.header)]) for line in lines] == list(grid.rows)
            assert all(grid.source in line for line in lines)
            known = [dict(zip(header, line, strict=True)) for line in lines]
            assert all(
                row["cijfer"] and row["status"] and row["tekens"] and row["opmerkingen"] for row in known
            )
            assert {row["teken"] for row in known if row["status"] == "geen cijfer"} == {"[z]"}
            assert any(row["cijfer"] == ids for row in known for ids in ("ACT-LAUNCH", "EVA-CLICKS"))
            (own, *_) = json.loads(archive.read("sql/vragen.json"))[name]
            assert list(warehouse.query(own["query"], **own["parameters"])["nl"]) == [
                row[0] for row in grid.rows
            ]


def test_a_changed_byte_anywhere_fails_the_proof(warehouse, plan_of):
    content = evidence(warehouse, plan_of("lerarenkaart"), DAY)
    places = random.Random(7).sample(range(len(content)), 120)
    for at in places:
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        assert verify(changed, warehouse), at
    for cut in (0, 1, 100, len(content) // 2, len(content) - 1):
        assert verify(content[:cut], warehouse)
    assert verify(content + b"x", warehouse)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("tabellen/posted.csv", b"138365", b"138366"),
        ("antwoord.json", b"138.365", b"138.366"),
        ("controles.txt", b"in orde", b"IN ORDE"),
        ("antwoord.json", b'"estimates": true', b'"estimates": 17'),
    ],
)
def test_a_change_with_its_sum_made_to_fit_fails_too(warehouse, plan_of, name: str, old: bytes, new: bytes):
    content = evidence(warehouse, plan_of("lerarenkaart"), DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist() if part != "SHA256SUMS"}
    assert old in parts[name]
    forged = zipped(parts | {name: parts[name].replace(old, new)})
    assert verify(forged, warehouse)


def test_evidence_from_other_data_is_not_proven_and_says_what_changed(rebuilt, warehouse, plan_of):
    content = evidence(warehouse, plan_of("lerarenkaart"), DAY)
    found = verify(content, open_warehouse(rebuilt(one_edition_on)))
    assert found[0].key == "verify.other_data"
    assert "LK-2021-BIB" in {finding.values.get("figure") for finding in found}


CARD = "1. Hoeveel lerarenkaarten werden er per jaar gemaakt?\n2. {}"
SITE = "1. a) Hoeveel bezoekers telde de website lerarenkaart.be in 2020 en 2021?\nb) {}"
CAMPAIGN = "1. Welke acties had de campagne 'Word een echte influencer'?\n2. {}"


@pytest.mark.parametrize("lead", ["{}", CARD, CAMPAIGN])
@pytest.mark.parametrize(
    "asked",
    [
        "Hoeveel openbare bibliotheken telt Vlaanderen?",
        "Hoeveel leerlingen bezochten in 2021 een bibliotheek?",
        "Wanneer wordt het abonnement op Klasse Magazine afgeschaft?",
        "Hoeveel kostte de coronacrisis het onderwijs?",
        "Welke maatregelen neemt de minister tegen het lerarentekort in Brussel?",
        "Hoeveel starters verlaten het onderwijs binnen de vijf jaar?",
        "Kan de minister in kaart brengen hoeveel leraren een burn-out hebben?",
        "Hoeveel leraren zetten hun beroep op de kaart?",
        "Hoeveel scholen in Limburg kregen in het schooljaar 2020-2021 extra middelen?",
        "Hoe beoordeelt de minister het lerarentekort?",
        "Hoeveel bezoeken kreeg een museum?",
        "Hoeveel pakjes werden er met de post opgestuurd?",
    ],
)
def test_a_question_without_the_card_or_the_campaign_gets_no_figure(warehouse, lead: str, asked: str):
    assert proposed(warehouse, lead.format(asked))[-1] == []


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("Hoeveel bedraagt het aantal niet-afgehaalde kaarten in 2019?", ["left"]),
        (CARD.format("Hoeveel ervan zijn niet opgehaald?"), ["left"]),
        ("Welk aandeel van de naar de bibliotheken verzonden kaarten bleef liggen?", ["left"]),
        ("Hoeveel leraren hebben hun kaart nog niet afgehaald?", ["left"]),
        ("Hoeveel procent van de leerkrachten heeft geen Lerarenkaart?", ["without"]),
        ("Hoeveel leraren hebben de lerarenkaart niet?", ["without"]),
        ("Welke bibliotheken nemen niet langer deel en waarom?", ["participants"]),
        ("1. Over de afhaling van kaarten:\na) Welke bibliotheken nemen niet langer deel?", ["participants"]),
        ("Hoeveel kaarten hebben geen abonnement?", []),
        ("Hoeveel leerkrachten hebben klachten over de lerarenkaart?", []),
        ("Hoeveel lerarenkaarten werden ongeldig in 2021?", []),
        ("Hoeveel lerarenkaarten werden foutief aangemaakt?", []),
        ("Hoeveel leraren lieten hun kaart vervangen?", []),
        ("Welk percentage van de leraren bezoekt de website van de lerarenkaart?", []),
        ("Hoeveel lerarenkaarten werden uitgereikt aan zij-instromers in 2019?", ["made", "breakdown"]),
        ("Hoeveel kaarten werden in januari 2020 afgehaald in de bib van Gent?", ["library", "breakdown"]),
        (CARD.format("Wat was het effect van corona?"), ["corona"]),
        ("Hoeveel leerkrachten bezaten in 2019 een lerarenkaart?", ["share"]),
        ("Hoeveel leerkrachten ontvingen een lerarenkaart?", ["share"]),
        (CAMPAIGN.format("Hoeveel kliks, shares en conversies leverde zij op?"), ["outcome"]),
        (CAMPAIGN.format("Welk budget werd ervoor uitgetrokken?"), ["outcome"]),
        ("Hoe lang liggen de kaarten klaar in de bibliotheek?", []),
        ("Wanneer kunnen leraren hun kaart afhalen?", []),
        ("Hoeveel kaarten liggen er nog in de bibliotheken?", ["left"]),
        ("Hoeveel gepensioneerde leraren hebben een kaart?", ["share", "breakdown"]),
        ("Hoe evolueerde het aantal lerarenkaarten sinds 2017?", ["made"]),
        ("Graag een overzicht van de verspreiding van de lerarenkaart.", ["made"]),
        ("Hoeveel kost de campagne voor de lerarenkaart?", []),
        ("Hoeveel kaarten werden er niet per post verstuurd?", []),
        ("Hoeveel leraren hebben hun kaart verloren?", []),
        ("Hoeveel personen hebben de website van de lerarenkaart bezocht?", ["visits"]),
        (SITE.format("Is er een impact van corona op de bezoekcijfers?"), ["visits"]),
        (CARD.format("Had corona een impact op het afhalen?"), ["library", "corona"]),
        (CARD.format("Hoeveel daarvan met een abonnement?"), ["subscription"]),
        (CARD.format("Hoeveel via de post?"), ["home"]),
        (CARD.format("En hoeveel in Antwerpen?"), ["province"]),
        (CARD.format("a) Hoeveel kaarten kregen de starters?\nb) Per schooljaar?"), ["school-year"]),
        ("1. Hoeveel werden er uitgedeeld?\n2. Hoeveel kaarten met een abonnement?", ["subscription"]),
        (CAMPAIGN.format("Op basis van welke criteria gebeurt deze evaluatie?"), ["evaluated-how"]),
        (CAMPAIGN.format("Wanneer vindt de evaluatie plaats?"), ["evaluated-when"]),
        (CARD.format("Hoe vaak werd de website bezocht?"), ["visits"]),
        ("Op welke manier evalueert de minister de campagne?", ["evaluated-when", "evaluated-how"]),
        ("Hoeveel leerkrachten vroegen een lerarenkaart aan?", ["share", "request"]),
        ("Kan de minister zeggen hoeveel leerkrachten een lerarenkaart aanvroegen?", ["share", "request"]),
        ("Welke kanalen werden in de wervingscampagne gebruikt?", ["actions"]),
        ("Hoeveel leraren in opleiding werden via de campagne geworven?", ["outcome"]),
        ("Hoeveel bezoeken telde de campagnesite?", ["outcome"]),
        ("Wat is de evolutie van het aantal houders van een lerarenkaart?", ["share"]),
        ("Hoeveel personen hebben recht op de lerarenkaart?", ["entitled"]),
        (CARD.format("Welke communicatiekanalen worden daarvoor ingezet?"), ["information"]),
        ("Wanneer komt er een digitale Lerarenkaart?", ["digital"]),
        (
            "Hoeveel kaarten werden er in 2020 minder afgehaald in bibliotheken dan in 2019?",
            ["library", "change-library"],
        ),
    ],
)
def test_a_rule_keeps_to_its_subject_and_does_not_fire_on_the_opposite(warehouse, asked: str, fits):
    assert proposed(warehouse, asked)[-1] == fits


def proposed(warehouse, asked: str) -> list[list[str]]:
    heading = above(warehouse, text_above(asked))
    found = propose(sub_questions(asked), rules(warehouse, "nl"), heading)
    return [[rule.rule_id for rule in each.rules] for each in found]


CARD_ABOVE = (
    "Lerarenkaart\n\n",
    "Onderwijspersoneel  -  Lerarenkaart\n\nIk kreeg deze gegevens graag geactualiseerd.\n\n",
    "Vraag nr. 12 van LOES PEETERS betreffende: Lerarenkaart - Aantallen\n",
    "Schriftelijke vraag over de verspreiding van de Lerarenkaart\n",
    "Elk jaar krijgt het onderwijspersoneel een lerarenkaart. In 2020 waren de\nbibliotheken gesloten.\n",
    "Lerarenkaart\n\nDe campagne 'Word een echte influencer' liep in hetzelfde jaar.\n\n",
)
CAMPAIGN_ABOVE = (
    "Waardering lerarenberoep  -  Campagne 'Word een echte influencer'\n\n",
    "Schriftelijke vraag over de campagne Word een echte influencer\n",
    "De wervingscampagne van 2019\n\nLeraren hebben ook een lerarenkaart.\n\n",
)
NOT_ABOVE = (
    "",
    "Lerarenkaart  -  Evolutie en campagne\n\n",
    "De lerarenkaart bestaat al lang. De campagne 'Word een echte influencer' is er ook.\n",
    "Openbare bibliotheken  -  Leners\n\nLeraren halen er hun lerarenkaart af.\n\n",
    "Leerlingenvervoer\n\n",
    "In kaart brengen van leegstand\n\n",
    "Campagne tegen pesten\n\n",
    "Lerarenkaart en museumpas\n\n",
    "Lerarentekort\n\nDe campagne 'Word een echte influencer' liep in 2019.\n\n",
)
BELOW_CARD = {
    "Hoeveel werden er gemaakt per jaar?": ["made"],
    "Hoeveel exemplaren werden er in 2019 gedrukt?": ["made"],
    "Kan de minister meedelen hoeveel er werden uitgereikt in 2020 en 2021, graag per jaar?": ["made"],
    "Hoeveel daarvan via de bibliotheek?": ["library"],
    "Hoeveel werden er afgehaald in de openbare bibliotheken?": ["library"],
    "Hoeveel gingen er met de post naar huis?": ["home"],
    "Hoeveel via een abonnement op Klasse Magazine?": ["subscription"],
    "Hoeveel starters kregen er een?": ["starters"],
    "Graag een opsplitsing per provincie en per schooljaar.": ["province", "school-year"],
    "Welk aandeel van de leraren heeft er een?": ["share"],
    "Hoeveel werden er niet opgehaald?": ["left"],
    "Wat was de impact van corona op het afhalen?": ["library", "corona"],
    "Hoe beoordeelt de minister deze cijfers?": ["judgement"],
    "Hoe vaak werd de website bezocht?": ["visits"],
    "Hoe vaak werden ze gebruikt?": ["use"],
    "Komt er een digitale versie?": ["digital"],
}
BELOW_CAMPAIGN = {
    "Welke acties werden ondernomen?": ["actions"],
    "Kan de minister een overzicht geven van de acties?": ["actions"],
    "Wat zijn de verwachte resultaten?": ["expected", "outcome"],
    "Wanneer wordt er geëvalueerd?": ["evaluated-when"],
    "Hoe en op basis van welke parameters gebeurt de evaluatie?": ["evaluated-how"],
    "Wat is het budget?": ["outcome"],
    "Hoeveel kliks waren er?": ["outcome"],
}
ELSEWHERE = (
    "Hoeveel bezoekers telden de musea in 2020?",
    "Hoeveel leerlingen namen de schoolbus?",
    "Hoeveel werden er ingeschreven voor de schoolbus in Brussel?",
    "Hoeveel openbare bibliotheken telt Vlaanderen?",
    "Hoeveel kinderen gingen er in 2020 naar de bib?",
    "Hoeveel boeken werden er in de bibliotheek afgehaald?",
    "Hoeveel laptops werden er uitgereikt, per provincie?",
    "Hoeveel starters zijn er in Brussel?",
    "Hoeveel leraren zijn er per provincie?",
    "Wat is het aantal abonnees per jaar?",
    "Hoeveel busabonnementen werden er verdeeld?",
    "Hoeveel boetes werden per post opgestuurd?",
    "Welke maatregelen neemt de minister tegen het lerarentekort in Brussel?",
    "Welke acties onderneemt de minister tegen pesten?",
    "Wat is het budget voor het leerlingenvervoer?",
    "Wanneer wordt de maximumfactuur geëvalueerd?",
    "Hoeveel kostte de coronacrisis het onderwijs?",
    "Hoe beoordeelt de minister het lerarentekort?",
)


@pytest.mark.parametrize(
    ("heading", "below"),
    [*((each, BELOW_CARD) for each in CARD_ABOVE), *((each, BELOW_CAMPAIGN) for each in CAMPAIGN_ABOVE)],
)
def test_a_sub_question_without_a_subject_takes_that_of_the_text_above(warehouse, heading: str, below):
    for asked, fits in below.items():
        assert proposed(warehouse, f"{heading}1. {asked}") == [fits], asked
    listed = "\n".join(f"{at}. {asked}" for at, asked in enumerate(below, 1))
    assert proposed(warehouse, heading + listed) == list(below.values())
    assert proposed(warehouse, heading + "\n- ".join(["", *below])) == list(below.values())


@pytest.mark.parametrize("heading", NOT_ABOVE)
@pytest.mark.parametrize("below", [BELOW_CARD, BELOW_CAMPAIGN])
def test_a_text_above_on_two_subjects_or_another_matter_gives_none(warehouse, heading: str, below):
    for asked in below:
        assert proposed(warehouse, f"{heading}1. {asked}") == [[]], asked


@pytest.mark.parametrize("heading", [*CARD_ABOVE, *CAMPAIGN_ABOVE])
@pytest.mark.parametrize("asked", ELSEWHERE)
def test_a_sub_question_on_another_matter_takes_no_subject_from_above(warehouse, heading: str, asked: str):
    assert proposed(warehouse, f"{heading}1. {asked}") == [[]]
    after = proposed(warehouse, f"{heading}1. {asked}\n2. Hoeveel daarvan per provincie?")
    assert after == [[], []]


def test_a_subject_of_its_own_or_of_a_neighbour_comes_before_that_of_the_text_above(warehouse):
    below = "\n".join(
        [
            "1. Welke acties had de campagne 'Word een echte influencer'?",
            "2. Wanneer vindt de evaluatie plaats?",
            "3. Hoeveel werden er gemaakt per jaar?",
        ]
    )
    assert proposed(warehouse, f"Lerarenkaart\n\n{below}") == [["actions"], ["evaluated-when"], []]


def test_below_one_that_counts_another_matter_nothing_is_taken_up_to_a_subject_of_its_own(warehouse):
    below = "\n".join(
        [
            "1. Hoeveel leerlingen namen de bus?",
            "2. Hoeveel werden er verdeeld?",
            "3. Welk percentage van de leraren bezit een lerarenkaart?",
            "4. Komt er een digitale versie?",
        ]
    )
    assert proposed(warehouse, f"Lerarenkaart\n\n{below}") == [[], [], ["share"], ["digital"]]


ANOTHER_CAMPAIGN = (
    "Campagne tegen pesten\n\n",
    "Vaccinatiecampagne onderwijspersoneel\n\n",
    "Imagocampagne politie\n\n",
    "Imagocampagne technisch onderwijs\n\n",
    "Wervingscampagne defensie\n\n",
    "Wervingscampagne De Lijn\n\n",
    "Sensibiliseringscampagne rond grensoverschrijdend gedrag op school\n\n",
    "Betreft: informatiecampagne over de Lerarenkaart\n\n",
    "Imagocampagne lerarenkaart\n\n",
    "Influencers in de klas\n\n",
    "Mediawijsheid en influencers: campagne voor jongeren\n\n",
    "Campagnes van de minister\n\n",
    "Campagne - Evaluatie\n\n",
    "Geachte minister, er loopt een campagne over verkeersveiligheid aan de schoolpoort.\n",
    "Lerarenkaart\n\n",
)
OF_CAMPAIGN = (
    "Welke acties omvat de campagne?",
    "Wat zijn de verwachte resultaten?",
    "Wat zijn de verwachte resultaten van deze campagne?",
    "Wanneer wordt de campagne geëvalueerd?",
    "Hoe en op basis van welke parameters wordt de campagne geëvalueerd?",
    "Hoeveel kostte de campagne?",
)
ANOTHER_CARD = (
    "Museumkaart\n\n",
    "Parkeerkaarten voor mensen met een handicap\n\n",
    "Leerlingenvervoer\n\n",
    "Aantal leraren met een verlofkaart\n\n",
    "De kaart van het onderwijs: digitale kaart met schoolgebouwen\n\n",
    "Leraren\n\n",
    "Ik heb een vraag over de UiTPAS.\n",
    "Kaarten\n\n",
    "Lerarenkaart en museumkaart\n\n",
    "Campagne 'Word een echte influencer'\n\n",
)
OF_CARD = (
    "Hoeveel kaarten werden er gemaakt?",
    "Hoeveel kaarten zijn er in omloop?",
    "Hoeveel kaarten per provincie?",
    "Hoeveel leraren hebben een kaart?",
    "Hoeveel leraren hebben een kaart van de vakbond?",
    "Hoeveel leraren kregen een gele kaart?",
    "Welk percentage van de kaarten wordt gebruikt?",
    "Hoeveel personen hebben een kaart?",
)


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        *((each, OF_CAMPAIGN) for each in ANOTHER_CAMPAIGN),
        *((each, OF_CARD) for each in ANOTHER_CARD),
    ],
)
def test_a_general_word_below_a_text_that_does_not_name_our_subject_is_anothers(
    warehouse, heading: str, below
):
    for asked in below:
        assert proposed(warehouse, f"{heading}1. {asked}") == [[]], asked
    listed = "\n".join(f"{at}. {asked}" for at, asked in enumerate(below, 1))
    assert proposed(warehouse, heading + listed) == [[]] * len(below)


@pytest.mark.parametrize(
    ("pasted", "fits"),
    [
        ("Lerarenkaart\n\n1. Hoeveel kaarten werden er gemaakt?", [["made"]]),
        ("Bibliotheken\n\n1. Hoeveel lerarenkaarten werden er gemaakt?", [["made"]]),
        (
            "Pensioen\n\n1. Hoeveel leraren hebben een lerarenkaart?\n2. Hoeveel kaarten werden er gemaakt?",
            [["share"], ["made"]],
        ),
        (
            "Pensioen\n\n1. Hoeveel kaarten werden er gemaakt?\n2. Hoeveel leraren hebben een lerarenkaart?",
            [[], ["share"]],
        ),
        (
            "Museumkaart\n\n1. Hoeveel leraren hebben een lerarenkaart?\n2. Hoeveel kaarten werden er gemaakt?",
            [["share"], []],
        ),
        (
            "Lerarenkaart\n\n1. Wie heeft een museumkaart?\n2. Hoeveel kaarten werden er gemaakt?\n"
            "3. Hoeveel lerarenkaarten werden er gemaakt?\n4. Hoeveel leraren hebben een kaart?",
            [[], [], ["made"], ["share"]],
        ),
        ("Wervingscampagne voor leraren\n\n1. Welke acties omvat de campagne?", [["actions"]]),
        ("Lerarenkaart en wervingscampagne\n\n1. Welke acties omvat de campagne?", [["actions"]]),
        ("Campagne influencer\n\n1. Welke acties omvat de campagne?", [["actions"]]),
        (
            "Wervingscampagne defensie\n\n1. Hoeveel influencers heeft de campagne?\n2. Wanneer is de evaluatie?",
            [[], []],
        ),
        ("De wervingscampagne van 2019\n\n1. Welke acties omvat de campagne?", [["actions"]]),
        (
            "Lerarentekort\n\n1. Wat kostte 'Word een echte influencer'?\n2. Welke acties had de campagne?",
            [["outcome"], ["actions"]],
        ),
        ("Geachte minister,\n\n1. Welke acties omvat de campagne?", [["actions"]]),
        (
            "1. Hoeveel leerlingen hebben een buskaart?\n2. Hoeveel kaarten werden er verdeeld?",
            [[], []],
        ),
    ],
)
def test_a_general_word_is_of_our_subject_where_the_nearest_name_before_it_is(warehouse, pasted: str, fits):
    assert proposed(warehouse, pasted) == fits


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("Hoeveel exemplaren van Klasse werden verspreid?", []),
        ("Hoeveel exemplaren van Klasse Magazine werden er per jaar verspreid?", []),
        ("Hoeveel exemplaren van het magazine werden er verspreid?", []),
        ("Hoeveel werden er met een abonnement op het magazine gelezen?", []),
        ("Hoeveel procent van de leerlingen heeft een kaart?", []),
        ("Hoeveel procent van de leerlingen heeft een lerarenkaart?", []),
        ("Hoeveel procent van de ouders heeft een lerarenkaart?", []),
        ("Hoeveel procent van de directies heeft een lerarenkaart?", []),
        ("Hoeveel kaarten werden er aan studenten verdeeld?", []),
        ("Hoeveel lerarenkaarten werden er aan leerlingen verdeeld?", []),
        ("Hoeveel kaarten werden er buiten Vlaanderen verdeeld?", []),
        ("Hoeveel dubbele kaarten werden er gemaakt?", []),
        ("Hoeveel valse kaarten werden er gemaakt?", []),
        ("Hoeveel digitale kaarten werden er gemaakt?", ["digital"]),
        ("Hoeveel tijdelijke kaarten werden er gemaakt?", []),
        ("Hoeveel lerarenkaarten werden er gemaakt op gerecycleerd papier?", []),
        ("Hoeveel abonnees heeft de nieuwsbrief over de lerarenkaart?", []),
        ("Hoeveel bezoekers telde de website van Klasse?", []),
        ("Hoeveel bezoekers telde de website van Onderwijs Vlaanderen?", []),
        ("Hoeveel bezoekers telde de website Onderwijs Vlaanderen?", []),
        ("Wat is de impact van corona op de scholen?", []),
        ("Hoeveel kaarten telt een gemiddelde bibliotheek?", []),
        ("Hoeveel leden van het onderwijspersoneel beschikken vandaag over een kaart?", ["share"]),
        ("Hoeveel lerarenkaarten zijn er momenteel in omloop?", ["made"]),
        ("Lerarenkaarten geven korting in musea. Hoeveel werden er verdeeld?", ["made"]),
        ("Hoeveel kaarten werden er gemaakt? Welke musea geven korting?", ["made"]),
    ],
)
def test_a_word_that_is_not_known_keeps_a_table_of_figures_away(warehouse, asked: str, fits: list[str]):
    assert proposed(warehouse, f"Lerarenkaart\n\n1. {asked}") == [fits]
    assert proposed(warehouse, f"Lerarenkaart\n\n1. Hoeveel kaarten zijn er?\n2. {asked}")[-1] == fits


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("Hoeveel lerarenkaarten bleven er helaas ongeopend in de bibliotheken liggen?", ["left"]),
        (
            "Hoeveel lerarenkaarten werden per post naar pas startende leerkrachten gestuurd?",
            ["starters", "home"],
        ),
        (
            "In hoeverre had de sluiting tijdens corona invloed op de afhaling van lerarenkaarten?",
            ["library", "corona"],
        ),
        ("Wat is de verhouding van het aantal gemaakte en afgehaalde lerarenkaarten?", ["made", "library"]),
        ("Hoe worden leraren op de hoogte gebracht van hun lerarenkaart?", ["information"]),
    ],
)
def test_beside_the_cards_own_name_other_words_may_stand(warehouse, asked: str, fits: list[str]):
    assert proposed(warehouse, f"1. {asked}") == [fits]


def test_nothing_is_taken_from_a_sub_question_that_nothing_is_proposed_for(warehouse):
    below = "\n".join(
        [
            "1. Hoeveel klachten over de lerarenkaart kwamen er binnen?",
            "2. Hoeveel daarvan gingen over de bibliotheek?",
            "3. Graag per jaar.",
            "4. Hoeveel via een abonnement?",
        ]
    )
    for heading in ("", "Lerarenkaart\n\n"):
        assert proposed(warehouse, heading + below) == [[], [], [], []]


@pytest.mark.parametrize(
    ("heading", "fits"),
    [("De website van Klasse\n\n", []), ("Geachte minister,\n\n", ["visits"]), ("", ["visits"])],
)
def test_nothing_is_taken_from_below_where_a_text_above_says_what_all_are_about(
    warehouse, heading: str, fits
):
    below = "1. Hoeveel bezoekers telde de website?\n2. Hoeveel bezoekers telde de website lerarenkaart.be?"
    assert proposed(warehouse, heading + below) == [fits, ["visits"]]


INFLUENCER = "Campagne 'Word een echte influencer'\n\n"
ON_CAMPAIGN = tomllib.loads((ROOT / "tests/cases/questions/campaign.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", ON_CAMPAIGN, ids=[case["asked"] for case in ON_CAMPAIGN])
def test_what_is_on_the_campaign_is_proposed_and_what_is_on_another_is_not(warehouse, case):
    for before in (f"{INFLUENCER}1. {{}}", CAMPAIGN, "1. {}"):
        assert proposed(warehouse, before.format(case["asked"]))[-1] == case["fits"], before


def test_a_sentence_that_names_the_campaign_may_have_any_word_but_those_of_another_matter(warehouse):
    named = "Welke acties ondernam de campagne 'Word een echte influencer' volgens haar ontwerpers{}?"
    assert proposed(warehouse, f"1. {named.format('')}") == [["actions"]]
    assert proposed(warehouse, f"1. {named.format(', naast andere campagnes')}") == [[]]
    told = "De campagne 'Word een echte influencer' wil lesgeven hip doen lijken. Welke acties omvatte ze?"
    assert proposed(warehouse, f"1. {told}") == [["actions"]]


@pytest.mark.parametrize(
    ("pasted", "fits"),
    [
        (
            "1) De lerarenkaart:\n a) hoeveel zijn er gemaakt in 2019 en 2020?\n b) hoeveel zijn er per provincie?",
            [["made"], ["province"]],
        ),
        ("Museumkaart\n\n1) Over de kaart:\n a) hoeveel leraren hebben er een?", [[]]),
        ("Leraren\n\n1) De lerarenkaart:\n a) hoeveel zijn er gemaakt?", [["made"]]),
        ("1) De museumkaart:\n a) hoeveel zijn er gemaakt?\n b) hoeveel per provincie?", [[], []]),
        (
            f"{INFLUENCER}1/ a) Wanneer gebeurt de evaluatie? b) Op basis van welke criteria?",
            [["evaluated-when"], ["evaluated-how"]],
        ),
        (f"{INFLUENCER}1/ a) Welke acties zijn er? b) Op basis van welke criteria?", [["actions"], []]),
        (
            f"{INFLUENCER}1/ a) Wanneer gebeurt de evaluatie? b) Op basis van welke criteria koos men een bureau?",
            [["evaluated-when"], []],
        ),
        (f"{INFLUENCER}1 Welke acties zijn er gebeurd?", [["actions"]]),
        (f"{INFLUENCER}1. Op basis van welke criteria?", [[]]),
        (
            f"{INFLUENCER}1. Wanneer gebeurt de evaluatie?\n2. Op basis van welke criteria?",
            [["evaluated-when"], []],
        ),
    ],
)
def test_a_letter_is_read_with_its_lead_in_and_with_the_letter_before_it(warehouse, pasted: str, fits):
    assert proposed(warehouse, pasted) == fits


def test_the_page_reads_the_text_above_as_the_command_does():
    app = opened("antwoord")
    pasted = "Lerarenkaart - Aantallen\n\n1. Hoeveel werden er gemaakt per jaar?\n2. Hoeveel musea zijn er?"
    app.text_area(key="widget_answer_pasted").set_value(pasted).run()
    assert not app.exception
    kept = [pills for pills in app.get("button_group") if pills.key and "answer_rules_" in pills.key]
    assert [list(pills.value) for pills in kept] == [["made"]]
    app.text_area(key="widget_answer_pasted").set_value(pasted.replace("Lerarenkaart", "Bus")).run()
    assert not app.exception
    assert not [pills for pills in app.get("button_group") if pills.key and "answer_rules_" in pills.key]


def test_a_proposal_says_where_its_subject_comes_from_only_where_that_is_the_text_above(warehouse):
    title = "Lerarenkaart - Aantallen"
    asked = [
        ("Hoeveel werden er gemaakt per jaar?", title),
        ("Hoeveel lerarenkaarten zijn er verdeeld?", ""),
        ("Hoeveel daarvan met een abonnement?", ""),
        ("Hoeveel musea zijn er?", ""),
    ]
    pasted = "\n".join([f"{title}\n", *(f"{at}. {words}" for at, (words, _) in enumerate(asked, 1))])
    found = propose(sub_questions(pasted), rules(warehouse, "nl"), above(warehouse, text_above(pasted)))
    assert [each.above for each in found] == [given for _, given in asked]
    assert [bool(each.rules) for each in found] == [True, True, True, False]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_says_that_a_subject_comes_from_the_text_above(lang: str):
    app = opened("antwoord", lang=lang)
    title = "Lerarenkaart - " + "Aantallen en meer " * 5
    pasted = f"Betreft: {title}\n\n1. Hoeveel werden er gemaakt per jaar?\n2. Hoeveel lerarenkaarten zijn er?"
    app.text_area(key="widget_answer_pasted").set_value(pasted).run()
    assert not app.exception
    start = text("answer.subject_from_above", lang, above="Lerarenkaart")[: -len("'.")]
    (shown,) = [caption.value for caption in app.caption if caption.value.startswith(start)]
    assert shown.endswith(" …'.")


def test_the_known_questions_keep_what_is_proposed_for_them(warehouse):
    found = {
        known: [
            [rule.rule_id for rule in each.rules]
            for each in propose(known_question(warehouse, known, "nl"), rules(warehouse, "nl"))
        ]
        for known in known_questions(warehouse, "nl")
    }
    by_year = ["province", "school-year"]
    assert found == {
        "lerarenkaart": [
            ["made", *by_year],
            ["subscription", *by_year],
            ["library", *by_year],
            ["share", "total", "request"],
            ["library", "corona", "judgement"],
        ],
        "echte-influencer": [["actions"], ["expected", "outcome"], ["evaluated-when"], ["evaluated-how"]],
    }


def test_every_list_of_words_is_used_and_every_list_used_is_there(warehouse):
    rows = warehouse.dataset("rules")
    named = {name for words in rows["words"] for name in re.findall(r"#([\w-]+)", words)}
    assert named | {"back", "plain", "counting", "other-matter", "campaign-plain", "beside-campaign"} == set(
        rows[rows["kind"] == "list"]["rule_id"]
    )


@pytest.mark.parametrize(
    ("asked", "shown", "said"),
    [
        ("Hoeveel kaarten bleven er in 2019 liggen?", "library_pickup", "Naar de bibliotheken: 175.618"),
        ("Hoeveel leraren hebben geen kaart?", "channels", "In niemands bezit:"),
        (
            "Hoeveel kaarten werden er in 2020 minder afgehaald dan in 2019?",
            "change_on_year",
            "−18.299 in 2020 (schatting",
        ),
        ("Wanneer komt er een digitale Lerarenkaart?", None, "onderzoek naar een digitale Lerarenkaart"),
        ("Langs welke communicatiekanalen hoort men over de kaart?", None, "Smartschool"),
        ("Hoeveel personen hebben recht op de lerarenkaart?", None, "niet gepubliceerd"),
    ],
)
def test_what_is_proposed_is_read_out_in_the_draft(warehouse, choice, asked: str, shown, said: str):
    plan = planned("x", propose(sub_questions(asked), rules(warehouse, "nl")), choice)
    made = draft(warehouse, plan, DAY)
    assert shown is None or shown in made.tables
    words = [
        part
        for block in made.document.blocks
        for part in (block.items if isinstance(block, Bullets) else [getattr(block, "text", "")])
    ]
    assert any(said in part for part in words), words
    assert verify(evidence(warehouse, plan, DAY), warehouse) == []


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("I. A?\nII. L:\n 1° X?\n 2° Y?\nIII. C?", "I A? II.1 X? II.2 Y? III C?"),
        ("I. A?\nII. L:\n 1. X?\n 2. Y?\nIII. C?", "I A? II.1 X? II.2 Y? III C?"),
        ("I. A?\nII. L: 1° X? 2° Y?\nIII. C?", "I A? II.1 X? II.2 Y? III C?"),
        ("Geachte,\n\nI.1. A?\nI.2. B?\nII.1 C?", "I.1 A? I.2 B? II.1 C?"),
        ("1. \n- A?\n- B?\n2. C?", "1.1 A? 1.2 B? 2 C?"),
        ("1. L:\n- a;\n- b.\n2. C?", "1.1 a; 1.2 b. 2 C?"),
        ("1. A?\n• X?\n• Y?\n2. C?", "1 A? 1.1 X? 1.2 Y? 2 C?"),
        ("Vraag 1: A?\nVraag 2: a/ X? b/ En Y?\nVraag 3: C?", "1 A? 2a X? 2b En Y? 3 C?"),
        ("1. a/ X?\nb/ Y?", "1a X? 1b Y?"),
        ("1) i. X? ii. Y?\n2) C?", "1i X? 1ii Y? 2 C?"),
        ("1) L:\ni) X?\nii) Y?\niii) Z?\n2) C?", "1i X? 1ii Y? 1iii Z? 2 C?"),
        ("1. a) i. X? ii. Y? b) Z?\n2. C?", "1a.1 X? 1a.2 Y? 1b Z? 2 C?"),
        ("1. A?\n2. B?\n1. C?\n2. D?", "1 A? 2 B? 2.1 C? 2.2 D?"),
        ("1. A?\n   1. X?\n   2. Y?\n2. B?\n3. C?", "1 A? 1.1 X? 1.2 Y? 2 B? 3 C?"),
        ("1. A?\n\t1) X?\n\t2) Y?\n\t3) Z?\n2. B?", "1 A? 1.1 X? 1.2 Y? 1.3 Z? 2 B?"),
        ("1. L:\n  1. X;\n  2. Y.\n2. B?", "1.1 X; 1.2 Y. 2 B?"),
        (" 1. A?\n 2. B?\n   1. X?\n 3. C?", "1 A? 2 B? 2.1 X? 3 C?"),
        ("1. A?\n  2. B?\n  3. C?", "1 A? 2 B? 3 C?"),
        ("1. A?\n2. En in km/u of op 2. Juni?", "1 A? 2 En in km/u of op 2. Juni?"),
        (
            "1. a) A? b) B? c) C? d) D? e) E? f) F? g) G? h) H? i) I?",
            "1a A? 1b B? 1c C? 1d D? 1e E? 1f F? 1g G? 1h H? 1i I?",
        ),
    ],
)
def test_a_question_below_another_is_one_of_its_own(pasted: str, read: str):
    assert " ".join(f"{q.number} {q.text}" for q in sub_questions(pasted)) == read


def test_a_lead_in_above_bullets_and_second_numbers_is_theirs():
    found = sub_questions("I. Over de kaart:\n1° A?\n2° B?\nII. Slot:\n- C?\n- D?")
    assert [(q.number, q.lead) for q in found] == [
        ("I.1", "Over de kaart:"),
        ("I.2", "Over de kaart:"),
        ("II.1", "Slot:"),
        ("II.2", "Slot:"),
    ]


BEFORE = """SCHRIFTELIJKE VRAAG
nr. 312
van LOES PEETERS
datum: 14 februari 2022

aan JAN JANSSENS
VLAAMS MINISTER VAN ONDERWIJS

{}

Elk jaar krijgen leraren een kaart. In 2020 waren
de bibliotheken gesloten.

1. Hoeveel kaarten?
2. Waarom?"""


@pytest.mark.parametrize(
    ("pasted", "subject"),
    [
        (BEFORE.format("Lerarenkaart  -  Evolutie en campagne"), "Lerarenkaart - Evolutie en campagne"),
        (BEFORE.format("Betreft: de Lerarenkaart"), "de Lerarenkaart"),
        (BEFORE.format("Gebruik van de Lerarenkaart"), "Gebruik van de Lerarenkaart"),
        (BEFORE.format("Lerarenkaart"), "Lerarenkaart"),
        (BEFORE.format(""), ""),
        (BEFORE.format("Loes Peeters"), ""),
        (BEFORE.format("Koning Albert II-laan 15"), ""),
        (BEFORE.format("Hoe staat het met de kaart?"), ""),
        (PASTED, ""),
        (BEFORE.format("Vraag nr. 12 van 3 mei 2022 betreffende: Lerarenkaart"), "Lerarenkaart"),
        (BEFORE.format("Schriftelijke vraag over de Lerarenkaart"), "de Lerarenkaart"),
        (BEFORE.format("Schriftelijke vraag over\nde Lerarenkaart\n\nToelichting"), "de Lerarenkaart"),
        ("Lerarenkaart\n\nVragen\n\n1. Hoeveel?\n2. Hoe?", "Lerarenkaart"),
        ("Lerarenkaart\n\n- Hoeveel?\n- Hoe?", "Lerarenkaart"),
        ("Campagne - Evaluatie\nI. Wat?\nII. Hoe?", "Campagne - Evaluatie"),
        ("1. Hoeveel kaarten?\n2. Waarom?", ""),
        ("Hoeveel kaarten zijn er", ""),
        ("", ""),
    ],
)
def test_the_subject_is_the_line_above_question_1_that_clearly_is_one(pasted: str, subject: str):
    assert subject_of(pasted) == subject
