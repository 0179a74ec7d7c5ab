"""How a Word file looks and what it says of itself: page, type, lists, language, properties."""

import re
from datetime import UTC, datetime, time

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from lkdash.contracts import Colophon, Lang
from lkdash.exports.layout import LANGUAGES
from lkdash.texts import text
from lkdash.theme import ACCENT, RULE, TEXT

FONT = "Calibri"
WIDTH, MARGIN = 170, 20  # mm: A4 is 210 wide
TABLE_STYLE = "lkdash"
LEFT_OVER = ("docProps/thumbnail.jpeg", "customXml/", "word/stylesWithEffects.xml")
_NAMED = rb'="[^"]*(thumbnail|customXml|stylesWithEffects)[^"]*"'
LEFT_OVER_LINK = rb"<Relationship [^>]*Target" + _NAMED + rb"[^>]*/>"
LEFT_OVER_TYPE = rb"<Override [^>]*PartName" + _NAMED + rb"[^>]*/>"
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxml'
    b'formats.org/officeDocument/2006/extended-properties"><Application>lkdash</Application></Properties>'
)

BODY = 10.5  # pt
# Style → based on, size (pt), bold, space before and after (pt).
STYLES: dict[str, tuple[str, float, bool, float, float]] = {
    "Normal": ("", BODY, False, 0, 5),
    "Title": ("Normal", 18, True, 0, 10),
    "Heading 1": ("Normal", 14, True, 14, 4),
    "Heading 2": ("Normal", 11.5, True, 10, 3),
    "List Bullet": ("Normal", BODY, False, 0, 2),
    "List Number": ("Normal", BODY, False, 0, 2),
    "Caption": ("Normal", BODY, True, 8, 4),
    "Table Text": ("Normal", 9, False, 1.5, 1.5),
    "Table Header": ("Table Text", 9, True, 1.5, 1.5),
    "Table Text Small": ("Table Text", 8.5, False, 1.5, 1.5),
    "Table Header Small": ("Table Text", 8.5, True, 1.5, 1.5),
    "Table End": ("Normal", 4, False, 0, 0),
    "Note": ("List Number", 9, False, 0, 1),
    "Source": ("Normal", 9, False, 3, 10),
    "Below": ("Source", 9, False, 3, 0),
    "Picture": ("Normal", BODY, False, 6, 6),
    "Footer": ("Normal", 8.5, False, 0, 0),
}
TABLE_LOOK = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">
<w:name w:val="{TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="6" w:color="{TEXT[1:]}"/>
<w:insideH w:val="single" w:sz="4" w:color="{RULE[1:]}"/></w:tblBorders>
<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
<w:top w:val="single" w:sz="12" w:color="{TEXT[1:]}"/><w:bottom w:val="single" w:sz="6" w:color="{TEXT[1:]}"/>
</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>"""


def dress(word: Word, colophon: Colophon) -> None:
    """Page, styles, footer, language and properties of a fresh Word document."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    for name, look in STYLES.items():
        _style(word, name, *look)
    word.styles.element.append(parse_xml(TABLE_LOOK))
    _underlined(word.styles["Title"])
    word.styles["Footer"].paragraph_format.tab_stops.clear_all()  # the template's, for a narrower page
    word.styles["Caption"].paragraph_format.keep_with_next = True
    _language(word, colophon.lang)
    _footer(section.footer.paragraphs[0], colophon)
    _properties(word, colophon)


def _style(word: Word, name: str, base: str, size: float, bold: bool, before: float, after: float) -> None:
    known = name in [style.name for style in word.styles]
    style = word.styles[name] if known else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if base:
        style.base_style = word.styles[base]
    font, spaced = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(TEXT[1:])
    spaced.space_before, spaced.space_after = Pt(before), Pt(after)
    spaced.line_spacing = 1.0 if size < BODY else 1.08  # so that a table and its notes leave no half page
    fonts = style.element.rPr.rFonts
    for theme in [key for key in fonts.attrib if "heme" in key]:  # else the theme's font wins
        del fonts.attrib[theme]
    for kind in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)


def _underlined(style: BaseStyle) -> None:
    """The title's rule in the house's yellow."""
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    line = f'<w:bottom w:val="single" w:sz="24" w:space="4" w:color="{ACCENT[1:]}"/>'
    after = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
    properties.insert_element_before(parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"), *after)


def _language(word: Word, lang: Lang) -> None:
    for part, name in ((word.styles, "w:lang"), (word.settings, "w:themeFontLang")):
        for named in part.element.iter(qn(name)):
            named.set(qn("w:val"), LANGUAGES[lang])


def _footer(paragraph: Paragraph, colophon: Colophon) -> None:
    """The title, and the page of how many."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{colophon.title}\t")
    words = text("document.page", colophon.lang, page="\0", pages="\0").split("\0")
    for part, field in zip(words, ("PAGE", "NUMPAGES", ""), strict=True):
        paragraph.add_run(part)
        if field:
            number = f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            paragraph._p.append(parse_xml(number))


def _properties(word: Word, colophon: Colophon) -> None:
    said, made = word.core_properties, datetime.combine(colophon.made_on, time(), UTC)
    said.title, said.subject, said.language = colophon.title, colophon.scope[:255], LANGUAGES[colophon.lang]
    said.author, said.last_modified_by, said.comments = "lkdash", "lkdash", colophon.version
    said.created = said.modified = made


def restarted(word: Word, style: str) -> int:
    """A new numbering like that of this list style, which counts from 1."""
    numbering = word.part.numbering_part.element
    used = word.styles[style].element.pPr.numPr.numId.val
    fresh = numbering.add_num(numbering.num_having_numId(used).abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def tidied(files: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a Word file without what the template left in them."""
    kept = {name: content for name, content in files.items() if not name.startswith(LEFT_OVER)}
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        kept[name] = re.sub(LEFT_OVER_LINK, b"", kept[name])
    kept["[Content_Types].xml"] = re.sub(LEFT_OVER_TYPE, b"", kept["[Content_Types].xml"])
    kept["docProps/app.xml"] = APP
    return kept
