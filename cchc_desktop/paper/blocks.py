"""The neutral list of blocks between a plan and every format: what stands on the paper, and in what role.

A block says *what* it is; how it looks is the business of each format, with the numbers of ``paper.page_setup``.
``source`` is the key of the domain value a block came from, so that a view can lead from paper to editor and back.
"""

from __future__ import annotations

from dataclasses import dataclass

from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.task import Column

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATIONAL_MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS_LABEL = "Nơi nhận:"


@dataclass(frozen=True, slots=True)
class LetterheadBlock:
    """Issuing body on the left, Quốc hiệu and Tiêu ngữ on the right; number and place lines where the paper has them."""

    body: tuple[str, ...]
    superior: str = ""
    number_line: str | None = None
    place_line: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """Type of document in capitals, "trích yếu" on one or more lines, an italic "(Kèm theo …)" or none, a short line under it."""

    kind: str
    subject: tuple[str, ...]
    attached: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityBlock:
    """THẨM QUYỀN BAN HÀNH of a decision: centred, bold, capitals."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class BasisBlock:
    """A legal basis or "Theo đề nghị …" with the mark at its end: italic, justified, first-line indent."""

    text: RichText
    source: str = ""

    @property
    def printed(self) -> RichText:
        """The text as it is printed."""
        return self.text.styled(italic=True)


@dataclass(frozen=True, slots=True)
class ResolutionBlock:
    """ "QUYẾT ĐỊNH:" centred, bold."""

    text: str = "QUYẾT ĐỊNH:"
    source: str = ""


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """ "I. MỤC ĐÍCH, YÊU CẦU": bold capitals with first-line indent, kept with what follows."""

    label: str
    title: str
    source: str = ""

    @property
    def printed(self) -> RichText:
        """Label and title as they are printed."""
        return RichText.of(f"{self.label} {self.title}".strip(), bold=True)


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """ "Điều 1. …": bold label, then a bold heading and/or a plain text."""

    label: str
    heading: RichText = EMPTY
    text: RichText = EMPTY
    source: str = ""

    @property
    def printed(self) -> RichText:
        """Label, heading and text as they are printed."""
        printed = RichText.of(self.label, bold=True)
        if self.heading:
            printed = printed + RichText.of(" ", bold=True) + self.heading.styled(bold=True)
        if self.text:
            printed = printed + (": " if self.heading else " ") + self.text
        return printed


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """A paragraph of the outline with its computed label. ``text`` may carry the closing "./."."""

    level: Level
    label: str = ""
    heading: RichText = EMPTY
    text: RichText = EMPTY
    source: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph is a heading alone and must stay with the next one."""
        return bool(self.heading) and not self.text

    @property
    def bold_label(self) -> bool:
        """Whether the label is bold: that of a headed "1." or "1.1."."""
        return bool(self.heading) and _heading_is_bold(self.level, self.heading)

    @property
    def printed(self) -> RichText:
        """Label, heading and text as they are printed.

        A heading at "1." is bold (NĐ 30/2020, Phụ lục I, V.6); at "1.1." and "1.1.1." it is bold unless its writer
        gave it a face of its own; at "a)", "-" and "+" it is as written.
        """
        printed = EMPTY
        if self.label:
            printed = RichText.of(f"{self.label} ", bold=self.bold_label)
        if self.heading:
            printed = printed + (self.heading.styled(bold=True) if self.bold_label else self.heading)
            if self.text:
                printed = printed + ": "
        return printed + self.text


def _heading_is_bold(level: Level, heading: RichText) -> bool:
    match level:
        case Level.ARABIC:
            return True
        case Level.DECIMAL | Level.SUBDECIMAL:
            return not heading.is_emphasised
        case _:
            return False


@dataclass(frozen=True, slots=True)
class SignBlock:
    """ "Nơi nhận" on the left, signature on the right; never split, kept with the paragraph before it.

    ``recipients`` are whole lines ("- UBND tỉnh (để b/c);"), ``signature`` lines in capitals, ``name`` the signer.
    """

    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    name: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class AppendixHeadBlock:
    """ "Phụ lục" or "Phụ lục I", its title in capitals, the italic "(Kèm theo …)" and a short line."""

    label: str
    title: tuple[str, ...]
    attached: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class CellLine:
    """A paragraph in a cell: its label ("-", "1.", or none) and its text."""

    text: RichText
    label: str = ""

    @property
    def printed(self) -> RichText:
        """Label and text as they are printed."""
        return RichText.of(f"{self.label} ") + self.text if self.label else self.text


Cell = tuple[CellLine, ...]


@dataclass(frozen=True, slots=True)
class TableGroupRow:
    """A bold row over the whole width: "I. Chỉ đạo, điều hành"."""

    label: str
    title: str
    source: str = ""

    @property
    def printed(self) -> RichText:
        """Label and title as they are printed."""
        return RichText.of(f"{self.label} {self.title}".strip(), bold=True)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with one cell a column."""

    cells: tuple[Cell, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A bordered table; the heading row repeats on each page, rows do not split across pages."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow | TableGroupRow, ...]
    source: str = ""


Block = (
    LetterheadBlock
    | TitleBlock
    | AuthorityBlock
    | BasisBlock
    | ResolutionBlock
    | SectionBlock
    | ArticleBlock
    | ItemBlock
    | SignBlock
    | AppendixHeadBlock
    | TableBlock
)


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that start on a new page and whose pages are numbered from 1 (number hidden on the first)."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A paper: its parts in order, and what its file properties say.

    ``form`` names the kind of paper, which is the name of its template in ``forms/``.
    """

    form: str
    parts: tuple[Part, ...]
    title: str
    author: str

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in order."""
        return tuple(block for part in self.parts for block in part.blocks)
