"""The one place that knows docxtpl: an office's Word form is read, checked as a whole and filled in.

Forms come from an office's own Word and may be broken or worse: they are run in Jinja's immutable sandbox without
filters, functions or attributes beyond the names of ``word_context``, and every value is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml import etree

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.word_form_check import checked_names, environment, form_refusal

_MAX_UNPACKED: Final = 50_000_000


@dataclass(frozen=True, slots=True)
class WordForm:
    """A form that has passed its check, with its members and the names it uses."""

    path: Path
    members: Mapping[str, bytes]
    used: frozenset[str]
    template: DocxTemplate

    @classmethod
    def read(cls, path: Path) -> WordForm:
        """Read and check a form; raises UserFacingError naming the form and the place for whatever is wrong with it."""
        members, template = _opened(path)
        return cls(path, members, checked_names(path.name, members), template)

    def fill(self, names: Mapping[str, object]) -> bytes:
        """The body of the document with the names filled in, as XML of ``w:body``."""
        self.template.render_init()
        try:
            filled = self.template.build_xml(dict(names), environment())
        except UserFacingError as error:
            raise form_refusal(self.path.name, "", error.message, error.hint) from error
        except TemplateError as error:
            raise form_refusal(self.path.name, "", f"{error.message}.") from error
        return str(filled).encode("utf-8")


def _opened(path: Path) -> tuple[dict[str, bytes], DocxTemplate]:
    try:
        with ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MAX_UNPACKED:
                raise form_refusal(path.name, "", "Tệp quá lớn.")
            members = {member.filename: archive.read(member) for member in archive.infolist()}
        if any("vbaProject" in name for name in members):
            raise form_refusal(path.name, "", "Mẫu có chứa macro.")
        template = DocxTemplate(path)
        template.init_docx()
    except FileNotFoundError as error:
        raise UserFacingError(
            f"Không tìm thấy mẫu Word “{path.name}”.",
            f"Mẫu phải ở thư mục “{path.parent}”. Hãy cài lại chương trình hoặc chép mẫu vào đó.",
        ) from error
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise form_refusal(path.name, "", "Tệp không phải là tài liệu Word (.docx), hoặc đã hỏng.") from error
    return members, template
