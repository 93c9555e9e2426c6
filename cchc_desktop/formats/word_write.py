"""A paper as a Word file, through the form of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Final
from uuid import uuid4
from xml.sax.saxutils import escape  # noqa: TID251 -- writes XML, reads none
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.progress import ReportProgress, no_progress
from cchc_desktop.formats.safe_write import check_zip_of_xml, write_safely
from cchc_desktop.formats.word_context import FormContext
from cchc_desktop.formats.word_finish import ROWS_MARK, Finish, document_root
from cchc_desktop.formats.word_form import WordForm
from cchc_desktop.formats.word_look import Styles
from cchc_desktop.formats.word_table import table_rows
from cchc_desktop.paper.blocks import Document, TableBlock
from cchc_desktop.places import forms_dir, user_data_dir

_BODY: Final = "word/document.xml"
_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REPORT_EVERY: Final = 50
_PIECES_AT_ONCE: Final = 100


def own_forms_dir() -> Path:
    """Where an office puts forms it has restyled; one found there goes before the one of the program."""
    return user_data_dir() / "forms"


def form_path(name: str) -> Path:
    """The office's own form of that name, else the one that comes with the program."""
    own = own_forms_dir() / f"{name}.docx"
    return own if own.is_file() else forms_dir() / f"{name}.docx"


def write_word(
    document: Document, target: Path, *, form: Path | None = None, progress: ReportProgress = no_progress
) -> None:
    """Write the paper as .docx. ``form`` is the Word form to use instead of the usual one for this kind of paper.

    Progress is counted in table rows. Raises UserFacingError when the form is faulty (naming the place) or the target
    cannot be written, and whatever ``progress`` raises; the old target is intact then.
    """
    checked = WordForm.read(form or form_path(document.form))
    write_safely(target, lambda path: _produce(document, checked, path, progress), check_zip_of_xml)


def _produce(document: Document, form: WordForm, path: Path, progress: ReportProgress) -> None:
    total = sum(len(block.rows) for block in document.blocks if isinstance(block, TableBlock)) + 1
    progress(0, total)
    context = FormContext.of(document, f"cchc-{uuid4().hex}")
    _refuse_loss(form, context)
    root, body = document_root(form.members[_BODY], form.fill(context.names))
    finish = Finish(body, Styles(etree.fromstring(form.members["word/styles.xml"])), context.tables)
    finish.run()
    now = datetime.now(UTC)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in form.members.items():
            if name == _BODY:
                with archive.open(_info(name, now), "w") as part:
                    pieces = _document_pieces(root, finish, progress, total)
                    while block := "".join(islice(pieces, _PIECES_AT_ONCE)):
                        part.write(block.encode("utf-8"))
            else:
                archive.writestr(_info(name, now), _properties(name, content, document, now))
    progress(total, total)


def _document_pieces(
    root: etree._Element, finish: Finish, progress: ReportProgress, total: int
) -> Iterator[str]:
    """The document piece by piece, so that a long table never stands in memory as a tree."""
    written = 0

    def row_done() -> None:
        nonlocal written
        written += 1
        if written % _REPORT_EVERY == 0:
            progress(written, total)

    yield _HEAD
    first, *rest = etree.tostring(root, encoding="unicode").split(f"<!--{ROWS_MARK}")
    yield first
    for piece in rest:
        token, _, following = piece.partition("-->")
        block, look, width = finish.tables[f"{ROWS_MARK}{token}"]
        yield from table_rows(block, look, width, row_done)
        yield following


def _refuse_loss(form: WordForm, context: FormContext) -> None:
    """A form without a place for something that the paper has would drop it in silence."""
    for name, value in context.names.items():
        if value and name not in form.used:
            raise UserFacingError(
                f"Mẫu Word “{form.name}” không có chỗ cho “{name}” nên nội dung đó sẽ bị mất.",
                f"Hãy thêm {{{{ {name} }}}} vào mẫu (xem README.md trong thư mục forms) hoặc dùng mẫu gốc.",
            )


def _info(name: str, now: datetime) -> ZipInfo:
    info = ZipInfo(name, (now.year, now.month, now.day, now.hour, now.minute, now.second))
    info.compress_type = ZIP_DEFLATED
    return info


def _properties(name: str, content: bytes, document: Document, now: datetime) -> bytes:
    """The member of the form, or in place of its properties those of this document."""
    if name == _CORE:
        when = now.strftime("%Y-%m-%dT%H:%M:%SZ")
        date = 'xsi:type="dcterms:W3CDTF"'
        core = (
            f"{_HEAD}<cp:coreProperties "
            'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(document.title)}</dc:title><dc:creator>{escape(document.author)}</dc:creator>"
            f"<cp:lastModifiedBy>{escape(document.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
            f"<dcterms:created {date}>{when}</dcterms:created><dcterms:modified {date}>{when}</dcterms:modified>"
            "<dc:language>vi-VN</dc:language></cp:coreProperties>"
        )
        return core.encode("utf-8")
    if name == _APP:
        app = (
            f"{_HEAD}<Properties "
            'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            f"<Application>CCHC Desktop</Application><Company>{escape(document.author)}</Company></Properties>"
        )
        return app.encode("utf-8")
    return content
