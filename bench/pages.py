"""How long a reader waits: start, first chart, a choice changed, a page's rerun. A table; `make bench`."""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.reruns import reruns
from bench.screenshots import ARGS, PAGES, settled

ROOT = Path(__file__).resolve().parents[1]
CHARTS = {"overzicht": "/", "dekking": "/dekking", "afhaalkanalen": "/afhaalkanalen", "bereik": "/bereik"}
ROUNDS = 10

# From the click on an edition to the frame in which a chart has other bars or words.
CHANGE = """(name) => new Promise((done, failed) => {
  const drawn = () => [...document.querySelectorAll('.js-plotly-plot .bars path, .js-plotly-plot text')]
    .map((part) => part.getAttribute('d') ?? part.textContent).join();
  const before = drawn();
  const pill = [...document.querySelectorAll('button')].find((b) => b.textContent.trim() === name);
  const start = performance.now();
  pill.click();
  const look = () => {
    const now = drawn();
    const passed = performance.now() - start;
    if (now && now !== before) done(passed);
    else if (passed > 10000) failed(`'${name}' changes no chart`);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def await_ready(url: str, seconds: float = 30) -> None:
    """Return once the server answers; TimeoutError after so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1)
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(url)


@contextmanager
def served(*options: str, **env: str) -> Iterator[tuple[str, float]]:
    """The app on a free port as `streamlit run` starts it: its address, and the seconds until ready."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", *options]
    with running(command, port, **env) as started:
        yield started


@contextmanager
def running(command: list[str], port: int, **env: str) -> Iterator[tuple[str, float]]:
    """The app as this command serves it on this port: its address, and the seconds until ready."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=os.environ | env)
    try:
        await_ready(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}", time.monotonic() - start
    finally:
        process.terminate()
        process.wait(timeout=20)


# From the click on a page's name to the frame in which it stands there, charts and all.
VISIT = """(href) => new Promise((done) => {
  const title = () => document.querySelector('h1')?.textContent;
  const before = title();
  const start = performance.now();
  [...document.querySelectorAll('nav a, header a')].find((a) => new URL(a.href).pathname === href).click();
  const look = () => {
    const still = document.querySelector('[data-test-script-state="notRunning"]');
    const drawn = [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
      .every((chart) => chart.querySelector('.main-svg'));
    if (title() && title() !== before && still && drawn) done(performance.now() - start);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""


def changes(page: Page) -> list[float]:
    """Milliseconds of each change: an edition off and on again, a fresh choice every other time."""
    group = page.locator('[data-testid="stButtonGroup"]').first
    buttons = group.locator("button").all_text_contents()[
        :4
    ]  # by day, by week, together: another chart or none
    page.evaluate(CHANGE, buttons[-1].strip())  # the first change also loads what later ones share
    times = []
    for at in range(ROUNDS):
        settled(page)
        times.append(page.evaluate(CHANGE, buttons[(at + 1) % len(buttons)].strip()))
    return times


def visits(page: Page, path: str, away: str) -> list[float]:
    """Milliseconds of each visit to a page by its link, coming from another one."""
    times = []
    for _ in range(ROUNDS // 2):
        times.append(page.evaluate(VISIT, path.partition("?")[0]))
        settled(page)
        page.evaluate(VISIT, away)
        settled(page)
    return times[1:]


def measured(url: str, playwright: Playwright) -> Iterator[tuple[str, list[float], str]]:
    """What is measured, its times in milliseconds, and what is promised."""
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
    for name, path in CHARTS.items():
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        start = time.monotonic()
        page.goto(url + path)
        page.wait_for_selector(".js-plotly-plot .bars path")
        yield f"{name}: first chart, cold browser", [(time.monotonic() - start) * 1000], ""
        settled(page)
        yield f"{name}: choice to new chart", changes(page), "300"
        page.close()
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for name, path in PAGES.items():
        away = PAGES["importeren" if name == "bevraging" else "bevraging"]
        page.goto(url + away)
        settled(page)
        yield f"{name}: page opened by its link", visits(page, path, away), ""
    browser.close()


def machine() -> float:
    """Milliseconds for ten million additions: how fast the machine itself is today."""
    start = time.monotonic()
    sum(range(10_000_000))
    return (time.monotonic() - start) * 1000


def main(imports: Path | None = None) -> None:
    """Print a table: start, first chart, change, visit and rerun per page, in milliseconds.

    imports: a folder of imports for the server to show; by default nothing was imported.
    """
    print(f"{'milliseconds':<44}{'median':>10}{'worst':>10}{'promise':>10}")
    print(f"{'the machine: ten million additions':<44}{machine():>10.0f}")
    with TemporaryDirectory() as nothing:
        store = imports or Path(nothing)
        with sync_playwright() as playwright, served(LKDASH_STORE=str(store)) as (url, ready):
            _line("server start to ready", [ready * 1000], "5.000")
            for label, times, promise in measured(url, playwright):
                _line(label, times, promise)
        for name, times in reruns(store):  # with the machine to itself, as a server has it
            _line(f"{name}: warm rerun on the server", times, "300")


def _line(label: str, times: list[float], promise: str) -> None:
    print(f"{label:<44}{statistics.median(times):>10.0f}{max(times):>10.0f}{promise:>10}")


if __name__ == "__main__":
    main()
