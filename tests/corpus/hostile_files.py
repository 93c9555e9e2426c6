"""Files that mean harm, or are not what they say: each written small by us, as an attacker or a careless hand would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "{more}</Relationships>"
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = f'<?xml version="1.0" encoding="UTF-8"?>{{before}}<w:document xmlns:w="{_W}"><w:body>{{body}}</w:body></w:document>'
PARAGRAPH = "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def package(
    path: Path, parts: Mapping[str, str | bytes] | None = None, *, body: str = PARAGRAPH, before: str = ""
) -> Path:
    """A .docx that can be read, but for what ``parts``, ``body`` and ``before`` change."""
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS.format(more=""),
        "word/document.xml": DOCUMENT.format(body=body, before=before),
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return path


def _many_members(path: Path) -> Path:
    return package(path, {f"word/media/{number}.png": b"" for number in range(5_000)})


def _packed_tight(path: Path) -> Path:
    """200 MB of blanks in a file of 200 KB."""
    with (
        zipfile.ZipFile(package(path), "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/styles.xml", "w") as part,
    ):
        for _ in range(200):
            part.write(b" " * 1_000_000)
    return path


def _many_nodes(path: Path) -> Path:
    """Five million empty elements: a tree of more than a gigabyte out of 30 MB."""
    return package(path, body="<w:p/>" * 5_000_000)


def _many_nodes_and_noise(path: Path) -> Path:
    """As before, with noise that keeps the ratio of packing in bounds."""
    import random

    noise = random.Random(1).randbytes(400_000).hex()
    return package(path, body=f"<!--{noise}-->" + "<w:p/>" * 4_000_000)


def _many_attributes(path: Path) -> Path:
    import random

    noise = random.Random(2).randbytes(400_000).hex()
    crowded = "<w:p " + " ".join(f'a{number}=""' for number in range(1_000)) + "/>"
    return package(path, body=f"<!--{noise}-->" + crowded * 2_000)


def _laughs(path: Path) -> Path:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return package(path, before=f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>', body="<w:p>&l9;</w:p>")


def _laughs_in_utf16(path: Path) -> Path:
    document = DOCUMENT.format(before='<!DOCTYPE x [<!ENTITY a "ha">]>', body=PARAGRAPH).replace(
        "UTF-8", "UTF-16"
    )
    return package(path, {"word/document.xml": document.encode("utf-16")})


def _late_doctype(path: Path) -> Path:
    """The declaration lies across the border of the blocks in which a reader looks."""
    return package(path, before=f"<!--{' ' * 262_080}--><!DOCTYPE x>")


def _odd_encoding(path: Path) -> Path:
    return package(path, {"word/document.xml": DOCUMENT.format(body="", before="").replace("UTF-8", "UTF-7")})


def _relation(kind: str, target: str) -> Callable[[Path], Path]:
    more = (
        f'<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/>'
    )
    return lambda path: package(path, {"word/_rels/document.xml.rels": RELATIONS.format(more=more)})


def _nested_zip(path: Path) -> Path:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("ke-hoach.docx", b"")
    path.write_bytes(inner.getvalue())
    return path


def _twice(path: Path) -> Path:
    """Two parts of one name: which one counts depends on who reads."""
    package(path)
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo("word/document.xmk")
        archive.writestr(info, "<x/>")
    path.write_bytes(path.read_bytes().replace(b"word/document.xmk", b"word/document.xml"))
    return path


def _climbing(path: Path) -> Path:
    return package(path, {"../../ngoai.xml": "<x/>"})


def _locked(path: Path) -> Path:
    content = bytearray(package(path).read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    path.write_bytes(content)
    return path


def _cut_short(path: Path) -> Path:
    content = package(path, body=PARAGRAPH * 2_000).read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def _bytes(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


HOSTILE: Mapping[str, tuple[Callable[[Path], Path], str]] = {
    "nhieu-thanh-phan.docx": (_many_members, "cấu trúc bất thường"),
    "nen-chat.docx": (_packed_tight, "nén chặt bất thường"),
    "nhieu-nut.docx": (_many_nodes, "nên không được mở"),
    "nhieu-nut-va-nhieu.docx": (_many_nodes_and_noise, "quá lớn"),
    "nhieu-thuoc-tinh.docx": (_many_attributes, "quá lớn"),
    "doctype.docx": (_laughs, "DOCTYPE"),
    "doctype-utf16.docx": (_laughs_in_utf16, "DOCTYPE"),
    "doctype-muon.docx": (_late_doctype, "DOCTYPE"),
    "bang-ma-la.docx": (_odd_encoding, "bảng mã lạ"),
    "mau-o-ngoai.docx": (_relation("attachedTemplate", "http://vi-du.example/mau.dotm"), "ở ngoài"),
    "anh-lien-ket.docx": (_relation("image", "http://vi-du.example/anh.png"), "ở ngoài"),
    "co-macro.docx": (lambda path: package(path, {"word/vbaProject.bin": b"x"}), "macro"),
    "kieu-macro.docx": (
        lambda path: package(
            path,
            {
                "[Content_Types].xml": CONTENT_TYPES.replace(
                    "wordprocessingml.document", "macroEnabled.document"
                )
            },
        ),
        "macro",
    ),
    "ten.docm": (package, "macro"),
    "hai-lan.docx": (_twice, "cấu trúc bất thường"),
    "leo-ra-ngoai.docx": (_climbing, "cấu trúc bất thường"),
    "khoa-zip.docx": (_locked, "mật khẩu"),
    "khoa.docx": (_bytes(OLE + "EncryptedPackage".encode("utf-16-le")), "mật khẩu"),
    "cu.doc": (_bytes(OLE + "WordDocument".encode("utf-16-le")), "Word cũ (.doc)"),
    "cu-doi-ten.docx": (_bytes(OLE + "WordDocument".encode("utf-16-le")), "Word cũ (.doc)"),
    "cu.xls": (_bytes(OLE + "Workbook".encode("utf-16-le")), "Excel cũ (.xls)"),
    "cat-cut.docx": (_cut_short, "bị hỏng"),
    "nen.docx": (_nested_zip, "tệp nén"),
    "rong.docx": (_bytes(b""), "rỗng"),
    "van-ban.pdf": (_bytes(b"%PDF-1.7\n"), "PDF"),
    "van-ban.doc": (_bytes(b"{\\rtf1\\ansi }"), "RTF"),
    "trang.xls": (_bytes(b"<html><table></table></html>"), "trang web"),
    "anh.txt": (_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10), "không phải văn bản"),
    "dai.txt": (_bytes(b"a " * 3_000_000), "quá lớn"),
}
"""The name of each file, how it is written, and a piece of what is told."""
