"""What imports tell of the criteria, channel by channel; nothing where there is no real import."""

from lkdash.contracts import Choice, Table
from lkdash.texts import text
from lkdash.ui.blocks import bullets, heading, notes_and_source, say
from lkdash.ui.downloads import download
from lkdash.ui.told import words_table

COLUMNS = {
    "criterion": "criterion",
    "period": "channel",
    "text": "value",
    "files": "file",
    "figure_id": "figure_id",
}


def evidence_by_channel(found: Table, choice: Choice) -> None:
    """The totals and parts of `found` with the import behind each, and their files."""
    if found.rows.empty:
        return
    lang = choice.lang
    title = text("evaluation.by_channel", lang)
    heading(title)
    say(text("evaluation.by_channel_text", lang))
    words_table(found.rows, COLUMNS, text("block.table", lang, title=title), choice)
    bullets([text("evaluation.all_channels", lang)])
    notes_and_source(found, lang)
    download(title, found, choice)
