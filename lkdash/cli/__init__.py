"""The command line: the same code as the app, without a browser."""

import typer

from lkdash.cli.answers import answer, verify
from lkdash.cli.claims import claim
from lkdash.cli.data import build, check
from lkdash.cli.export import export
from lkdash.cli.imports import demo, import_, imports

app = typer.Typer(
    help="Teacher card and campaign figures: check, build, export, answer, import.", no_args_is_help=True
)
app.command()(check)
app.command()(build)
app.command()(export)
app.command()(answer)
app.command()(verify)
app.command("import")(import_)
app.command()(demo)
app.command()(claim)
app.add_typer(imports, name="imports")

__all__ = ["app"]
