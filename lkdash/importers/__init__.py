"""From a received file to the store: recognise its layout, read it, or refuse it with a sentence."""

from lkdash.importers.receive import receive
from lkdash.importers.template import template_csv, template_xlsx

__all__ = ["receive", "template_csv", "template_xlsx"]
