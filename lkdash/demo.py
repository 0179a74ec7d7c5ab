"""Made-up exports in the platforms' real layouts, to try the importers and the pages with.

Every file, campaign, tweet and question carries the word [voorbeeld]; an import that does is a demo.
The same seed gives the same bytes.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from babel.numbers import format_decimal

WORD = "[voorbeeld]"
FIRST, LAST = (
    date(2019, 4, 23),
    date(2019, 10, 5),
)  # the campaign's days, so that its actions stand beside them
GROUPS = ("lerarenopleiding", "vakbond", "onderwijskoepel", "stad of gemeente", "jongerenorganisatie")
ANSWERS = ("zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden")
QUESTIONS = (
    f"{WORD} Hoe tevreden bent u over de campagne?",
    f"{WORD} Hoe tevreden bent u over de toolbox?",
    f"{WORD} Hoe tevreden bent u over de website?",
)


def write_demo(folder: Path, seed: int = 2019) -> list[Path]:
    """Write the example exports; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "voorbeeld-google-zoeken-display.csv": (_google(Random(seed)), "utf-16"),
        "voorbeeld-google-video.csv": (_video(Random(seed + 1)), "utf-8"),
        "voorbeeld-meta.csv": (_meta(Random(seed + 2)), "utf-8-sig"),
        "voorbeeld-tweets.csv": (_tweets(Random(seed + 3)), "utf-8"),
        "voorbeeld-analytics.csv": (_analytics(Random(seed + 4)), "utf-8"),
        "voorbeeld-bevraging.csv": (_survey(Random(seed + 5)), "utf-8-sig"),
    }
    for name, (text, encoding) in files.items():
        (folder / name).write_bytes(text.encode(encoding))
    return [folder / name for name in files]


def _days() -> Iterator[tuple[date, float]]:
    """Each day of the campaign and how busy it is: a peak at the launch and at its end."""
    for at in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=at)
        busy = 0.35 + 1.4 * max(0, 1 - at / 25) + 0.9 * max(0, 1 - (LAST - day).days / 12)
        yield day, busy * (0.7 if day.weekday() > 4 else 1)


def _google(chance: Random) -> str:
    rows: list[list[str]] = []
    for day, busy in _days():
        for campaign, network, most, rate, price in (
            (f"{WORD} Leraar worden", "Zoeknetwerk", 900, 0.06, 0.55),
            (f"{WORD} Echte influencer", "Display", 15_000, 0.004, 0.30),
        ):
            shown = int(most * busy * chance.uniform(0.7, 1.3))
            clicks = _part(shown, rate, chance)
            won = _part(clicks, 0.05, chance)
            cells = [shown, clicks, clicks * price * chance.uniform(0.9, 1.1), float(won)]
            rows.append([day.isoformat(), campaign, network, "EUR", *map(_belgian, cells)])
    head = [
        "Dag",
        "Campagne",
        "Campagnetype",
        "Valutacode",
        "Vertoningen",
        "Aantal klikken",
        "Kosten",
        "Conversies",
    ]
    return _title("Campagnerapport") + _csv([head, *rows], "\t")


def _video(chance: Random) -> str:
    rows = []
    for day, busy in _days():
        shown = int(6_000 * busy * chance.uniform(0.7, 1.3))
        seen, clicks = _part(shown, 0.32, chance), _part(shown, 0.003, chance)
        shares = [f"{_belgian(100 * part * chance.uniform(0.95, 1.05))}%" for part in (0.6, 0.45, 0.33, 0.25)]
        cells = map(_belgian, (shown, seen, clicks, seen * 0.03))
        rows.append([day.isoformat(), f"{WORD} Spot op YouTube", "Video", "EUR", *cells, *shares])
    head = [
        "Dag",
        "Campagne",
        "Campagnetype",
        "Valutacode",
        "Vertoningen",
        "TrueView-weergaven",
        "Klikken",
        "Kosten",
    ]
    head += [f"Video afgespeeld tot {part}%" for part in (25, 50, 75, 100)]
    return _title("Videorapport") + _csv([head, *rows])


def _meta(chance: Random) -> str:
    head = [
        "Start rapportage",
        "Einde rapportage",
        "Campagnenaam",
        "Dag",
        "Platform",
        "Bereik",
        "Vertoningen",
    ]
    head += ["Klikken (alle)", "Klikken op links", "Keren dat bericht is gedeeld", "Besteed bedrag (EUR)"]
    span = [FIRST.isoformat(), LAST.isoformat()]
    rows = []
    for day, busy in _days():
        for platform, most in (("facebook", 9_000), ("instagram", 7_000)):
            shown = int(most * busy * chance.uniform(0.7, 1.3))
            clicks = _part(shown, 0.012, chance)
            cells = [int(shown * chance.uniform(0.6, 0.8)), shown, clicks, _part(clicks, 0.6, chance)]
            cells.append(_part(shown, 0.0008, chance))
            spent = f"{shown / 1000 * chance.uniform(4.5, 6):.2f}"
            rows.append(
                [*span, f"{WORD} Doe mee en word leraar", day.isoformat(), platform, *map(str, cells), spent]
            )
    return _csv([head, *rows])


def _tweets(chance: Random) -> str:
    names = [
        "impressions",
        "engagements",
        "retweets",
        "replies",
        "favorites",
        "user profile clicks",
        "url clicks",
    ]
    head = [
        "Tweet id",
        "Tweet permalink",
        "Tweet text",
        "time",
        *names,
        *(f"promoted {name}" for name in names),
    ]
    rows = []
    for at, (day, busy) in enumerate(_days()):
        if at % 3:
            continue
        shown = int(2_500 * busy * chance.uniform(0.5, 1.5))
        done = [_part(shown, rate, chance) for rate in (0.02, 0.003, 0.0005, 0.006, 0.001, 0.004)]
        link = f"https://twitter.com/voorbeeld/status/{1000 + at}"
        cells = [f"{number}.0" for number in (shown, *done)]
        rows.append(
            [str(1000 + at), link, f"{WORD} Word leraar", f"{day} 09:00 +0000", *cells, *["-"] * len(names)]
        )
    return _csv([head, *rows])


def _analytics(chance: Random) -> str:
    lines = ["# ----------------------------------------", f"# {WORD} Alle websitegegevens", "# Acquisitie"]
    lines += [f"# {FIRST:%Y%m%d}-{LAST:%Y%m%d}", "# ----------------------------------------", ""]
    head = [
        "Datum",
        "Campagne",
        "Sessies",
        "% nieuwe sessies",
        "Nieuwe gebruikers",
        "Bouncepercentage",
        "Behaalde doelen",
    ]
    rows = []
    for day, busy in _days():
        sessions = int(700 * busy * chance.uniform(0.8, 1.2))
        fresh, goals = _part(sessions, 0.8, chance), _part(sessions, 0.03, chance)
        share = f"{_belgian(100 * fresh / max(1, sessions))}%"
        cells = [
            f"{day:%Y%m%d}",
            f"{WORD} echteinfluencer",
            _belgian(sessions),
            share,
            _belgian(fresh),
            "55,20%",
            str(goals),
        ]
        rows.append(cells)
    return "\n".join(lines) + "\n" + _csv([head, *rows])


def _survey(chance: Random) -> str:
    head = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "startdate",
        "datestamp",
        "groep",
        *QUESTIONS,
    ]
    rows = []
    for at in range(180):
        day = LAST + timedelta(days=10 + at % 30)
        group = chance.choices(GROUPS, weights=(60, 40, 30, 20, 3))[0]
        lean = (4, 3, 3.4, 3.2, 3)[GROUPS.index(group)]
        answers = [ANSWERS[min(4, max(0, round(chance.gauss(lean, 1)) - 1))] for _ in QUESTIONS]
        stamp = f"{day} 10:00:00"
        rows.append([str(at + 1), stamp if at % 15 else "", "3", "nl", "1", stamp, stamp, group, *answers])
    quoted = io.StringIO()
    csv.writer(quoted, quoting=csv.QUOTE_ALL, lineterminator="\r\n", delimiter=";").writerows([head, *rows])
    return quoted.getvalue() + "\r\n"


def _part(whole: int, rate: float, chance: Random) -> int:
    return int(whole * rate * chance.uniform(0.75, 1.25) + chance.random())


def _belgian(number: float) -> str:
    pattern = "#,##0" if isinstance(number, int) else "#,##0.00"
    return str(format_decimal(number, format=pattern, locale="nl_BE"))


def _title(name: str) -> str:
    return f"{WORD} {name}\n{FIRST.isoformat()} - {LAST.isoformat()}\n"


def _csv(rows: Iterable[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()
