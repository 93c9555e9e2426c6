"""Suggestions as tests write them."""

from __future__ import annotations

from typing import Any

from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline_notation import read_outline
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Task


def suggestion(text: str, kind: EntryKind = EntryKind.CONTENT, **about: Any) -> LibraryEntry:
    """One whose text is in the notation of the catalogue."""
    return LibraryEntry(kind, read_outline(text), **about)


def task_suggestion(
    content: str, lead: str = "", timing: str = "", product: str = "", **about: Any
) -> LibraryEntry:
    """One that is a task."""
    task = Task(
        read_outline(content),
        lead=RichText.of(lead),
        timing=RichText.of(timing),
        product=RichText.of(product),
    )
    return LibraryEntry(EntryKind.TASK, task=task, **about)
