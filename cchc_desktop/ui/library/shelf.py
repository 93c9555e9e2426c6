"""The library as the window keeps it: read when first asked for, filled once for a dossier and a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.errors import UserFacingError

if TYPE_CHECKING:
    from cchc_desktop.authoring.library_search import Offer
    from cchc_desktop.domain.dossier import Dossier
    from cchc_desktop.domain.library import LibraryEntry


class LibraryShelf:
    """One for the whole window. ``fault`` says why the program's own suggestions cannot be offered; blank otherwise."""

    def __init__(self, entries: tuple[LibraryEntry, ...] | None = None) -> None:
        self._entries = entries
        self._filled: tuple[tuple[object, ...], tuple[Offer, ...]] | None = None
        self.fault = ""

    @property
    def is_read(self) -> bool:
        """Whether the library has been read already."""
        return self._entries is not None

    def offers(self, dossier: Dossier, year: int) -> tuple[Offer, ...]:
        """The suggestions for a dossier and a year."""
        from cchc_desktop.authoring.library_search import offers_for

        key = (dossier.office, dossier.profile, dossier.library, dossier.hidden, year)
        if self._filled is None or self._filled[0] != key:
            self._filled = key, offers_for(self._read(), dossier, year)
        return self._filled[1]

    def _read(self) -> tuple[LibraryEntry, ...]:
        if self._entries is None:
            from cchc_desktop.catalog.library import load_library

            try:
                self._entries = load_library()
            except UserFacingError as error:
                # A file the office has edited is wrong: its own suggestions are still there, and the list says why.
                self.fault = str(error)
                self._entries = ()
        return self._entries
