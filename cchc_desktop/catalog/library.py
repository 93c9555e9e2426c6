"""The content library that comes with the program: ``resources/catalog/library/*.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc_desktop.catalog.catalog_file import Raw, RawEntry, catalogue_fault, read_toml
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline_notation import read_outline
from cchc_desktop.domain.reform import Area, Channel
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.task import Task
from cchc_desktop.places import resources_dir

COMMUNE_KINDS = ("Xã", "Phường", "Đặc khu")

_SHARED_FIELDS = ("id", "area", "channel", "subjects", "only_for")
_ENTRY_FIELDS = frozenset({*_SHARED_FIELDS, "kind", "agency", "tasks", "text"})
_TASK_FIELDS = frozenset(
    {*_SHARED_FIELDS, "content", "product", "lead", "cooperation", "timing", "criterion"}
)


def library_folder() -> Path:
    """Where the files of the library are."""
    return resources_dir() / "catalog" / "library"


def load_library(folder: Path | None = None) -> tuple[LibraryEntry, ...]:
    """All entries, by the names of the files and then as they stand there. Whoever asks keeps the answer.

    Texts keep their names in braces. Raises UserFacingError naming file and entry for a fault in a file.
    """
    where = library_folder() if folder is None else folder
    seen: dict[str, str] = {}
    entries: list[LibraryEntry] = []
    for path in sorted(where.glob("*.toml")):
        for one in _entries(path):
            if one.id in seen:
                raise catalogue_fault(path.name, one.id, f"mã này đã có trong tệp “{seen[one.id]}”.")
            seen[one.id] = path.name
            entries.append(one)
    return tuple(entries)


def _entries(path: Path) -> Iterator[LibraryEntry]:
    raw = read_toml(path)
    head = RawEntry(path.name, "", raw, ("kind", "entry", "task"))
    usual = head.optional_choice("kind", EntryKind)
    for number, one in enumerate(raw.get("entry", ()), 1):
        yield _entry(_named(path, one, number, _ENTRY_FIELDS), usual)
    for number, one in enumerate(raw.get("task", ()), 1):
        yield _task(_named(path, one, number, _TASK_FIELDS))


def _named(path: Path, raw: Raw, number: int, known: frozenset[str]) -> RawEntry:
    """The entry under its key, or counted when it has none."""
    return RawEntry(path.name, str(raw.get("id") or f"số {number}"), raw, known)


def _entry(raw: RawEntry, usual: EntryKind | None) -> LibraryEntry:
    kind = raw.choice("kind", EntryKind) if raw.has("kind") or usual is None else usual
    if kind is EntryKind.TASK:
        raise raw.fault("nhiệm vụ phải viết dưới [[task]], không phải [[entry]].")
    return LibraryEntry(
        kind,
        read_outline(raw.text("text")),
        area=raw.optional_choice("area", Area),
        channel=raw.optional_choice("channel", Channel),
        agency=raw.optional_choice("agency", Function),
        tasks=raw.words("tasks"),
        subjects=raw.words("subjects"),
        only_for=_only_for(raw),
        id=raw.text("id"),
    )


def _task(raw: RawEntry) -> LibraryEntry:
    cooperation = "; ".join(f"{{{one.value}}}" for one in raw.choices("cooperation", Function))
    key = raw.text("id")
    task = Task(
        content=read_outline(raw.text("content")),
        product=RichText.of(raw.text("product")),
        lead=RichText.of(f"{{{raw.choice('lead', Function).value}}}"),
        cooperation=RichText.of(cooperation) if cooperation else EMPTY,
        timing=RichText.of(raw.text("timing")),
        id=key,
    )
    return LibraryEntry(
        EntryKind.TASK,
        task=task,
        area=raw.choice("area", Area),
        channel=raw.optional_choice("channel", Channel),
        criterion=raw.text("criterion", is_required=False),
        subjects=raw.words("subjects"),
        only_for=_only_for(raw),
        id=key,
    )


def _only_for(raw: RawEntry) -> tuple[str, ...]:
    kinds = raw.words("only_for")
    strange = set(kinds) - set(COMMUNE_KINDS)
    if strange:
        raise raw.fault(f"trường “only_for” chỉ nhận: {', '.join(COMMUNE_KINDS)}.")
    return kinds
