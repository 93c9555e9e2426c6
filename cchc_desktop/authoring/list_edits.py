"""Edits of a plan's lists: legal bases, articles, recipients. Pure functions from a plan to a plan."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc_desktop.authoring.plan_edits import changed, moved, without
from cchc_desktop.domain.plan import Article, Decision, LegalBasis, Plan, Recipient
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import clean

_BULLET = re.compile(r"^\s*(?:[-–—•+*]|\d+[.)])\s+")
_END_MARKS = " ;,."


def lines_of(pasted: str) -> tuple[str, ...]:
    """The lines of a pasted list without bullets, numbers and the marks at their ends; blank lines are left out."""
    lines = (_BULLET.sub("", line).strip().rstrip(_END_MARKS) for line in clean(pasted).split("\n"))
    return tuple(line for line in lines if line)


def with_bases(plan: Plan, bases: tuple[LegalBasis, ...]) -> Plan:
    """The plan with other legal bases."""
    return replace(plan, opening=replace(plan.opening, bases=bases))


def with_basis_text(plan: Plan, key: str, text: RichText) -> Plan:
    """The plan with a legal basis written differently. Raises KeyError."""
    return with_bases(plan, changed(plan.opening.bases, key, lambda basis: replace(basis, text=text)))


def with_basis_moved(plan: Plan, key: str, by: int) -> Plan:
    """The plan with a legal basis further up or down. Raises KeyError."""
    return with_bases(plan, moved(plan.opening.bases, key, by))


def without_basis(plan: Plan, key: str) -> Plan:
    """The plan without a legal basis. Raises KeyError."""
    return with_bases(plan, without(plan.opening.bases, key))


def with_pasted_bases(plan: Plan, at: int, pasted: str) -> Plan:
    """The plan with a basis for each pasted line; a line "Theo đề nghị …" goes to its own place while that is blank."""
    added: list[LegalBasis] = []
    proposal = plan.opening.proposal
    for line in lines_of(pasted):
        if line.lower().startswith("theo đề nghị") and not proposal.strip():
            proposal = line
        else:
            added.append(LegalBasis(RichText.of(line)))
    bases = (*plan.opening.bases[:at], *added, *plan.opening.bases[at:])
    return replace(plan, opening=replace(plan.opening, bases=bases, proposal=proposal))


def with_proposal(plan: Plan, proposal: str) -> Plan:
    """The plan with another "Theo đề nghị …"."""
    return replace(plan, opening=replace(plan.opening, proposal=clean(proposal)))


def with_recipients(plan: Plan, names: tuple[Recipient, ...]) -> Plan:
    """The plan with other recipients."""
    return replace(plan, recipients=replace(plan.recipients, names=names))


def with_archive(plan: Plan, archive: str) -> Plan:
    """The plan with another "Lưu: …"."""
    return replace(plan, recipients=replace(plan.recipients, archive=clean(archive)))


_NOTE = re.compile(r"^(?P<name>.*?)\s*\((?P<note>[^()]*)\)$")
_ARCHIVE = re.compile(r"^Lưu\s*:\s*(?P<archive>.*)$", re.IGNORECASE)


def parse_recipient(line: str) -> Recipient:
    """ "- UBND tỉnh (để b/c);" as name and note."""
    [text] = lines_of(line) or ("",)
    match = _NOTE.match(text)
    return Recipient(match["name"], match["note"]) if match else Recipient(text)


def with_pasted_recipients(plan: Plan, at: int, pasted: str) -> Plan:
    """The plan with a recipient for each pasted line; "Lưu: VT, …" fills the archive line, "Nơi nhận:" is left out."""
    names: list[Recipient] = []
    archive = plan.recipients.archive
    for line in lines_of(pasted):
        kept = _ARCHIVE.match(line)
        if kept:
            archive = kept["archive"].strip()
        elif line.rstrip(":").lower() != "nơi nhận":
            names.append(parse_recipient(line))
    before = plan.recipients.names
    return replace(
        plan,
        recipients=replace(plan.recipients, names=(*before[:at], *names, *before[at:]), archive=archive),
    )


def with_articles(plan: Plan, articles: tuple[Article, ...]) -> Plan:
    """The plan with other articles; raises ValueError when it is no decision."""
    return replace(plan, decision=replace(decision_of(plan), articles=articles))


def with_authority(plan: Plan, authority: str) -> Plan:
    """The plan with another line of authority; raises ValueError when it is no decision."""
    return replace(plan, decision=replace(decision_of(plan), authority=clean(authority)))


def decision_of(plan: Plan) -> Decision:
    """What makes the plan a decision; raises ValueError when it is none."""
    if plan.decision is None:
        raise ValueError(plan.form)
    return plan.decision
