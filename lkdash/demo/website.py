"""Made-up exports of tweets, in English as they were, and of a website, in Dutch."""

from random import Random

from lkdash.demo.made_up import FIRST, LAST, WORD, as_csv, belgian, busy_days, part_of


def tweets(chance: Random) -> str:
    """A tweet every third day, of the layout that ended in 2019."""
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
    for at, (day, busy) in enumerate(busy_days()):
        if at % 3:
            continue
        shown = int(2_500 * busy * chance.uniform(0.5, 1.5))
        done = [part_of(shown, rate, chance) for rate in (0.02, 0.003, 0.0005, 0.006, 0.001, 0.004)]
        link = f"https://twitter.com/voorbeeld/status/{1000 + at}"
        cells = [f"{number}.0" for number in (shown, *done)]
        rows.append(
            [str(1000 + at), link, f"{WORD} Word leraar", f"{day} 09:00 +0000", *cells, *["-"] * len(names)]
        )
    return as_csv([head, *rows])


def analytics(chance: Random) -> str:
    """Visits of the campaign, below the preamble of Universal Analytics."""
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
    for day, busy in busy_days():
        sessions = int(700 * busy * chance.uniform(0.8, 1.2))
        fresh, goals = part_of(sessions, 0.8, chance), part_of(sessions, 0.03, chance)
        share = f"{belgian(100 * fresh / max(1, sessions))}%"
        cells = [
            f"{day:%Y%m%d}",
            f"{WORD} echteinfluencer",
            belgian(sessions),
            share,
            belgian(fresh),
            "55,20%",
            str(goals),
        ]
        rows.append(cells)
    return "\n".join(lines) + "\n" + as_csv([head, *rows])
