"""Screenshots of every page of a running app: python -m bench.screenshots FOLDER [URL] [whole|top]."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PAGES = {"overzicht": "/", "dekking": "/dekking", "afhaalkanalen": "/afhaalkanalen"}
PAGES |= {name: f"/{name}" for name in ("wervingscampagne", "instroom", "evaluatie", "bereik", "bevraging")}
PAGES |= {"antwoord": "/antwoord?vraag=lerarenkaart"}
PAGES |= {"importeren": "/importeren", "bronnen": "/bronnen"}
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def address(url: str, path: str, lang: str) -> str:
    """A page of the app in a language."""
    return f"{url}{path}{'&' if '?' in path else '?'}lang={lang}"


def settled(page: Page) -> None:
    """Wait until the script has run and its charts are drawn."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_function(
        "() => !document.querySelector('[data-testid=stSkeleton]')"
        " && [...document.querySelectorAll('[data-testid=stPlotlyChart]')]"
        ".every((chart) => chart.querySelector('.main-svg'))"
    )
    page.wait_for_timeout(500)


def whole(page: Page, width: int) -> None:
    """Make the window as high as the page, which Streamlit scrolls inside itself."""
    block = "document.querySelector('[data-testid=stMainBlockContainer]')"
    height = page.evaluate(f"() => {block}.getBoundingClientRect().height + 60")
    page.set_viewport_size({"width": width, "height": min(int(height), 16000)})
    page.wait_for_timeout(500)


def main(folder: Path, url: str = "http://127.0.0.1:8501", kind: str = "whole") -> None:
    """One PNG a page, language and width in the folder; kind `top`: for the README, Dutch and wide alone."""
    folder.mkdir(parents=True, exist_ok=True)
    variants = [("nl", 1280)] if kind == "top" else [(lang, w) for lang in ("nl", "en") for w in (1280, 390)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        for name, path in PAGES.items():
            for lang, width in variants:
                page = browser.new_page(viewport={"width": width, "height": 900})
                page.goto(address(url, path, lang))
                settled(page)
                if kind == "whole":
                    whole(page, width)
                label = name if kind == "top" else f"{name}-{lang}-{width}"
                page.screenshot(path=folder / f"{label}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
