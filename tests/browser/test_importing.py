"""Importing as the communication team does: drop files, compare totals, confirm, see them, undo."""

import json
import re
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bench.pages import free_port, running, served
from bench.screenshots import settled
from lkdash.demo import write_demo
from lkdash.importers import receive
from lkdash.store import Store
from tests.browser.test_frame import AXE, CUT_OFF
from tests.test_importers import EXPORTS

pytestmark = pytest.mark.browser


@pytest.fixture
def imports(tmp_path: Path):
    with served(LKDASH_STORE=str(tmp_path / "store")) as (url, _):
        yield url, tmp_path


def dropped(tab: Page, url: str, *files: Path, lang: str = "nl") -> None:
    tab.goto(f"{url}/importeren?lang={lang}")
    settled(tab)
    tab.locator('input[type="file"]').set_input_files([str(file) for file in files])
    tab.get_by_role("heading", name=files[-1].name).wait_for()
    settled(tab)


def received(folder: Path) -> list[Path]:
    """What was dropped and is neither kept nor taken away."""
    return list((folder / "store").glob(".*"))


def test_files_are_recognised_confirmed_shown_and_undone(tab: Page, imports):
    url, folder = imports
    bad = folder / "afbeelding.csv"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    dropped(tab, url, EXPORTS / "google_dutch_utf16.csv", EXPORTS / "meta_dutch_daily.csv", bad)
    words = tab.locator("main").inner_text()
    assert "Herkend als Google Ads. Rijen: 3;" in words
    assert "0,9 KB" in words.replace("\u00a0", " ")
    assert not re.search(r"\d\.\dK?B", words)
    for name in ("Verwijder afbeelding.csv", "Voeg bestanden toe"):
        assert tab.get_by_role("button", name=name, exact=True).count() == 1
    assert "48.912" in words
    assert "'Aantal klikken' als klikken" in words
    first = tab.locator("main table").nth(1).locator("tr").nth(1).inner_text()
    assert first.replace("\u00a0", " ").startswith("23 april 2019")
    assert "Dit is een afbeelding, geen tabel." in words
    assert not Store(folder / "store").files()
    assert len(received(folder)) == 2  # what was refused went at once
    tab.get_by_role("button", name="Verwijder afbeelding.csv").click()
    tab.get_by_text("Dit is een afbeelding, geen tabel.").wait_for(state="detached")
    assert len(received(folder)) == 2
    tab.get_by_role("button", name="Bewaar 2 bestanden").click()
    tab.get_by_text("Ingevoerd: google_dutch_utf16.csv, meta_dutch_daily.csv.").wait_for()
    assert len(Store(folder / "store").files()) == 2
    assert not received(folder)
    tab.get_by_role("link", name="Bereik").click()
    tab.get_by_role("heading", name="Wat bereikte de campagne?").wait_for()
    settled(tab)
    words = tab.locator("main").inner_text()
    assert "[voorbeeld]" not in words.replace("[voorbeeld] verzonnen", "")
    assert "45.678" in words
    tab.get_by_role("link", name="Importeren").click()
    tab.get_by_role("button", name="Maak deze import ongedaan").click()
    tab.get_by_text("is ongedaan gemaakt").wait_for()
    assert len(Store(folder / "store").files()) == 1


def test_what_files_dropped_at_once_share_is_told_and_each_is_kept_once(tab: Page, imports):
    url, folder = imports
    first, copy, later = (folder / f"{name}.csv" for name in ("mei", "kopie", "juni"))
    rows = "Dag;Campagne;Valutacode;Vertoningen;Klikken;Kosten\r\n{day};A;EUR;100;10;5,50\r\n"
    for file, days in (
        (first, "2019-05-01"),
        (copy, "2019-05-01"),
        (later, "2019-05-01;A;EUR;1;1;1,00\r\n2019-06-01"),
    ):
        file.write_text(rows.format(day=days), encoding="utf-8")
    dropped(tab, url, first, copy, later)
    words = tab.locator("main").inner_text()
    assert "Dit is hetzelfde bestand als mei.csv hierboven" in words
    assert words.count("Over dezelfde dagen als mei.csv hierboven") == 1
    assert "Over dezelfde dagen als kopie.csv" not in words
    assert not Axe().run(tab, options=AXE).response["violations"]
    assert receive(first, Store(folder / "store")).status == "imported"  # by another reader, meanwhile
    tab.get_by_role("button", name="Bewaar 2 bestanden").click()
    tab.get_by_text("Ingevoerd: juni.csv.").wait_for()
    assert len(Store(folder / "store").files()) == 2
    assert not received(folder)


def test_a_file_that_waited_too_long_is_asked_for_again(tab: Page, imports):
    url, folder = imports
    dropped(tab, url, EXPORTS / "meta_dutch_daily.csv")
    gone = received(folder)
    tab.locator('input[type="file"]').set_input_files([str(EXPORTS / "google_dutch_utf16.csv")])
    tab.get_by_role("heading", name="google_dutch_utf16.csv").wait_for()
    settled(tab)
    for waiting in gone:
        waiting.unlink()
    tab.get_by_role("button", name="Bewaar 2 bestanden").click()
    tab.get_by_text("meta_dutch_daily.csv: Dit bestand is er niet meer").wait_for()
    tab.get_by_text("Ingevoerd: google_dutch_utf16.csv.").wait_for()
    assert len(Store(folder / "store").files()) == 1


def test_why_a_file_was_not_received_is_read_on_the_page(tab: Page, tmp_path: Path):
    (tmp_path / "a file").touch()
    large = tmp_path / "groot.csv"
    with large.open("wb") as file:
        file.truncate(1_700_000_000)
    said = {
        "nl": ("Dit bestand is groter dan 1,6 GB: ", "Dit bestand is niet ontvangen. "),
        "en": ("This file is larger than 1,6 GB: ", "This file was not received. "),
    }
    with served(LKDASH_STORE=str(tmp_path / "a file" / "store")) as (url, _):
        for lang, sentences in said.items():
            tab.goto(f"{url}/importeren?lang={lang}")
            settled(tab)
            files = [str(EXPORTS / "meta_dutch_daily.csv"), str(large)]
            tab.locator('input[type="file"]').set_input_files(files)
            for sentence in sentences:
                reason = tab.get_by_role("alert").filter(has_text=sentence.strip())
                reason.wait_for()
                box = reason.bounding_box()
                assert box
                assert box["width"] > 200
            settled(tab)
            words = tab.locator("main").inner_text()
            assert "Axios" not in words
            assert not Axe().run(tab, options=AXE).response["violations"]


def test_every_received_file_is_seen_and_an_english_page_speaks_english_of_it(tab: Page, imports):
    url, _ = imports
    files = sorted(EXPORTS.glob("*.csv"))[:8]
    dropped(tab, url, *files, EXPORTS / "template_filled.csv", lang="en")
    clipped = "(box) => [box, ...box.children].filter((e) => e.scrollHeight > e.clientHeight + 1).length"
    for width in (390, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.locator('[data-testid="stFileChips"]').evaluate(clipped) == 0
    for file in files:
        assert tab.get_by_role("button", name=f"Remove {file.name}", exact=True).is_visible()
    words = tab.locator("main").inner_text()
    assert "Recognised as lkdash template." in words
    assert "Compare these numbers with your source." in words
    assert "sjabloon" not in words
    tab.get_by_role("button", name="Keep 9 files").wait_for()


def test_pages_with_figures_of_every_platform_are_whole_and_accessible(tab: Page, imports):
    url, folder = imports
    received = [receive(file, Store(folder / "store")) for file in sorted(EXPORTS.glob("*.[cx][sl][vs]*"))]
    assert [each.status for each in received].count("imported") > 20
    tab.set_viewport_size({"width": 1280, "height": 900})
    for page in ("importeren", "bereik", "instroom", "evaluatie", "bevraging"):
        tab.goto(f"{url}/{page}")
        settled(tab)
        assert not tab.evaluate(CUT_OFF), page
        found = Axe().run(tab, options=AXE).response["violations"]
        assert not [(page, rule["id"]) for rule in found]


def test_examples_keep_their_mark_when_they_are_imported(tab: Page, imports):
    url, folder = imports
    files = write_demo(folder / "demo")
    dropped(tab, url, *files)
    assert tab.get_by_text("Dit bestand bevat verzonnen voorbeeldcijfers.").count() == len(files)
    for row in tab.locator("main table tbody tr").all_inner_texts():
        assert "[voorbeeld]" in row
    tab.get_by_role("button", name=f"Bewaar {len(files)} bestanden").click()
    tab.get_by_text("Ingevoerd: voorbeeld-google").wait_for()
    tab.get_by_role("link", name="Bereik").click()
    tab.get_by_text("Voorbeeldcijfers: alles op deze pagina is verzonnen").wait_for()
    settled(tab)
    rows = tab.locator("main table").first.inner_text().splitlines()
    assert all(
        "[voorbeeld]" in row or "niet in de export" in row
        for row in rows[1:]
        if any(c.isdigit() for c in row)
    )
    assert tab.locator(".annotation-text", has_text="[voorbeeld]").count() >= 2
    tab.get_by_text("Toon voorbeeldcijfers").click()
    tab.get_by_text("Voor deze keuze zijn er geen ingevoerde cijfers.").first.wait_for()
    settled(tab)
    assert "1.155" not in tab.locator("main").inner_text()


def uvicorn(port: int) -> list[str]:
    return [sys.executable, "-m", "uvicorn", "app:app", "--host", "0.0.0.0", "--port", str(port)]


@pytest.mark.parametrize("by", ["streamlit", "uvicorn"])
def test_a_server_that_others_can_reach_refuses_to_import(browser: Browser, tmp_path: Path, by: str):
    port = free_port()
    told = ("--server.address=0.0.0.0",)
    store = {"LKDASH_STORE": str(tmp_path)}
    with served(*told, **store) if by == "streamlit" else running(uvicorn(port), port, **store) as (url, _):
        tab = browser.new_page()
        tab.goto(f"{url}/importeren")
        sentence = "Importeren, ongedaan maken en bewaren kan alleen op deze computer zelf"
        tab.get_by_text(sentence).wait_for()
        assert tab.locator('input[type="file"]').count() == 0
        tab.goto(f"{url}/bereik")
        tab.get_by_text(sentence).wait_for()
        assert tab.get_by_role("button", name="Bewaar doel").count() == 0
        tab.close()
    assert json.dumps([str(file) for file in tmp_path.iterdir()]) == "[]"
