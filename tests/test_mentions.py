"""Figures in sentences and charts: each opens its papers, and the signs that carry its id are never seen."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from lkdash import measures, stories
from lkdash.contracts import Mention, Paragraph, Table, mention, mentions, plain
from lkdash.db import Warehouse, open_warehouse
from lkdash.importers import receive
from lkdash.store import Store
from tests.conftest import DATA
from tests.on_screen import pieces, said
from tests.test_outcomes import HEAD
from tests.test_pages import FIGURE, PAGES, opened

HOSTILE = ("http://[x", "https://klasse.be/leraar zegt", "<b>vet</b>", "*x* $5$ [a](b)")
SIGNS = re.compile("[\ue000-\uf8ff]")
CHARTED = ("overzicht", "dekking", "afhaalkanalen", "instroom", "bereik", "bevraging")


@pytest.fixture(scope="module")
def shown() -> Warehouse:
    return open_warehouse(DATA, Store(DATA / "demo").loaded())


def test_a_mention_goes_through_filling_and_joining_and_is_found_in_the_plain_words():
    told = "Aandeel: " + " en ".join([mention("67 %", "LK-2018-AAN"), mention("65 %", "LK-2019-AAN")]) + "."
    assert plain(told) == "Aandeel: 67 % en 65 %."
    assert mentions(told) == (Mention(9, 13, "LK-2018-AAN"), Mention(17, 21, "LK-2019-AAN"))
    assert [plain(told)[start:end] for start, end, _ in mentions(told)] == ["67 %", "65 %"]
    assert (plain("niets"), mentions("niets")) == ("niets", ())


def test_stray_signs_in_a_file_swallow_no_figure():
    told = f"Het vaakst: \ue000x<b>, met {mention('10', 'IMP-A-ALLE-BET-HEEL-CLICKS')} klikken \ue002."
    assert [name for *_, name in mentions(told)] == ["IMP-A-ALLE-BET-HEEL-CLICKS"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("stand juni; 174 bibliotheken antwoordden", ["174"]),
        ("RSZ, 202.162 arbeidsplaatsen en 170.998 VTE", ["202.162", "170.998"]),
        ("stijging van 5 % (elders 5,4 %); schooljaar 2022-2023, telling 2022", ["5 %", "5,4 %"]),
        ("bij generatiestudenten +65, of -15 % over vijf jaar", ["+65", "-15 %"]),
        ("met nog eens 30.000 EUR", ["30.000 EUR"]),
        ("over 2.017 scholen in 2017.", ["2.017"]),
        (None, []),
    ],
)
def test_a_number_in_the_words_of_a_source_opens_the_figure_that_it_belongs_to(words, numbers):
    told = stories.quoting({"basis": words, "figure_id": "ANT-2016"}, "basis")
    assert plain(told) == (words or "")
    assert [plain(told)[start:end] for start, end, _ in mentions(told)] == numbers
    assert {each.figure_id for each in mentions(told)} <= {"ANT-2016"}


def test_hostile_names_break_no_page(tmp_path: Path, monkeypatch):
    file = tmp_path / "real.csv"
    rows = [f"2019-05-0{at},A,{name},1000,10,1.50,EUR\n" for at, name in enumerate(HOSTILE, start=1)]
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    monkeypatch.setenv("LKDASH_STORE", str(tmp_path / "imports"))
    assert receive(file, Store(tmp_path / "imports")).status == "imported"
    for by in ("netwerk", "kanaal"):
        app = opened("bereik", groep=by)
        assert not app.error
        shown = " ".join(said(piece) for piece in pieces(app))
        assert "https://klasse.be/leraar zegt" in shown
        assert "<b>vet</b>" in shown


def test_a_paragraph_holds_plain_words_and_where_its_figures_stand():
    paragraph = Paragraph.of(f"In 2018 was het {mention('67 %', 'LK-2018-AAN')}.")
    assert paragraph == Paragraph("In 2018 was het 67 %.", (Mention(16, 20, "LK-2018-AAN"),))


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ("final final", "7 in 2018 en 8 in 2019 (definitief)."),
        ("final estimate", "7 in 2018 (definitief); 8 in 2019 (schatting)."),
        ("final approximate", "7 in 2018 (definitief); ongeveer 8 in 2019."),
        ("final pending", "7 in 2018 (definitief). Nog niet geteld: 2019."),
        ("final estimate final", "7 in 2018 (definitief); 8 in 2019 (schatting); 9 in 2020 (definitief)."),
        ("demo final", "7 [voorbeeld] in 2018; 8 in 2019 (definitief)."),
    ],
)
def test_figures_of_one_status_that_follow_each_other_share_its_words(statuses: str, said: str):
    written = {"approximate": "ongeveer {}", "pending": "nog niet geteld [x]", "demo": "{} [voorbeeld]"}
    rows = [
        {
            "figure_id": f"LK-{2018 + at}-GEM",
            "measure": "cards_made",
            "label": "Gemaakt",
            "period": str(2018 + at),
            "value": None if status == "pending" else 7.0 + at,
            "status": status,
            "bias": None,
            "text": written.get(status, "{}").format(7 + at),
        }
        for at, status in enumerate(statuses.split())
    ]
    table = Table("x", pd.DataFrame(rows), pd.DataFrame(), pd.DataFrame())
    told = stories.by_period(table, "cards_made", "nl")
    assert plain(told) == f"Gemaakt: {said}"
    present = [row["figure_id"] for row in rows if row["value"] is not None]
    assert [each.figure_id for each in mentions(told)] == present


def test_final_visits_and_a_final_difference_say_so(shown: Warehouse, choice):
    table = measures.website_visits(shown, "nl")
    final = replace(table, rows=table.rows.assign(status="final", text="600.123", value=600_123.0))
    assert plain(stories.visits(final, "nl")).count("600.123 (definitief)") == len(final.rows)
    table = measures.disruption(shown, choice)
    final = replace(table, rows=table.rows.assign(status="final", bias=None))
    events = measures.dated_events(shown, "nl")
    assert "procentpunt (definitief)." in plain(stories.disruption(final, events, "nl"))
    doubted = replace(final, rows=final.rows.assign(bias="probably_higher"))
    assert "procentpunt (definitief, wellicht hoger)." in plain(stories.disruption(doubted, events, "nl"))


@pytest.mark.parametrize("page", [*PAGES, "antwoord"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_sign_is_seen_on_a_page(page: str, lang: str):
    app = opened(page, lang=lang, vraag="lerarenkaart")
    for element in app.main:
        proto = getattr(element, "proto", None)
        content = proto.SerializeToString().decode("utf-8", "replace") if proto is not None else ""
        assert not SIGNS.search(content), content[:300]


@pytest.mark.parametrize(
    ("page", "least"),
    [
        ("overzicht", 10),
        ("dekking", 20),
        ("afhaalkanalen", 20),
        ("instroom", 15),
        ("bereik", 3),
        ("bevraging", 24),
    ],
)
def test_the_figures_in_the_sentences_of_a_page_open(page: str, least: int, shown: Warehouse):
    found = [
        (said(link), FIGURE.search(link.get("href"))[1])
        for piece in pieces(opened(page))
        for told in piece.find_class("lk-said") + piece.find_class("lk-lead") + piece.find_class("lk-list")
        for link in told.iter("a")
        if FIGURE.search(link.get("href") or "")
    ]
    assert len(found) >= least
    for words, figure_id in found:
        (row,) = measures.one_figure(shown, figure_id, "nl").records
        assert str(row["text"]).replace("\u00a0", " ").startswith(words)


@pytest.mark.parametrize("page", CHARTED)
def test_every_bar_opens_a_figure(page: str, shown: Warehouse):
    charts = [json.loads(chart.proto.spec) for chart in opened(page).get("plotly_chart")]
    assert charts
    bars = [trace for chart in charts for trace in chart["data"] if trace["type"] == "bar"]
    ids = [name for trace in bars for name, value in zip(trace["ids"], _values(trace), strict=True) if value]
    flows = [trace for chart in charts for trace in chart["data"] if trace["type"] == "sankey"]
    ids += [one[1] for trace in flows for part in ("node", "link") for one in trace[part]["customdata"]]
    assert ids
    for figure_id in ids:
        assert len(measures.one_figure(shown, figure_id, "nl").rows) == 1, figure_id


def _values(trace: dict) -> list[object]:
    """The lengths of the bars, which lie along x where they are horizontal."""
    values = trace["x" if trace.get("orientation") == "h" else "y"]
    return [1] * len(trace["ids"]) if isinstance(values, dict) else values
