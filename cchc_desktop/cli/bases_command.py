"""The command ``bases``: a file of updates into a dossier, and which bases of its plans no longer hold."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from cchc_desktop.authoring.basis_catalogue import basis_catalogue
from cchc_desktop.authoring.basis_state import name_of
from cchc_desktop.authoring.basis_updates import look_over, taken_in
from cchc_desktop.authoring.dossiers import open_dossier
from cchc_desktop.authoring.plan_bases import doubtful_bases
from cchc_desktop.authoring.session import Session
from cchc_desktop.cli.console import Console
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.errors import UserFacingError


def bases(arguments: Namespace, console: Console) -> None:
    """``bases``: take in what ``--import`` names, and say what of the plans' bases no longer holds."""
    if arguments.updates is not None:
        _take_in(arguments.file, arguments.updates, console)
    with open_dossier(arguments.file, read_only=True) as file:
        dossier = file.dossier
    _say_doubts(dossier, console)


def _take_in(target: Path, updates: Path, console: Console) -> None:
    with open_dossier(target) as file:
        if file.store is None:
            raise UserFacingError(
                f"Hồ sơ “{target.name}” chỉ mở được để xem nên chưa nhập tệp cập nhật được.",
                file.read_only_reason or "Hãy lưu bản sao rồi nhập vào bản sao.",
            )
        preview = look_over(file.dossier, updates)
        session = Session(file.dossier, file.store)
        session.edit("nhập tệp cập nhật căn cứ", lambda now: taken_in(now, preview))
        session.save()
    for word, documents in (
        ("Thêm", preview.added),
        ("Sửa", preview.changed),
        ("Giữ nguyên", preview.kept),
    ):
        for one in documents:
            console.say(f"{word}: {name_of(one)}")
    console.say(
        f"Đã nhập {updates.name}: thêm {len(preview.added)}, sửa {len(preview.changed)}, "
        f"giữ nguyên {len(preview.kept)} văn bản."
    )


def _say_doubts(dossier: Dossier, console: Console) -> None:
    catalogue, today = basis_catalogue(dossier.bases), date.today()
    found = [
        f"Kế hoạch {plan.period.phrase}: {one.sentence}"
        for plan in dossier.plans
        for one in doubtful_bases(plan, catalogue, today)
    ]
    for line in found:
        console.say(line)
    if not found:
        console.say("Không thấy căn cứ nào hết hiệu lực.")
