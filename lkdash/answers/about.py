"""What a draft says of itself: the papers of its figures, with the sources of its words."""

from dataclasses import replace
from datetime import date

from lkdash import measures
from lkdash.answers.plan import Plan
from lkdash.answers.rules import Rule
from lkdash.contracts import Colophon, Lang, Table
from lkdash.db import Warehouse
from lkdash.exports import colophon, data_version, scope_of
from lkdash.exports.catalogue import TABLES
from lkdash.exports.png_words import drawn_lines
from lkdash.texts import text


def about_draft(
    warehouse: Warehouse,
    plan: Plan,
    used: list[Rule],
    tables: dict[str, Table],
    counted: Table,
    made_on: date,
    *,
    pictured: bool,
) -> Colophon:
    """The colophon of a draft by these rules with these tables and counts. pictured: with their charts."""
    lang = plan.choice.lang
    version = data_version(warehouse, lang)
    title = text("answer.draft_of", lang, subject=plan.subject)
    about = colophon(title, [*tables.values(), counted], plan.choice, version, made_on)
    charted = [table for name, table in tables.items() if TABLES[name].chart]
    return replace(
        about,
        scope=scope_of(list(tables.values()), lang) or plan.subject,
        units=about.units or text("answer.no_figures", lang),
        legend=(*about.legend, *(drawn_lines(charted, lang) if pictured else ())),
        sources=_sources(warehouse, about.sources, used, lang),
    )


def _sources(
    warehouse: Warehouse, of_figures: tuple[str, ...], used: list[Rule], lang: Lang
) -> tuple[str, ...]:
    """The sources of the figures, then those of the words."""
    names = {name for rule in used for name in (rule.shows, *rule.closing) if name}
    rows = measures.sources_of(warehouse, names, lang).to_dict("records")
    lines = [f"{row['title']} ({row['publisher']}, {row['date']})" for row in rows]
    return tuple(dict.fromkeys([*of_figures, *lines]))
