"""What plans are called in lists and on buttons."""

from __future__ import annotations

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan


def plan_name(dossier: Dossier, plan: Plan) -> str:
    """ "Kế hoạch năm 2026", with a number behind it when the dossier has several of that name."""
    name = f"Kế hoạch {plan.period.phrase}"
    same = [one.id for one in dossier.plans if one.period == plan.period]
    return name if len(same) < 2 else f"{name} ({same.index(plan.id) + 1})"
