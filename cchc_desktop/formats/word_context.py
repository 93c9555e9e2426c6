"""What a Word form may name: the blocks of a paper under Vietnamese names (the list is in forms/README.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Final, TypeVar

from markupsafe import Markup

from cchc_desktop.domain.outline import Level
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.word_runs import fill
from cchc_desktop.paper.blocks import (
    AppendixHeadBlock,
    ArticleBlock,
    AuthorityBlock,
    BasisBlock,
    Block,
    Document,
    ItemBlock,
    LetterheadBlock,
    Part,
    ResolutionBlock,
    SectionBlock,
    SignBlock,
    TableBlock,
    TitleBlock,
)

_NOTHING: Final = Markup("")
_Kind = TypeVar("_Kind", bound=Block)


class FormList(tuple[object, ...]):
    """Several things under one name; printed as a whole it would be Python's own notation."""

    __slots__ = ()

    def __html__(self) -> str:
        raise UserFacingError(
            "Mẫu Word in cả một danh sách vào một chỗ.",
            "Tên là danh sách phải đặt trong cặp {%p for … in … %} và {%p endfor %}; xem README.md trong thư mục forms.",
        )


@dataclass(frozen=True, slots=True)
class FormBlock:
    """One paragraph, or table, of the running text: ``khoi`` in the forms."""

    chu: Markup = _NOTHING
    la_muc: bool = False
    la_dieu: bool = False
    la_khoan: bool = False
    la_khoan_cap_2: bool = False
    la_khoan_cap_3: bool = False
    la_tieu_de_diem: bool = False
    la_bang: bool = False
    dau_cot: Markup = _NOTHING
    nhom: Markup = _NOTHING
    o_giua: Markup = _NOTHING
    o_noi_dung: Markup = _NOTHING

    def __html__(self) -> str:
        raise UserFacingError(
            "Mẫu Word in cả một khối vào một chỗ.", "Hãy viết {{ khoi.chu }} để in chữ của khối."
        )


@dataclass(frozen=True, slots=True)
class FormPart:
    """The names of a part of the paper that opens with a letterhead."""

    co_quan_cap_tren: Markup
    co_quan: FormList
    so_ky_hieu: Markup
    dia_danh_ngay: Markup
    ten_loai: Markup
    trich_yeu: FormList
    kem_theo: Markup
    tham_quyen: Markup
    can_cu: FormList
    quyet_dinh: Markup
    noi_dung: FormList
    noi_nhan: FormList
    chuc_vu: FormList
    nguoi_ky: Markup


@dataclass(frozen=True, slots=True)
class FormAppendix:
    """The names of an appendix: ``phu_luc`` in the forms."""

    ten: Markup
    tieu_de: FormList
    kem_theo: Markup
    noi_dung: FormList


def form_names(kind: type[FormPart | FormAppendix | FormBlock]) -> frozenset[str]:
    """The names a form may use of a part, an appendix or a block."""
    return frozenset(field.name for field in fields(kind))


ROOT_NAMES: Final = form_names(FormPart) | {"ke_hoach", "cac_phu_luc"}
MEMBER_NAMES: Final = form_names(FormPart) | form_names(FormAppendix) | form_names(FormBlock)
TABLE_CELLS: Final = ("dau_cot", "nhom", "o_giua", "o_noi_dung")


@dataclass(slots=True)
class FormContext:
    """What a form is filled with, and the tables whose sample cells it marked with a token."""

    names: dict[str, object]
    tables: dict[str, TableBlock]

    @classmethod
    def of(cls, document: Document, mark: str) -> FormContext:
        """The names for a document; ``mark`` is a word that occurs in no text."""
        tables: dict[str, TableBlock] = {}
        issued: FormPart | None = None
        attached: FormPart | None = None
        appendices: list[FormAppendix] = []
        for part in document.parts:
            if isinstance(part.blocks[0], AppendixHeadBlock):
                appendices.append(_appendix(part.blocks[0], part.blocks[1:], tables, mark))
            elif issued is None:
                issued = _part(part, tables, mark)
            elif attached is None:
                attached = _part(part, tables, mark)
            else:
                raise ValueError("a paper has one letterhead, or two when one is attached")
        if issued is None:
            raise ValueError("a paper without a letterhead")
        names: dict[str, object] = {name: getattr(issued, name) for name in form_names(FormPart)}
        if attached is not None:
            names["ke_hoach"] = attached
        names["cac_phu_luc"] = FormList(appendices)
        return cls(names, tables)


def _part(part: Part, tables: dict[str, TableBlock], mark: str) -> FormPart:
    letterhead = _one(part, LetterheadBlock) or LetterheadBlock(())
    title = _one(part, TitleBlock) or TitleBlock("", ())
    authority = _one(part, AuthorityBlock)
    resolution = _one(part, ResolutionBlock)
    sign = _one(part, SignBlock)
    return FormPart(
        co_quan_cap_tren=fill(letterhead.superior),
        co_quan=_lines(letterhead.body),
        so_ky_hieu=fill(letterhead.number_line or ""),
        dia_danh_ngay=fill(letterhead.place_line or ""),
        ten_loai=fill(title.kind),
        trich_yeu=_lines(title.subject),
        kem_theo=fill(title.attached),
        tham_quyen=fill(authority.text if authority else ""),
        can_cu=FormList(
            fill(block.printed, italic=True) for block in part.blocks if isinstance(block, BasisBlock)
        ),
        quyet_dinh=fill(resolution.text if resolution else ""),
        noi_dung=FormList(_running(part.blocks, tables, mark)),
        noi_nhan=_lines(sign.recipients if sign else ()),
        chuc_vu=_lines(sign.signature if sign else ()),
        nguoi_ky=fill(sign.name if sign else ""),
    )


def _appendix(
    head: AppendixHeadBlock, blocks: Sequence[Block], tables: dict[str, TableBlock], mark: str
) -> FormAppendix:
    return FormAppendix(
        fill(head.label), _lines(head.title), fill(head.attached), FormList(_running(blocks, tables, mark))
    )


def _running(blocks: Sequence[Block], tables: dict[str, TableBlock], mark: str) -> Iterator[FormBlock]:
    for block in blocks:
        match block:
            case SectionBlock():
                yield FormBlock(fill(block.printed, bold=True), la_muc=True)
            case ArticleBlock():
                yield FormBlock(fill(block.printed), la_dieu=True)
            case ItemBlock():
                yield _item(block)
            case TableBlock():
                token = f"{mark}-{len(tables)}"
                tables[token] = block
                heading, group, centred, text = (fill(f"{token}-{cell}") for cell in TABLE_CELLS)
                yield FormBlock(la_bang=True, dau_cot=heading, nhom=group, o_giua=centred, o_noi_dung=text)
            case _:
                continue


def _item(block: ItemBlock) -> FormBlock:
    if not block.is_heading:
        return FormBlock(fill(block.printed))
    match block.level:
        case Level.ARABIC:
            return FormBlock(fill(block.printed, bold=True), la_khoan=True)
        case Level.DECIMAL:
            return FormBlock(fill(block.printed, bold=True), la_khoan_cap_2=True)
        case Level.SUBDECIMAL:
            return FormBlock(fill(block.printed, bold=True), la_khoan_cap_3=True)
        case _:
            return FormBlock(fill(block.printed), la_tieu_de_diem=True)


def _lines(lines: Sequence[str]) -> FormList:
    return FormList(fill(line) for line in lines)


def _one(part: Part, kind: type[_Kind]) -> _Kind | None:
    return next((block for block in part.blocks if isinstance(block, kind)), None)
