"""`python -m lkdash`: the command line without installing the package."""

from lkdash.cli import app

app()
