"""The office that writes the plan: one of the communes, and what follows from its kind."""

from __future__ import annotations

from dataclasses import dataclass

from cchc_desktop.domain.place_names import is_written_in_full


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a centrally-run city; ``kind`` is "Tỉnh" or "Thành phố"."""

    code: str
    name: str
    kind: str

    @property
    def full_name(self) -> str:
        """ "tỉnh Hà Tĩnh", "thành phố Huế", "Thành phố Hồ Chí Minh" (NĐ 30/2020, Phụ lục II)."""
        if self.name in ("Hồ Chí Minh", "Hà Nội"):
            return "Thành phố Hồ Chí Minh" if self.name == "Hồ Chí Minh" else "thành phố Hà Nội"
        return f"{self.kind.lower()} {self.name}"


@dataclass(frozen=True, slots=True)
class Office:
    """A commune office. ``kind`` is "Xã", "Phường" or "Đặc khu"; ``name`` the proper name alone."""

    province: Province
    code: str
    kind: str
    name: str

    @property
    def full_name(self) -> str:
        """ "phường Vũng Áng"."""
        return f"{self.kind.lower()} {self.name}"

    @property
    def common_noun(self) -> str:
        """ "phường", "xã", "đặc khu": what the text calls the commune."""
        return self.kind.lower()

    @property
    def letterhead_body(self) -> tuple[str, ...]:
        """The two lines of the issuing body."""
        return ("ỦY BAN NHÂN DÂN", f"{self.kind} {self.name}".upper())

    @property
    def place(self) -> str:
        """The place of the date line: "Vũng Áng"; "Phường 1 Bảo Lộc" where the decree wants the full name."""
        return f"{self.kind} {self.name}" if is_written_in_full(self.name) else self.name
