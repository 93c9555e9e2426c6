"""A foreign paper whose letters are of an old encoding, turned into Unicode when a person has said so."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.domain.legacy_text import LegacyEncoding, convert
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.paper.source import SourceBlock, SourceCell, SourceDocument, SourceLine, SourceTable


def converted_source(source: SourceDocument, encoding: LegacyEncoding) -> SourceDocument:
    """The same paper with all its text read in ``encoding``, and a note that says so."""
    note = f"Đã chuyển toàn bộ chữ từ bảng mã {encoding.value} sang Unicode theo yêu cầu."
    return replace(
        source,
        blocks=tuple(_block(block, encoding) for block in source.blocks),
        notes=(*source.notes, note),
    )


def _block(block: SourceBlock, encoding: LegacyEncoding) -> SourceBlock:
    if isinstance(block, SourceLine):
        return _line(block, encoding)
    if isinstance(block, SourceTable):
        rows = tuple(
            tuple(
                SourceCell(tuple(_line(line, encoding) for line in cell.lines), cell.columns, cell.rows)
                for cell in row
            )
            for row in block.rows
        )
        return replace(block, rows=rows)
    return block


def _line(line: SourceLine, encoding: LegacyEncoding) -> SourceLine:
    runs = tuple(Run(convert(run.text, encoding), run.bold, run.italic) for run in line.text)
    return replace(line, text=RichText(runs), label=convert(line.label, encoding))
