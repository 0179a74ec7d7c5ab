"""Made-up figures never leave in an answer or in evidence."""

from collections.abc import Iterable

from lkdash.contracts import Status, Table, refuse


def refuse_examples(tables: Iterable[Table]) -> None:
    """Refusal where one of these tables has a made-up figure."""
    for table in tables:
        if (table.rows["status"] == Status.DEMO).any():
            raise refuse("example_figures", table=table.name)
