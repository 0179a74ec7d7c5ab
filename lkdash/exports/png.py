"""A table's chart as a picture (Kaleido, where it is installed and a Chrome or Chromium exists)."""

from __future__ import annotations

import io
import logging
import os
import shutil
import textwrap
from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, BinaryIO

from lkdash.contracts import Colophon, Table, refuse
from lkdash.exports.order import printable
from lkdash.exports.png_words import below, fields, shown, told_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
NOWHERE = "127.0.0.1:9"  # a proxy that refuses: the browser reaches no other host
WIDTH, HEIGHT, SCALE = 1000, 450, 2  # pixels; the height where the chart names none
ON_PAPER = 720  # pixels wide: at a page's width its letters are as large as those around it
LETTERS, SMALL = 140, 12  # letters a line of the small type, and its size: figure ids in a wide font fit too
LEGEND = 3  # entries of a legend in one line
HEAD, LINE = 48, 17  # pixels: the title, and a line below the chart


def can_draw() -> bool:
    """Can a chart be made a picture on this computer?"""
    return find_spec("kaleido") is not None and _browser() is not None


def chart_png(out: BinaryIO, figure: Figure, table: Table, told: Colophon) -> None:
    """Write the chart under its title, above its source, unit, marks, notes, choice, version and date.

    All that the file says of itself stands in its text fields too. Refusal where it cannot be drawn.
    """
    if find_spec("kaleido") is None:
        raise refuse("no_kaleido")
    if _browser() is None:
        raise refuse("no_browser")
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    drawn = shown(figure, table)
    told = told_of(drawn, told)
    held = PngInfo()
    for name, words in fields(drawn, told).items():
        held.add_itxt(name, words, told.lang)
    picture = Image.open(io.BytesIO(_drawn(framed(figure, below(drawn, told), told.title))))
    picture.save(out, "png", pnginfo=held, optimize=True)


def chart_picture(figure: Figure) -> bytes:
    """The chart alone as PNG, for a page of a document that has its title; Refusal where it cannot."""
    whole = type(figure)(figure)
    whole.update_layout(width=ON_PAPER, height=figure.layout.height or HEIGHT)
    return _drawn(whole)


def framed(figure: Figure, told_below: list[str], title: str) -> Figure:
    """The figure with its title above it and these lines below it; nothing else is changed."""
    lines = [line for words in told_below for line in textwrap.wrap(printable(words), LETTERS)]
    whole = type(figure)(figure)
    known, legend = whole.layout, sum(trace.showlegend is not False for trace in whole.data) > LEGEND
    over, names = (getattr(known.margin, n) or getattr(known.template.layout.margin, n) for n in "tb")
    over += HEAD * (2 if legend else 1)
    told = LINE * (len(lines) + 1)
    under = names + told
    height = (known.height or HEIGHT) + over + under
    whole.update_layout(
        width=WIDTH,
        height=height,
        margin={"t": over, "b": under},
        title={"text": f"<b>{escape(printable(title))}</b>", "x": 0, "xref": "paper"},
        title_y=1,
        title_yanchor="top",
        title_pad_t=12,
    )
    if known.legend.yref == "container":  # a legend at the bottom stands above what is told there
        whole.update_layout(legend_y=told / height)
    words = "<br>".join(escape(line) for line in lines)
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 0, "yshift": -names - LINE // 2, "yanchor": "top"}
    whole.add_annotation(text=words, font={"size": SMALL}, align="left", showarrow=False, **place)
    return whole


def _browser() -> str | None:
    named = os.environ.get("BROWSER_PATH")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _drawn(figure: Figure) -> bytes:
    import kaleido

    wanted = {"format": "png", "width": figure.layout.width, "height": figure.layout.height, "scale": SCALE}
    for library in ("choreographer", "kaleido"):  # what the browser mumbles is no reader's matter
        logging.getLogger(library).setLevel(logging.CRITICAL)
    options: dict[str, Any] = {"path": _browser(), "mathjax": False, "proxy_server": NOWHERE, "timeout": 60}
    try:
        drawn: bytes = kaleido.calc_fig_sync(figure, opts=wanted, kopts=options)
    except Exception as error:  # whatever the browser says
        raise refuse("no_picture") from error
    return drawn
