"""A number opens its papers where the reader is: by mouse, by keyboard, forth and back, and to quote it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bench.screenshots import settled
from tests.browser.test_frame import AXE

pytestmark = pytest.mark.browser
FOCUSED = "() => document.activeElement.getAttribute('href')"
SHARE = "a[href*='figuur=LK-2020-AAN']"


def at(tab: Page, server: str, path: str) -> None:
    tab.goto(f"{server}{path}")
    settled(tab)


def titled(tab: Page, title: str) -> None:
    tab.get_by_role("dialog").get_by_role("heading", name=title, exact=True).wait_for()
    settled(tab)


def gone(tab: Page) -> None:
    expect(tab.get_by_role("dialog")).to_have_count(0)
    tab.wait_for_url(lambda url: "figuur" not in url)
    settled(tab)


def test_a_click_on_a_number_opens_its_papers_and_the_citation_is_copied(tab: Page, server: str):
    at(tab, server, "/dekking?lang=nl")
    tab.locator(f"main table {SHARE}").first.click()
    titled(tab, "Cijfer LK-2020-AAN")
    assert "/dekking?" in tab.url
    assert "figuur=LK-2020-AAN" in tab.url
    papers = tab.get_by_role("dialog")
    words = papers.inner_text()
    assert "58,3 % [e]" in words.replace("\u00a0", " ")
    assert "schatting, wellicht hoger" in words
    assert "rij 2020, kolom 'Percentage personeel met kaart'" in words
    papers.get_by_role("button", name="Kopieer verwijzing").click()
    papers.get_by_role("status").filter(has_text="Verwijzing gekopieerd").wait_for()
    line = tab.evaluate("navigator.clipboard.readText()")
    assert line.startswith(
        "Aandeel met kaart, gepubliceerd, editie 2020: 58,3 % (schatting, wellicht hoger)."
    )
    assert line.endswith(f"{server}/bronnen?lang=nl&figuur=LK-2020-AAN")
    papers.get_by_role("button", name="Sluiten").click()
    gone(tab)
    assert tab.evaluate(FOCUSED).endswith("figuur=LK-2020-AAN")


def test_the_same_by_keyboard_alone(tab: Page, server: str):
    at(tab, server, "/dekking?lang=en")
    tab.locator(f"main table {SHARE}").first.focus()
    tab.keyboard.press("Enter")
    titled(tab, "Figure LK-2020-AAN")
    for _ in range(30):
        tab.keyboard.press("Tab")
        if tab.evaluate("() => document.activeElement.id") == "lk-cite":
            break
    tab.keyboard.press("Enter")
    tab.get_by_role("status").filter(has_text="Citation copied").wait_for()
    assert "(estimate, probably higher)" in tab.evaluate("navigator.clipboard.readText()")
    tab.keyboard.press("Escape")
    gone(tab)
    assert tab.evaluate(FOCUSED).endswith("figuur=LK-2020-AAN")


def test_papers_lead_to_their_inputs_and_back_goes_the_same_way(tab: Page, server: str):
    at(tab, server, "/?lang=nl")
    tab.get_by_role("link", name="Dekking").first.click()
    tab.get_by_role("heading", name="Wie heeft een Lerarenkaart?").wait_for()
    settled(tab)
    tab.locator("main table a[href*='figuur=LK-2020-HER']").first.click()
    titled(tab, "Cijfer LK-2020-HER")
    tab.get_by_role("dialog").get_by_role("link", name="Personeel met kaart, editie 2020").click()
    titled(tab, "Cijfer LK-2020-PER")
    tab.go_back()
    titled(tab, "Cijfer LK-2020-HER")
    tab.go_forward()
    titled(tab, "Cijfer LK-2020-PER")
    tab.keyboard.press("Escape")
    gone(tab)
    assert "/dekking" in tab.url
    tab.go_back()
    tab.get_by_role("heading", name="De Lerarenkaart in het kort").wait_for()


def test_papers_lead_to_a_table_that_shows_the_figure_with_the_same_choice(tab: Page, server: str):
    at(tab, server, "/dekking?lang=en&edities=2019,2020")
    tab.locator("main table a[href*='figuur=LK-2020-GEM']").first.click()
    titled(tab, "Figure LK-2020-GEM")
    tab.get_by_role("dialog").get_by_role("link", name="Channels: ").click()
    tab.get_by_role("heading", name="How does the card reach staff?").wait_for()
    gone(tab)
    assert "edities=2019%2C2020" in tab.url
    assert tab.locator("main table a[href*='figuur=LK-2020-GEM']").count()


def test_a_link_to_a_figure_opens_in_a_new_browser_on_any_page(tab: Page, server: str, browser):
    at(tab, server, "/dekking?lang=en&edities=2019,2020")
    address = tab.locator(f"main table {SHARE}").first.get_attribute("href")
    assert address.startswith("/bronnen?lang=en&edities=2019%2C2020")
    for path in (address, "/afhaalkanalen?figuur=LK-2020-AAN", "/?figuur=LK-2020-AAN"):
        other = browser.new_context().new_page()
        other.goto(f"{server}{path}")
        other.get_by_role("dialog").get_by_role("heading", name="LK-2020-AAN").wait_for()
        other.context.close()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "figure", ["LK-2020-COR", "REF-2017-2018-GES", "IMP-VB-GOOGLE_ADS-SEARCH-BET-HEEL-CLICK_RATE"]
)
def test_open_papers_are_accessible(tab: Page, server: str, lang: str, width: int, figure: str):
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{server}/bronnen?lang={lang}&figuur={figure}")
    titled(tab, f"{'Figure' if lang == 'en' else 'Cijfer'} {figure}")
    found = Axe().run(tab, options=AXE).response["violations"]
    assert not [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]
    wide = tab.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    sideways = "(dialog) => dialog.scrollWidth - dialog.clientWidth"
    assert tab.get_by_role("dialog").evaluate(sideways) <= 1
