"""How long a reader waits: server start, first chart, and a choice changed. Prints a table; `make bench`."""

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

from playwright.sync_api import Page, sync_playwright

from bench.screenshots import ARGS, settled

ROOT = Path(__file__).resolve().parents[1]
CHARTS = {"overzicht": "/", "dekking": "/dekking", "afhaalkanalen": "/afhaalkanalen"}
ROUNDS = 10

# From the click on an edition to the frame in which the first chart has other bars.
CHANGE = """(name) => new Promise((done) => {
  const drawn = () => [...(document.querySelector('.js-plotly-plot')?.querySelectorAll('.bars path') ?? [])]
    .map((bar) => bar.getAttribute('d')).join();
  const before = drawn();
  const pill = [...document.querySelectorAll('button')].find((b) => b.textContent.trim() === name);
  const start = performance.now();
  pill.click();
  const look = () => {
    const now = drawn();
    if (now && now !== before) done(performance.now() - start);
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
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=os.environ | env)
    try:
        await_ready(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}", time.monotonic() - start
    finally:
        process.terminate()
        process.wait(timeout=20)


def changes(page: Page) -> list[float]:
    """Milliseconds of each change: an edition off and on again, a fresh choice every other time."""
    pills = page.locator('[data-testid="stButtonGroup"]').first.locator("button").all_text_contents()
    page.evaluate(CHANGE, pills[0].strip())  # the first change also loads what later ones share
    times = []
    for at in range(ROUNDS):
        settled(page)
        times.append(page.evaluate(CHANGE, pills[at % len(pills)].strip()))
    return times


def main() -> None:
    """Print a table: start, first chart and change per page, in milliseconds."""
    rows = []
    with served() as (url, ready), sync_playwright() as playwright:
        rows.append(("server start to ready", ready * 1000, ready * 1000, "5.000"))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        for name, path in CHARTS.items():
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            start = time.monotonic()
            page.goto(url + path)
            page.wait_for_selector(".js-plotly-plot .bars path")
            first = (time.monotonic() - start) * 1000
            rows.append((f"{name}: first chart, cold browser", first, first, ""))
            settled(page)
            times = changes(page)
            rows.append((f"{name}: choice to new chart", statistics.median(times), max(times), "300"))
            page.close()
        browser.close()
    print(f"{'milliseconds':<40}{'median':>10}{'worst':>10}{'promise':>10}")
    for label, median, worst, promise in rows:
        print(f"{label:<40}{median:>10.0f}{worst:>10.0f}{promise:>10}")


if __name__ == "__main__":
    main()
