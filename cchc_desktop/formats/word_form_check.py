"""A Word form is checked before it is filled in: known names, whole tags, each fault told with its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import Environment, TemplateError, nodes
from lxml import etree

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.word_context import MEMBER_NAMES, ROOT_NAMES

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}")
_WHOLE_PARAGRAPH: Final = re.compile(r"\{%p\s.*?%\}")
_UNKNOWN_PREFIX: Final = re.compile(r"\{%(tr|tc|r|-|_)[\s]|\{\{(r|p|tr|tc)\s|\{#")
_STATEMENT_OUTSIDE: Final = re.compile(r"\{%(?!p\s)")
_CURLY: Final = str.maketrans("“”‘’", "\"\"''")
_ROUND_THE_TEXT: Final = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Not, nodes.And,
    nodes.Or, nodes.Const, nodes.Compare, nodes.Operand,
)  # fmt: skip
_ONLY: Final = "Mẫu chỉ dùng được {{ tên }}, {%p for … in … %}, {%p if … %} và thẻ đóng của chúng."


def checked_names(form: str, members: Mapping[str, bytes], environment: Environment) -> frozenset[str]:
    """The names the form uses ("ke_hoach.co_quan"); raises UserFacingError for the first fault."""
    lines = list(_paragraphs(members["word/document.xml"]))
    for line in lines:
        _check_paragraph(form, line)
    for name, part in members.items():
        if _ROUND_THE_TEXT.fullmatch(name):
            for line in _paragraphs(part):
                if _TAG.search(line):
                    raise form_refusal(
                        form, line, "Chỉ phần nội dung được có thẻ; đầu trang và chân trang thì không."
                    )
    return frozenset(_names(form, lines, _parsed(form, lines, environment)))


def form_refusal(form: str, place: str, message: str, hint: str = "") -> UserFacingError:
    """What is told of a faulty form; ``place`` is the text of the paragraph."""
    at = f" ở đoạn “{place.strip()[:120]}”" if place.strip() else ""
    return UserFacingError(
        f"Mẫu Word “{form}” có lỗi{at}: {message}",
        hint
        or "Hãy mở mẫu bằng Word để sửa chỗ đó (các tên dùng được ghi trong README.md của thư mục forms), hoặc dùng mẫu gốc.",
    )


def _parsed(form: str, lines: list[str], environment: Environment) -> nodes.Template:
    # One paragraph a line: the line number of an error is the paragraph.
    tags = [" ".join(_TAG.findall(line)).replace("{%p", "{%").translate(_CURLY) for line in lines]
    try:
        return environment.parse("\n".join(tags))
    except TemplateError as error:
        at = getattr(error, "lineno", 1) - 1
        place = lines[at] if at < len(lines) else ""
        raise form_refusal(form, place, f"Thẻ viết sai hoặc thiếu thẻ đóng ({error.message}).") from error


def _names(form: str, lines: list[str], tree: nodes.Template) -> Iterator[str]:
    local = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    for node in tree.find_all(nodes.Node):
        place = lines[node.lineno - 1] if node.lineno else ""
        if not isinstance(node, _ALLOWED):
            raise form_refusal(form, place, _ONLY)
        if isinstance(node, nodes.Name):
            if node.name not in ROOT_NAMES | local:
                raise form_refusal(form, place, f"Không có tên “{node.name}”.")
            yield node.name
        if isinstance(node, nodes.Getattr):
            if node.attr not in MEMBER_NAMES:
                raise form_refusal(form, place, f"Không có tên “{node.attr}”.")
            if isinstance(node.node, nodes.Name):
                yield f"{node.node.name}.{node.attr}"


def _check_paragraph(form: str, line: str) -> None:
    if _UNKNOWN_PREFIX.search(line) or _STATEMENT_OUTSIDE.search(line):
        raise form_refusal(form, line, _ONLY)
    whole = _WHOLE_PARAGRAPH.findall(line)
    if whole and (len(whole) > 1 or _WHOLE_PARAGRAPH.sub("", line).strip()):
        raise form_refusal(form, line, "Thẻ {%p … %} phải đứng một mình trong đoạn của nó.")
    for tag in _TAG.findall(line):
        if len(tag) == 2:
            raise form_refusal(form, line, "Thẻ viết dở: thiếu dấu mở hoặc đóng ngoặc.")


def _paragraphs(part: bytes) -> Iterator[str]:
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    for paragraph in root.iter(f"{_W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{_W}t")).replace("\n", " ")
