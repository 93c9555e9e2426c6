"""What stands under the last paragraph of a foreign paper: "Nơi nhận" and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.plan import Recipient, Recipients, Signature
from cchc_desktop.paper.blocks import SignBlock
from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.paper.recognise_lines import recognise_recipients, recognise_signature
from cchc_desktop.paper.source_findings import Findings
from cchc_desktop.paper.source_flow import FlowLine
from cchc_desktop.paper.source_label import Mark, split_label
from cchc_desktop.paper.source_styles import Role
from cchc_desktop.paper.source_words import (
    is_capitals,
    is_person_name,
    is_signature_line,
    is_signed_mark,
    recipients_at,
)

_PREFIX = re.compile(r"^(TM|T/M|KT|K/T|TL|T/L|TUQ|Q|QUYỀN)(?:\s*[./:]\s*|\s+)(?=[A-ZĐÀ-Ỹ])")
_PREFIXES = {"T/M": "TM", "K/T": "KT", "T/L": "TL", "QUYỀN": "Q"}
_BOTH = re.compile(
    r"^(?P<left>.*?(?:[;.:,)]|\s{2,}))\s*(?P<right>(?:TM|T/M|KT|TL|TUQ|Q)\..*|(?:PHÓ )?CHỦ TỊCH.*)$"
)
_MOST_AFTER_CAPITALS = 90


@dataclass(slots=True)
class Tail:
    """Recipients and signature; ``left`` are the lines that were not understood."""

    names: list[Recipient] = field(default_factory=list)
    archive: list[str] = field(default_factory=list)
    signature: list[FlowLine] = field(default_factory=list)
    name: str = ""
    left: list[FlowLine] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    @property
    def recipients(self) -> Recipients:
        """The list as the plan holds it; a paper without "Lưu" is kept by its archive all the same."""
        return Recipients(tuple(self.names), ", ".join(self.archive) or "VT")

    @property
    def signer(self) -> Signature:
        """Who signs."""
        lines = tuple(_usual_prefix(line.plain) for line in self.signature)
        return recognise_signature(SignBlock((), lines, self.name))


def is_tail_start(line: FlowLine) -> bool:
    """Whether the recipients or the signature begin here."""
    if line.role in (Role.RECIPIENTS_LABEL, Role.RECIPIENT, Role.SIGNER_TITLE):
        return True
    return line.role is None and recipients_at(line.plain) >= 0


def read_tail(lines: Sequence[FlowLine], findings: Findings) -> Tail:
    """The lines from "Nơi nhận" (or the signature over it) on."""
    tail = Tail()
    for line in lines:
        if line.is_blank:
            findings.set_apart([line])
            continue
        taken = [_take(tail, piece) for piece in _pieces(line)]
        if not all(taken):
            tail.left.append(line)
            continue
        tail.lines.append(line.number)
        sure = line.role is not None or is_signature_line(line.plain) or line.plain[:1] in "-–+N"
        findings.place([line.number], findings.key("sign"), Confidence.SURE if sure else Confidence.LIKELY)
    _check(tail, findings)
    return tail


def is_sign_piece(line: FlowLine, after_signature: bool) -> bool:
    """Whether a line over "Nơi nhận" belongs to the signature."""
    return is_signature_line(line.plain) or (after_signature and is_person_name(line.plain))


def _pieces(line: FlowLine) -> Iterator[FlowLine]:
    """What stands on a line: with tabs, a recipient and a line of the signature share one."""
    both = _BOTH.match(line.plain) if line.role is None else None
    if both is None or is_signature_line(line.plain):
        yield line
        return
    at = line.text.plain.index(both["right"])
    yield replace(line, text=line.text.slice(0, at).strip())
    yield replace(line, text=line.text.slice(at).strip(), label="")


def _take(tail: Tail, line: FlowLine) -> bool:
    at = recipients_at(line.plain)
    if line.role is Role.RECIPIENTS_LABEL or at >= 0:
        rest = line.plain[max(at, 0) :].strip() if at >= 0 else ""
        return not rest or _take(tail, replace(line, text=line.text.slice(len(line.text) - len(rest))))
    if line.role is Role.SIGNER_TITLE or (line.role is None and _is_signature(tail, line)):
        tail.signature.append(line)
        return True
    if line.role is Role.SIGNER_NAME or (line.role is None and _is_name(tail, line)):
        tail.name = f"{tail.name} {line.plain}".strip()
        return True
    if is_signed_mark(line.plain):
        return True
    if line.role is Role.RECIPIENT or (line.role is None and _is_recipient(tail, line)):
        _add_recipient(tail, line)
        return True
    return False


def _is_signature(tail: Tail, line: FlowLine) -> bool:
    if line.label or not is_capitals(line.plain):
        return False
    if is_signature_line(line.plain):
        return True
    # "PHÓ TRƯỞNG BAN" and what else a signer may be, under a line that says for whom.
    return bool(tail.signature) and not tail.name and len(line.plain) <= _MOST_AFTER_CAPITALS


def _is_name(tail: Tail, line: FlowLine) -> bool:
    return bool(tail.signature) and not tail.name and not line.label and is_person_name(line.plain)


def _is_recipient(tail: Tail, line: FlowLine) -> bool:
    label, _ = split_label(line.text)
    listed = bool(line.label) or (label is not None and label.mark in (Mark.BULLET, Mark.PLUS, Mark.NUMBER))
    return listed or (not tail.signature and not tail.name) or line.plain.lower().startswith("lưu")


def _add_recipient(tail: Tail, line: FlowLine) -> None:
    label, text = split_label(line.text)
    plain = text.plain if label is not None else line.plain
    read = recognise_recipients([plain])
    if read.names:
        tail.names.extend(one for one in read.names if one.name)
    elif read.archive:
        tail.archive.append(read.archive)


def _usual_prefix(line: str) -> str:
    """ "KT. CHỦ TỊCH" however the source wrote it ("KT.CHỦ TỊCH", "K/T CHỦ TỊCH")."""
    match = _PREFIX.match(line)
    if match is None:
        return line
    return f"{_PREFIXES.get(match[1], match[1])}. {line[match.end() :]}"


def _check(tail: Tail, findings: Findings) -> None:
    if tail.lines and not tail.archive:
        findings.ask("Nguồn không có dòng “Lưu:”; sẽ ghi “Lưu: VT”.", tail.lines[-1:], findings.key("sign"))
    signed = " ".join(tail.signer.lines).upper()
    for line in tail.signature:
        if (
            _usual_prefix(line.plain).upper() not in signed
        ):  # a second body or post: the plan has room for one
            tail.left.append(line)
