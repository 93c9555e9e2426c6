"""File names that Windows accepts and people can read."""

from __future__ import annotations

import re

from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.vietnamese import clean

_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))", re.IGNORECASE
)
_NAMELESS = "Tệp không tên"
_MOST_CHARACTERS = 120  # leaves room for the folder in the 260 of a Windows path
_MOST_BYTES = 240  # of 255 on Linux, where a Vietnamese letter takes up to three
_MOST_EXTENSION = 10

_NAMES = {"xlsx": "Phụ lục nhiệm vụ tuyên truyền CCHC", "cchc": "Hồ sơ tuyên truyền CCHC"}


def safe_file_name(text: str) -> str:
    """A name without its folder that Windows, a USB stick and Zalo take, with its extension and its Vietnamese letters."""
    name = clean(text).replace("\n", " ")
    name = re.sub(r"\s*:\s*", " - ", re.sub(r"[/\\|]", "-", name))
    name = re.sub(r'[<>"?*\x00-\x1f]', "", name)
    name = "".join(character for character in name if character.isprintable())
    name = _trimmed(name)
    if _RESERVED.match(name):
        name = f"_{name}"
    stem, dot, extension = name.rpartition(".")
    if not dot or not stem or len(extension) > _MOST_EXTENSION or " " in extension:
        stem, dot, extension = name, "", ""
    room = len(dot + extension)
    while len(stem) + room > _MOST_CHARACTERS or len((stem + dot + extension).encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return _trimmed(stem.rstrip(" .") + dot + extension) or _NAMELESS


def _trimmed(name: str) -> str:
    """Without white space and points at its end, which Windows drops, nor at its beginning, which hides a file."""
    return " ".join(name.split()).strip(" .")


def proposed_name(plan: Plan, office: Office, kind: str) -> str:
    """A name for an exported file: "Kế hoạch tuyên truyền CCHC năm 2026 - phường Vũng Áng.docx".

    ``kind`` is the extension, with or without its point.
    """
    extension = kind.removeprefix(".").lower()
    issued = "Quyết định ban hành Kế hoạch" if plan.form.is_decision else "Kế hoạch"
    name = _NAMES.get(extension, f"{issued} tuyên truyền CCHC")
    return safe_file_name(f"{name} {plan.period.phrase} - {office.full_name}.{extension}")
