"""The commands: make a dossier, say what is in one, export a plan of it."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from cchc_desktop.authoring.dossiers import DossierInfo, PlanInfo, describe, new_dossier, open_dossier, sample
from cchc_desktop.authoring.exporting import export_plan
from cchc_desktop.cli.arguments import PROGRAM, WrongUse
from cchc_desktop.cli.console import Console
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.errors import UserFacingError


def make_new(arguments: Namespace, console: Console) -> None:
    """``new``: a dossier for a commune and a year."""
    from cchc_desktop.catalog.communes import load_communes

    try:
        office = load_communes().find(arguments.province, arguments.commune)
    except UserFacingError as error:
        raise WrongUse(error.message, error.hint) from error
    with new_dossier(arguments.file, office, arguments.year, suggested=not arguments.empty) as file:
        where = f"{office.full_name}, {office.province.full_name}"
        console.say(f"Đã lập hồ sơ của {where}, năm {arguments.year}: {file.path}")


def make_sample(arguments: Namespace, console: Console) -> None:
    """``sample``: the dossier of a ward that does not exist."""
    with sample(arguments.file) as file:
        console.say(f"Đã lập hồ sơ mẫu của {file.dossier.office.full_name}: {file.path}")


def say_info(arguments: Namespace, console: Console) -> None:
    """``info``: what is in a dossier, also while the window has it open."""
    with open_dossier(arguments.file, read_only=True) as file:
        info = describe(file)
        fault = file.fault
    if arguments.json:
        totals = {"sections": info.sections, "items": info.items, "tasks": info.tasks}
        console.say_json({**asdict(info), **totals, "is_sound": fault is None})
        return
    for line in _info_lines(info):
        console.say(line)
    if fault is not None:
        console.say(f"Lưu ý: {fault.value}")


def export(arguments: Namespace, console: Console) -> None:
    """``export``: a plan as files."""
    targets: dict[str, Path] = {
        name: getattr(arguments, name)
        for name in ("word", "excel", "pdf", "html")
        if getattr(arguments, name) is not None
    }
    if not targets:
        raise WrongUse(
            "Chưa cho biết xuất ra tệp nào.", "Hãy thêm ít nhất một trong --word, --excel, --pdf, --html."
        )
    for target in targets.values():
        if target.exists() and arguments.file.exists() and target.samefile(arguments.file):
            raise WrongUse(f"Tệp “{target}” chính là hồ sơ nên không xuất đè lên được.", "Hãy chọn tên khác.")
    with open_dossier(arguments.file, read_only=True) as file:
        dossier = file.dossier
    export_plan(
        _chosen_plan(dossier, arguments.plan),
        word=arguments.word,
        excel=arguments.excel,
        pdf=arguments.pdf,
        html=arguments.html,
    )
    for name, target in targets.items():
        console.say(f"Đã xuất {_KINDS[name]}: {target}")


_KINDS = {"word": "Word", "excel": "Excel", "pdf": "PDF", "html": "HTML"}


def _chosen_plan(dossier: Dossier, asked: str | None) -> Plan:
    """The plan whose key begins with what was asked, or the only one."""
    choices = "; ".join(f"{plan.id} ({plan.period.phrase}, {plan.state})" for plan in dossier.plans)
    if not dossier.plans:
        raise UserFacingError(
            "Hồ sơ chưa có kế hoạch nào nên chưa có gì để xuất.", "Hãy mở hồ sơ trong cửa sổ và lập kế hoạch."
        )
    found = [plan for plan in dossier.plans if plan.id.startswith(asked or "")]
    if len(found) == 1:
        return found[0]
    if asked and not found:
        raise UserFacingError(
            f"Hồ sơ không có kế hoạch nào có mã “{asked}”.", f"Các kế hoạch trong hồ sơ: {choices}."
        )
    raise WrongUse(
        "Hồ sơ có nhiều kế hoạch nên chưa rõ xuất kế hoạch nào.",
        f"Hãy thêm --plan với một trong các mã: {choices}.",
    )


def _info_lines(info: DossierInfo) -> list[str]:
    lines = [
        f"Hồ sơ của {info.office}, {info.province} (định dạng {info.format_number})",
        f"Có {len(info.plans)} kế hoạch, {info.sections} mục, {info.items} ý, {info.tasks} nhiệm vụ.",
    ]
    for number, plan in enumerate(info.plans, 1):
        lines += ["", *_plan_lines(number, plan)]
    if not info.plans:
        lines.append(f"Mở hồ sơ trong cửa sổ ({PROGRAM} TỆP.cchc) để lập kế hoạch.")
    return lines


def _plan_lines(number: int, plan: PlanInfo) -> list[str]:
    years = f"năm {plan.first_year}"
    if plan.last_year != plan.first_year:
        years = f"giai đoạn {plan.first_year} - {plan.last_year}"
    return [
        f"{number}. Kế hoạch {years} — {plan.state}",
        f"   {plan.title}",
        f"   Hình thức ban hành: {plan.form}",
        f"   {plan.sections} mục, {plan.items} ý, {plan.tasks} nhiệm vụ",
        f"   Mã: {plan.id}",
    ]
