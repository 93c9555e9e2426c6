"""What is gathered while a source is read: where each line went, what had to be guessed, what must be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.paper.import_draft import Choice, Confidence, ImportDoubt, Placement
from cchc_desktop.paper.source_flow import FlowLine

_RANK = {Confidence.SURE: 0, Confidence.LIKELY: 1, Confidence.GUESSED: 2, Confidence.UNPLACED: 3}


@dataclass(slots=True)
class Findings:
    """The key of the plan that is being made, and everything that is told about it."""

    plan_id: str = field(default_factory=new_id)
    placements: dict[int, Placement] = field(default_factory=dict)
    doubts: list[ImportDoubt] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def key(self, name: str) -> str:
        """The key of a part of the plan that has none of its own ("letterhead", "title", "sign", …)."""
        return f"{self.plan_id}:{name}"

    def place(self, numbers: Iterable[int], target: str, confidence: Confidence = Confidence.SURE) -> None:
        """These lines ended there; a line that ends in two places is as unsure as the less sure one."""
        for number in numbers:
            before = self.placements.get(number)
            if before is not None and _RANK[before.confidence] >= _RANK[confidence]:
                self.placements[number] = Placement(before.target or target, before.confidence)
            else:
                self.placements[number] = Placement(target, confidence)

    def set_apart(self, lines: Iterable[FlowLine]) -> None:
        """Blank and drawn lines, which the program makes by itself."""
        for line in lines:
            self.placements.setdefault(line.number, Placement("", Confidence.SURE))

    def ask(self, message: str, numbers: Iterable[int], target: str, choices: Iterable[Choice] = ()) -> None:
        """Tell a doubt; the first choice is what the plan already says."""
        self.doubts.append(ImportDoubt(message, tuple(numbers), target, tuple(choices)))
