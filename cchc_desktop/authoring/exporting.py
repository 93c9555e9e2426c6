"""A plan written to the files that leave the program: Word, Excel, PDF, HTML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cchc_desktop.domain.plan import Plan
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.progress import ReportProgress, no_progress
from cchc_desktop.paper.compose import compose

_WHOLE = 1000
"""What one file of several counts for in the progress."""

_Writing = Callable[[ReportProgress], None]


def export_plan(
    plan: Plan,
    *,
    word: Path | None = None,
    excel: Path | None = None,
    pdf: Path | None = None,
    html: Path | None = None,
    progress: ReportProgress = no_progress,
) -> None:
    """Write the plan to every target that is given, each replaced as a whole or left as it was.

    The paper is composed once, so that the files cannot disagree. Raises UserFacingError, and ``Cancelled`` out of
    ``progress``; files that were finished before stay.
    """
    _refuse_bad_targets([target for target in (word, excel, pdf, html) if target is not None])
    document = compose(plan)
    # The writers are imported one by one and late: each brings a large library along.
    work: list[_Writing] = []
    if word is not None:
        from cchc_desktop.formats.word_write import write_word

        target_word = word
        work.append(lambda report: write_word(document, target_word, progress=report))
    if excel is not None:
        from cchc_desktop.formats.excel_tasks import write_excel

        target_excel = excel
        work.append(lambda report: write_excel(plan, target_excel, progress=report))
    if pdf is not None:
        from cchc_desktop.formats.pdf import write_pdf

        target_pdf = pdf
        work.append(lambda report: write_pdf(document, target_pdf, progress=report))
    if html is not None:
        from cchc_desktop.formats.html import write_html

        target_html = html
        work.append(lambda _report: write_html(document, target_html))
    for number, write in enumerate(work):
        write(progress if len(work) == 1 else _share(progress, number, len(work)))


def _share(progress: ReportProgress, number: int, count: int) -> ReportProgress:
    """The progress of one file as a part of the progress of all."""

    def report(done: int, total: int) -> None:
        progress(number * _WHOLE + _WHOLE * min(done, total) // max(total, 1), count * _WHOLE)

    return report


def _refuse_bad_targets(targets: list[Path]) -> None:
    for target in targets:
        if target.suffix.lower() == ".cchc":
            raise UserFacingError(
                f"Không xuất ra tệp “{target.name}” vì đuôi .cchc dành cho hồ sơ.",
                "Hãy chọn tên tệp có đuôi .docx, .xlsx, .pdf hoặc .html.",
            )
    if len({target.absolute() for target in targets}) < len(targets):
        raise UserFacingError(
            "Hai loại tệp được xuất ra cùng một tên nên tệp sau sẽ đè lên tệp trước.",
            "Hãy đặt tên khác nhau cho từng tệp.",
        )
