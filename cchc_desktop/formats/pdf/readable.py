"""What makes a PDF readable to programs as well: its language, and the letters that were meant."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QRawFont

from cchc_desktop.formats.pdf.fonts import Faces
from cchc_desktop.paper.page_setup import SIZE_TEXT

_CMAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_CODE_LIST = re.compile(rb"\[[^\]]*\]")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_INFO = re.compile(rb"/Info \d+ 0 R")
_ID = re.compile(rb"/ID\s*\[.*?\]", re.DOTALL)


def make_readable(path: Path, text: str, language: str) -> None:
    """Correct the letters and tell the language of a PDF that Qt wrote; ``text`` is what stands in it.

    A file that is not built as Qt builds it is left as it is: it prints all the same.
    """
    content = _with_meant_letters(path.read_bytes(), text)
    path.write_bytes(content + _language_update(content, language))


def _with_meant_letters(content: bytes, text: str) -> bytes:
    """For a glyph that serves several characters Qt names the first: a tab for each space, Ð for Đ in some fonts.

    Copied text and searches need the one that was written. Codes keep their length, so nothing moves in the file.
    """
    written = set(text)
    font = QRawFont.fromFont(Faces().font(SIZE_TEXT))
    meant = {
        font.glyphIndexesForString(character)[0]: character for character in sorted(written, reverse=True)
    }

    def correct(match: re.Match[bytes]) -> bytes:
        named = chr(int(match[1], 16))
        if named in written or "\ud800" <= named <= "\udfff" or named == "\0":
            return match[0]
        glyphs = font.glyphIndexesForString(named)
        character = meant.get(glyphs[0], named) if glyphs and glyphs[0] else named
        return b"<%04X>" % ord(character) if len(character) == 1 and character <= "\uffff" else match[0]

    def correct_lists(match: re.Match[bytes]) -> bytes:
        return _CODE_LIST.sub(lambda codes: _CODE.sub(correct, codes[0]), match[0])

    return _CMAP.sub(correct_lists, content)


def _language_update(content: bytes, language: str) -> bytes:
    """A new catalogue with /Lang to append to the file (ISO 32000-1, 7.5.6 and 14.9.2)."""
    trailer = content[content.rfind(b"trailer") :]
    root, size, start = _ROOT.search(trailer), _SIZE.search(trailer), _START.search(trailer)
    if root is None or size is None or start is None:
        return b""
    catalogue = re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], content, re.DOTALL)
    if catalogue is None or b"<<" in catalogue[1] or b"/Lang" in catalogue[1]:
        return b""
    renewed = b"%s 0 obj\n<<%s/Lang (%s)\n>>\nendobj\n" % (root[1], catalogue[1], language.encode("ascii"))
    kept = b"\n".join(found[0] for found in (_INFO.search(trailer), _ID.search(trailer)) if found)
    references = b"xref\n0 1\n0000000000 65535 f \n%s 1\n%010d 00000 n \n" % (root[1], len(content))
    ending = b"trailer\n<<\n/Size %s\n/Prev %s\n/Root %s 0 R\n%s\n>>\n" % (size[1], start[1], root[1], kept)
    place = len(content) + len(renewed)
    return renewed + references + ending + b"startxref\n%d\n%%%%EOF\n" % place
