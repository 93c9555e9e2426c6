"""A paper as plain text has a line for every paragraph and row, in order."""

from __future__ import annotations

from hypothesis import given, settings

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.paper.blocks import BasisBlock, ItemBlock, SectionBlock, TableRow
from cchc_desktop.paper.compose import compose
from tests.strategies import plans


def test_the_sample_reads_from_the_letterhead_to_the_last_task() -> None:
    plan = sample_dossier().plans[0]
    lines = to_text(compose(plan)).splitlines()
    assert lines[:3] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG HƯƠNG SEN", "Số: 15/KH-UBND"]
    assert "I. MỤC ĐÍCH, YÊU CẦU" in lines
    assert lines[-1].split("\t")[:2] == [str(len(plan.tasks)), plan.tasks[-1].title]
    assert lines.index("Nơi nhận:") < lines.index("Phụ lục")


@settings(max_examples=25)
@given(plans())
def test_every_paragraph_stands_in_the_text_in_order(plan: Plan) -> None:
    document = compose(plan)
    text = to_text(document)
    at = 0
    for block in document.blocks:
        if isinstance(block, BasisBlock | SectionBlock | ItemBlock):
            at = text.index(block.printed.plain, at) + len(block.printed.plain)
    rows = sum(isinstance(row, TableRow) for block in document.blocks for row in getattr(block, "rows", ()))
    assert sum(line.count("\t") > 0 for line in text.splitlines()) >= rows
