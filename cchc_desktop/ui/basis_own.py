"""What the office adds to the catalogue of legal bases: its own documents, files of updates, and a file for others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.authoring.basis_catalogue import basis_catalogue
from cchc_desktop.authoring.basis_edits import with_document as with_own_changed
from cchc_desktop.authoring.basis_edits import with_document_added, without_document
from cchc_desktop.authoring.basis_state import name_of
from cchc_desktop.authoring.basis_updates import UpdatePreview, look_over, taken_in, write_own
from cchc_desktop.authoring.plan_bases import with_document
from cchc_desktop.authoring.session import Session
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from cchc_desktop.ui.basis_picker import BasisPicker

UPDATE_FILTER = "Danh mục căn cứ (*.json)"


class OwnBases:
    """Works for the window of the catalogue, which shows what has changed by itself."""

    def __init__(self, desk: Desk, session: Session, plan_id: str, picker: BasisPicker) -> None:
        self._desk = desk
        self._session = session
        self._plan_id = plan_id
        self._picker = picker

    @property
    def _chosen(self) -> LegalDocument | None:
        one = self._picker.document
        return one if one is not None and one.origin is Origin.OWN else None

    def add(self) -> None:
        """Ask for a document of the province or the commune and put it into the catalogue."""

        def take(one: LegalDocument, into_plan: bool) -> None:
            catalogue = basis_catalogue((*self._session.dossier.bases, one))

            def change(now: Dossier) -> Dossier:
                after = with_document_added(now, one)
                if into_plan:
                    after = after.with_plan(with_document(after.plan(self._plan_id), one, catalogue))
                return after

            self._session.edit(f"thêm {name_of(one)} vào danh mục", change)
            self._picker.show_document(one.id)
            where = "danh mục và kế hoạch" if into_plan else "danh mục"
            self._picker.say(f"Đã thêm {name_of(one)} vào {where}.")

        self._ask(None, take)

    def edit(self) -> None:
        """Change one of the office's own documents."""
        one = self._chosen
        if one is None:
            return

        def take(after: LegalDocument, _into_plan: bool) -> None:
            self._session.edit(f"sửa {name_of(one)}", lambda now: with_own_changed(now, after))
            self._picker.show_document(after.id)
            self._picker.say(
                f"Đã sửa {name_of(after)} trong danh mục; dòng đã có trong kế hoạch thì giữ nguyên."
            )

        self._ask(one, take)

    def _ask(self, before: LegalDocument | None, take: Callable[[LegalDocument, bool], None]) -> None:
        from cchc_desktop.ui.basis_form import BasisForm

        office, catalogue = self._session.dossier.office, self._picker.catalogue
        BasisForm(self._desk, office, catalogue, before, take, self._picker).open()

    def remove(self) -> None:
        """Take one of the office's own documents out of the catalogue."""
        one = self._chosen
        if one is not None:
            self._session.edit(f"xóa {name_of(one)} khỏi danh mục", lambda now: without_document(now, one.id))
            self._picker.say(f"Đã xóa {name_of(one)} khỏi danh mục. Bấm Ctrl+Z để lấy lại.")

    def ask_update(self) -> None:
        """Ask for a file of updates."""
        self._desk.files.to_open(
            self._picker, "Nhập tệp cập nhật danh mục căn cứ", UPDATE_FILTER, self.look_at_update
        )

    def look_at_update(self, path: Path) -> None:
        """Read a file of updates and show what it would do before it is taken in."""
        from cchc_desktop.ui.basis_update_dialog import BasisUpdateDialog

        with self._desk.trouble.told():
            preview = look_over(self._session.dossier, path)
            BasisUpdateDialog(
                self._desk, path.name, preview, lambda: self._take_in(preview), self._picker
            ).open()

    def _take_in(self, preview: UpdatePreview) -> None:
        self._session.edit("nhập tệp cập nhật căn cứ", lambda now: taken_in(now, preview))
        self._picker.say(
            f"Đã nhập tệp cập nhật: thêm {len(preview.added)}, sửa {len(preview.changed)} văn bản. "
            "Bấm Ctrl+Z nếu muốn trở lại."
        )

    def ask_export(self) -> None:
        """Ask where to write the office's own documents."""
        proposed = self._desk.files.folder / "Căn cứ của cơ quan.json"
        self._desk.files.to_save(
            self._picker, "Xuất văn bản của cơ quan", UPDATE_FILTER, proposed, self.export
        )

    def export(self, path: Path) -> None:
        """Write the office's own documents for others."""
        with self._desk.trouble.told():
            count = write_own(self._session.dossier, path, date.today())
            self._picker.say(f"Đã xuất {count} văn bản: {path}")
