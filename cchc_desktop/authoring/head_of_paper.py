"""What the head of a plan's paper takes from the office profile."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.profile import OfficeProfile


def with_office_head(plan: Plan, profile: OfficeProfile) -> Plan:
    """The plan with letterhead, place, issuer and symbol as the office has them; the very same plan if it has them."""
    symbol = profile.decision_symbol if plan.form.is_decision else profile.plan_symbol
    after = replace(
        plan,
        letterhead=profile.letterhead,
        place=profile.place,
        issuer=profile.issuer,
        symbol=symbol or plan.symbol,
    )
    return plan if after == plan else after
