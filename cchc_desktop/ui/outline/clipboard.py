"""Outlines on the clipboard: the program's own form, HTML and plain text out; the same and foreign text in."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData

from cchc_desktop.domain.outline import Level, Outline, OutlineItem, with_new_ids
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.paper.blocks import ItemBlock
from cchc_desktop.paper.pasted import Recognised
from cchc_desktop.ui.outline.pasting import fragment_of

OWN_FORM = "application/x-cchc-outline"


@dataclass(frozen=True, slots=True)
class Clip:
    """What is on the clipboard: a fragment of a line, or whole lines."""

    fragment: RichText | None
    lines: Recognised


def mime_data(items: Outline, labels: Sequence[str], *, fragment: bool) -> QMimeData:
    """Items for the clipboard; ``labels`` are those they have in the outline, ``fragment`` says it is part of a line."""
    mime = QMimeData()
    written = {"fragment": fragment, "items": [_written(one) for one in items]}
    mime.setData(OWN_FORM, QByteArray(json.dumps(written, ensure_ascii=False).encode()))
    if fragment:
        mime.setText(items[0].content.plain)
        mime.setHtml(f"<html><body><span>{_html(items[0].content)}</span></body></html>")
        return mime
    blocks = [
        ItemBlock(one.level, label, one.heading, one.text) for one, label in zip(items, labels, strict=True)
    ]
    mime.setText("\n".join(block.printed.plain for block in blocks))
    mime.setHtml(f"<html><body>{''.join(f'<p>{_html(block.printed)}</p>' for block in blocks)}</body></html>")
    return mime


def read_clip(mime: QMimeData, *, plain: bool = False) -> Clip | None:
    """What the clipboard holds for an outline; None when there is no text on it."""
    if mime.hasFormat(OWN_FORM) and not plain:
        written = json.loads(bytes(mime.data(OWN_FORM).data()).decode())
        items = tuple(_read(one) for one in written["items"])
        return Clip(items[0].content if written["fragment"] else None, Recognised(items))
    from cchc_desktop.formats.clipboard_text import lines_from_html, lines_from_text
    from cchc_desktop.paper.recognise_outline import recognise_outline

    if mime.hasHtml() and not plain:
        lines = lines_from_html(mime.html())
    elif mime.hasText():
        lines = lines_from_text(mime.text())
    else:
        return None
    recognised = recognise_outline(lines)
    if not (recognised.leading or recognised.sections or recognised.tail):
        return None
    if plain:
        recognised = Recognised(
            _without_faces(recognised.leading),
            recognised.sections,
            _without_faces(recognised.tail),
            recognised.notes,
        )
    everything = () if recognised.sections else (*recognised.leading, *recognised.tail)
    return Clip(fragment_of(with_new_ids(everything)), recognised)


def _without_faces(items: Outline) -> Outline:
    return tuple(
        OutlineItem(one.level, RichText.of(one.heading.plain), RichText.of(one.text.plain)) for one in items
    )


def _written(one: OutlineItem) -> dict[str, Any]:
    return {"level": one.level.value, "heading": _runs(one.heading), "text": _runs(one.text)}


def _runs(text: RichText) -> list[tuple[str, bool, bool]]:
    return [(run.text, run.bold, run.italic) for run in text]


def _read(written: dict[str, Any]) -> OutlineItem:
    heading, text = (
        RichText(tuple(Run(str(run), bool(bold), bool(italic)) for run, bold, italic in written[part]))
        for part in ("heading", "text")
    )
    return OutlineItem(Level(written["level"]), heading, text)


def _html(text: RichText) -> str:
    return "".join(_html_run(run) for run in text)


def _html_run(run: Run) -> str:
    written = html.escape(run.text).replace("\n", "<br>")
    if run.italic:
        written = f"<i>{written}</i>"
    return f"<b>{written}</b>" if run.bold else written
