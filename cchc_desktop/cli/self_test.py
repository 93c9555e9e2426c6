"""The program's check of itself, installed or frozen: a dossier made, filled, exported, read again and reopened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.authoring.dossiers import describe, new_dossier, open_dossier, sample
from cchc_desktop.authoring.exporting import export_plan
from cchc_desktop.authoring.session import Session
from cchc_desktop.cli.console import Console
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Task
from cchc_desktop.errors import UserFacingError

_TYPED = "Câu được gõ khi tự kiểm tra: đường, ượng, ễ, “trích dẫn”, R&D <b>"


class _Mistake(Exception):
    """A check that came out wrong, in a sentence."""


def self_test(console: Console) -> bool:
    """Run every check and say how it went; returns whether all is well."""
    with TemporaryDirectory(prefix="CCHC tự kiểm tra ", ignore_cleanup_errors=True) as folder:
        checks = _checks(Path(folder))
        passed = 0
        try:
            for what in checks:
                passed += 1
                console.say(f"Đạt: {what}")
        except (_Mistake, UserFacingError) as error:
            console.say(f"KHÔNG ĐẠT ở bước {passed + 1}: {error}")
            return False
    console.say(f"Tự kiểm tra xong: đạt cả {passed} bước.")
    return True


def _checks(folder: Path) -> Iterator[str]:
    path = folder / "Hồ sơ thử.cchc"
    plan = _make_and_fill(path)
    yield "lập hồ sơ mới, điền nội dung, hoàn tác, lưu"
    with closing(open_dossier(path)) as file:
        _must(file.dossier.plans[0] == plan, "hồ sơ mở lại khác với lúc lưu")
        file.verify()
        _must(describe(file).tasks == len(plan.tasks), "số nhiệm vụ của hồ sơ không đúng")
        file.save_copy(folder / "Bản sao.cchc")
    with closing(open_dossier(folder / "Bản sao.cchc", read_only=True)) as copy:
        _must(copy.dossier.plans[0] == plan, "bản sao khác với hồ sơ")
    yield "mở lại, kiểm tra nội dung, lưu bản sao"
    with closing(sample(folder / "Hồ sơ mẫu.cchc")) as file:
        example = file.dossier.plans[0]
    yield "lập hồ sơ mẫu"
    for one, name in ((plan, "kế hoạch vừa điền"), (example, "kế hoạch mẫu")):
        for kind, check in (("Word", _word), ("Excel", _excel), ("PDF", _pdf), ("HTML", _html)):
            check(one, folder)
            yield f"xuất {name} ra {kind} và đọc lại"
    _read_as_old_plan(plan, folder / "Kế hoạch.docx")
    yield "nhập kế hoạch từ tệp Word như kế hoạch cũ"


def _read_as_old_plan(plan: Plan, target: Path) -> None:
    from cchc_desktop.authoring.import_source import read_source, understood

    export_plan(plan, word=target)
    read = understood(lambda: read_source(target))
    found = read.draft.finish()
    _must(not read.draft.unplaced, "có dòng của tệp Word chưa xếp được vào kế hoạch")
    _must(
        [section.title for section in found.sections] == [section.title for section in plan.sections],
        "các mục đọc từ tệp Word khác với kế hoạch",
    )
    _must(len(found.tasks) == len(plan.tasks), "số nhiệm vụ đọc từ tệp Word không đúng")


def _make_and_fill(path: Path) -> Plan:
    from cchc_desktop.catalog.communes import load_communes

    office = load_communes().find("Hà Tĩnh", "Phường Vũng Áng")
    with closing(new_dossier(path, office, 2026)) as file:
        session = Session(file.dossier, file.store)
        plan = file.dossier.plans[0]
        session.edit_plan(plan.id, "gõ một đoạn", _with_typed_text)
        typed = session.dossier
        session.edit_plan(plan.id, "xoá các mục", lambda one: replace(one, sections=()))
        session.save()
        session.undo()
        session.save()
        _must(session.dossier == typed and file.dossier == typed, "hoàn tác không trả lại nội dung cũ")
        return typed.plan(plan.id)


def _with_typed_text(plan: Plan) -> Plan:
    first, *others = plan.sections
    task = Task(content=(paragraph(_TYPED),), timing=RichText.of("Quý I/2026"))
    appendix, *more = plan.appendices
    return replace(
        plan,
        sections=(replace(first, items=(*first.items, paragraph(_TYPED))), *others),
        appendices=(replace(appendix, rows=(*appendix.rows, task)), *more),
    )


def _word(plan: Plan, folder: Path) -> None:
    from cchc_desktop.formats.read_back import word_lines

    target = _exported(plan, folder / "Kế hoạch.docx", lambda path: export_plan(plan, word=path))
    text = "\n".join(word_lines(target))
    for section in plan.sections:
        _must(section.title in text, f"tệp Word thiếu mục “{section.title}”")
        for item in section.items:
            _must(item.text.plain in text, f"tệp Word thiếu ý “{item.text.plain}”")
    for task in plan.tasks:
        _must(task.content[0].text.plain in text, f"tệp Word thiếu nhiệm vụ “{task.title}”")


def _excel(plan: Plan, folder: Path) -> None:
    from cchc_desktop.formats.read_back import excel_texts

    target = _exported(plan, folder / "Phụ lục.xlsx", lambda path: export_plan(plan, excel=path))
    for sheet in excel_texts(target):
        text = "\n".join(sheet)
        for task in plan.tasks:
            _must(task.content[0].text.plain in text, f"tệp Excel thiếu nhiệm vụ “{task.title}”")


def _pdf(plan: Plan, folder: Path) -> None:
    target = _exported(plan, folder / "Kế hoạch.pdf", lambda path: export_plan(plan, pdf=path))
    content = target.read_bytes()
    _must(content.startswith(b"%PDF-") and b"%%EOF" in content[-64:], "tệp PDF không trọn vẹn")


def _html(plan: Plan, folder: Path) -> None:
    target = _exported(plan, folder / "Kế hoạch.html", lambda path: export_plan(plan, html=path))
    text = target.read_text(encoding="utf-8")
    for section in plan.sections:
        _must(section.title.split()[0] in text, f"tệp HTML thiếu mục “{section.title}”")


def _exported(plan: Plan, target: Path, write: Callable[[Path], None]) -> Path:
    """The file, written over what stood there before."""
    target.write_bytes(b"")
    write(target)
    _must(target.stat().st_size > 1000, f"tệp “{target.name}” của “{plan.title}” rỗng")
    return target


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise _Mistake(otherwise)
