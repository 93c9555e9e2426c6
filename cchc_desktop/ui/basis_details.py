"""All that is known of one legal document, as a small page with links to what replaced and amended it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue
from cchc_desktop.authoring.basis_state import BasisState, name_of
from cchc_desktop.authoring.plan_bases import basis_line
from cchc_desktop.domain.dates import short_date
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.ui.basis_model import look_of
from cchc_desktop.ui.desk import Desk

_ORIGINS = {
    Origin.CATALOGUE: "Danh mục đi kèm chương trình",
    Origin.UPDATE: "Tệp cập nhật đã nhập",
    Origin.OWN: "Cơ quan tự thêm",
}


class BasisDetails(QTextBrowser):
    """``document_wanted`` carries the key of the document whose name was clicked."""

    document_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName("Thông tin về văn bản")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(self._clicked)

    def _clicked(self, url: QUrl) -> None:
        self.document_wanted.emit(url.path())

    def show_nothing(self) -> None:
        """No document is chosen."""
        self.setHtml("<p>Chưa tìm thấy văn bản nào. Thử gõ ít chữ hơn, hoặc thêm văn bản của cơ quan.</p>")

    def show_document(self, one: LegalDocument, state: BasisState, catalogue: BasisCatalogue) -> None:
        """Show this one."""
        colours = self._desk.theme.colours
        ink = str(getattr(colours, look_of(state)[1]))
        parts = [
            f"<h3>{escape(name_of(one))}</h3>",
            f'<p style="color: {ink}"><b>{escape(state.sentence)}</b></p>',
            "<p>Khi in vào kế hoạch:</p>",
            f"<p><i>{escape(basis_line(one))};</i></p>",
            _table(_rows(one, state, catalogue)),
        ]
        self.document().setDefaultStyleSheet(
            f"h3 {{ color: {colours.accent}; }} a {{ color: {colours.accent}; }}"
            f"td {{ padding: 2px 10px 2px 0; }} td.name {{ color: {colours.muted}; }}"
        )
        self.setHtml("".join(parts))


def _rows(one: LegalDocument, state: BasisState, catalogue: BasisCatalogue) -> list[tuple[str, str]]:
    cited = one.citation
    rows: list[tuple[str, str]] = []
    if cited.is_law and cited.code:
        rows.append(("Số, ký hiệu", f"{escape(cited.code)} (không ghi khi viện dẫn)"))
    for name, day in (("Có hiệu lực từ", one.in_force_from), ("Hết hiệu lực từ", one.ended_on)):
        if day is not None:
            rows.append((name, short_date(day)))
    successors = [found for key in one.replaced_by if (found := catalogue.document(key)) is not None]
    amendments = [found for key in one.amended_by if (found := catalogue.document(key)) is not None]
    for name, documents in (("Thay bằng", [*state.successors] or successors), ("Sửa đổi bởi", amendments)):
        if documents:
            rows.append((name, "<br>".join(_link(found) for found in documents)))
    if one.note:
        rows.append(("Lưu ý", escape(one.note)))
    checked = short_date(one.checked_on) if one.checked_on else "chưa có"
    rows.append(("Kiểm tra hiệu lực", checked))
    rows.append(("Nguồn", _ORIGINS[one.origin]))
    return rows


def _link(one: LegalDocument) -> str:
    return f'<a href="van-ban:{escape(one.id)}">{escape(name_of(one))}</a>'


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(f'<tr><td class="name">{name}</td><td>{value}</td></tr>' for name, value in rows)
    return f"<table>{cells}</table>"
