"""The command line: the same code as the app, without a browser. A command loads only what it needs."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

# Command → the module here and the function, or the group of commands, that it is.
COMMANDS = {
    "check": ("data", "check"),
    "build": ("data", "build"),
    "export": ("export", "export"),
    "answer": ("answers", "answer"),
    "verify": ("answers", "verify"),
    "import": ("imports", "import_"),
    "demo": ("imports", "demo"),
    "claim": ("claims", "claim"),
    "imports": ("imports", "imports"),
}


class OnDemand(TyperGroup):
    """The commands of COMMANDS, each loaded when it is asked for: importing needs no measures or exports."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command's name, in order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name; None for an unknown one."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        found = getattr(import_module(f"lkdash.cli.{module}"), name)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False)
            alone.command(cmd_name)(found)
            found = alone
        command = get_command(found)
        command.name = cmd_name
        return command


app = typer.Typer(cls=OnDemand, no_args_is_help=True)


@app.callback()
def lkdash() -> None:
    """Teacher card and campaign figures: check, build, export, answer, import."""


__all__ = ["app"]
