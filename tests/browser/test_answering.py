"""Answering as a member of the cabinet does: paste, change, move, take files along, keep, check a sentence."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page

from bench.pages import served
from bench.screenshots import address, settled
from tests.browser.test_frame import AXE, Axe

pytestmark = pytest.mark.browser
PASTED = """1. Hoeveel lerarenkaarten werden er in 2019 en 2020 gemaakt? Graag per provincie.
2. Hoeveel daarvan kwamen er met een abonnement?
3. Hoeveel giraffen telt de zoo?"""


@pytest.fixture
def kept(tmp_path: Path):
    with served(LKDASH_STORE=str(tmp_path)) as (url, _):
        yield url


def downloaded(tab: Page, button: str) -> tuple[str, bytes]:
    with tab.expect_download() as found:
        tab.get_by_role("button", name=button).click()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def draft_of(tab: Page) -> str:
    return tab.locator(".st-key-told_answer").inner_text()


def test_from_a_pasted_question_to_a_file_and_a_kept_answer(tab: Page, kept: str):
    tab.goto(f"{kept}/antwoord")
    settled(tab)
    tab.get_by_label("De vraag, met genummerde deelvragen").fill(PASTED)
    tab.get_by_label("Onderwerp").fill("Kaarten en dieren")
    tab.keyboard.press("Tab")
    tab.get_by_role("heading", name="Het ontwerp").wait_for()
    settled(tab)
    words = draft_of(tab)
    assert "Kaarten aangemaakt: 213.132 in 2019 en 215.229 in 2020 (definitief)." in words
    assert "Cijfers per provincie: die bestaan niet" in words
    assert "past geen enkele tabel" in words

    tab.get_by_role("button", name="Vraag 2 naar boven").click()
    tab.wait_for_timeout(500)
    settled(tab)
    tab.get_by_text("Neem op").nth(2).click()
    tab.get_by_text("Vraag 3", exact=True).wait_for(state="detached")
    settled(tab)
    words = draft_of(tab)
    assert words.index("Vraag 2\n") < words.index("Vraag 1\n")
    assert "giraffen" not in words

    name, content = downloaded(tab, "Word (docx)")
    assert name == "lkdash-antwoord.docx"
    word = docx.Document(io.BytesIO(content))
    assert word.core_properties.title == "Ontwerp van antwoord: Kaarten en dieren"
    assert word.tables[0].cell(4, 4).text.replace("\xa0", " ") == "81.803 [e] (2, 3, 4, 5)"
    name, content = downloaded(tab, "Bewijspakket (zip)")
    assert name == "lkdash-antwoord-bewijs.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "SHA256SUMS" in archive.namelist()

    tab.get_by_role("button", name="Bewaar dit antwoord").click()
    tab.get_by_text("Bewaard als").wait_for()
    tab.get_by_role("tab", name="Bewaarde antwoorden").click()
    tab.get_by_label("Open een bewaard antwoord").click()
    tab.get_by_role("option", name="Kaarten en dieren").click()
    tab.get_by_text("Geen enkel cijfer erin is sindsdien veranderd").wait_for()
    settled(tab)  # the answer below it comes a moment later
    assert "213.132" in tab.locator(".st-key-told_kept").inner_text()
    assert not Axe().run(tab, options=AXE).response["violations"]
    tab.get_by_role("tab", name="Ontwerp").click()
    tab.get_by_role("heading", name="Het ontwerp").wait_for()
    settled(tab)
    assert draft_of(tab) == words  # nothing that was pasted or chosen is lost


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_sentence_is_checked_and_the_part_is_accessible(tab: Page, server: str, lang: str, width: int):
    names = {
        "nl": ("Klopt deze zin?", "klopt alleen voor 2017-2019"),
        "en": ("Does this sentence hold?", "2017-2019"),
    }
    part, verdict = names[lang]
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(address(server, "/antwoord", lang))
    settled(tab)
    tab.get_by_role("tab", name=part).click()
    tab.locator(".st-key-claim_sentence textarea").fill("Twee op de drie leraren heeft een lerarenkaart.")
    tab.locator("[data-testid=stFormSubmitButton] button").click()
    tab.locator(".lk-lead", has_text=verdict).wait_for()
    settled(tab)
    assert tab.get_by_role("link", name="58,3").count() == 1
    assert not Axe().run(tab, options=AXE).response["violations"]
