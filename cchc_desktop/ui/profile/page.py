"""What every page of the profile can do: show it, tell of edits, hand over what is typed."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cchc_desktop.authoring.profile_edits import ProfileEdit, with_profile
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField, TextField
from cchc_desktop.ui.labels import hint_label


class ProfilePage(QWidget):
    """A page. ``edited`` carries an edit's name, a function from dossier to dossier, and a key that joins edits."""

    edited = Signal(str, object, object)
    field_left = Signal()
    notice = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.dossier: Dossier | None = None
        self.is_read_only = False
        self._fields: list[tuple[LineField | TextField, Callable[[OfficeProfile], str]]] = []

    def show_dossier(self, dossier: Dossier) -> None:
        """Show this profile; called again after every edit."""
        self.dossier = dossier
        for field, read in self._fields:
            field.show_value(read(dossier.office_profile))

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self.is_read_only = read_only
        for field, _read in self._fields:
            field.setReadOnly(read_only)

    def commit(self) -> None:
        """Hand over whatever is typed but not told yet."""

    @property
    def profile(self) -> OfficeProfile | None:
        """What is shown."""
        return None if self.dossier is None else self.dossier.office_profile

    def edit(self, label: str, change: ProfileEdit, merge: Hashable | None = None) -> None:
        """Tell of an edit of the profile."""
        self.edited.emit(label, lambda dossier: with_profile(dossier, change), merge)

    def bind(
        self,
        field: LineField | TextField,
        label: str,
        read: Callable[[OfficeProfile], str],
        write: Callable[[OfficeProfile, str], OfficeProfile],
    ) -> None:
        """Let a field show and change a part of the profile."""
        self._fields.append((field, read))
        key = ("profile", field.accessibleName())
        field.typed.connect(lambda text: self.edit(label, lambda profile: write(profile, clean(text)), key))
        field.left.connect(self.field_left)


def card(title: str, hint: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A card with a title, and where its contents go."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 10, 16, 14)
    layout.setSpacing(6)
    name = QLabel(title)
    name.setObjectName("cardTitle")
    layout.addWidget(name)
    if hint:
        layout.addWidget(hint_label(hint))
    return frame, layout
