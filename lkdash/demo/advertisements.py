"""Made-up exports of advertisements: Google in UTF-16 and UTF-8, Meta; all in Dutch."""

from random import Random

from lkdash.demo.made_up import FIRST, LAST, WORD, as_csv, belgian, busy_days, part_of, title_lines

GOOGLE = ("Dag", "Campagne", "Campagnetype", "Valutacode", "Vertoningen")


def google(chance: Random) -> str:
    """Search and display, day by day, as Google Ads writes them: tab-separated, with Belgian numbers."""
    rows: list[list[str]] = []
    for day, busy in busy_days():
        for campaign, network, most, rate, price in (
            (f"{WORD} Leraar worden", "Zoeknetwerk", 900, 0.06, 0.55),
            (f"{WORD} Echte influencer", "Display", 15_000, 0.004, 0.30),
        ):
            shown = int(most * busy * chance.uniform(0.7, 1.3))
            clicks = part_of(shown, rate, chance)
            won = part_of(clicks, 0.05, chance)
            cells = [shown, clicks, clicks * price * chance.uniform(0.9, 1.1), float(won)]
            rows.append([day.isoformat(), campaign, network, "EUR", *map(belgian, cells)])
    head = [*GOOGLE, "Aantal klikken", "Kosten", "Conversies"]
    return title_lines("Campagnerapport") + as_csv([head, *rows], "\t")


def video(chance: Random) -> str:
    """A spot on YouTube, with how far it was watched as parts of a hundred."""
    rows = []
    for day, busy in busy_days():
        shown = int(6_000 * busy * chance.uniform(0.7, 1.3))
        seen, clicks = part_of(shown, 0.32, chance), part_of(shown, 0.003, chance)
        shares = [f"{belgian(100 * part * chance.uniform(0.95, 1.05))}%" for part in (0.6, 0.45, 0.33, 0.25)]
        cells = map(belgian, (shown, seen, clicks, seen * 0.03))
        rows.append([day.isoformat(), f"{WORD} Spot op YouTube", "Video", "EUR", *cells, *shares])
    head = [*GOOGLE, "TrueView-weergaven", "Klikken", "Kosten"]
    head += [f"Video afgespeeld tot {part}%" for part in (25, 50, 75, 100)]
    return title_lines("Videorapport") + as_csv([head, *rows])


def meta(chance: Random) -> str:
    """Facebook and Instagram, day by day, with reach and links."""
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
    for day, busy in busy_days():
        for platform, most in (("facebook", 9_000), ("instagram", 7_000)):
            shown = int(most * busy * chance.uniform(0.7, 1.3))
            clicks = part_of(shown, 0.012, chance)
            cells = [int(shown * chance.uniform(0.6, 0.8)), shown, clicks, part_of(clicks, 0.6, chance)]
            cells.append(part_of(shown, 0.0008, chance))
            spent = f"{shown / 1000 * chance.uniform(4.5, 6):.2f}"
            rows.append(
                [*span, f"{WORD} Doe mee en word leraar", day.isoformat(), platform, *map(str, cells), spent]
            )
    return as_csv([head, *rows])
