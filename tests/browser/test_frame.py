"""What only a browser can tell: axe, the keyboard, other hosts, the phone, a link opened anew."""

from io import BytesIO
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Locator, Page

from bench.screenshots import PAGES, address, settled

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
CUT_OFF = """() => [...document.querySelectorAll('.lk-table')].filter((e) => e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.querySelector('table').getAttribute('aria-label'))"""
UNDER_LEGEND = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((plot) => {
  const words = [...plot.querySelectorAll('.xtick text, .ytick text')];
  return [...plot.querySelectorAll('.legend .bg')].flatMap((legend) => {
    const l = legend.getBoundingClientRect();
    return words.filter((word) => {
      const w = word.getBoundingClientRect();
      return w.left < l.right && l.left < w.right && w.top < l.bottom && l.top < w.bottom;
    }).map((word) => word.textContent);
  });
})"""
AXE = {"runOnly": {"type": "tag", "values": TAGS}}


@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_is_accessible_in_its_language_and_stays_at_home(
    tab: Page, server: str, path: str, lang: str, width: int
):
    hosts: set[str] = set()
    complaints: list[str] = []
    tab.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(address(server, path, lang))
    settled(tab)
    assert tab.get_attribute("html", "lang") == lang
    assert tab.locator("h1").count() == 1
    found = Axe().run(tab, options=AXE).response["violations"]
    assert not [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]
    assert hosts - {""} == {urlsplit(server).netloc}
    assert not complaints
    wide = tab.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert not tab.evaluate(UNDER_LEGEND)
    if width == 1280:  # a phone scrolls a wide table, a desk shows it whole
        assert not tab.evaluate(CUT_OFF)


CONTROLS = """() => [...document.querySelectorAll('main button, main a[href], main input')]
  .filter((e) => e.offsetParent && !e.disabled)"""
IN_GROUP = "() => !!document.activeElement.closest('[role=radiogroup], [role=toolbar], [role=group]')"
REMEMBER = "() => { window.reached.add(document.activeElement) }"


def test_every_control_is_reached_by_keyboard(tab: Page, server: str):
    tab.goto(f"{server}/afhaalkanalen")
    settled(tab)
    tab.evaluate("() => { window.reached = new Set() }")
    for _ in range(2 * tab.evaluate(f"({CONTROLS})().length")):
        tab.keyboard.press("Tab")
        tab.evaluate(REMEMBER)
        while_in_group = 8 if tab.evaluate(IN_GROUP) else 0  # one stop a group, arrows within it
        for _ in range(while_in_group):
            tab.keyboard.press("ArrowRight")
            tab.evaluate(REMEMBER)
    missed = f"({CONTROLS})().filter((e) => !window.reached.has(e)).map((e) => e.outerHTML.slice(0, 300))"
    assert tab.evaluate("() => window.reached.size") > 10
    assert tab.evaluate(missed) == []


def test_a_copied_link_opens_the_same_view_in_a_new_browser(tab: Page, server: str, browser):
    tab.goto(f"{server}/afhaalkanalen?lang=en")
    settled(tab)
    tab.get_by_role("radio", name="Share").or_(
        tab.get_by_role("button", name="Share", exact=True)
    ).first.click()
    tab.get_by_text("Picked up in a library, share").first.wait_for()
    settled(tab)
    tab.locator("#lk-copy").click()
    tab.get_by_text("Link copied").wait_for()
    link = tab.evaluate("navigator.clipboard.readText()")
    assert "weergave=aandeel" in link
    other = browser.new_context().new_page()
    other.goto(link)
    settled(other)
    assert other.get_by_text("Picked up in a library, share").count()
    assert other.get_attribute("html", "lang") == "en"


def test_the_choice_survives_moving_to_another_page(tab: Page, server: str):
    tab.goto(f"{server}/?lang=en&edities=2018,2019")
    settled(tab)
    tab.get_by_role("link", name="Coverage").first.click()
    tab.get_by_role("heading", name="Who has a teacher card?").wait_for()
    settled(tab)
    assert "edities=2018%2C2019" in tab.url
    assert "lang=en" in tab.url


def test_a_figure_link_opens_at_its_papers_from_the_front_door(tab: Page, server: str):
    tab.goto(f"{server}/?figuur=LK-2020-BIB")
    tab.get_by_role("heading", name="Cijfer LK-2020-BIB").wait_for()
    assert "figuur=LK-2020-BIB" in tab.url


def test_switching_the_language_loads_a_page_that_declares_it(tab: Page, server: str):
    tab.goto(f"{server}/dekking")
    settled(tab)
    tab.get_by_role("link", name="English").click()
    tab.get_by_role("heading", name="Who has a teacher card?").wait_for()
    assert tab.get_attribute("html", "lang") == "en"


def test_years_and_thousands_are_written_as_in_belgium_in_the_charts(tab: Page, server: str):
    tab.goto(f"{server}/dekking")
    settled(tab)
    drawn = " ".join(tab.locator(".js-plotly-plot text").all_text_contents())
    assert "2017" in drawn
    assert "2.017" not in drawn
    assert "204.530" in drawn
    assert "58,3 % [e]" in drawn


def edges(table: Locator) -> tuple[int, int]:
    """How light the left and the right edge of a table are: 255 is white."""
    seen = Image.open(BytesIO(table.screenshot())).convert("L")
    edge = [seen.crop(box).resize((1, 1)) for box in ((0, 0, 2, 8), (seen.width - 2, 0, seen.width, 8))]
    return edge[0].getpixel((0, 0)), edge[1].getpixel((0, 0))


def test_the_edge_of_a_table_shows_where_more_of_it_stands(tab: Page, server: str):
    tab.set_viewport_size({"width": 390, "height": 900})
    tab.goto(f"{server}/instroom")
    tab.wait_for_url("**edities=**")
    settled(tab)
    table = tab.locator(".lk-table[tabindex]").first
    left, right = edges(table)
    assert left == 255 > right
    assert table.evaluate("(box) => { box.scrollTo(box.scrollWidth, 0); return box.scrollLeft }") > 100
    tab.wait_for_timeout(500)  # drawn anew
    left, right = edges(table)
    assert left < 255 == right


def test_no_choice_lies_out_of_sight_on_a_phone(tab: Page, server: str):
    tab.set_viewport_size({"width": 390, "height": 900})
    tab.goto(f"{server}/bereik")
    settled(tab)
    choices = tab.get_by_role("radiogroup", name="Tabellen per").get_by_role("radio")
    assert choices.count() == 7
    for box in (choice.bounding_box() for choice in choices.all()):
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
