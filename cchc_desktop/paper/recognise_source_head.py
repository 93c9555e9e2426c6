"""What stands over the title of a foreign paper, and the title: letterhead, number, place and date, type, "trích yếu"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.dates import PartialDate, parse_long_date
from cchc_desktop.domain.plan import Letterhead
from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.paper.source import Alignment
from cchc_desktop.paper.source_findings import Findings
from cchc_desktop.paper.source_flow import FlowLine
from cchc_desktop.paper.source_label import split_label
from cchc_desktop.paper.source_styles import Role
from cchc_desktop.paper.source_words import (
    begins_opening,
    is_attached_line,
    is_body_name,
    is_capitals,
    is_number_line,
    is_ornament,
    is_place_line,
    is_resolution,
    national_at,
    place_at_end,
)

_NUMBER = re.compile(r"Số\s*:?\s*(\d+[a-zđ]?)?[\s.…_]*(?P<joiner>[-/])\s*(?P<symbol>.*)$", re.IGNORECASE)
_LONGEST_TITLE_LINE = 220
_LONGEST_LOOSE_LINE = 100
_MOST_TITLE_LINES = 6


@dataclass(slots=True)
class Head:
    """The letterhead as it was understood; ``left`` are the lines that were not."""

    superior: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: PartialDate | None = None
    left: list[FlowLine] = field(default_factory=list)

    @property
    def letterhead(self) -> Letterhead:
        """Issuing body and the body above it."""
        return Letterhead(tuple(self.body), " ".join(self.superior))


@dataclass(slots=True)
class Title:
    """The lines of the "trích yếu", what is said in brackets under it, the authority of a decision, and what follows."""

    subject: list[str] = field(default_factory=list)
    attached: str = ""
    authority: str = ""
    rest: Sequence[FlowLine] = ()


def read_head(lines: Sequence[FlowLine], findings: Findings) -> Head:
    """The lines over the type of the document."""
    head = Head()
    names: list[FlowLine] = []
    for line in lines:
        if line.is_blank:
            findings.set_apart([line])
            continue
        understood = True
        for role, text in _pieces(line):
            understood &= _take(head, names, line, role, text)
        if understood:
            findings.place([line.number], findings.key("letterhead"))
        else:
            head.left.append(line)
    if names:
        _divide(head, [name.plain for name in names])
    _check_symbol(lines, findings)
    return head


def _take(head: Head, names: list[FlowLine], line: FlowLine, role: Role | None, text: str) -> bool:
    match role:
        case Role.NATIONAL | Role.ORNAMENT:
            pass
        case Role.NUMBER:
            match = _NUMBER.match(text)
            if match is None:
                return False
            head.number, head.symbol = match[1] or "", match["symbol"].strip()
        case Role.PLACE:
            head.date = parse_long_date(text)
            head.place = text[: text.rfind("ngày")].rstrip(" ,")
        case Role.SUPERIOR:
            head.superior.append(text)
        case Role.BODY if line.style:
            head.body.append(text) if line.style.startswith("CCHC") else names.append(_only(line, text))
        case Role.BODY:
            names.append(_only(line, text))
        case _:
            return False
    return True


def _only(line: FlowLine, text: str) -> FlowLine:
    start = line.text.plain.find(text)
    return replace(line, text=line.text.slice(start, start + len(text)))


def _pieces(line: FlowLine) -> Iterator[tuple[Role | None, str]]:
    """What stands on a line: with tabs, issuing body and Quốc hiệu share one."""
    text = line.plain
    span = national_at(text)
    if span is not None:
        before, after = text[: span[0]].strip(), text[span[1] :].strip()
        yield Role.NATIONAL, text[span[0] : span[1]]
        for piece in (before, after):
            if not is_ornament(piece):
                yield _role(line, piece), piece
        return
    at = place_at_end(text)
    if at > 0 and not is_place_line(text):
        yield _role(line, text[:at].strip()), text[:at].strip()
        yield Role.PLACE, text[at:]
        return
    yield _role(line, text), text


def _role(line: FlowLine, text: str) -> Role | None:
    if line.role in (Role.SUPERIOR, Role.NATIONAL):
        return line.role
    if is_number_line(text):
        return Role.NUMBER
    if is_place_line(text):
        return Role.PLACE
    if line.role is Role.BODY or (is_capitals(text) and not text.startswith("DỰ THẢO")):
        return Role.BODY
    return None


def _divide(head: Head, names: list[str]) -> None:
    """The last line that begins as a body's name opens the issuing body; what stands over it is the superior."""
    starts = [index for index, name in enumerate(names) if is_body_name(name)]
    start = starts[-1] if starts else max(len(names) - 1, 0)
    head.superior.extend(names[:start])
    head.body.extend(names[start:])


def _check_symbol(lines: Sequence[FlowLine], findings: Findings) -> None:
    for line in lines:
        match = _NUMBER.match(line.plain)
        if match is not None and match["joiner"] == "-":
            findings.ask(
                f"Nguồn ghi số, ký hiệu “{line.plain}”; theo thể thức, số và ký hiệu cách nhau bằng dấu gạch chéo.",
                [line.number],
                findings.key("letterhead"),
            )


def read_title(lines: Sequence[FlowLine], findings: Findings, *, decision: bool, first: str = "") -> Title:
    """The lines under the type of the document up to the first legal basis or paragraph.

    ``first`` is what stood on the line of the type itself.
    """
    title = Title([first] if first else [])
    authority: list[str] = []
    blank = False
    taken = 0
    for line in lines:
        if line.is_blank:
            findings.set_apart([line])
            blank = True
            taken += 1
            continue
        if line.role is Role.ATTACHED or _goes_on_in_brackets(title, line):
            title.attached = f"{title.attached} {line.plain}".strip()
            findings.place([line.number], findings.key("title"))
        elif _is_authority(line, title, decision):
            authority.append(line.plain)
            findings.place([line.number], findings.key("authority"))
        elif not authority and not title.attached and _is_title(line, title, blank):
            title.subject.append(line.plain)
            sure = Confidence.SURE if len(title.subject) == 1 or line.role else Confidence.LIKELY
            findings.place([line.number], findings.key("title"), sure)
        else:
            break
        taken += 1
        blank = False
    title.authority = " ".join(authority)
    title.rest = lines[taken:]
    return title


def _goes_on_in_brackets(title: Title, line: FlowLine) -> bool:
    if title.attached:
        return not title.attached.rstrip().endswith(")")
    return is_attached_line(line.plain)


def _is_authority(line: FlowLine, title: Title, decision: bool) -> bool:
    if line.role is not None:
        return line.role is Role.AUTHORITY
    return bool(decision and title.subject and is_capitals(line.plain) and not is_resolution(line.plain))


def _is_title(line: FlowLine, title: Title, blank: bool) -> bool:
    if line.role is not None:
        return line.role is Role.SUBJECT
    plain = line.plain
    if line.label or split_label(line.text)[0] is not None or len(plain) > _LONGEST_TITLE_LINE:
        return False
    if not title.subject:
        return plain[-1] not in ";:" and not (begins_opening(plain) and plain[-1] in ".;:,")
    if len(title.subject) >= _MOST_TITLE_LINES or begins_opening(plain) or plain[-1] in ".;:":
        return False
    if line.alignment is Alignment.CENTRE or plain[0].islower() or is_capitals(plain):
        return True
    return line.alignment is Alignment.UNKNOWN and not blank and len(plain) <= _LONGEST_LOOSE_LINE
