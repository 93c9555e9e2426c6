"""A source cut into what begins on a page of its own: the issued document, a plan attached to it, the appendices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.paper.recognise_source_tail import is_sign_piece, is_tail_start
from cchc_desktop.paper.source import SourceTable
from cchc_desktop.paper.source_flow import FlowItem, FlowLine
from cchc_desktop.paper.source_styles import Role
from cchc_desktop.paper.source_words import (
    appendix_label,
    is_capitals,
    is_number_line,
    is_person_name,
    is_place_line,
    is_signature_line,
    is_signed_mark,
    kind_and_title,
    kind_of,
    national_at,
)

_HEAD_ROLES = (Role.SUPERIOR, Role.BODY, Role.NATIONAL, Role.NUMBER, Role.PLACE, Role.ORNAMENT)
_TAIL_ROLES = (Role.RECIPIENT, Role.RECIPIENTS_LABEL, Role.SIGNER_TITLE, Role.SIGNER_NAME)
_KIND_WITHIN = 60
_MOST_SIGN_LINES = 8


@dataclass(frozen=True, slots=True)
class SourcePart:
    """Head, type, what follows the type, and tail of one document. ``first`` stood behind the type on its line."""

    head: tuple[FlowLine, ...] = ()
    kind: str = ""
    kind_line: FlowLine | None = None
    first: str = ""
    after: tuple[FlowItem, ...] = ()
    tail: tuple[FlowLine, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceParts:
    """The parts of a source; ``issued`` is None for a file that only holds appendices."""

    issued: SourcePart | None
    attached: SourcePart | None
    appendices: tuple[tuple[FlowItem, ...], ...]


def parts_of(flow: Sequence[FlowItem]) -> SourceParts:
    """Cut a flow where another document, or an appendix, begins."""
    at, kind, first = _kind(flow)
    starts = _appendix_starts(flow, at)
    if at < 0 and (starts[:1] == [_first_filled(flow)] or not any(isinstance(i, FlowLine) for i in flow)):
        return SourceParts(None, None, _cut(flow, starts or _each_table(flow)))
    end = starts[0] if starts else len(flow)
    attached_at = _attached_at(flow[:end], at) if kind == "QUYẾT ĐỊNH" else -1
    issued_end = _letterhead_start(flow, at, attached_at) if attached_at >= 0 else end
    issued = _part(flow[:issued_end], at, kind, first)
    attached = None
    if attached_at >= 0:
        attached = _part(flow[issued_end:end], attached_at - issued_end, "KẾ HOẠCH", "")
    return SourceParts(issued, attached, _cut(flow, starts))


def _kind(flow: Sequence[FlowItem]) -> tuple[int, str, str]:
    """Where the type of the document stands, the type, and what follows it on its line."""
    lines = [(i, item) for i, item in enumerate(flow) if isinstance(item, FlowLine)][:_KIND_WITHIN]
    for index, line in lines:
        if line.role is Role.KIND:
            return index, line.plain, ""
        if kind_of(line.plain):
            return index, kind_of(line.plain), ""
    for index, line in lines:
        kind, rest = kind_and_title(line.plain)
        if kind and not line.label:
            return index, kind, rest
    return -1, "", ""


def _attached_at(flow: Sequence[FlowItem], at: int) -> int:
    """Where "KẾ HOẠCH" stands again, over the plan that the decision issues."""
    for index in range(at + 1, len(flow)):
        line = flow[index]
        if isinstance(line, FlowLine) and kind_of(line.plain) == "KẾ HOẠCH":
            return index
    return -1


def _letterhead_start(flow: Sequence[FlowItem], after: int, kind_at: int) -> int:
    """Where the letterhead over a type begins; it cannot reach over the type of the paper before."""
    start = kind_at
    for index in range(kind_at - 1, after, -1):
        line = flow[index]
        if not isinstance(line, FlowLine) or line.role in _TAIL_ROLES:
            break
        if not (line.is_blank or line.role in _HEAD_ROLES or _is_head_line(line.plain)):
            break
        start = index
        if line.opens_page:
            break
    return start


def _is_head_line(text: str) -> bool:
    if is_number_line(text) or is_place_line(text) or national_at(text) is not None:
        return True
    return is_capitals(text) and not is_signature_line(text)


def _appendix_starts(flow: Sequence[FlowItem], kind_at: int) -> list[int]:
    """Where appendices begin: at their labels, or behind the signature with the title of a table."""
    signed_at = next(
        (i for i in range(kind_at + 1, len(flow)) if isinstance(f := flow[i], FlowLine) and is_tail_start(f)),
        len(flow),
    )
    starts: list[int] = []
    for index in range(kind_at + 1, len(flow)):
        line = flow[index]
        if isinstance(line, FlowLine) and _opens_appendix(line, index > signed_at):
            starts.append(index)
    table_at = next((i for i in range(signed_at, len(flow)) if isinstance(flow[i], SourceTable)), -1)
    if table_at >= 0 and not any(start < table_at for start in starts):
        starts.insert(0, _behind_signature(flow, signed_at, table_at))
    return starts


def _opens_appendix(line: FlowLine, behind_signature: bool) -> bool:
    if line.role is not None:
        return line.role is Role.APPENDIX
    found = appendix_label(line.plain)
    if found is None or line.label:
        return False
    return behind_signature or is_capitals(line.plain) or not found[1]


def _behind_signature(flow: Sequence[FlowItem], signed_at: int, table_at: int) -> int:
    """Where the title of the table begins that follows a signature."""
    start = table_at
    for index in range(table_at - 1, signed_at, -1):
        line = flow[index]
        if not isinstance(line, FlowLine) or line.role in _TAIL_ROLES:
            break
        plain = line.plain
        if not line.is_blank and (is_signature_line(plain) or is_person_name(plain) or plain[:1] in "-+"):
            break
        if not line.is_blank:
            start = index
    return start


def _first_filled(flow: Sequence[FlowItem]) -> int:
    return next((i for i, item in enumerate(flow) if isinstance(item, SourceTable) or not item.is_blank), 0)


def _each_table(flow: Sequence[FlowItem]) -> list[int]:
    return [index for index, item in enumerate(flow) if isinstance(item, SourceTable)]


def _cut(flow: Sequence[FlowItem], starts: Sequence[int]) -> tuple[tuple[FlowItem, ...], ...]:
    if not starts:
        return ()
    first = (
        0 if all(isinstance(item, FlowLine) and item.is_blank for item in flow[: starts[0]]) else starts[0]
    )
    edges = [first, *starts[1:], len(flow)]
    return tuple(tuple(flow[a:b]) for a, b in pairwise(edges))


def _part(flow: Sequence[FlowItem], kind_at: int, kind: str, first: str) -> SourcePart:
    head = tuple(item for item in flow[: max(kind_at, 0)] if isinstance(item, FlowLine))
    line = flow[kind_at] if kind_at >= 0 else None
    after = flow[kind_at + 1 :]
    end = _tail_start(after)
    return SourcePart(
        head,
        kind,
        line if isinstance(line, FlowLine) else None,
        first,
        tuple(after[:end]),
        tuple(item for item in after[end:] if isinstance(item, FlowLine)),
    )


def _tail_start(items: Sequence[FlowItem]) -> int:
    """Where recipients or signature begin, whichever comes first."""
    found = next((i for i, f in enumerate(items) if isinstance(f, FlowLine) and is_tail_start(f)), -1)
    if found < 0:
        lines = [i for i, f in enumerate(items) if isinstance(f, FlowLine) and is_signature_line(f.plain)]
        found = lines[-1] if lines and lines[-1] > len(items) // 2 else len(items)
    start = found
    below_is_name = False
    for index in range(found - 1, max(found - _MOST_SIGN_LINES, -1), -1):
        line = items[index]
        if not isinstance(line, FlowLine):
            break
        if line.is_blank or is_signed_mark(line.plain):
            continue
        if is_signature_line(line.plain):
            start = index
        elif is_sign_piece(line, after_signature=True) and not below_is_name:
            below_is_name = True
        else:
            break
    return start
