"""Who does what in a suggested plan: tasks and duties given to the agencies that the office really has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cchc_desktop.domain.agency import join_agencies
from cchc_desktop.domain.agency_directory import Agency, AgencySide, Function
from cchc_desktop.domain.library import LibraryEntry
from cchc_desktop.domain.outline import Level, Outline, OutlineItem, item
from cchc_desktop.domain.placeholders import Words, fill_outline, fill_task
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.task import Task, TaskColumn
from cchc_desktop.domain.vietnamese import new_id

_BY_NAME = {f"{{{one.value}}}": one for one in Function}
_ASKED = frozenset({AgencySide.COUNCIL, AgencySide.PARTY, AgencySide.FRONT, AgencySide.PROVINCE})


@dataclass(frozen=True, slots=True)
class Workers:
    """The agencies of an office by function, and who takes over for those it does not have."""

    profile: OfficeProfile
    fallback: Mapping[Function, Function]

    def has(self, function: Function) -> bool:
        """Whether the office has an agency with this function."""
        return self.profile.agency(function) is not None

    def leader(self, function: Function) -> Function:
        """Who leads a task meant for this function: it, else who takes over for it, at last the room of culture.

        Never an agency that the office lacks, nor one that the UBND can ask but not instruct.
        """
        for one in (function, self.fallback.get(function, Function.CULTURE)):
            if self.has(one) and not self._is_asked(one):
                return one
        return Function.CULTURE

    def given_out(self, task: Task, words: Words) -> Task:
        """The task with its names filled in; nobody the office lacks leads it or works along."""
        meant = _BY_NAME[task.lead.plain]
        lead = self.leader(meant)
        helpers = [_BY_NAME[name] for name in task.cooperation.plain.split("; ") if name]
        if lead is not meant:
            helpers = [meant, *(one for one in helpers if one is not meant)]
        names = [words[one.value] for one in helpers if self.has(one) and one is not lead]
        filled = fill_task(replace(task, lead=EMPTY, cooperation=EMPTY, id=new_id()), words)
        filled = filled.with_content(_renewed(filled.content))
        filled = filled.with_cell(TaskColumn.LEAD, RichText.of(words[lead.value]))
        return filled.with_cell(TaskColumn.COOPERATION, RichText.of(_joined(names)))

    def responsibilities(
        self, duties: Iterable[LibraryEntry], tasks: Iterable[LibraryEntry], words: Words
    ) -> Outline:
        """A heading for each agency with its duties below: first the UBND's, of these first those that lead a task.

        A single duty stands in the line of its heading. Whom the UBND cannot instruct is asked ("Đề nghị …").
        """
        leading = {self.leader(_BY_NAME[one.task.lead.plain]) for one in tasks if one.task is not None}
        found: dict[Function, list[LibraryEntry]] = {}
        for duty in duties:
            if duty.agency is not None and self.has(duty.agency):
                found.setdefault(duty.agency, []).append(duty)
        order = sorted(found, key=lambda one: (self._is_asked(one), one not in leading))
        return tuple(line for one in order for line in self._duties(one, found[one], words))

    def _is_asked(self, function: Function) -> bool:
        agency = self.profile.agency(function)
        return agency is not None and agency.side in _ASKED

    def _duties(self, function: Function, duties: list[LibraryEntry], words: Words) -> Iterator[OutlineItem]:
        agency = self.profile.agency(function)
        if agency is None:
            raise KeyError(function)
        heading = _heading(agency)
        lines = [line for one in duties for line in fill_outline(one.content, words)]
        if len(lines) == 1 and not lines[0].heading:
            yield item(Level.ARABIC, _run_in(lines[0].text), heading)
            return
        yield item(Level.ARABIC, EMPTY, heading)
        for line in lines:
            level = Level.DASH if line.level is Level.PARAGRAPH else line.level
            yield replace(line, level=level, id=new_id())


def _joined(names: list[str]) -> str:
    """ "Công an xã; các thôn": behind a semicolon a group begins with a small letter."""
    return join_agencies((*names[:1], *map(_inside, names[1:])))


def _heading(agency: Agency) -> str:
    return f"Đề nghị {_inside(agency.name)}" if agency.side in _ASKED else agency.name


def _inside(name: str) -> str:
    """The name inside a sentence: of a group the first word is no name ("các tổ chức …")."""
    return name[:1].lower() + name[1:] if name.startswith("Các ") else name


def _run_in(text: RichText) -> RichText:
    """The sentence as it goes on behind "Công an xã: ": its verb in lower case, unless it is an abbreviation."""
    first, *others = text.runs
    if first.text[1:2].isupper():
        return text
    return RichText((Run(first.text[:1].lower() + first.text[1:], first.bold, first.italic), *others))


def _renewed(content: Outline) -> Outline:
    return tuple(replace(one, id=new_id()) for one in content)
