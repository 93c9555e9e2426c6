"""Questions about a plan that was read, with their answers as edits: roles of sections, labels, a missing heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.plan import IssueForm, Letterhead, Plan, Section, SectionRole
from cchc_desktop.paper.import_draft import Choice
from cchc_desktop.paper.pasted import Recognised
from cchc_desktop.paper.recognise_roles import guess_roles
from cchc_desktop.paper.source_findings import Findings

NO_ISSUER = "Nguồn không có tên cơ quan ban hành ở đầu văn bản; có thể lấy theo cơ quan của hồ sơ."
"""The question to which whoever knows the dossier adds its office as an answer."""

_ORGANISATION = "Tổ chức thực hiện"


def leave(plan: Plan) -> Plan:
    """The plan as it is."""
    return plan


def ask_about_roles(sections: Sequence[Section], read: Recognised, findings: Findings) -> None:
    """A section whose title says nothing about what it is for."""
    for section, source in zip(sections, read.sections, strict=True):
        if section.roles != (SectionRole.OTHER,):
            continue
        choices = [
            Choice(role.label, leave if role is SectionRole.OTHER else _with_role(section.id, role))
            for role in (SectionRole.OTHER, *(role for role in SectionRole if role is not SectionRole.OTHER))
        ]
        findings.ask(
            f"Chưa rõ mục “{section.title}” thuộc nội dung nào.", source.numbers, section.id, choices
        )


def ask_about_labels(read: Recognised, sections: Sequence[Section], findings: Findings) -> None:
    """Labels that will not be what the source wrote; a "2." without its "1." may stand for a lost heading."""
    lost = {key: section for section in sections if (key := _without_beginning(section, read))}
    has_organisation = any(SectionRole.ORGANISATION in section.roles for section in sections)
    for note, key in zip(read.notes, read.noted, strict=True):
        section = lost.get(key)
        if section is None:
            numbers = read.origins.get(key, ()) or _of_section(note, read)
            findings.ask(note, numbers, key)
            continue
        title = "Nội dung khác" if has_organisation else _ORGANISATION
        findings.ask(
            f"{note} Có thể nguồn thiếu một tiêu đề mục ở trước dòng này.",
            read.origins.get(key, ()),
            key,
            (
                Choice(f"Để nguyên trong mục “{section.title}”", leave),
                Choice(f"Tách thành một mục riêng “{title.upper()}”", _split_at(key, title)),
            ),
        )


def ask_about_letterhead(guessed: Letterhead | None, findings: Findings) -> None:
    """A source without the name of its issuing body."""
    choices = [Choice("Để trống", leave)]
    if guessed is not None:
        choices.append(letterhead_choice(guessed))
    findings.ask(NO_ISSUER, (), findings.key("letterhead"), choices)


def letterhead_choice(letterhead: Letterhead, note: str = "") -> Choice:
    """An answer that writes this body; ``note`` says whose it is."""
    return Choice(f"Ghi “{' '.join(letterhead.body)}”{note}", _with_letterhead(letterhead))


def ask_about_missing_plan(plan: Plan, findings: Findings) -> None:
    """A decision that issues a plan which the file does not hold."""
    if plan.form is not IssueForm.DECISION_DIRECT or plan.sections or plan.decision is None:
        return
    said = " ".join(article.text.plain for article in plan.decision.articles[:1]).lower()
    if "kèm theo" not in said:
        return
    findings.ask(
        "Quyết định ban hành kế hoạch kèm theo nhưng tệp này không có kế hoạch ấy.",
        (),
        findings.key("title"),
        (Choice("Để nguyên", leave), Choice("Dùng mẫu quyết định có kế hoạch kèm theo", _with_attached_plan)),
    )


def _with_attached_plan(plan: Plan) -> Plan:
    return replace(plan, form=IssueForm.DECISION_ATTACHED)


def _of_section(note: str, read: Recognised) -> tuple[int, ...]:
    return next((one.numbers for one in read.sections if note.startswith(f"“{one.title}”")), ())


def _without_beginning(section: Section, read: Recognised) -> str:
    """The key of the first "1." of a section when the source gave it a higher number."""
    first = next((one for one in section.items if one.level is Level.ARABIC), None)
    if first is None or first.id not in read.noted:
        return ""
    written = read.labels.get(first.id, "").rstrip(".)/ ")
    return first.id if written.isdigit() and int(written) > 1 else ""


def _with_role(key: str, role: SectionRole) -> Callable[[Plan], Plan]:
    def settle(plan: Plan) -> Plan:
        sections = tuple(replace(one, roles=(role,)) if one.id == key else one for one in plan.sections)
        return replace(plan, sections=sections)

    return settle


def _with_letterhead(letterhead: Letterhead) -> Callable[[Plan], Plan]:
    def settle(plan: Plan) -> Plan:
        return replace(plan, letterhead=letterhead)

    return settle


def _split_at(key: str, title: str) -> Callable[[Plan], Plan]:
    def settle(plan: Plan) -> Plan:
        sections: list[Section] = []
        for section in plan.sections:
            at = next((index for index, one in enumerate(section.items) if one.id == key), -1)
            if at < 0:
                sections.append(section)
                continue
            sections.append(replace(section, items=section.items[:at]))
            sections.append(Section(guess_roles(title), title, section.items[at:]))
        return replace(plan, sections=tuple(sections))

    return settle
