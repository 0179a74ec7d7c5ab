"""A chart as a picture: its title, source and marks are in it, an example keeps its watermark."""

import io
import logging
from dataclasses import replace

import pytest
from PIL import Image

from lkdash.contracts import Choice, Refusal
from lkdash.db import open_warehouse
from lkdash.exports import can_draw, chart_png, colophon, data_version
from lkdash.exports.catalogue import TABLES
from lkdash.exports.png import chart_picture, framed
from lkdash.exports.png_words import below, fields, shown, told_of
from lkdash.store import Store
from lkdash.texts import sentence
from tests.conftest import DATA
from tests.documents import MADE_ON
from tests.needs import program


def drawn(warehouse, choice: Choice, name: str):
    table = TABLES[name].table(warehouse, choice)
    figure = TABLES[name].chart(table)
    return figure, table, colophon("Titel <b>", [table], choice, data_version(warehouse, "nl"), MADE_ON)


def test_what_the_browser_mumbles_while_drawing_is_not_printed(warehouse, choice, monkeypatch, caplog):
    kaleido = pytest.importorskip("kaleido", reason="The package kaleido is not installed: no pictures.")

    def mumbling(*_args, **_options) -> bytes:
        logging.getLogger("choreographer.channels.pipe").error("JSONError decoding message. Ignoring")
        return b"picture"

    monkeypatch.setattr(kaleido, "calc_fig_sync", mumbling)
    assert chart_picture(drawn(warehouse, choice, "coverage")[0]) == b"picture"
    assert not caplog.records


def test_the_picture_says_what_it_is(warehouse, choice):
    program("chromium", "chromium", "chromium-browser")
    pytest.importorskip("kaleido", reason="The package kaleido is not installed: no pictures of charts.")
    assert can_draw()
    out = io.BytesIO()
    chart_png(out, *drawn(warehouse, choice, "coverage"))
    picture = Image.open(out)
    assert (picture.format, picture.width) == ("PNG", 2000)
    assert len(picture.convert("RGB").resize((200, 100)).getcolors(20_000)) > 10  # no empty page
    assert picture.text["Title"] == "Titel <b>"
    assert picture.text["Description"].startswith("Aandeel met kaart, gepubliceerd; voor 2017-2021")
    assert "kalenderjaar" in picture.text["Comment"]
    for name in ("Units", "Legend", "Source", "Choice", "Version", "Creation Time"):
        assert picture.text[name], name
    assert "LK-2020-AAN" in picture.text["Figure ids"]
    assert "gearceerd" in picture.text["Legend"]


@pytest.mark.parametrize("name", ["posted", "coverage"])
def test_no_word_below_the_chart_is_cut_at_the_right(warehouse, choice, name: str):
    program("chromium", "chromium", "chromium-browser")
    pytest.importorskip("kaleido", reason="The package kaleido is not installed: no pictures of charts.")
    figure, table, told = drawn(warehouse, choice, name)
    out = io.BytesIO()
    chart_png(out, figure, table, replace(told, version=", ".join(told.figure_ids)))
    picture = Image.open(out).convert("RGB")
    edge = picture.crop((picture.width - 16, 0, picture.width, picture.height))
    lower = edge.crop((0, edge.height // 2, 16, edge.height))
    assert lower.getcolors() == [(16 * lower.height, (255, 255, 255))]


def test_the_papers_of_a_picture_are_those_of_the_figures_in_it(warehouse, choice):
    figure, table, told = drawn(warehouse, choice, "posted")
    part = shown(figure, table)
    assert set(part.rows["measure"]) == {"cards_subscription", "cards_starters", "cards_library"}
    own = told_of(part, told)
    assert own.units == "kaarten"
    assert "wellicht hoger: LK-2020-BIB" in own.legend
    assert "gearceerd in een grafiek: schatting" in own.legend
    assert len(own.figure_ids) == 15


def test_unit_marks_notes_and_date_stand_below_the_chart(warehouse, choice):
    _, table, told = drawn(warehouse, choice, "coverage")
    said = " ".join(below(table, told))
    assert "Onderwerp: Aandeel met kaart, gepubliceerd; voor 2017-2021. Eenheden: aandeel in procent." in said
    assert "Opmerkingen: 1. De Lerarenkaart loopt per kalenderjaar" in said
    assert "2. Er bestaat geen" in said
    assert said.endswith("Gemaakt op: 24 november 2026.")
    assert all(note in said for note in told.notes)


def test_a_computed_figure_is_said_to_be_so_below_its_chart_and_in_its_fields(warehouse, choice):
    figure, table, told = drawn(warehouse, choice, "library_pickup")
    line = (
        "Eigen berekening: Afhaalgraad in bibliotheken = afgehaald in de bibliotheek ÷ naar de bibliotheken."
    )
    part = shown(figure, table)
    assert line in below(part, told)
    assert fields(part, told)["Computed"] == line


def test_the_frame_escapes_its_words_and_leaves_the_chart_as_it_was(warehouse, choice):
    figure, _, told = drawn(warehouse, choice, "coverage")
    whole = framed(figure, ["Bron: <i>x</i>"], told.title)
    assert whole.layout.title.text == "<b>Titel &lt;b&gt;</b>"
    assert whole.layout.annotations[-1].text == "Bron: &lt;i&gt;x&lt;/i&gt;"
    assert whole.layout.height > (figure.layout.height or 450)
    assert figure.layout.title.text is None
    assert whole.data == figure.data


def test_a_legend_at_the_bottom_stands_above_the_source(warehouse, choice):
    figure, *_ = drawn(warehouse, choice, "coverage")
    figure.update_layout(legend={"y": 0, "yref": "container", "yanchor": "bottom"})
    whole = framed(figure, ["Bron: x", "Tekens: y"], "Titel")
    assert whole.layout.legend.y * whole.layout.height > 2 * 17
    assert figure.layout.legend.y == 0


def test_an_example_keeps_its_watermark(choice):
    figure, _, told = drawn(open_warehouse(DATA, Store(DATA / "demo").loaded()), choice, "reach")
    assert any("[voorbeeld]" in str(note.text) for note in framed(figure, [], told.title).layout.annotations)


def test_without_a_browser_or_kaleido_one_sentence_says_so(warehouse, choice, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    assert not can_draw()
    with pytest.raises(Refusal) as refused:
        chart_png(io.BytesIO(), *drawn(warehouse, choice, "coverage"))
    assert sentence(refused.value.findings[0], "nl").endswith("Installeer het of kies csv of xlsx.")
    monkeypatch.setattr("lkdash.exports.png.find_spec", lambda name: None)
    with pytest.raises(Refusal, match=r"refusal\.no_kaleido"):
        chart_png(io.BytesIO(), *drawn(warehouse, choice, "coverage"))
