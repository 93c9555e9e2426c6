"""What must hold of a Word or Excel file, a zip of XML parts, before one of its parts is parsed."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from cchc_desktop.errors import UserFacingError

_MOST_MEMBERS: Final = 2_000
_MOST_UNPACKED: Final = 400_000_000
"""Of everything, pictures included, which are never unpacked."""
_MOST_XML: Final = 64_000_000
_MOST_IN_A_PART: Final = 32_000_000
_HIGHEST_RATIO: Final = 150
_RATIO_FROM: Final = 1_000_000
"""A part smaller than this harms nobody, however well it was packed."""
_MOST_PARSED: Final = 160_000_000
_BYTES_A_NODE: Final = 150
_LARGEST_RELATIONS: Final = 2_000_000
_BLOCK: Final = 1 << 18
_OVERLAP: Final = 64

_DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.\-]{1,40})["']""")
_ENCODINGS: Final = frozenset((b"utf-8", b"us-ascii", b"ascii", b"utf-16"))
_WORD: Final = b"wordprocessingml.document.main+xml"
_WORD_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_EXCEL: Final = b"spreadsheetml.sheet.main+xml"
_EXCEL_TEMPLATE: Final = b"spreadsheetml.template.main+xml"
_HYPERLINK: Final = "/hyperlink"
_HOSTILE_HINT: Final = (
    "Hãy mở tệp bằng Word hoặc Excel, chép toàn bộ nội dung sang một tệp mới, lưu lại rồi chọn tệp mới."
)


def check_package(archive: zipfile.ZipFile, name: str) -> str:
    """ "word" or "excel"; raises UserFacingError for a hostile file, and what zipfile raises for a broken one."""
    members = archive.infolist()
    _check_members(members, name)
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names:
        raise _wrong_kind(name, names, archive)
    if any("vbaproject" in one.lower() for one in names):
        raise _macros(name)
    _check_xml(archive, [member for member in members if _is_xml(member.filename)], name)
    for member in members:
        if member.filename.endswith(".rels"):
            _check_relations(archive.read(member), name)
    return _kind(archive.read("[Content_Types].xml"), name)


def _is_xml(member: str) -> bool:
    return member.lower().endswith((".xml", ".rels"))


def _check_members(members: list[zipfile.ZipInfo], name: str) -> None:
    if len(members) > _MOST_MEMBERS or len({member.filename for member in members}) < len(members):
        raise _hostile(name, "có cấu trúc bất thường")
    if any(member.flag_bits & 0x1 for member in members):
        raise UserFacingError(
            f"Tệp “{name}” được đặt mật khẩu nên không đọc được.",
            "Hãy bỏ mật khẩu, lưu lại rồi chọn lại.",
        )
    for member in members:
        parts = posixpath.normpath(member.filename).split("/")
        if ".." in parts or member.filename.startswith("/") or "\\" in member.filename:
            raise _hostile(name, "có cấu trúc bất thường")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _hostile(name, "được nén theo cách lạ")
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > _RATIO_FROM and ratio > _HIGHEST_RATIO:
            raise _hostile(name, "nén chặt bất thường (bung ra sẽ làm treo máy)")
        if _is_xml(member.filename) and member.file_size > _MOST_IN_A_PART:
            raise _hostile(name, "quá lớn so với một kế hoạch")
    xml = sum(member.file_size for member in members if _is_xml(member.filename))
    if xml > _MOST_XML or sum(member.file_size for member in members) > _MOST_UNPACKED:
        raise _hostile(name, "bung ra quá lớn so với một kế hoạch")


def _check_xml(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str) -> None:
    """Look through the text of the XML, block by block: no document type, and a tree that memory can hold."""
    for member in members:
        weight = member.file_size
        before = b""
        with archive.open(member) as part:
            while block := part.read(_BLOCK):
                if not before and not _is_known_encoding(block):
                    raise _hostile(name, "có phần viết bằng bảng mã lạ")
                searched = (before + block).replace(
                    b"\x00", b""
                )  # UTF-16 spells the same signs with zeros between
                if b"<!" in searched and _DOCTYPE.search(searched):
                    raise _hostile(name, "có khai báo DOCTYPE, thứ mà Word và Excel không bao giờ ghi")
                weight += (block.count(b"<") + block.count(b"=")) * _BYTES_A_NODE
                if weight > _MOST_PARSED:
                    raise _hostile(name, "quá lớn so với một kế hoạch")
                before = block[-_OVERLAP:]


def _is_known_encoding(block: bytes) -> bool:
    if block[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    if block[:4].count(b"\x00"):  # UTF-32, or UTF-16 without its mark
        return False
    found = _ENCODING.match(block.removeprefix(b"\xef\xbb\xbf"))
    return found is None or found[1].lower() in _ENCODINGS


def _check_relations(part: bytes, name: str) -> None:
    for kind, mode in _relations(part):
        if mode.lower() == "external" and not kind.endswith(_HYPERLINK):
            raise _hostile(name, "trỏ tới tệp hoặc trang mạng ở ngoài (ảnh liên kết hoặc mẫu ở nơi khác)")
        if "vbaproject" in kind.lower():
            raise _macros(name)


def _relations(part: bytes) -> Iterator[tuple[str, str]]:
    from lxml import etree

    if len(part) > _LARGEST_RELATIONS:
        raise zipfile.BadZipFile("relations")
    try:
        root = etree.fromstring(
            part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        )
    except etree.XMLSyntaxError as error:
        raise zipfile.BadZipFile("relations") from error
    for one in root.iter("{*}Relationship"):
        yield one.get("Type", ""), one.get("TargetMode", "")


def _kind(types: bytes, name: str) -> str:
    if b"macroEnabled" in types:
        raise _macros(name)
    if _WORD in types or _WORD_TEMPLATE in types:
        return "word"
    if _EXCEL in types or _EXCEL_TEMPLATE in types:
        return "excel"
    raise UserFacingError(
        f"Tệp “{name}” không phải là văn bản Word hay bảng tính Excel.",
        "Hãy chọn tệp .docx, .xlsx hoặc .txt.",
    )


def _wrong_kind(name: str, names: set[str], archive: zipfile.ZipFile) -> UserFacingError:
    told = "mimetype" in names and archive.getinfo("mimetype").file_size < 200
    if told and b"opendocument" in archive.read("mimetype"):
        return UserFacingError(
            f"Tệp “{name}” là của LibreOffice (.odt hoặc .ods) nên chưa đọc được.",
            "Hãy mở tệp bằng LibreOffice, chọn Lưu dưới dạng, kiểu Word (.docx) hoặc Excel (.xlsx), rồi chọn tệp vừa lưu.",
        )
    return UserFacingError(
        f"Tệp “{name}” là tệp nén hoặc tệp lạ, không phải văn bản Word hay Excel.",
        "Hãy giải nén (nếu là tệp nén) rồi chọn tệp .docx, .xlsx hoặc .txt.",
    )


def _macros(name: str) -> UserFacingError:
    return UserFacingError(
        f"Tệp “{name}” có macro nên không được mở.",
        "Nếu tin tệp này, hãy mở bằng Word hoặc Excel và lưu thành .docx hoặc .xlsx (loại không có macro) rồi chọn tệp vừa lưu.",
    )


def _hostile(name: str, why: str) -> UserFacingError:
    return UserFacingError(f"Tệp “{name}” {why} nên không được mở.", _HOSTILE_HINT)
