"""Made-up exports in the platforms' real layouts, to try the importers and the pages with.

Every file, campaign, tweet and question carries the word [voorbeeld]; an import that does is a demo.
The same seed gives the same bytes.
"""

from pathlib import Path
from random import Random

from lkdash.demo.advertisements import google, meta, video
from lkdash.demo.made_up import WORD
from lkdash.demo.survey import survey
from lkdash.demo.website import analytics, tweets

__all__ = ["WORD", "write_demo"]


def write_demo(folder: Path, seed: int = 2019) -> list[Path]:
    """Write the example exports; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "voorbeeld-google-zoeken-display.csv": (google(Random(seed)), "utf-16"),
        "voorbeeld-google-video.csv": (video(Random(seed + 1)), "utf-8"),
        "voorbeeld-meta.csv": (meta(Random(seed + 2)), "utf-8-sig"),
        "voorbeeld-tweets.csv": (tweets(Random(seed + 3)), "utf-8"),
        "voorbeeld-analytics.csv": (analytics(Random(seed + 4)), "utf-8"),
        "voorbeeld-bevraging.csv": (survey(Random(seed + 5)), "utf-8-sig"),
    }
    for name, (text, encoding) in files.items():
        (folder / name).write_bytes(text.encode(encoding))
    return [folder / name for name in files]
