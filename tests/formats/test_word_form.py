"""A Word form is checked before it is used: the program's own are sound, a broken one is refused with its place."""

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from cchc_desktop.domain.plan import IssueForm
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats import word_styles as names
from cchc_desktop.formats.word_context import MEMBER_NAMES, ROOT_NAMES
from cchc_desktop.formats.word_look import Styles, W
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.compose import FORM_NAMES, compose
from cchc_desktop.places import forms_dir
from tests.formats.rich_plan import rich_plan
from tests.forms.build_forms import FORMS, build

PLAN = compose(rich_plan())


def changed(tmp_path: Path, change: Callable[[str], str], member: str = "word/document.xml") -> Path:
    """The form of a plan with a change."""
    form = tmp_path / "mau-cua-toi.docx"
    with zipfile.ZipFile(forms_dir() / "ke-hoach.docx") as old, zipfile.ZipFile(form, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            new.writestr(name, change(content) if name == member else content)
    return form


def refusal(tmp_path: Path, form: Path) -> str:
    target = tmp_path / "a.docx"
    with pytest.raises(UserFacingError) as caught:
        write_word(PLAN, target, form=form)
    assert not target.exists()
    assert caught.value.hint
    return caught.value.message


def test_there_is_a_form_for_every_form_of_issue() -> None:
    assert set(FORM_NAMES.values()) == set(FORMS) == {path.stem for path in forms_dir().glob("*.docx")}
    assert set(FORM_NAMES) == set(IssueForm)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_the_forms_are_those_that_their_script_builds(name: str, tmp_path: Path) -> None:
    build(name, tmp_path / "built.docx")
    with (
        zipfile.ZipFile(tmp_path / "built.docx") as built,
        zipfile.ZipFile(forms_dir() / f"{name}.docx") as kept,
    ):
        assert {one: built.read(one) for one in built.namelist()} == {
            one: kept.read(one) for one in kept.namelist()
        }


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_style_of_a_form_has_a_vietnamese_name_that_the_program_knows(name: str) -> None:
    with zipfile.ZipFile(forms_dir() / f"{name}.docx") as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    known = {value for key, value in vars(names).items() if key.isupper() and isinstance(value, str)} - {
        names.PREFIX
    }
    found = {one.find(f"{W}name").get(f"{W}val") for one in styles.iter(f"{W}style")}  # type: ignore[union-attr]
    assert {one for one in found if str(one).startswith(names.PREFIX)} == known
    used = {Styles(styles).name_of(paragraph) for paragraph in body.iter(f"{W}p")} - {""}
    assert used <= known


def test_the_page_about_forms_lists_every_name() -> None:
    page = (forms_dir() / "README.md").read_text(encoding="utf-8")
    for name in ROOT_NAMES | MEMBER_NAMES:
        assert re.search(rf"\b{name}\b", page), name


@pytest.mark.parametrize(
    ("old", "new", "place", "fault"),
    [
        ("{{ ten_loai }}", "{{ ten_lloai }}", "{{ ten_lloai }}", "Không có tên “ten_lloai”"),
        ("{{ khoi.chu }}", "{{ khoi.cchu }}", "{{ khoi.cchu }}", "Không có tên “cchu”"),
        ("{{ so_ky_hieu }}", "{{ so_ky_hieu }", "{{ so_ky_hieu }", "viết dở"),
        ("{%p for dong in can_cu %}", "{%p for dong trong can_cu %}", "dong trong can_cu", "Thẻ viết sai"),
        ("{%p for dong in co_quan %}", "", "", "Thẻ viết sai"),
        ("{%p endfor %}", "", "", "thiếu thẻ đóng"),
        ("{{ ten_loai }}", "{{ ten_loai|upper }}", "{{ ten_loai|upper }}", "chỉ dùng được"),
        ("{{ ten_loai }}", "{{ ten_loai() }}", "{{ ten_loai() }}", "chỉ dùng được"),
        ("{{ ten_loai }}", "{{ 7 * 7 }}", "{{ 7 * 7 }}", "chỉ dùng được"),
        ("{{ ten_loai }}", "{{ ten_loai.__class__ }}", "__class__", "Không có tên"),
        ("{{ ten_loai }}", "{% set x = 1 %}", "{% set x = 1 %}", "chỉ dùng được"),
        ("{{ ten_loai }}", "{{r ten_loai }}", "{{r ten_loai }}", "chỉ dùng được"),
        ("{%p if co_quan_cap_tren %}", "Nếu có: {%p if co_quan_cap_tren %}", "Nếu có:", "đứng một mình"),
        ("{{ ten_loai }}", "{{ ten_loai }} {{ trich_yeu }}", "", "cả một danh sách"),
        ("{{ khoi.chu }}", "{{ khoi }}", "", "cả một khối"),
        ("{{ phu_luc.ten }}", "{{ phu_luc.la_muc }}", "", "la_muc"),
    ],
)
def test_a_faulty_tag_is_refused_with_the_form_and_the_place(
    tmp_path: Path, old: str, new: str, place: str, fault: str
) -> None:
    message = refusal(tmp_path, changed(tmp_path, lambda xml: xml.replace(old, new, 1)))
    assert "mau-cua-toi.docx" in message and place in message and fault in message


def test_a_name_that_the_form_does_not_use_is_told_rather_than_lost(tmp_path: Path) -> None:
    form = changed(tmp_path, lambda xml: xml.replace("{{ so_ky_hieu }}", ""))
    assert "không có chỗ cho “so_ky_hieu”" in refusal(tmp_path, form)


def test_tags_outside_the_text_are_refused(tmp_path: Path) -> None:
    form = changed(
        tmp_path,
        lambda xml: xml.replace("</w:pPr>", "</w:pPr><w:r><w:t>{{ ten_loai }}</w:t></w:r>"),
        "word/header2.xml",
    )
    assert "đầu trang" in refusal(tmp_path, form)


@pytest.mark.parametrize("cell", ["dau_cot", "nhom", "o_giua", "o_noi_dung"])
def test_a_sample_table_without_one_of_its_cells_is_refused(tmp_path: Path, cell: str) -> None:
    form = changed(tmp_path, lambda xml: xml.replace(f"{{{{ khoi.{cell} }}}}", ""))
    assert cell in refusal(tmp_path, form)


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    form = tmp_path / "mau.docx"
    form.write_bytes(b"%PDF-1.7")
    assert "không phải là tài liệu Word" in refusal(tmp_path, form)
    with zipfile.ZipFile(form, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    assert "không phải là tài liệu Word" in refusal(tmp_path, form)


def test_a_missing_form_is_told(tmp_path: Path) -> None:
    assert "Không tìm thấy mẫu" in refusal(tmp_path, tmp_path / "khong-co.docx")


def test_a_form_with_macros_is_refused(tmp_path: Path) -> None:
    form = changed(tmp_path, str)
    with zipfile.ZipFile(form, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    assert "macro" in refusal(tmp_path, form)


def test_a_form_can_be_restyled_in_word(tmp_path: Path) -> None:
    form = changed(
        tmp_path, lambda xml: xml.replace('w:firstLine="720"', 'w:firstLine="567"'), "word/styles.xml"
    )
    write_word(PLAN, tmp_path / "a.docx", form=form)
    word = docx.Document(str(tmp_path / "a.docx"))
    assert word.styles[names.TEXT].paragraph_format.first_line_indent.twips == 567


def test_a_form_that_was_saved_by_an_editor_still_works(tmp_path: Path) -> None:
    """Editors cut runs to pieces, number what they touch and turn straight quotes."""
    saved = docx.Document(str(forms_dir() / "ke-hoach.docx"))
    for paragraph in saved.element.body.iter(f"{W}p"):
        paragraph.set(f"{W}rsidR", "00AB12CD")
        for run in list(paragraph.iter(f"{W}r")):
            text = run.find(f"{W}t")
            if text is None or not text.text or len(text.text) < 4:
                continue
            second = deepcopy(run)
            for rest in second.iter(f"{W}t"):
                rest.text = text.text[3:]
            text.text = text.text[:3]
            run.addnext(second)
            run.addnext(etree.SubElement(paragraph, f"{W}proofErr", {f"{W}type": "spellEnd"}))
    form = tmp_path / "mau.docx"
    saved.save(str(form))
    write_word(PLAN, tmp_path / "a.docx", form=form)
    write_word(PLAN, tmp_path / "b.docx")
    texts = [
        [one.text for one in docx.Document(io.BytesIO((tmp_path / name).read_bytes())).paragraphs]
        for name in ("a.docx", "b.docx")
    ]
    assert texts[0] == texts[1]
    body = zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml")
    assert b"rsid" not in body and b"proofErr" not in body


def test_a_paper_without_appendix_ends_with_the_signature(tmp_path: Path) -> None:
    write_word(compose(replace(rich_plan(), appendices=())), tmp_path / "a.docx")
    word = docx.Document(str(tmp_path / "a.docx"))
    last = list(word.iter_inner_content())[-1]
    assert last.style is not None and last.style.name == names.BREAK
    assert len(word.sections) == 1
