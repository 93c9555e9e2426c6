"""Text as the XML of Word's runs, safe in a form that is filled in through Jinja and docxtpl."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import clean

# Braces and percent signs too: docxtpl looks for "{_{" and its like in what has been filled in and makes tags of them.
_ESCAPES: Final = {ord(sign): f"&#{ord(sign)};" for sign in "<>&{}%"}
_NEEDS_CARE: Final = re.compile(r"[^\w .,;:()/+\-]")
_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'


def escaped(text: str) -> str:
    """The text for the inside of a ``w:t``; line breaks become ``w:br``."""
    if not _NEEDS_CARE.search(text):
        return text
    return clean(text).translate(_ESCAPES).replace("\n", _BREAK)


def runs_xml(text: RichText, *, bold: bool = False, italic: bool = False) -> str:
    """The runs of a text in a paragraph whose style is ``bold`` or ``italic``: only what differs from the style is said."""
    runs = text.runs
    if len(runs) == 1 and runs[0].bold == bold and runs[0].italic == italic:  # nearly every cell of a table
        return f"<w:r>{_text_xml(runs[0].text)}</w:r>"
    return "".join(
        [
            f"<w:r>{_face(run.bold != bold, run.bold, run.italic != italic, run.italic)}{_text_xml(run.text)}</w:r>"
            for run in runs
        ]
    )


def fill(text: RichText | str, *, bold: bool = False, italic: bool = False) -> Markup:
    """What stands for the text in a form: it closes the run with the tag, and opens another one behind itself."""
    if isinstance(text, str):
        text = RichText.of(text, bold=bold, italic=italic)
    if not text:
        return Markup("")
    runs = runs_xml(text, bold=bold, italic=italic)
    # Built of escaped pieces only; the name of this class is how Jinja knows.
    return Markup(f'</w:t></w:r>{runs}<w:r><w:t xml:space="preserve">')  # noqa: S704


def _text_xml(text: str) -> str:
    if text[0] == " " or text[-1] == " " or "\n" in text:
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    return f"<w:t>{escaped(text)}</w:t>"


def _face(tell_bold: bool, bold: bool, tell_italic: bool, italic: bool) -> str:
    if not tell_bold and not tell_italic:
        return ""
    said = ""
    if tell_bold:
        said += "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    if tell_italic:
        said += "<w:i/><w:iCs/>" if italic else '<w:i w:val="0"/><w:iCs w:val="0"/>'
    return f"<w:rPr>{said}</w:rPr>"
