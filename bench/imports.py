"""How fast exports come in, beside DuckDB's own reader, and how pages fare with many imported rows."""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from bench import pages
from bench.pages import ROOT

MANY = 5_200_000  # rows, more than a gigabyte
CAMPAIGNS = (200, 2000)  # over 165 days: 33.000 and 330.000 rows are stored a metric
PAGES_WITH = 200_000  # imported rows
# A row an ad and day, as Google Ads exports them; names and addresses make up most of the bytes.
ROWS = """copy (
    select
        (date '2019-04-23' + (i % 165)::int)::varchar as "Day",
        'Campagne ' || ((i // 165) % {campaigns}) as "Campaign",
        'Advertentiegroep ' || i || ' ' || md5(i::varchar) || md5((i * 5)::varchar) as "Ad group",
        'https://www.voorbeeld.be/pagina/' || md5((i * 7)::varchar) || md5((i * 3)::varchar) as "Final URL",
        'EUR' as "Currency code",
        1000 + (i * 7919) % 5000 as "Impr.",
        (i * 31) % 60 as "Clicks",
        printf('%.2f', ((i * 31) % 6000) / 100.0) as "Cost",
        printf('%.2f', (i % 300) / 100.0) as "Conversions"
    from range({rows}) t(i)
) to '{file}' (header, delimiter ',')"""
READ = """import duckdb
duckdb.connect(config={{'threads': 2}}).execute("create table t as from read_csv('{file}')")"""
IMPORT = """from lkdash.cli import app
app(['import', '{file}', '--store', '{store}'])"""


def write_export(file: Path, rows: int, campaigns: int) -> None:
    """A Google Ads export with so many rows and campaigns."""
    duckdb.connect().execute(ROWS.format(rows=rows, campaigns=campaigns, file=file))


def timed(code: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a Python process that runs this code."""
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)  # of this process alone, not of those before it
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, code)
    return time.monotonic() - start, used.ru_maxrss / 1024


def import_and_read(folder: Path, campaigns: int) -> None:
    """Print rows a second of an import and of read_csv on the same file, and the import's peak memory."""
    file = folder / f"{campaigns}.csv"
    write_export(file, MANY, campaigns)
    size = file.stat().st_size / 1e9
    imported, memory = timed(IMPORT.format(file=file, store=folder / f"store-{campaigns}"))
    read, _ = timed(READ.format(file=file))
    print(f"{MANY:,} rows, {size:.1f} GB, {campaigns:,} campaigns".replace(",", "."))
    for label, seconds in (("lkdash import", imported), ("DuckDB read_csv", read)):
        print(f"{label:<40}{seconds:>8.1f} s{MANY / seconds:>14,.0f} rows/s".replace(",", "."))
    print(f"{'times read_csv (promise: at most 2)':<40}{imported / read:>8.1f}")
    print(f"{'peak memory (promise: under 1.000 MB)':<40}{memory:>8.0f} MB\n")
    file.unlink()


def main() -> None:
    """Print how fast exports come in, and how pages fare with many imported rows."""
    with TemporaryDirectory() as folder:
        for campaigns in CAMPAIGNS:
            import_and_read(Path(folder), campaigns)
        many = Path(folder) / "many.csv"
        write_export(many, PAGES_WITH, 1213)
        subprocess.run(
            [sys.executable, "-c", IMPORT.format(file=many, store=Path(folder) / "many")], cwd=ROOT
        )
        print(f"Pages with {PAGES_WITH:,} imported rows".replace(",", "."))
        pages.main(Path(folder) / "many")


if __name__ == "__main__":
    main()
