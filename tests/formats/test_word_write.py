"""A paper in Word says what its blocks say, in their order and typefaces, and nothing else."""

import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph as DocxParagraph
from hypothesis import HealthCheck, given, settings

from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.plan import IssueForm, Plan
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import VARIANTS, Appendix, Task
from cchc_desktop.formats import word_styles as names
from cchc_desktop.formats.progress import Cancelled
from cchc_desktop.formats.word_check import check_layout
from cchc_desktop.formats.word_paper import WordPaper
from cchc_desktop.formats.word_write import form_path, own_forms_dir, write_word
from cchc_desktop.paper.blocks import (
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_LABEL,
    AppendixHeadBlock,
    ArticleBlock,
    AuthorityBlock,
    BasisBlock,
    Block,
    Document,
    ItemBlock,
    LetterheadBlock,
    ResolutionBlock,
    SectionBlock,
    SignBlock,
    TableBlock,
    TableRow,
    TitleBlock,
)
from cchc_desktop.paper.compose import compose
from tests.formats.rich_plan import MARKUP, rich_plan
from tests.strategies import plans

FORMS = list(IssueForm)
LAYOUT_RULES = {"L01", "L02", "L03", "L04", "L05", "L06", "L11", "L18"}
"""What must hold whatever an official writes; the other checks also judge what is written."""


def printed(block: Block) -> Iterator[RichText | str]:
    """The lines of a block as they stand on paper, in the order in which Word keeps them."""
    match block:
        case LetterheadBlock():
            yield from (block.superior, *block.body, NATIONAL_NAME, NATIONAL_MOTTO)
            yield from (block.number_line or "", block.place_line or "")
        case TitleBlock():
            yield from (block.kind, *block.subject, block.attached)
        case AuthorityBlock() | ResolutionBlock():
            yield block.text
        case BasisBlock() | SectionBlock() | ArticleBlock() | ItemBlock():
            yield block.printed
        case SignBlock():
            yield from (RECIPIENTS_LABEL, *block.recipients, *block.signature, block.name)
        case AppendixHeadBlock():
            yield from (block.label, *block.title, block.attached)
        case TableBlock():
            yield from (column.heading for column in block.columns)
            for row in block.rows:
                if isinstance(row, TableRow):
                    yield from (line.printed for cell in row.cells for line in cell)
                else:
                    yield row.printed


def expected_texts(document: Document) -> list[str]:
    lines = (line for block in document.blocks for line in printed(block))
    texts = (line.plain if isinstance(line, RichText) else RichText.of(line).plain for line in lines)
    return [text for text in texts if text]


def texts_in_order(path: Path) -> list[str]:
    """Every line of a Word file, as python-docx reads it."""

    def of(parent: Any) -> Iterator[str]:
        for one in parent.iter_inner_content():
            if isinstance(one, DocxParagraph):
                yield one.text
            elif isinstance(one, Table):
                for row in one.rows:
                    seen: list[Any] = []
                    for cell in row.cells:
                        if cell._tc not in seen:
                            seen.append(cell._tc)
                            yield from of(cell)

    return [text for text in of(docx.Document(str(path))) if text]


@pytest.mark.parametrize("form", FORMS)
def test_the_text_of_the_file_is_the_printed_text_of_the_blocks(form: IssueForm, tmp_path: Path) -> None:
    document = compose(rich_plan(form))
    write_word(document, tmp_path / "a.docx")
    assert texts_in_order(tmp_path / "a.docx") == expected_texts(document)


@pytest.mark.parametrize("form", FORMS)
def test_every_rule_of_the_decree_holds_on_the_result(form: IssueForm, tmp_path: Path) -> None:
    write_word(compose(rich_plan(form)), tmp_path / "a.docx")
    assert check_layout(tmp_path / "a.docx") == ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans(max_sections=3))
def test_any_plan_is_exported_without_loss_and_in_the_layout_of_the_decree(
    plan: Plan, tmp_path: Path
) -> None:
    document = compose(plan)
    target = tmp_path / "a.docx"
    write_word(document, target)
    assert texts_in_order(target) == expected_texts(document)
    assert [one for one in check_layout(target) if one.id in LAYOUT_RULES] == []
    assert faces(target) == expected_faces(document)


def expected_faces(document: Document) -> list[RichText]:
    lines = (line for block in document.blocks for line in printed(block) if isinstance(line, RichText))
    return [line for line in lines if line]


def faces(path: Path) -> list[RichText]:
    """The running text and the cells with the bold and italic that Word would show."""
    paper = WordPaper.read(path)
    wanted = {*names.BODY_TEXTS, names.BASIS, names.TABLE_GROUP, names.TABLE_CENTRED, names.TABLE_TEXT}
    lines = (one for part in paper.parts for one in part.paragraphs if one.style in wanted and one.text)
    return [RichText(tuple(Run(run.text, run.bold, run.italic) for run in one.runs)) for one in lines]


@pytest.mark.parametrize("form", FORMS)
def test_bold_and_italic_are_those_of_the_blocks(form: IssueForm, tmp_path: Path) -> None:
    document = compose(rich_plan(form))
    write_word(document, tmp_path / "a.docx")
    assert faces(tmp_path / "a.docx") == expected_faces(document)


def test_text_that_looks_like_markup_comes_out_to_the_letter(tmp_path: Path) -> None:
    write_word(compose(rich_plan()), tmp_path / "a.docx")
    found = texts_in_order(tmp_path / "a.docx")
    assert f"+ {MARKUP}" in found and MARKUP in found


def test_headings_show_in_the_navigation_pane_and_stay_with_their_text(tmp_path: Path) -> None:
    write_word(compose(rich_plan()), tmp_path / "a.docx")
    paper = WordPaper.read(tmp_path / "a.docx")
    levels = {
        names.SECTION: "0",
        names.CLAUSE: "1",
        names.SUBCLAUSE: "2",
        names.SUBSUBCLAUSE: "3",
        names.APPENDIX: "0",
    }
    for style, level in levels.items():
        found = paper.all(style)
        assert found, style
        for one in found:
            assert paper.styles.paragraph_value(one.element, "outlineLvl") == level
            assert paper.styles.paragraph_flag(one.element, "keepNext")
    for one in paper.all(names.TEXT):
        assert paper.styles.paragraph_value(one.element, "outlineLvl") is None


@pytest.mark.parametrize("form", FORMS)
def test_each_part_is_a_section_of_its_own(form: IssueForm, tmp_path: Path) -> None:
    plan = rich_plan(form)
    several = replace(plan, appendices=plan.appendices * 2)
    for one in (plan, several, replace(plan, appendices=())):
        document = compose(one)
        write_word(document, tmp_path / "a.docx")
        sections = docx.Document(str(tmp_path / "a.docx")).sections
        assert [bool(section.orientation) for section in sections] == [
            part.landscape for part in document.parts
        ]


def test_the_signature_is_never_parted_from_the_text_or_in_itself(tmp_path: Path) -> None:
    write_word(compose(rich_plan()), tmp_path / "a.docx")
    word = docx.Document(str(tmp_path / "a.docx"))
    blocks = list(word.iter_inner_content())
    at = next(
        index
        for index, one in enumerate(blocks)
        if isinstance(one, Table) and RECIPIENTS_LABEL in one.cell(0, 0).text
    )
    before = blocks[at - 1]
    assert isinstance(before, DocxParagraph) and before.paragraph_format.keep_with_next
    table = blocks[at]
    assert isinstance(table, Table) and len(table.rows) == 1
    assert table.rows[0]._tr.xpath("w:trPr/w:cantSplit")


def test_the_properties_are_those_of_the_paper(tmp_path: Path) -> None:
    document = compose(rich_plan())
    write_word(document, tmp_path / "a.docx")
    properties = docx.Document(str(tmp_path / "a.docx")).core_properties
    assert (properties.title, properties.author, properties.language) == (
        document.title,
        document.author,
        "vi-VN",
    )
    assert properties.last_modified_by == document.author
    for moment in (properties.created, properties.modified):
        assert moment is not None and abs(moment - datetime.now(UTC)) < timedelta(minutes=5)


def test_the_language_of_the_text_is_vietnamese_and_word_is_not_in_compatibility_mode(tmp_path: Path) -> None:
    write_word(compose(rich_plan()), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        styles, settings_part = (archive.read(f"word/{name}.xml").decode() for name in ("styles", "settings"))
        assert not [name for name in archive.namelist() if "theme" in name]
    assert 'w:lang w:val="vi-VN"' in styles and 'w:themeFontLang w:val="vi-VN"' in settings_part
    assert 'w:name="compatibilityMode"' in settings_part and 'w:val="15"' in settings_part


def test_nothing_of_the_form_is_left(tmp_path: Path) -> None:
    plan = replace(rich_plan(), sections=(), appendices=rich_plan().appendices * 2)
    write_word(compose(plan), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        body = archive.read("word/document.xml").decode()
    assert "{{" not in body.replace("{{x}}", "") and "khoi" not in body and "cchc-" not in body


def test_an_official_who_cancels_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def cancel(done: int, _total: int) -> None:
        if done >= 100:
            raise Cancelled

    appendix = Appendix("Phụ lục", VARIANTS["A"], tuple(Task() for _ in range(200)))
    with pytest.raises(Cancelled):
        write_word(compose(replace(rich_plan(), appendices=(appendix,))), target, progress=cancel)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_progress_ends_with_all_done(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_word(
        compose(rich_plan()), tmp_path / "a.docx", progress=lambda done, total: seen.append((done, total))
    )
    assert seen[0][0] == 0 and seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_form_of_the_office_goes_before_that_of_the_program(tmp_path: Path) -> None:
    own = own_forms_dir()
    own.mkdir(parents=True)
    with zipfile.ZipFile(form_path("ke-hoach")) as old, zipfile.ZipFile(own / "ke-hoach.docx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("CỘNG HÒA".encode(), "CỘNG  HÒA".encode()))
    assert form_path("ke-hoach") == own / "ke-hoach.docx"
    write_word(compose(rich_plan()), tmp_path / "a.docx")
    assert any("CỘNG  HÒA" in text for text in texts_in_order(tmp_path / "a.docx"))


def test_papers_are_written_at_the_same_time_without_mixing(tmp_path: Path) -> None:
    plans_by_name = {name: replace(rich_plan(), title=f"Kế hoạch {name}") for name in "abcd"}
    threads = [
        threading.Thread(target=write_word, args=(compose(plan), tmp_path / f"{name}.docx"))
        for name, plan in plans_by_name.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, plan in plans_by_name.items():
        assert texts_in_order(tmp_path / f"{name}.docx") == expected_texts(compose(plan))


def test_the_plan_of_these_tests_has_every_level() -> None:
    assert {one.level for section in rich_plan().sections for one in section.items} == set(Level)
