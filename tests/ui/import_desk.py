"""An old plan as a reader and the recogniser hand it over, made by hand from a plan: no reader takes part."""

from collections.abc import Callable
from dataclasses import replace

from cchc_desktop.authoring.adaptation import AdaptOptions, Aspect, PlaceChange
from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.authoring.plan_edits import with_period, with_section_role
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan, SectionRole
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.paper.blocks import (
    AppendixHeadBlock,
    Block,
    LetterheadBlock,
    SignBlock,
    TableBlock,
    TableRow,
    TitleBlock,
)
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.import_draft import Choice, Confidence, ImportDoubt, ImportDraft, Placement
from cchc_desktop.paper.source import (
    Alignment,
    SourceBlock,
    SourceBreak,
    SourceCell,
    SourceDocument,
    SourceLine,
    SourceTable,
)


class _Typist:
    """Puts blocks down as lines, counting, and remembers where each came from."""

    def __init__(self) -> None:
        self.blocks: list[SourceBlock] = []
        self.placements: dict[int, Placement] = {}

    def line(
        self, text: RichText | str, source: str, alignment: Alignment = Alignment.JUSTIFIED
    ) -> SourceLine:
        number = len(self.placements) + 1
        self.placements[number] = Placement(source, Confidence.SURE)
        rich = text if isinstance(text, RichText) else RichText.of(text)
        return SourceLine(rich, number, alignment=alignment)

    def cell(self, texts: tuple[RichText | str, ...], source: str, **spans: int) -> SourceCell:
        return SourceCell(tuple(self.line(text, source, Alignment.LEFT) for text in texts), **spans)

    def put(self, block: Block) -> None:
        match block:
            case LetterheadBlock():
                left = self.cell((*block.body, block.number_line or ""), block.source)
                right = self.cell(("CỘNG HÒA", "Độc lập", block.place_line or ""), block.source)
                self.blocks.append(SourceTable(((left, right),), has_borders=False))
            case TitleBlock():
                for text in (block.kind, *block.subject):
                    self.blocks.append(
                        self.line(RichText.of(text, bold=True), block.source, Alignment.CENTRE)
                    )
            case SignBlock():
                left = self.cell(("Nơi nhận:", *block.recipients), block.source)
                right = self.cell((*block.signature, block.name), block.source)
                self.blocks.append(SourceTable(((left, right),), has_borders=False))
            case AppendixHeadBlock():
                self.blocks.append(SourceBreak(landscape=True))
                for text in (block.label, *block.title, block.attached):
                    self.blocks.append(self.line(text, block.source, Alignment.CENTRE))
            case TableBlock():
                self._table(block)
            case _:
                self.blocks.append(self.line(getattr(block, "printed", RichText()), block.source))

    def _table(self, block: TableBlock) -> None:
        rows = [tuple(self.cell((column.heading,), block.source) for column in block.columns)]
        for row in block.rows:
            if isinstance(row, TableRow):
                rows.append(
                    tuple(self.cell(tuple(line.printed for line in cell), row.source) for cell in row.cells)
                )
            else:
                rows.append((self.cell((row.printed,), row.source, columns=len(block.columns)),))
        self.blocks.append(SourceTable(tuple(rows)))


def read_of(plan: Plan) -> ReadPlan:
    """The plan's paper as lines, every line placed; two doubts, one line only likely, one not placed, two notes."""
    typist = _Typist()
    for block in compose(plan).blocks:
        typist.put(block)
    placements = dict(typist.placements)
    doubts: list[ImportDoubt] = []
    if plan.sections:
        doubts = [_about_section(plan, at, placements) for at in (0, len(plan.sections) - 1)]
        guessed = doubts[0].lines[0]
        placements[guessed] = replace(placements[guessed], confidence=Confidence.GUESSED)
        placements[guessed + 1] = replace(placements[guessed + 1], confidence=Confidence.LIKELY)
        placements[guessed + 2] = replace(placements[guessed + 2], confidence=Confidence.UNPLACED)
    notes = ("Dòng 12: nguồn ghi “c)”, sẽ đánh lại thành “d)”.", "Đã nối 3 dòng bị ngắt giữa câu.")
    source = SourceDocument("Kế hoạch cũ.docx", tuple(typist.blocks), notes[1:])
    return ReadPlan(source, ImportDraft(plan, tuple(doubts), placements, notes[:1]))


def _about_section(plan: Plan, at: int, placements: dict[int, Placement]) -> ImportDoubt:
    section = plan.sections[at]
    lines = tuple(number for number, one in placements.items() if one.target == section.id)
    others = [role for role in (SectionRole.CONTENT, SectionRole.OTHER) if role is not section.role]
    choices = (
        Choice(section.role.label, lambda now: now),
        *(Choice(role.label, _changes_role(section.id, role)) for role in others),
    )
    return ImportDoubt(f"Mục “{section.title}” nói về việc gì?", lines, section.id, choices)


def _changes_role(key: str, role: SectionRole) -> Callable[[Plan], Plan]:
    return lambda plan: with_section_role(plan, key, role)


def old_plan() -> Plan:
    """Last year's plan of the sample ward, issued and signed."""
    [plan] = sample_dossier().plans
    return replace(with_period(plan, Period.of(2025)), date=PartialDate(5, 2, 2025))


def appendix_alone() -> Plan:
    """What is read from a sheet with a task table and nothing else."""
    plan = old_plan()
    return replace(
        plan,
        title="",
        opening=replace(plan.opening, bases=(), paragraphs=(), proposal=""),
        sections=(),
        closing=(),
    )


def adapt_title(
    plan: Plan, office: Office, year: int, options: AdaptOptions
) -> tuple[Plan, tuple[PlaceChange, ...]]:
    """A small stand-in for the real adapting: the year of the title, and number and date."""
    changes: list[PlaceChange] = []
    made = plan
    title = plan.title.replace(str(plan.period.first_year), str(year))
    if Aspect.YEAR in options.aspects and title != plan.title:
        changes.append(PlaceChange("title", Aspect.YEAR, f"{plan.id}:title", plan.title, title))
        if "title" not in options.kept:
            made = replace(made, title=title, period=Period.of(year))
    if Aspect.ISSUE in options.aspects and plan.number:
        changes.append(PlaceChange("number", Aspect.ISSUE, f"{plan.id}:letterhead", plan.number, ""))
        if "number" not in options.kept:
            made = replace(made, number="", date=PartialDate(None, None, plan.date.year))
    return made, tuple(changes)
