"""A paper of our own comes back as the plan it was made from, through every carrier that a file can be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, assume, given, settings

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.domain.plan import IssueForm, Plan
from cchc_desktop.formats.excel_read import read_excel
from cchc_desktop.formats.excel_tasks import write_excel
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.formats.text_read import source_from_text
from cchc_desktop.formats.word_read import read_word
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.import_draft import ImportDraft
from cchc_desktop.paper.recognise_source import recognise_source
from cchc_desktop.paper.source import SourceDocument
from tests.paper.as_read import (
    in_text,
    in_word,
    with_known_headings,
    with_tables_that_text_shows,
    with_words_of_cells,
    without_tables,
)
from tests.paper.printed_source import printed_source
from tests.strategies import OFFICES, plans

TIDY = plans(tidy=True).map(with_known_headings)
# Making a failing example smaller writes hundreds of files: the example as found is good enough.
THROUGH_FILES = settings(max_examples=40, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def _read(source: SourceDocument) -> ImportDraft:
    draft = recognise_source(source)
    assert set(draft.placements) == {line.number for line in source.lines}
    assert not draft.unplaced
    return draft


@settings(max_examples=60)
@given(TIDY)
def test_a_printed_paper_gives_its_plan_but_for_what_only_styles_tell(plan: Plan) -> None:
    """Without styles, whether a line "a) Words" is a heading cannot be seen: headings are compared as words."""
    read = _read(printed_source(compose(plan))).finish()
    assert in_text(read) == in_text(plan)


@THROUGH_FILES
@given(TIDY)
def test_our_own_word_file_gives_its_plan(plan: Plan) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ke-hoach.docx"
        write_word(compose(plan), path)
        source = read_word(path)
    read = _read(source).finish()
    assert in_word(read) == in_word(plan)


@settings(max_examples=60)
@given(TIDY.map(with_tables_that_text_shows))
def test_our_own_text_gives_its_plan_but_for_faces_and_lines_of_cells(plan: Plan) -> None:
    read = _read(source_from_text(to_text(compose(plan)), "ke-hoach.txt")).finish()
    assert without_tables(in_text(read)) == without_tables(in_text(plan))


@THROUGH_FILES
@given(TIDY)
def test_our_own_workbook_gives_the_appendices(plan: Plan) -> None:
    assume(plan.appendices)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "phu-luc.xlsx"
        write_excel(plan, path)
        source = read_excel(path)
    read = recognise_source(source).finish()
    shown = with_words_of_cells(in_text(_alone(plan, read)))
    assert shown.appendices == with_words_of_cells(in_text(plan)).appendices


def _alone(plan: Plan, read: Plan) -> Plan:
    """The plan with the appendices that were read."""
    return replace(plan, appendices=read.appendices)


def test_a_source_without_a_line_is_an_empty_plan() -> None:
    draft = recognise_source(SourceDocument("trống", ()))
    assert draft.plan.sections == () and draft.plan.appendices == ()


@pytest.mark.parametrize("form", IssueForm)
def test_the_suggested_plan_of_each_form_prints_the_same_after_reading(form: IssueForm) -> None:
    document = compose(new_plan(OFFICES[0], 2026, suggested=True, form=form))
    read = _read(printed_source(document)).finish()
    assert read.form is form
    assert to_text(compose(read)) == to_text(document)
