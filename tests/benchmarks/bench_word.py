"""Writing 10 to 5,000 tasks to Word against zipping the same strings: pytest tests/benchmarks/bench_word.py -s"""

import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape  # noqa: TID251 -- writes XML, reads none

import pytest

from cchc_desktop.domain.task import VARIANTS, Appendix
from cchc_desktop.formats.safe_write import check_zip_of_xml, write_safely
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.blocks import Document
from cchc_desktop.paper.compose import compose
from tests.formats.rich_plan import rich_plan
from tests.formats.test_word_write import expected_texts

SIZES = (10, 100, 1000, 5000)


def paper(tasks: int) -> Document:
    plan = rich_plan()
    rows = plan.appendices[0].tasks
    appendix = Appendix("Nhiệm vụ", VARIANTS["A"], tuple(rows[at % len(rows)] for at in range(tasks)))
    return compose(replace(plan, appendices=(appendix,)))


def zip_strings(texts: list[str], target: Path) -> None:
    """The least that any .docx with these strings costs: a paragraph each, written as safely as ours."""

    def produce(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)
            space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            archive.writestr(
                "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
            )

    write_safely(target, produce, check_zip_of_xml)


def best(work: Callable[[], None], times: int) -> float:
    """The shortest of some runs, in seconds: what disturbs a run only makes it longer."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def test_word_against_zipped_strings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{'tasks':>6} {'Word':>10} {'zip+strings':>12} {'ratio':>6} {'per task':>10}"]
    write_word(paper(1), tmp_path / "warm.docx")
    for size in SIZES:
        document = paper(size)
        texts = expected_texts(document)
        times = 3 if size > 1000 else 7
        ours = best(lambda: write_word(document, tmp_path / "a.docx"), times)  # noqa: B023
        floor = best(lambda: zip_strings(texts, tmp_path / "b.docx"), times)  # noqa: B023
        lines.append(
            f"{size:>6} {ours * 1000:>7.1f} ms {floor * 1000:>9.1f} ms {ours / floor:>6.1f} {ours / size * 1e6:>7.0f} µs"
        )
    with capsys.disabled():
        print("\n" + "\n".join(lines))
