"""Each of the five published plans, held as a value, comes out of Word with every line and nothing besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.recognise import recognise
from tests.journeys.seed_exceptions import ADDED, REWRITTEN, seed_as_told
from tests.journeys.seed_lines import Comparison, compare, word_text
from tests.seed_plans import seed_plan

SEEDS = ("000", "001", "002", "003", "004")
NOTHING_DIFFERS = Comparison((), ())


@pytest.mark.parametrize("number", SEEDS)
def test_the_word_file_has_every_line_of_the_plan_in_order(
    number: str, seed_texts: dict[str, str], tmp_path: Path
) -> None:
    plan = seed_plan(number, seed_texts[number])
    target = tmp_path / f"{number}.docx"
    write_word(compose(plan), target)
    told = seed_as_told(number, seed_texts[number])
    compared = compare(told, word_text(target), rewritten=REWRITTEN[number], added=ADDED[number])
    assert compared == NOTHING_DIFFERS


@pytest.mark.parametrize("number", SEEDS)
def test_a_line_taken_away_is_noticed(number: str, seed_texts: dict[str, str], tmp_path: Path) -> None:
    plan = seed_plan(number, seed_texts[number])
    target = tmp_path / f"{number}.docx"
    write_word(compose(plan), target)
    lost = plan.sections[1].items[3].content.plain
    shortened = word_text(target).replace(lost, "", 1)
    told = seed_as_told(number, seed_texts[number])
    assert compare(told, shortened, rewritten=REWRITTEN[number], added=ADDED[number]) != NOTHING_DIFFERS


@pytest.mark.parametrize("number", SEEDS)
def test_a_plan_read_back_from_its_paper_says_the_same(number: str, seed_texts: dict[str, str]) -> None:
    document = compose(seed_plan(number, seed_texts[number]))
    again = compose(recognise(document).finish())
    assert again.blocks == document.blocks
