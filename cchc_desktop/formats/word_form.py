"""The one place that knows docxtpl: an office's Word form is read, checked as a whole and filled in.

Forms come from an office's own Word and may be broken or worse: they are run in Jinja's immutable sandbox without
filters, functions or attributes beyond the names of ``word_context``, and every value is escaped.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.word_form_check import checked_names, form_refusal

_MAX_UNPACKED: Final = 50_000_000
# python-docx takes the inner structure of a package on trust: what is missing there ends as a KeyError or AttributeError.
_NO_WORD_FILE: Final = (
    BadZipFile,
    PackageNotFoundError,
    KeyError,
    AttributeError,
    ValueError,
    zlib.error,
    etree.XMLSyntaxError,
)


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja without anything that a form does not need, which compiles the one source of its form once."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()
        self._compiled: tuple[str, Template] | None = None

    def from_string(self, source: Any, *args: Any, **named: Any) -> Template:
        """The template of a source; docxtpl asks for it at each filling."""
        compiled = self._compiled
        if compiled is None or compiled[0] != source:
            compiled = (source, super().from_string(source, *args, **named))
            self._compiled = compiled
        return compiled[1]


@dataclass(frozen=True, slots=True)
class WordForm:
    """A form that has passed its check, with its members and the names it uses."""

    name: str
    members: Mapping[str, bytes]
    used: frozenset[str]
    template: DocxTemplate
    environment: _Environment

    @classmethod
    def read(cls, path: Path) -> WordForm:
        """Read and check a form; raises UserFacingError naming the form and the place for whatever is wrong with it."""
        try:
            return _form(path.name, path.read_bytes())
        except FileNotFoundError as error:
            raise UserFacingError(
                f"Không tìm thấy mẫu Word “{path.name}”.",
                f"Mẫu phải ở thư mục “{path.parent}”. Hãy cài lại chương trình hoặc chép mẫu vào đó.",
            ) from error

    def fill(self, names: Mapping[str, object]) -> bytes:
        """The body of the document with the names filled in, as XML of ``w:body``."""
        self.template.render_init()
        try:
            filled = self.template.build_xml(dict(names), self.environment)
        except UserFacingError as error:
            raise form_refusal(self.name, "", error.message, error.hint) from error
        except TemplateError as error:
            raise form_refusal(self.name, "", f"{error.message}.") from error
        return str(filled).encode("utf-8")


# Opening, checking and compiling a form takes longer than filling it in; it is known by its bytes, never by its name.
@lru_cache(maxsize=8)
def _form(name: str, content: bytes) -> WordForm:
    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MAX_UNPACKED:
                raise form_refusal(name, "", "Tệp quá lớn.")
            members = {member.filename: archive.read(member) for member in archive.infolist()}
        if any("vbaProject" in member for member in members):
            raise form_refusal(name, "", "Mẫu có chứa macro.")
        if not all(member in members for member in ("word/document.xml", "word/styles.xml")):
            raise form_refusal(name, "", "Tệp không phải là tài liệu Word (.docx), hoặc đã hỏng.")
        template = DocxTemplate(BytesIO(content))
        template.init_docx()
    except (
        BadZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        zlib.error,
        etree.XMLSyntaxError,
    ) as error:
        raise form_refusal(name, "", "Tệp không phải là tài liệu Word (.docx), hoặc đã hỏng.") from error
    environment = _Environment()
    return WordForm(name, members, checked_names(name, members, environment), template, environment)
