"""The content library: suggestions to pick from, found by section, area and word."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.reform import Area, Channel
from cchc_desktop.domain.task import Task
from cchc_desktop.domain.vietnamese import new_id


class EntryKind(Enum):
    """What a suggestion is. The value stands in catalogue files and dossiers."""

    OPENING = "mo_dau"
    PURPOSE = "muc_dich"
    REQUIREMENT = "yeu_cau"
    TARGET = "muc_tieu"
    CONTENT = "noi_dung"
    FORM = "hinh_thuc"
    TASK = "nhiem_vu"
    BUDGET = "kinh_phi"
    DUTY = "trach_nhiem"
    CLOSING = "ket_thuc"
    RECIPIENT = "noi_nhan"

    @property
    def label(self) -> str:
        """The Vietnamese name of the kind."""
        return _KIND_NAMES[self]


_KIND_NAMES = {
    EntryKind.OPENING: "Mở đầu",
    EntryKind.PURPOSE: "Mục đích",
    EntryKind.REQUIREMENT: "Yêu cầu",
    EntryKind.TARGET: "Mục tiêu, chỉ tiêu",
    EntryKind.CONTENT: "Nội dung tuyên truyền",
    EntryKind.FORM: "Hình thức tuyên truyền",
    EntryKind.TASK: "Nhiệm vụ",
    EntryKind.BUDGET: "Kinh phí",
    EntryKind.DUTY: "Trách nhiệm",
    EntryKind.CLOSING: "Câu kết",
    EntryKind.RECIPIENT: "Nơi nhận",
}


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A suggestion. Its texts hold names in braces ("{nam}", "{vhxh}"; ``domain.placeholders``) that follow the plan.

    ``content`` is what is put into a section; an item of level PARAGRAPH at its beginning takes the level of the place.
    ``task`` is given for kind TASK only (``content`` is then empty). ``agency``: whose duty it is. ``tasks``: for a duty,
    keys of the tasks that it answers for. ``criterion``: of the index of reform (Chỉ số CCHC). ``only_for``: kinds of
    commune ("Xã", "Phường", "Đặc khu") it suits; empty for all.
    """

    kind: EntryKind
    content: Outline = ()
    task: Task | None = None
    area: Area | None = None
    channel: Channel | None = None
    agency: Function | None = None
    tasks: tuple[str, ...] = ()
    criterion: str = ""
    subjects: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    is_own: bool = False
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if (self.kind is EntryKind.TASK) != (self.task is not None):
            raise ValueError(f"{self.kind} and task={self.task!r} do not go together")

    @property
    def title(self) -> str:
        """The first line, to show it in a list."""
        if self.task is not None:
            return self.task.title
        return next((one.content.plain for one in self.content if not one.is_empty), "")
