"""The first page of an import: what stood there at the left, what was understood at the right, what is asked below."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from cchc_desktop.authoring.import_review import ImportReview, block_sources
from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.authoring.import_target import is_appendix_only
from cchc_desktop.domain.plan import Plan
from cchc_desktop.paper.blocks import Document
from cchc_desktop.paper.compose import compose
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.importing.confidence_bar import ConfidenceBar
from cchc_desktop.ui.importing.doubt_list import DoubtPane
from cchc_desktop.ui.importing.notes_list import NotesList
from cchc_desktop.ui.importing.source_view import SourceView
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.preview import Preview


class UnderstoodPage(QWidget):
    """``changed``: a doubt was answered. ``counts`` is placed by the window, beside its title."""

    changed = Signal()

    def __init__(self, desk: Desk, read: ReadPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.review = ImportReview(read.draft)
        self.plan = self.review.plan()
        self._targets = read.draft.placements
        self._links: dict[str, str] = {}
        self.source = SourceView(desk, read.source)
        self.preview = Preview()
        self.preview.set_enlargeable(False)
        self.counts = ConfidenceBar(desk)
        self.doubts = DoubtPane(desk)
        self.notes = NotesList(desk, tuple(dict.fromkeys(chain(read.source.notes, read.draft.notes))))
        self.tabs = QTabWidget()
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._shown_before = False
        self._lay_out()
        self._connect()
        self._show_plan()
        self.doubts.show_review(self.review)

    def _lay_out(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(8)
        sides.setObjectName("calm")
        sides.addWidget(_titled("Kế hoạch cũ, từng dòng như trong tệp", self.source))
        sides.addWidget(_titled("Kế hoạch đã hiểu được, như khi in", self.preview))
        sides.setSizes([620, 620])
        below = self.tabs
        if self.review.doubts:
            below.addTab(self.doubts, "")
        if self.notes.count():
            below.addTab(self.notes, f"Ghi chú khi đọc ({self.notes.count()})")
        whole = self._halves
        whole.setChildrenCollapsible(False)
        whole.setHandleWidth(8)
        whole.setObjectName("calm")
        whole.addWidget(sides)
        whole.addWidget(below)
        whole.setStretchFactor(0, 7)
        whole.setStretchFactor(1, 3)
        below.setMinimumHeight(110)
        below.setVisible(below.count() > 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(whole, 1)

    def _connect(self) -> None:
        self.source.lines_entered.connect(self._line_entered)
        self.preview.source_clicked.connect(self._block_clicked)
        self.counts.chosen.connect(self._next_of_kind)
        self.doubts.entered.connect(self._doubt_entered)
        self.doubts.answered.connect(self.answer)
        self.notes.line_wanted.connect(lambda line: self._go_to_lines((line,)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown_before:
            self._shown_before = True
            height = self._halves.height()
            self._halves.setSizes([height * 7 // 10, height * 3 // 10])

    def start(self) -> None:
        """Put the cursor where the work begins: on the first doubt, or on the first line."""
        if self.review.doubts:
            self.doubts.list.setFocus()
        else:
            self.source.setFocus()
            self.source.setCurrentIndex(self.source.rows.index(0))

    def answer(self, doubt: int, choice: int) -> None:
        """Answer a doubt and go to the next open one."""
        self.review = self.review.answered(doubt, choice)
        self.plan = self.review.plan()
        self._show_plan()
        self.doubts.show_review(self.review)
        following = self.review.next_open(doubt)
        if following is None:
            self._doubt_entered(doubt)
        else:
            self.doubts.go_to(following)
        self.changed.emit()

    def _show_plan(self) -> None:
        plan = self.plan
        self._links = block_sources(plan)
        self.preview.set_document_from(lambda: shown_paper(plan))
        confidences = self.review.confidences()
        self.source.rows.show_confidences(confidences)
        self.counts.show_counts(confidences.values())
        if self.review.doubts:
            left, count = len(self.review.open_doubts), len(self.review.doubts)
            asked = f"Cần trả lời ({left}/{count})" if left else f"Đã trả lời cả {count} chỗ"
            self.tabs.setTabText(self.tabs.indexOf(self.doubts), asked)

    def _block_of(self, line: int) -> str:
        placement = self._targets.get(line)
        return "" if placement is None else self._links.get(placement.target, "")

    def _lines_of(self, block: str) -> tuple[int, ...]:
        return tuple(line for line in sorted(self._targets) if self._block_of(line) == block)

    def _line_entered(self, lines: tuple[int, ...]) -> None:
        block = next((found for line in lines if (found := self._block_of(line))), "")
        self.source.rows.show_linked(frozenset(self._lines_of(block) if block else lines))
        self.preview.show_source(block)

    def _block_clicked(self, block: str) -> None:
        lines = self._lines_of(block)
        self.preview.show_source(block)
        self.source.rows.show_linked(frozenset(lines))
        self.source.show_lines(lines)

    def _doubt_entered(self, index: int) -> None:
        doubt = self.review.doubts[index]
        block = self._links.get(doubt.target, "")
        lines = doubt.lines or self._lines_of(block)
        self._go_to_lines(lines)
        if block:
            self.preview.show_source(block)

    def _go_to_lines(self, lines: tuple[int, ...]) -> None:
        self.source.show_lines(lines)
        self._line_entered(lines)

    def _next_of_kind(self, confidence: object) -> None:
        self.source.go_to(confidence)  # type: ignore[arg-type]
        self.source.setFocus()


def shown_paper(plan: Plan) -> Document:
    """The paper of a plan; of one that is an appendix alone, only the pages of the appendix."""
    paper = compose(plan)
    return replace(paper, parts=paper.parts[1:]) if is_appendix_only(plan) else paper


def _titled(title: str, widget: QWidget) -> QWidget:
    side = QWidget()
    layout = QVBoxLayout(side)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    name: QLabel = hint_label(title)
    layout.addWidget(name)
    layout.addWidget(widget, 1)
    return side
