"""The catalogue of legal bases in a window: find, look at, put into the plan; the office's own documents and updates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue, basis_catalogue
from cchc_desktop.authoring.basis_state import BasisState, name_of, state_on
from cchc_desktop.authoring.plan_bases import as_cited, bases_citing, day_of, with_document, without_document
from cchc_desktop.authoring.session import Change, Session
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import Force, LegalDocument, Origin
from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.basis_details import BasisDetails
from cchc_desktop.ui.basis_model import BasisDelegate, BasisModel
from cchc_desktop.ui.basis_own import OwnBases
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_key import offer_help

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


class BasisPicker(QDialog):
    """Works on the plan ``plan_id`` of an open dossier; every edit is made at once and can be undone here, too."""

    def __init__(
        self, desk: Desk, session: Session, plan_id: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._plan_id = plan_id
        self._today = today
        self._states: dict[str, BasisState] = {}
        self._said_about: str | None = None
        self.setWindowTitle("Danh mục căn cứ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.own = OwnBases(desk, session, plan_id, self)
        self._build_list()
        self._build_details()
        self._build_own()
        self._lay_out()
        for key, act in (("Ctrl+Z", session.undo), ("Ctrl+Y", session.redo), ("Ctrl+Shift+Z", session.redo)):
            QShortcut(
                QKeySequence(key), self, lambda do=act, name=key: self._travel(do, back=name == "Ctrl+Z")
            )
        offer_help(self, desk, "can-cu")
        self._unsubscribe: Callable[[], None] | None = session.subscribe(self._changed)
        self._refresh()
        self.list.setCurrentIndex(self._model.index(0))
        self.query.setFocus()

    # --- what it works on

    @property
    def _dossier(self) -> Dossier:
        return self._session.dossier

    @property
    def _plan(self) -> Plan:
        return self._dossier.plan(self._plan_id)

    @property
    def catalogue(self) -> BasisCatalogue:
        """What this dossier can cite."""
        return basis_catalogue(self._dossier.bases)

    @property
    def document(self) -> LegalDocument | None:
        """The document chosen."""
        row = self.list.currentIndex().row()
        return self._model.documents[row] if 0 <= row < len(self._model.documents) else None

    # --- the window

    def _build_list(self) -> None:
        self.query = QLineEdit()
        self.query.setAccessibleName("Tìm văn bản")
        self.query.setPlaceholderText("Tìm theo số, tên, cơ quan, nội dung; có dấu hay không dấu")
        self.query.setClearButtonEnabled(True)
        self.query.installEventFilter(self)
        self.query.textChanged.connect(self._search)
        self.only_valid = QCheckBox("Ẩn văn bản hết hiệu lực")
        self.only_valid.setChecked(True)
        self.only_valid.toggled.connect(self._search)
        self._model = BasisModel()
        self._delegate = BasisDelegate(self._desk)
        self.list = QListView()
        self.list.setAccessibleName("Văn bản tìm thấy")
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_document())
        self.list.activated.connect(lambda _index: self.take())
        self._count = QLabel()
        self._count.setObjectName("muted")

    def _build_details(self) -> None:
        self.details = BasisDetails(self._desk)
        self.details.document_wanted.connect(self.show_document)
        self.take_button = self._button("", "", self.take)
        self._desk.icons.put_on(self.take_button, "add", "onAccent")
        self.take_button.setDefault(True)
        self.other_button = self._button("", "", self._other)
        self.copy_button = self._button("Chép cách viện dẫn", "", self._copy)
        self.copy_button.setToolTip(
            "Lần đầu chép đủ tên, số, ngày, cơ quan; khi kế hoạch đã viện dẫn thì chỉ chép tên loại và số"
        )

    def _build_own(self) -> None:
        self.add_button = self._button("Thêm văn bản của tỉnh, của xã…", "new", self.own.add)
        self.edit_button = self._button("Sửa…", "rename", self.own.edit)
        self.remove_button = self._button("Xóa", "remove", self.own.remove)
        self.import_button = self._button("Nhập tệp cập nhật…", "open", self.own.ask_update)
        self.export_button = self._button("Xuất văn bản của cơ quan…", "save-copy", self.own.ask_export)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setAccessibleName("Việc vừa làm")

    def _button(self, text: str, icon: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        if icon:
            self._desk.icons.put_on(button, icon)
        button.clicked.connect(lambda: self._begin(act))
        return button

    def _begin(self, act: Callable[[], object]) -> None:
        """What was said of the action before goes first: this one may be refused."""
        self.say("")
        act()

    def _lay_out(self) -> None:
        found, chosen = QWidget(), QWidget()
        left, right = QVBoxLayout(found), QVBoxLayout(chosen)
        for side in (left, right):
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(8)
        filters = _row(self.only_valid, None, self._count)
        left.addLayout(filters)
        left.addWidget(self.list, 1)
        left.addLayout(_row(self.add_button, self.edit_button, self.remove_button, None))
        right.addWidget(self.details, 1)
        right.addLayout(_row(self.take_button, self.other_button, None))
        right.addLayout(_row(self.copy_button, None))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("calm")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(found)
        splitter.addWidget(chosen)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 4)
        close = self._button("Đóng", "close", self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.query)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.said)
        layout.addLayout(_row(self.import_button, self.export_button, None, close))
        fit(self, 1040, 620)

    # --- showing

    def _changed(self, _change: Change) -> None:
        if any(plan.id == self._plan_id for plan in self._dossier.plans):
            self._refresh()
        else:  # undone is the very plan this window works on
            self.close()

    def _refresh(self) -> None:
        day, catalogue = day_of(self._plan, self._today), self.catalogue
        self._states = {one.id: state_on(one, day, catalogue) for one in catalogue.documents}
        self._search()

    def _search(self) -> None:
        kept = self.document
        catalogue, plan = self.catalogue, self._plan
        everything = catalogue.search(self.query.text())
        found = everything
        if self.only_valid.isChecked():
            found = tuple(one for one in everything if self._states[one.id].force is not Force.ENDED)
            # Who looks for a document that has ended wants to know just that.
            found = found or everything
        there = frozenset(one.id for one in found if bases_citing(plan, one, catalogue))
        self._model.show_documents(found, self._states, there)
        hidden = len(everything) - len(found)
        self._count.setText(
            f"{len(found)} văn bản" + (f", {hidden} hết hiệu lực không hiện" if hidden else "")
        )
        row = self._model.row_of(kept.id) if kept is not None else -1
        if found and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(max(row, 0)))
        self._show_document()

    def show_document(self, key: str) -> None:
        """Choose a document, also one that the search does not show."""
        if self._model.row_of(key) < 0:
            self.only_valid.setChecked(False)
            self.query.clear()
        row = self._model.row_of(key)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))
            self.list.scrollTo(self._model.index(row))

    def _show_document(self) -> None:
        one = self.document
        if (None if one is None else one.id) != self._said_about:
            self.say("")  # it was about another document
        for button in (self.take_button, self.copy_button):
            button.setEnabled(one is not None)
        is_own = one is not None and one.origin is Origin.OWN
        self.edit_button.setEnabled(is_own and not self._session.is_read_only)
        self.remove_button.setEnabled(is_own and not self._session.is_read_only)
        for button in (self.add_button, self.import_button):
            button.setEnabled(not self._session.is_read_only)
        if one is None:
            self.details.show_nothing()
            self.other_button.hide()
            self.take_button.setText("Đưa vào kế hoạch")
            return
        state = self._states[one.id]
        self.details.show_document(one, state, self.catalogue)
        is_there = self._is_in_plan(one)
        successor = self._successor(one)
        self.take_button.setText(
            "Đã có trong kế hoạch"
            if is_there
            else "Đưa văn bản thay thế vào kế hoạch"
            if successor is not None
            else "Đưa vào kế hoạch"
        )
        self.take_button.setEnabled(not is_there and not self._session.is_read_only)
        self.other_button.setText("Lấy ra khỏi kế hoạch" if is_there else "Vẫn dùng văn bản này")
        self.other_button.setVisible((is_there or successor is not None) and not self._session.is_read_only)

    def _is_in_plan(self, one: LegalDocument) -> bool:
        return bool(bases_citing(self._plan, one, self.catalogue))

    def _successor(self, one: LegalDocument) -> LegalDocument | None:
        state = self._states[one.id]
        ended = state.force is Force.ENDED and len(state.successors) == 1
        return state.successors[0] if ended else None

    def say(self, message: str) -> None:
        """Say what has just happened."""
        self.said.setText(message)
        self._said_about = None if self.document is None else self.document.id

    # --- the plan

    def take(self) -> None:
        """Put the chosen document, or the one that took its place, into the plan."""
        one = self.document
        if one is None or self._session.is_read_only:
            return
        successor = self._successor(one)
        if self._is_in_plan(one):
            self.say(f"{name_of(one)} đã có trong kế hoạch.")
        elif successor is None:
            self._put(one, f"Đã đưa {name_of(one)} vào kế hoạch.")
        elif self._is_in_plan(successor):
            self.say(f"{name_of(successor)} (thay {name_of(one)}) đã có trong kế hoạch.")
        else:
            self._put(successor, f"{name_of(one)} đã hết hiệu lực: đã đưa {name_of(successor)} vào kế hoạch.")
        self.query.selectAll()

    def _put(self, one: LegalDocument, said: str) -> None:
        catalogue = self.catalogue
        self._session.edit_plan(
            self._plan_id, f"thêm căn cứ {name_of(one)}", lambda plan: with_document(plan, one, catalogue)
        )
        missing = "" if one.citation.date else " Anh, chị điền ngày ban hành còn thiếu."
        doubt = "" if one.is_certain else " Đối chiếu với văn bản gốc trước khi trình ký."
        self.say(f"{said}{missing or doubt}")

    def _other(self) -> None:
        one = self.document
        if one is None:
            return
        if not self._is_in_plan(one):
            self._put(one, f"Đã đưa {name_of(one)} vào kế hoạch, tuy đã hết hiệu lực.")
            return
        catalogue = self.catalogue
        made = self._session.edit_plan(
            self._plan_id,
            f"xóa căn cứ {name_of(one)}",
            lambda plan: without_document(plan, one, catalogue),
        )
        if made:
            self.say(f"Đã lấy {name_of(one)} ra khỏi kế hoạch. Bấm Ctrl+Z để đưa lại.")
        else:
            self.say("Dòng căn cứ này viện dẫn nhiều văn bản: anh, chị sửa ngay trên trang Căn cứ.")

    def _copy(self) -> None:
        one = self.document
        if one is not None:
            text = as_cited(self._plan, one, self.catalogue)
            QApplication.clipboard().setText(text)
            self.say(f"Đã chép: “{text}”. Dán vào lời văn bằng Ctrl+V.")

    def _travel(self, act: Callable[[], str | None], *, back: bool) -> None:
        label = act()
        if label is not None:
            self.say(f"{'Đã hoàn tác' if back else 'Đã làm lại'}: {label}.")

    # --- keys and closing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and the page keys in the field move in the list; undo is that of the dossier."""
        if watched is self.query and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and _is_undo(event):
                event.ignore()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
                self._move(_MOVES[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        last = self._model.rowCount() - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + by, 0), last)
            self.list.setCurrentIndex(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.query.hasFocus():
            self.take()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None


def _is_undo(event: QKeyEvent) -> bool:
    pressed = QKeySequence(event.keyCombination())
    return any(pressed == QKeySequence(key) for key in ("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"))


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None takes up what room is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
