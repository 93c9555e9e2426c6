"""Our pages are those of the exported Word file as LibreOffice lays it out: the same words on the same page."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from pypdf import PdfReader

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.sample import SAMPLE_OFFICE, sample_dossier
from cchc_desktop.domain.plan import IssueForm, Plan
from cchc_desktop.formats.pdf import lay_out
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.blocks import Document, ItemBlock, SectionBlock
from cchc_desktop.paper.compose import compose
from tests.formats.pdf.reading import page_text, squeezed
from tests.formats.rich_plan import rich_plan
from tests.seed_plans import seed_plan
from tests.strategies import plans

pytestmark = pytest.mark.slow


def laid_out_by_libreoffice(
    soffice: str, documents: dict[str, Document], folder: Path
) -> dict[str, list[str]]:
    """The text of each page of each document."""
    files = {name: folder / f"{name}.docx" for name in documents}
    for name, document in documents.items():
        write_word(document, files[name])
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf")]
    subprocess.run([*command, *map(str, files.values())], check=True, capture_output=True, timeout=400)
    return {
        name: [page.extract_text() for page in PdfReader(folder / "pdf" / f"{name}.pdf").pages]
        for name in files
    }


def our_pages(document: Document) -> list[str]:
    """The text of each of our pages, with its number."""
    return [f"{page.number if page.number > 1 else ''} {page_text(page)}" for page in lay_out(document).pages]


def letters(page: str) -> Counter[str]:
    """How often each letter stands on a page: the order in which a reader finds side-by-side texts differs."""
    return Counter(squeezed(page))


def taken_along(pages: list[str], ours: list[str], document: Document) -> list[str]:
    """The pages with headings at their foot moved to the next, where ours begins with them.

    LibreOffice leaves a heading behind when the paragraph of two lines that it should stay with does not fit any more.
    """
    headings = {squeezed(line) for line in headings_of(document)}
    settled = list(pages)
    for at in range(len(settled) - 1):
        lines = settled[at].rstrip().split("\n")
        begins = squeezed(ours[at + 1])[:200] if at + 1 < len(ours) else ""
        while len(lines) > 1 and (foot := squeezed(lines[-1])) in headings and foot in begins:
            settled[at + 1] = f"{lines.pop()}\n{settled[at + 1]}"
            settled[at] = "\n".join(lines)
    return settled


def headings_of(document: Document) -> Iterator[str]:
    """The headings that stand on a line of their own, with their labels."""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, SectionBlock):
                yield f"{block.label} {block.title.upper()}"
            elif isinstance(block, ItemBlock) and block.heading and not block.text:
                yield f"{block.label} {block.heading.plain}"


def test_the_sample_and_new_plans_of_every_form_have_the_same_pages(soffice: str, tmp_path: Path) -> None:
    documents = {"sample": compose(sample_dossier().plans[0])}
    for form in IssueForm:
        documents[f"rich-{form.value}"] = compose(rich_plan(form))
        documents[f"new-{form.value}"] = compose(new_plan(SAMPLE_OFFICE, 2026, suggested=True, form=form))
        documents[f"empty-{form.value}"] = compose(new_plan(SAMPLE_OFFICE, 2026, suggested=False, form=form))
    for name, theirs in laid_out_by_libreoffice(soffice, documents, tmp_path).items():
        ours = our_pages(documents[name])
        settled = taken_along(theirs, ours, documents[name])
        assert [letters(page) for page in ours] == [letters(page) for page in settled], name


def test_the_published_plans_have_the_same_pages(
    soffice: str, seed_texts: dict[str, str], tmp_path: Path
) -> None:
    documents = {number: compose(seed_plan(number, text)) for number, text in seed_texts.items()}
    for name, theirs in laid_out_by_libreoffice(soffice, documents, tmp_path).items():
        ours = our_pages(documents[name])
        assert [letters(page) for page in ours] == [letters(page) for page in theirs], name


def test_random_plans_have_as_many_pages(soffice: str, tmp_path: Path) -> None:
    documents: dict[str, Document] = {}

    @seed(20260101)
    @settings(
        max_examples=25, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(plans(tidy=True, max_sections=6))
    def collect(plan: Plan) -> None:
        documents[f"{len(documents):02}"] = compose(plan)

    collect()
    found = laid_out_by_libreoffice(soffice, documents, tmp_path)
    assert {name: len(pages) for name, pages in found.items()} == {
        name: len(our_pages(document)) for name, document in documents.items()
    }
