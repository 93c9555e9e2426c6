"""Several timings in one cell as one."""

from __future__ import annotations

from cchc_desktop.domain.timing_value import Repeat, Timing, TimingKind

# What a cell is, when its parts are of several kinds: the kind that says most about when instances are due.
_STRENGTH = (
    TimingKind.PERIODIC,
    TimingKind.CONTINUOUS,
    TimingKind.SPAN,
    TimingKind.DEADLINE,
    TimingKind.CONDITIONAL,
    TimingKind.UNCLEAR,
)


def combine(parts: tuple[Timing, ...], original: str) -> Timing:
    """One timing that reaches over all parts; ``parts`` keeps them when there are several of a kind."""
    if len(parts) == 1:
        return parts[0]
    kind = min((part.kind for part in parts), key=_STRENGTH.index)
    dated = [part for part in parts if part.kind in (TimingKind.SPAN, TimingKind.DEADLINE)]
    if kind in (TimingKind.PERIODIC, TimingKind.CONTINUOUS):
        # "Hằng tuần, từ tháng 3 đến tháng 10": the dates bound the repetition instead of the whole year.
        bounds = [part for part in dated if part.start is not None] or [
            part for part in parts if part.kind is kind
        ]
    else:
        bounds = dated
    starts = [part.start for part in bounds if part.start is not None]
    dues = [part.due for part in bounds if part.due is not None]
    due = max(dues, default=None)
    shown = [part.deadline_shown for part in bounds if part.due == due]
    return Timing(
        kind,
        original,
        min(starts, default=None),
        due,
        shown[0] if shown and kind in (TimingKind.SPAN, TimingKind.DEADLINE) else None,
        _all_repeats(parts),
        "; ".join(dict.fromkeys(part.condition for part in parts if part.condition)),
        parts,
    )


def _all_repeats(parts: tuple[Timing, ...]) -> tuple[Repeat, ...]:
    repeats = dict.fromkeys(repeat for part in parts for repeat in part.repeats)
    return tuple(sorted(repeats, key=lambda one: one.unit.rank))
