"""The checks over the data: promises kept, sums that agree, and known errors that are still there."""

from dataclasses import dataclass

from lkdash.contracts import DATASETS, DataFault, Finding
from lkdash.db import Warehouse
from lkdash.db.queries import query_names


@dataclass(frozen=True)
class Outcome:
    """One check: its name, what it found anew, and which of its findings are known and explained."""

    name: str
    findings: tuple[Finding, ...]
    known: tuple[str, ...] = ()


def run_checks(warehouse: Warehouse) -> list[Outcome]:
    """Every promise and every check of sql/checks, in order; a check of a faulty dataset finds that."""
    return [*_promises(warehouse), *(_rule(warehouse, name) for name in query_names("checks"))]


def _promises(warehouse: Warehouse) -> list[Outcome]:
    faults = warehouse.faults
    return [Outcome(name, (faults[name].finding,) if name in faults else ()) for name in DATASETS]


def _rule(warehouse: Warehouse, query: str) -> Outcome:
    name = query.removeprefix("checks/")
    try:
        rows = warehouse.query(query)
        known = warehouse.query("deviations")
    except DataFault as fault:
        values = {"check": name, "dataset": fault.dataset}
        return Outcome(name, (Finding("check.not_run", values),))
    found = dict(zip(rows["figure_id"], rows["found"].astype(float), strict=True))
    known = known[known["check"] == name]
    expected = dict(zip(known["figure_id"], known["expected"], strict=True))
    return Outcome(name, tuple(_compare(name, found, expected)), tuple(found.keys() & expected))


def _compare(name: str, found: dict[str, float], expected: dict[str, float]) -> list[Finding]:
    findings = []
    for figure, value in found.items():
        if figure not in expected:
            values = {"figure": figure, "found": f"{value:g}"}
            findings.append(Finding(f"check.{name}", values))
        elif abs(expected[figure] - value) > 1e-9:
            values = {"figure": figure, "found": f"{value:g}", "expected": f"{expected[figure]:g}"}
            findings.append(Finding("check.other_than_known", values | {"check": name}))
    gone = [figure for figure in expected if figure not in found]
    return findings + [Finding("check.repaired", {"figure": figure, "check": name}) for figure in gone]
