"""What a decision adds to step 1: the line of authority, the title of the attached plan, and the articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from cchc_desktop.authoring.list_edits import decision_of, with_articles, with_authority
from cchc_desktop.authoring.plan_edits import changed, moved, without
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import Article, IssueForm, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.fields import LineField, TextField
from cchc_desktop.ui.lines_editor import Line, LinesEditor
from cchc_desktop.ui.outline_dialog import OutlineDialog

if TYPE_CHECKING:
    from cchc_desktop.ui.page import FormPage


class DecisionCard:
    """A card of the first page, there only while the paper is a decision."""

    def __init__(self, page: FormPage) -> None:
        self._page = page
        layout = page.add_card("Quyết định", help_page="buoc-1#hinh-thuc")
        self._card = page.last_card
        self._plan_title_label = QLabel("Tên của kế hoạch kèm theo")
        self._plan_title = TextField("Tên của kế hoạch kèm theo", breaks=True, least_lines=2)
        layout.addWidget(self._plan_title_label)
        layout.addWidget(self._plan_title)
        layout.addWidget(QLabel("Thẩm quyền ban hành (in hoa, trên các căn cứ)"))
        self._authority = LineField("Thẩm quyền ban hành")
        layout.addWidget(self._authority)
        layout.addWidget(QLabel("Các điều"))
        self.articles = LinesEditor("Điều", page.desk)
        layout.addWidget(self.articles)
        row = QHBoxLayout()
        self._add = QPushButton("Thêm điều")
        page.desk.icons.put_on(self._add, "add")
        self._below = QPushButton("Ý bên dưới điều này…")
        page.desk.icons.put_on(self._below, "sections")
        row.addWidget(self._add)
        row.addWidget(self._below)
        row.addStretch(1)
        layout.addLayout(row)
        self._current = ""
        self._bind()

    def _bind(self) -> None:
        page = self._page
        page.bind(
            self._authority,
            "sửa thẩm quyền ban hành",
            lambda plan: plan.decision.authority if plan.decision else "",
            lambda plan, text: with_authority(plan, text.upper()),
            "authority",
        )
        page.bind(
            self._plan_title,
            "sửa tên kế hoạch kèm theo",
            lambda plan: plan.decision.plan_title if plan.decision else "",
            lambda plan, text: replace(plan, decision=replace(decision_of(plan), plan_title=text)),
            "title",
        )
        self._add.clicked.connect(lambda: self._insert(len(self._articles)))
        self._below.clicked.connect(self._edit_below)
        lines = self.articles
        lines.text_typed.connect(self._type)
        lines.add_wanted.connect(self._insert)
        lines.pasted.connect(self._paste)
        lines.remove_wanted.connect(
            lambda key: self._edit("xóa một điều", lambda articles: without(articles, key))
        )
        lines.move_wanted.connect(
            lambda key, by: self._edit("chuyển chỗ một điều", lambda articles: moved(articles, key, by))
        )
        lines.line_entered.connect(self._enter)
        lines.left.connect(page.field_left)

    @property
    def _articles(self) -> tuple[Article, ...]:
        plan = self._page.plan
        return plan.decision.articles if plan is not None and plan.decision is not None else ()

    def load(self, plan: Plan) -> None:
        """Show the decision of a plan, or nothing."""
        self._card.setVisible(plan.decision is not None)
        attached = plan.form is IssueForm.DECISION_ATTACHED
        self._plan_title.setVisible(attached)
        self._plan_title_label.setVisible(attached)
        self.articles.set_lines(
            [
                Line(article.id, f"Điều {number}.", _written(article))
                for number, article in enumerate(self._articles, 1)
            ]
        )
        self._below.setEnabled(any(article.id == self._current for article in self._articles))

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self.articles.set_read_only(read_only)
        self._add.setVisible(not read_only)

    def show_source(self, source: str) -> bool:
        """Put the cursor into an article; whether it is one."""
        for article in self._articles:
            if source == article.id or any(one.id == source for one in article.items):
                self.articles.enter(article.id)
                return True
        return False

    def _enter(self, key: str) -> None:
        self._current = key
        self._below.setEnabled(True)
        self._page.source_entered.emit(key)

    def _edit(self, label: str, change: object, merge: object = None) -> None:
        def on_plan(plan: Plan) -> Plan:
            return with_articles(plan, change(decision_of(plan).articles))  # type: ignore[operator]

        self._page.edit(label, on_plan, merge)

    def _type(self, key: str, text: str) -> None:
        def change(articles: tuple[Article, ...]) -> tuple[Article, ...]:
            return changed(articles, key, lambda article: _rewritten(article, clean(text)))

        self._edit("sửa một điều", change, ("article", key))

    def _insert(self, at: int) -> None:
        article = Article()
        self._edit("thêm một điều", lambda articles: (*articles[:at], article, *articles[at:]))
        self.articles.enter(article.id)

    def _paste(self, at: int, text: str) -> None:
        lines = [line.strip() for line in clean(text).split("\n") if line.strip()]
        added = tuple(Article(RichText.of(_without_label(line))) for line in lines)
        self._edit("dán các điều", lambda articles: (*articles[:at], *added, *articles[at:]))

    def _edit_below(self) -> None:
        article = next((one for one in self._articles if one.id == self._current), None)
        if article is None:
            return

        def take(outline: Outline) -> None:
            self._edit(
                "sửa các ý của một điều",
                lambda articles: changed(articles, article.id, lambda one: replace(one, items=outline)),
            )

        OutlineDialog.ask(
            self._page, "Các ý bên dưới điều này", article.items, take, read_only=self._page.is_read_only
        )


def _written(article: Article) -> str:
    """An article on one line; a heading of its own stands before a colon, as on the paper."""
    if article.heading and article.text:
        return f"{article.heading.plain}: {article.text.plain}"
    return article.heading.plain or article.text.plain


def _rewritten(article: Article, text: str) -> Article:
    if not article.heading:
        return replace(article, text=RichText.of(text))
    heading, colon, rest = text.partition(": ")
    if not article.text:
        return replace(article, heading=RichText.of(text))
    if not colon:
        return replace(article, heading=RichText.of(""), text=RichText.of(text))
    return replace(article, heading=RichText.of(heading), text=RichText.of(rest))


def _without_label(line: str) -> str:
    head, dot, rest = line.partition(".")
    return rest.strip() if dot and head.lower().startswith("điều ") and head[5:].strip().isdecimal() else line
