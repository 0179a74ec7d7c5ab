"""Files in a browser: a document as a page is accessible, and a page's buttons give what they say."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page

from bench.screenshots import settled
from lkdash.exports.html import write_html
from tests.browser.test_frame import AXE
from tests.documents import document

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 360])
def test_a_document_as_a_page_is_accessible_and_stays_at_home(tab, warehouse, choice, tmp_path, width: int):
    file = tmp_path / "answer.html"
    file.write_bytes(write_html(document(warehouse, choice)))
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.split(":")[0]))
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(file.as_uri())
    found = Axe().run(tab, options=AXE).response["violations"]
    assert not [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]
    assert set(asked) <= {"file", "data"}
    assert tab.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


def test_the_buttons_give_a_tables_figures_and_its_chart(tab: Page, server: str):
    tab.goto(f"{server}/dekking?lang=nl&edities=2019,2020")
    settled(tab)
    files = tab.locator(".st-key-files_coverage")
    assert files.get_by_role("button").all_inner_texts() == [
        "Tabel als csv",
        "Tabel als Excel (xlsx)",
        "Grafiek als png",
    ]
    got = {}
    for button in files.get_by_role("button").all():
        with tab.expect_download(timeout=90_000) as waiting:
            button.click()
        got[waiting.value.suggested_filename] = Path(waiting.value.path()).read_bytes()
    assert list(got) == [f"lkdash-coverage.{kind}" for kind in ("csv", "xlsx", "png")]
    assert got["lkdash-coverage.csv"].decode("utf-8-sig").count("edities 2019-2020") == 2
    sheet = openpyxl.load_workbook(BytesIO(got["lkdash-coverage.xlsx"]))["Tabel"]
    assert [cell.value for cell in sheet["B"]] == ["Aandeel met kaart, gepubliceerd", 0.65, 0.583]
    assert Image.open(BytesIO(got["lkdash-coverage.png"])).text["Title"] == "Aandeel met kaart per editie"
