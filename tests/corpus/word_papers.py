"""The plan of the corpus as Word files, in the layouts in which offices write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from cchc_desktop.domain.legacy_text import LegacyEncoding, to_legacy
from tests.corpus import content
from tests.corpus.content import Said
from tests.corpus.word_xml import cell, level, numbering, p, part, row, run, section, style, table, write

_OUTLINE: Final = "".join(
    (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "lowerLetter", "%3)"),
        level(3, "bullet", "\uf02d", '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'),
        level(4, "bullet", "+"),
    )
)
_TIMES: Final = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
_NORMAL: Final = part(
    "styles",
    f"<w:docDefaults><w:rPrDefault><w:rPr>{_TIMES}</w:rPr></w:rPrDefault></w:docDefaults>"
    + style("Normal", default=True),
)
_BOLD: Final = frozenset(
    (
        content.KIND,
        *content.TITLE,
        *content.NATION,
        content.BODY_NAME[1],
        *content.APPENDIX,
        *content.SIGNATURE,
    )
)

Letters = Callable[[str, bool], str]
"""Makes a run of a text, bold or not: what font and encoding it has is the layout's business."""


def _unicode(text: str, bold: bool) -> str:
    return run(text, bold=bold)


def _line(text: str, letters: Letters, align: str = "", *, bold: bool | None = None) -> str:
    return p(letters(text, text in _BOLD if bold is None else bold), align=align)


def _head_table(letters: Letters = _unicode) -> str:
    left = [_line(text, letters, "center") for text in (*content.BODY_NAME, content.NUMBER)]
    right = [_line(text, letters, "center") for text in (*content.NATION, content.PLACE_DATE)]
    return table(row(cell(*left), cell(*right)), borders=False)


def _title(letters: Letters = _unicode) -> str:
    return "".join(_line(text, letters, "center") for text in (content.KIND, *content.TITLE))


def _before(letters: Letters = _unicode) -> str:
    return "".join(_line(text, letters, "both") for text in (*content.BASES, content.OPENING))


def _typed_body(letters: Letters = _unicode) -> str:
    return "".join(_line(f"{one.label} {one.words}", letters, "both", bold=one.bold) for one in content.BODY)


def _tail_table(letters: Letters = _unicode) -> str:
    left = [_line(text, letters) for text in content.RECIPIENTS]
    right = [_line(text, letters, "center") for text in content.SIGNATURE]
    return _line(content.CLOSING, letters) + table(row(cell(*left), cell(*right)), borders=False)


def _appendix_head(letters: Letters = _unicode) -> str:
    return "".join(_line(text, letters, "center") for text in content.APPENDIX_LINES)


def _appendix_table(letters: Letters = _unicode) -> str:
    rows: list[str] = []
    for at, texts in enumerate(content.table_rows()):
        bold = at == 0 or len(texts) == 1
        cells = [cell(_line(text, letters, bold=bold), wide=5 if len(texts) == 1 else 1) for text in texts]
        rows.append(row(*cells))
    return table(*rows)


def _landscape(before: str, after: str) -> str:
    return before + f"<w:p><w:pPr>{section()}</w:pPr></w:p>" + after + section(landscape=True)


def _whole(letters: Letters = _unicode) -> str:
    first = (
        _head_table(letters)
        + _title(letters)
        + _before(letters)
        + _typed_body(letters)
        + _tail_table(letters)
    )
    return _landscape(first, _appendix_head(letters) + _appendix_table(letters))


def typed_numbers(path: Path) -> Path:
    """Every label typed by hand, two tables without borders round the signature and the letterhead."""
    return write(path, _whole(), styles=_NORMAL)


def automatic_numbers(path: Path) -> Path:
    """Every label a list of Word: sections by a style, the rest by hand; recipients in a list of their own."""
    lists = numbering({1: _OUTLINE, 2: level(0, "bullet", "\uf0b7")}, {1: (1, ""), 2: (2, "")})
    styles = part(
        "styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_TIMES}</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("Normal", default=True)
        + style(
            "Heading1",
            name="heading 1",
            based="Normal",
            text="<w:b/>",
            said='<w:numPr><w:numId w:val="1"/></w:numPr>',
        ),
    )

    def listed(one: Said) -> str:
        if one.depth == 0:
            return p(one.words, style="Heading1")
        return p(one.words, number=(1, one.depth), bold=one.bold)

    left = [p("Nơi nhận:"), *(p(text.removeprefix("- "), number=(2, 0)) for text in content.RECIPIENTS[1:])]
    right = [p(text, align="center") for text in content.SIGNATURE]
    tail = p(content.CLOSING) + table(row(cell(*left), cell(*right)), borders=False)
    first = _head_table() + _title() + _before() + "".join(map(listed, content.BODY)) + tail
    body = _landscape(first, _appendix_head() + _appendix_table())
    return write(path, body, styles=styles, numbering=lists)


def everything_in_tables(path: Path) -> Path:
    """The whole text stands in cells: a frame of one column drawn round the page."""
    frame = table(row(cell(_title() + _before() + _typed_body() + p(content.CLOSING))))
    left = [p(text) for text in content.RECIPIENTS]
    right = [p(text, align="center") for text in content.SIGNATURE]
    tail = table(row(cell(*left), cell(*right)), borders=False)
    return write(
        path, _landscape(_head_table() + frame + tail, _appendix_head() + _appendix_table()), styles=_NORMAL
    )


def columns_by_tabs(path: Path) -> Path:
    """Letterhead and signature side by side with tabs, title broken by hand in one paragraph."""
    head = [
        f"{left}\t\t{right}"
        for left, right in zip(
            (*content.BODY_NAME, content.NUMBER), (*content.NATION, content.PLACE_DATE), strict=True
        )
    ]
    tail = [
        f"{content.RECIPIENTS[0]}\t{content.SIGNATURE[0]}",
        f"{content.RECIPIENTS[1]}\t{content.SIGNATURE[1]}",
        content.RECIPIENTS[2],
        content.RECIPIENTS[3],
        f"\t\t{content.SIGNATURE[2]}",
    ]
    title = p(run("\n".join((content.KIND, *content.TITLE)), bold=True), align="center")
    first = (
        "".join(map(p, head)) + title + _before() + _typed_body() + p(content.CLOSING) + "".join(map(p, tail))
    )
    return write(path, _landscape(first, _appendix_head() + _appendix_table()), styles=_NORMAL)


def appendix_alone(path: Path) -> Path:
    """Only the appendix, in a file of its own, on lying paper from the first page."""
    return write(path, _appendix_head() + _appendix_table() + section(landscape=True), styles=_NORMAL)


def merged_cells(path: Path) -> Path:
    """A header over two rows, groups in a column of their own merged downwards, numbers counted by Word."""
    lists = numbering({1: level(0, "decimal", "%1")}, {1: (1, "")})
    rows = [
        row(cell("TT", down="restart"), cell("Nhóm việc", down="restart"), cell("Nội dung", down="restart"), cell("Cơ quan", wide=2), cell("Thời gian", down="restart")),
        row(cell(down="continue"), cell(down="continue"), cell(down="continue"), cell("Cơ quan chủ trì"), cell("Cơ quan phối hợp"), cell(down="continue")),
    ]  # fmt: skip
    for group, tasks in content.GROUPS:
        for at, (work, lead, others, when) in enumerate(tasks):
            first = cell(group, down="restart") if at == 0 else cell(down="continue")
            rows.append(row(cell(p(number=(1, 0))), first, work, lead, others, when))
    return write(
        path, _appendix_head() + table(*rows) + section(landscape=True), styles=_NORMAL, numbering=lists
    )


def several_appendices(path: Path) -> Path:
    """An appendix for each group, each with a heading and a section of its own."""
    parts = [_head_table() + _title() + _before() + _typed_body() + _tail_table()]
    for at, (group, tasks) in enumerate(content.GROUPS, 1):
        rows = [row(*content.HEADINGS), *(row(str(number), *task) for number, task in enumerate(tasks, 1))]
        head = (f"Phụ lục {'I' * at}", f"VIỆC CẦN LÀM: {group.upper()}", content.ATTACHED)
        parts.append("".join(p(text, align="center") for text in head) + table(*rows))
    breaks = [f"<w:p><w:pPr>{section(landscape=at > 0)}</w:pPr></w:p>" for at in range(len(parts) - 1)]
    body = "".join(
        text + following for text, following in zip(parts, [*breaks, section(landscape=True)], strict=True)
    )
    return write(path, body, styles=_NORMAL)


def _tcvn3(text: str, bold: bool) -> str:
    if text == text.upper():  # a second font shows small letters as capitals
        return run(to_legacy(text.lower(), LegacyEncoding.TCVN3), bold=bold, font=".VnTimeH")
    # A capital with a tone is set in the capital font by itself.
    pieces: list[str] = []
    waiting = ""
    for letter in text:
        if letter.isupper() and not letter.isascii() and letter not in "ĂÂÊÔƠƯĐ":
            pieces.append(run(to_legacy(waiting, LegacyEncoding.TCVN3), bold=bold, font=".VnTime"))
            pieces.append(run(to_legacy(letter.lower(), LegacyEncoding.TCVN3), bold=bold, font=".VnTimeH"))
            waiting = ""
        else:
            waiting += letter
    return "".join((*pieces, run(to_legacy(waiting, LegacyEncoding.TCVN3), bold=bold, font=".VnTime")))


def in_tcvn3(path: Path) -> Path:
    """Typed twenty years ago in .VnTime and .VnTimeH."""
    return write(path, _whole(_tcvn3), styles=_NORMAL)


def in_vni(path: Path) -> Path:
    """Typed in VNI-Times, as in the South; Word has cut a run between a letter and its mark."""

    def letters(text: str, bold: bool) -> str:
        written = to_legacy(text, LegacyEncoding.VNI)
        cut = len(written) // 2
        return run(written[:cut], bold=bold, font="VNI-Times") + run(
            written[cut:], bold=bold, font="VNI-Times"
        )

    return write(path, _whole(letters), styles=_NORMAL)


def decomposed(path: Path) -> Path:
    """Marks behind their letters, as some keyboards and phones write them."""
    return write(
        path,
        _whole(lambda text, bold: run(to_legacy(text, LegacyEncoding.DECOMPOSED), bold=bold)),
        styles=_NORMAL,
    )


def like_google(path: Path) -> Path:
    """As Google Docs exports: everything said at each run, suggestions in content controls, bullets of its own."""
    lists = numbering({1: _OUTLINE.replace("\uf02d", "-")}, {1: (1, "")})
    said = '<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"/>'

    def letters(text: str, bold: bool) -> str:
        face = f'<w:b w:val="{int(bold)}"/><w:i w:val="0"/><w:smallCaps w:val="0"/><w:rtl w:val="0"/>'
        one = run(text, inside=said + face)
        return (
            f'<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>{one}</w:sdtContent></w:sdt>'
        )

    def listed(one: Said) -> str:
        plain = '<w:ind w:left="720"/><w:rPr><w:u w:val="none"/></w:rPr>'
        return p(letters(one.words, one.bold), number=(1, one.depth), more=plain)

    tail = _tail_table(letters)
    first = (
        _head_table(letters) + _title(letters) + _before(letters) + "".join(map(listed, content.BODY)) + tail
    )
    body = _landscape(first, _appendix_head(letters) + _appendix_table(letters))
    return write(path, body, styles=_NORMAL, numbering=lists)


WHOLE_PAPERS: Final[Mapping[str, Callable[[Path], Path]]] = {
    "danh-so-tay": typed_numbers,
    "danh-so-tu-dong": automatic_numbers,
    "tat-ca-trong-bang": everything_in_tables,
    "hai-cot-bang-tab": columns_by_tabs,
    "tcvn3": in_tcvn3,
    "vni": in_vni,
    "unicode-to-hop": decomposed,
    "kieu-google-docs": like_google,
}
"""Layouts of the whole plan with its appendix of groups: whatever the layout, the plan is the same."""
