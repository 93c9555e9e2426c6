"""Reading foreign files against the least that any reader must do: unzip their XML and parse it with lxml.

pytest tests/benchmarks/bench_read.py -s
"""

import gc
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
from lxml import etree

from cchc_desktop.formats.excel_read import read_excel
from cchc_desktop.formats.safe_read import check_safe
from cchc_desktop.formats.text_read import source_from_text
from cchc_desktop.formats.word_read import read_word
from tests.corpus.word_xml import cell, level, numbering, p, part, row, run, section, style, table, write

_TIMES_WORD = 3.0
_TIMES_EXCEL = 5.0
_SEED_MS = 100.0
# What Word writes at each run of a text that was edited: fonts, size, language.
_SAID = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000" w:themeColor="text1"/>'
    '<w:spacing w:val="-2"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>'
)
_WORDS = (
    "tăng cường tuyên truyền để người dân hiểu rõ việc cần làm, ai làm và khi nào làm xong trong từng quý "
)


def word_file(path: Path) -> Path:
    """Twenty pages as Word saves them: 130 paragraphs of some runs each, automatic numbers, a table of 20 rows."""
    words = _WORDS.split()
    frame = f'<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="709"/><w:rPr>{_SAID}</w:rPr>'
    body: list[str] = []
    for count in range(130):
        pieces = [" ".join(words[at : at + 4]) + " " for at in range(0, len(words), 4)] * 3
        runs = [run(text, inside=_SAID, bold=at == 0 and count % 9 == 0) for at, text in enumerate(pieces)]
        kind = (1, 1 if count % 9 == 0 else 2) if count % 2 else None
        proof = '<w:proofErr w:type="spellStart"/>'
        body.append(p(*(one + proof for one in runs), number=kind, align="both", more=frame))
    cells = [cell(p(run(_WORDS[:60], inside=_SAID), more=frame), more='<w:tcW w:w="2000" w:type="dxa"/>')] * 6
    body.append(table(*[row(*cells)] * 20))
    lists = numbering(
        {1: level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")},
        {1: (1, "")},
    )
    styles = part(
        "styles", style("Normal", default=True) + "".join(style(f"S{n}", based="Normal") for n in range(100))
    )
    return write(path, "".join(body) + section(), styles=styles, numbering=lists)


def excel_file(path: Path) -> Path:
    """A thousand rows of eight columns as openpyxl saves them, with shared strings."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for count in range(1_000):
        sheet.append(
            [count + 1, *(f"{_WORDS[: 20 + 12 * column]} {count}" for column in range(6)), "Quý I/2026"]
        )
    book.save(path)
    return path


def floor(path: Path) -> None:
    """Unzip and parse every part."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name), parser)


def milliseconds(work: Callable[[], object], times: int = 15) -> float:
    """The shortest of some runs: what disturbs a run only makes it longer."""
    found: list[float] = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return min(found)


def compared(name: str, path: Path, read: Callable[[Path], object]) -> float:
    read(path)
    gc.collect()
    # In turns, so that what else the machine does falls on both.
    pairs = [(milliseconds(lambda: read(path), 1), milliseconds(lambda: floor(path), 1)) for _ in range(20)]
    ours, least = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    check = milliseconds(lambda: check_safe(path))
    print(
        f"\n{name}: {ours:.1f} ms, floor {least:.1f} ms, ratio {ours / least:.2f}; check before it {check:.1f} ms"
    )
    return ours / least


def test_a_word_file_of_twenty_pages(tmp_path: Path) -> None:
    assert compared("docx", word_file(tmp_path / "a.docx"), read_word) <= _TIMES_WORD


def test_an_excel_file_of_a_thousand_rows(tmp_path: Path) -> None:
    assert compared("xlsx", excel_file(tmp_path / "a.xlsx"), read_excel) <= _TIMES_EXCEL


def test_seeds(seed_texts: dict[str, str]) -> None:
    for number, text in seed_texts.items():
        took = milliseconds(lambda text=text: source_from_text(text, "seed"), 5)  # type: ignore[misc]
        print(f"\nseed {number}: {took:.1f} ms")
        assert took <= _SEED_MS
