"""What every file says of itself, and a table in words: nothing lost, nothing empty, only what applies."""

from dataclasses import replace
from datetime import date

from lkdash import measures
from lkdash.db import open_warehouse
from lkdash.exports import colophon, data_version, grid
from lkdash.exports.catalogue import TABLES
from lkdash.exports.png_words import drawn_lines
from lkdash.store import Store
from lkdash.stories.citation import formula_words, subject
from tests.conftest import DATA

MADE_ON = date(2026, 11, 24)


def papers(warehouse, choice, *names):
    tables = [TABLES[name].table(warehouse, choice) for name in names]
    return colophon("Titel", tables, choice, data_version(warehouse, choice.lang), MADE_ON)


def examples():
    return open_warehouse(DATA, Store(DATA / "demo").loaded())


def test_the_colophon_of_the_card_names_marks_notes_source_choice_and_figures_once(warehouse, choice):
    found = papers(warehouse, choice, "posted", "library_pickup")
    assert found.legend[:3] == ("zonder teken: definitief", "[e]: schatting", "[x]: nog niet geteld")
    assert found.legend[3] == "wellicht hoger: LK-2020-BIB, LK-2020-PER, LK-2020-AAN, LK-2020-AFH"
    assert found.units == "kaarten, personen, aandeel in procent"
    assert "voor 2017-2021." in found.scope
    assert found.choice == "edities 2017-2021; met schattingen"
    assert len(found.sources) == 1
    assert "vraag nr. 90 van 23 oktober 2020 (Vlaams minister van Onderwijs" in found.sources[0]
    assert warehouse.version in found.version
    assert len(found.notes) == len(set(found.notes)) == 12
    assert len(found.figure_ids) == len(set(found.figure_ids)) == 40
    assert "LK-2020-AFH" in found.figure_ids


def test_growth_is_in_per_cent_and_no_share(warehouse, choice):
    assert papers(warehouse, choice, "growth_on_year").units == "procent"
    assert papers(warehouse, choice, "totals").units == "kaarten, personen, aandeel in procent"


def test_a_share_over_several_editions_names_them_once(warehouse):
    table = measures.one_figure(warehouse, "LK-2017-2019-TOT", "nl")
    assert subject(table.records[0], "nl") == "Gezamenlijk aandeel met kaart, edities 2017-2019"


def test_the_signs_that_only_a_chart_has_are_in_words_where_they_occur(warehouse, choice):
    tables = [TABLES[name].table(warehouse, choice) for name in ("posted", "website_visits")]
    assert drawn_lines(tables[:1], "nl") == (
        "gearceerd in een grafiek: schatting",
        "↑ in een grafiek: wellicht hoger",
    )
    assert "gestippeld in een grafiek: bij benadering" in drawn_lines(tables, "nl")
    assert drawn_lines([TABLES["coverage"].table(warehouse, replace(choice, editions=("2018",)))], "nl") == ()


def test_the_choice_is_told_in_words_and_only_where_it_made_a_difference(warehouse, choice):
    fewer = replace(choice, editions=("2017", "2018", "2021"), estimates=False, relative=True)
    assert papers(warehouse, fewer, "coverage").choice == "edities 2017-2018, 2021; zonder schattingen"
    assert papers(warehouse, fewer, "channels").choice.endswith("; aandeel")
    assert papers(warehouse, fewer, "totals").choice == "sommen over alle getelde edities; zonder schattingen"
    assert papers(warehouse, fewer, "website_visits").choice == "geen filters"
    both = papers(warehouse, fewer, "coverage", "totals").choice
    assert both == "edities 2017-2018, 2021; sommen over alle getelde edities; zonder schattingen"
    some = replace(choice, first="2019-05", lang="en")
    told = papers(examples(), some, "reach").choice
    assert told == "months from May 2019 to the end; with example figures (made up)"
    others = measures.reference_table(warehouse, "staff", "nl", "staff_fte")
    assert colophon("T", [others], choice, "v", MADE_ON).choice == "geen filters"


def test_an_approximate_figure_is_in_the_legend_by_its_word_and_an_example_by_its_mark(warehouse, choice):
    assert "ongeveer …: bij benadering" in papers(warehouse, choice, "website_visits").legend
    assert "[voorbeeld]: verzonnen voorbeeld" in papers(examples(), choice, "gains").legend


def test_a_figure_of_another_source_keeps_its_publisher_date_and_address(warehouse, choice):
    table = measures.reference_table(warehouse, "staff", "nl", "staff_fte", "entrance_passed_started")
    found = colophon("Titel", [table], choice, "v", MADE_ON)
    dated = next(line for line in found.sources if "29 maart 2019" in line)
    assert dated.startswith("Statistiek Vlaanderen, 29 maart 2019, https://")
    assert "wellicht hoger: REF-TEM-2020-SLA" in found.legend
    told = grid(table, "Personeel", "nl")
    assert told.header == ("omschrijving", "periode", "waarde", "bron")
    assert len(told.rows) == len(table.rows)
    assert ("2016-2017", "159.210", "Statistiek Vlaanderen") in [row[1:] for row in told.rows]
    assert any(row[1:3] == ("tot en met 2020", "ongeveer 80 %") for row in told.rows)


def test_every_table_becomes_a_grid_without_an_empty_cell(choice):
    data = examples()
    for name, entry in TABLES.items():
        for lang in ("nl", "en"):
            asked = replace(choice, lang=lang)
            table = entry.table(data, asked)
            told = grid(table, name, lang, entry.by)
            assert told.rows, name
            assert all(len(row) == len(told.header) and all(row) for row in told.rows), name
            shown = {cell for row in told.rows for cell in row}
            assert set(table.rows["text"]) <= shown, name
            assert told.source.startswith(("Bron: ", "Source: "))


def test_a_disrupted_edition_says_which_editions_it_is_held_against_chosen_or_not(warehouse, choice):
    for editions in (("2020",), choice.editions):
        notes = papers(warehouse, replace(choice, editions=editions), "disruption").notes
        (told,) = [note for note in notes if note.startswith("Editie 2020 staat naast")]
        assert "de edities 2017, 2018 en 2019 samen" in told
    assert papers(warehouse, replace(choice, editions=("2019",)), "disruption").notes == ()


def below(data, choice, name):
    entry = TABLES[name]
    return grid(entry.table(data, choice), name, choice.lang, entry.by).below


def test_a_table_says_which_figures_we_computed_and_shows_their_formula(warehouse, choice):
    assert below(warehouse, choice, "library_pickup")[0] == (
        "Eigen berekening: Afhaalgraad in bibliotheken = afgehaald in de bibliotheek ÷ naar de bibliotheken; "
        "Naar de bibliotheken = kaarten aangemaakt − (met abonnement + (her)starters)."
    )
    assert below(warehouse, choice, "totals")[0].endswith("; elk ander cijfer = som over de edities.")
    assert below(warehouse, choice, "change_on_year")[0] == (
        "Eigen berekening: elk cijfer = het cijfer van een editie min dat van de editie ervoor."
    )
    english = below(warehouse, replace(choice, lang="en"), "disruption")[0]
    assert english.startswith(
        "Our own calculation: Difference from the editions before taken together = share"
    )
    assert not any("berekening" in line for line in below(warehouse, choice, "posted"))


def test_every_table_with_a_computed_figure_says_so(choice):
    data = examples()
    for name, entry in TABLES.items():
        table = entry.table(data, choice)
        computed = [row for row in table.records if formula_words(row, "nl")]
        said = [line for line in below(data, choice, name) if line.startswith("Eigen berekening: ")]
        assert len(said) == bool(computed), name


def test_pairs_with_a_formula_each_show_the_first_as_an_example(choice):
    (said, _) = below(examples(), choice, "compared")
    assert said.startswith("Eigen berekening: Verschil in klikratio = per rij, bijvoorbeeld klikratio van ")


def test_under_a_table_stand_the_marks_that_are_in_it(warehouse, choice):
    assert below(warehouse, choice, "posted") == ("[e]: schatting; [x]: nog niet geteld.",)
    assert below(warehouse, replace(choice, editions=("2017",)), "posted") == ()


def test_an_empty_choice_is_a_grid_that_says_so(warehouse, choice):
    told = grid(TABLES["reach"].table(warehouse, choice), "Bereik", "nl", TABLES["reach"].by)
    assert told.rows == (
        ("Voor deze keuze zijn er geen cijfers. Kies een andere editie of toon de schattingen.",),
    )
