"""The plan: an immutable value that holds everything the paper says."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.task import Appendix, Task
from cchc_desktop.domain.vietnamese import new_id


class IssueForm(Enum):
    """The paper by which the plan is issued (NĐ 30/2020, Phụ lục III)."""

    PLAN = "plan"  # Kế hoạch, Mẫu 1.4
    DECISION_DIRECT = "decision_direct"  # Quyết định with the plan inside Điều 1, Mẫu 1.2
    DECISION_ATTACHED = "decision_attached"  # Quyết định with the plan attached, Mẫu 1.3

    @property
    def is_decision(self) -> bool:
        """Whether the paper is a Quyết định."""
        return self is not IssueForm.PLAN

    @property
    def document_name(self) -> str:
        """The type of the issued document as it is printed."""
        return "QUYẾT ĐỊNH" if self.is_decision else "KẾ HOẠCH"


class SectionRole(Enum):
    """What a section is for; a section may serve several (the first is its main one)."""

    PURPOSE = "purpose"
    OBJECTIVES = "objectives"
    TARGETS = "targets"
    CONTENT = "content"
    FORMS = "forms"
    ACTIVITIES = "activities"
    BUDGET = "budget"
    ORGANISATION = "organisation"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Vietnamese name of the role."""
        return ROLE_NAMES[self]


ROLE_NAMES: dict[SectionRole, str] = {
    SectionRole.PURPOSE: "Mục đích, yêu cầu",
    SectionRole.OBJECTIVES: "Mục tiêu",
    SectionRole.TARGETS: "Mục tiêu cụ thể",
    SectionRole.CONTENT: "Nội dung tuyên truyền",
    SectionRole.FORMS: "Hình thức tuyên truyền",
    SectionRole.ACTIVITIES: "Hoạt động tuyên truyền",
    SectionRole.BUDGET: "Kinh phí thực hiện",
    SectionRole.ORGANISATION: "Tổ chức thực hiện",
    SectionRole.OTHER: "Mục khác",
}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues: the body on one or two lines, and the body above it if it is to be shown."""

    body: tuple[str, ...]
    superior: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A legal basis as it is written, with its leading word ("Căn cứ …") and without the mark at its end."""

    text: RichText
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands between title and first section: legal bases one a line, "Theo đề nghị …", and plain paragraphs."""

    bases: tuple[LegalBasis, ...] = ()
    proposal: str = ""
    paragraphs: Outline = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section "I. …". The title is kept in capitals, as it is printed."""

    roles: tuple[SectionRole, ...]
    title: str
    items: Outline = ()
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.roles:
            object.__setattr__(self, "roles", (SectionRole.OTHER,))
        object.__setattr__(self, "title", self.title.upper())

    @property
    def role(self) -> SectionRole:
        """The main role."""
        return self.roles[0]


@dataclass(frozen=True, slots=True)
class Article:
    """A "Điều" of a decision: a heading (bold) and/or text on the line of its label, then an outline below."""

    text: RichText = EMPTY
    heading: RichText = EMPTY
    items: Outline = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a Quyết định adds. In the direct form the plan's sections stand at the end of the first article.

    ``authority``: the line in capitals over the legal bases. ``plan_title``: title of the attached plan (Mẫu 1.3 only).
    """

    authority: str
    articles: tuple[Article, ...]
    plan_title: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line under "Nơi nhận", with the purpose in brackets ("để b/c") kept apart."""

    name: str
    note: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Recipients:
    """The list under "Nơi nhận"; ``archive`` is what follows "Lưu: "."""

    names: tuple[Recipient, ...] = ()
    archive: str = "VT"


class Capacity(Enum):
    """In what capacity the signer signs (NĐ 30/2020, Điều 13); the value is what is printed before the title."""

    HEAD = ""
    DEPUTY = "KT."
    ACTING = "Q."
    BY_ORDER = "TL."
    AUTHORISED = "TUQ."


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. ``collective`` is the body signed for ("TM. …"), ``head`` the head's title, ``title`` the signer's own."""

    head: str = "CHỦ TỊCH"
    collective: str = ""
    capacity: Capacity = Capacity.HEAD
    title: str = ""
    name: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines above the signature, in capitals."""
        lines = [f"TM. {self.collective.upper()}"] if self.collective else []
        match self.capacity:
            case Capacity.HEAD:
                lines.append(self.head.upper())
            case Capacity.ACTING:
                lines.append(f"Q. {self.head.upper()}")
            case Capacity.DEPUTY | Capacity.BY_ORDER | Capacity.AUTHORISED:
                lines.append(f"{self.capacity.value} {self.head.upper()}")
                lines.append(self.title.upper())
        return tuple(line for line in lines if line.strip())


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan and the paper that issues it.

    ``number`` is the digits given by the archive, blank in a draft; ``symbol`` what follows the "/" ("KH-UBND").
    ``title`` is the "trích yếu" of the issued document and may hold line breaks. ``issuer`` is the issuing body or
    person in ordinary letters, as "Kèm theo … của …" names it ("Ủy ban nhân dân phường Vũng Áng").
    """

    form: IssueForm
    period: Period
    letterhead: Letterhead
    symbol: str
    place: str
    date: PartialDate
    title: str
    issuer: str
    number: str = ""
    opening: Opening = Opening()
    decision: Decision | None = None
    sections: tuple[Section, ...] = ()
    closing: Outline = ()
    recipients: Recipients = Recipients()
    signature: Signature = Signature()
    appendices: tuple[Appendix, ...] = ()
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if self.form.is_decision != (self.decision is not None):
            raise ValueError(f"{self.form} and decision={self.decision!r} do not go together")

    @property
    def is_issued(self) -> bool:
        """Whether number and date have been given."""
        return bool(self.number.strip()) and self.date.is_whole

    @property
    def state(self) -> str:
        """ "đã ban hành" once number and date are given, "dự thảo" before."""
        return "đã ban hành" if self.is_issued else "dự thảo"

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of all appendices."""
        return tuple(task for appendix in self.appendices for task in appendix.tasks)

    def sections_for(self, role: SectionRole) -> tuple[Section, ...]:
        """The sections that serve a role, main role or not."""
        return tuple(section for section in self.sections if role in section.roles)
