"""The doubts of an import being settled one by one: which are answered, what the plan is now, how sure each line is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.plan import Letterhead, Plan
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.import_draft import Confidence, ImportDoubt, ImportDraft
from cchc_desktop.paper.source_questions import NO_ISSUER, letterhead_choice


@dataclass(frozen=True, slots=True)
class ImportReview:
    """A draft and the answers given so far: the index of a doubt and the index of the choice taken."""

    draft: ImportDraft
    answers: Mapping[int, int] = field(default_factory=dict)

    @property
    def doubts(self) -> tuple[ImportDoubt, ...]:
        """What is asked."""
        return self.draft.doubts

    @property
    def open_doubts(self) -> tuple[int, ...]:
        """The doubts not answered yet."""
        return tuple(index for index in range(len(self.doubts)) if index not in self.answers)

    def answered(self, doubt: int, choice: int) -> ImportReview:
        """With an answer, the first or another one. A doubt without choices is answered by being seen (choice 0)."""
        choices = self.doubts[doubt].choices
        if not 0 <= choice < max(len(choices), 1):
            raise IndexError(choice)
        return replace(self, answers={**self.answers, doubt: choice})

    def reopened(self, doubt: int) -> ImportReview:
        """With the answer to a doubt taken back."""
        answers = {one: choice for one, choice in self.answers.items() if one != doubt}
        return replace(self, answers=answers)

    def plan(self) -> Plan:
        """The plan with every answer; a doubt still open is settled as it was guessed.

        Answers take effect in the order of the doubts, whatever the order they were given in, so that a change of
        mind leads to the same plan as the right answer at once.
        """
        plan = self.draft.plan
        for doubt, choice in sorted(self.answers.items()):
            choices = self.doubts[doubt].choices
            if choices:
                plan = choices[choice].settle(plan)
        return plan

    def next_open(self, after: int, step: int = 1) -> int | None:
        """The next doubt (or the one before, with ``step=-1``) that is open, going round; None when all are answered."""
        count = len(self.doubts)
        for distance in range(1, count + 1):
            index = (after + step * distance) % count
            if index not in self.answers:
                return index
        return None

    def confidence(self, line: int) -> Confidence:
        """How sure the reading of a line is; what a person has answered is sure."""
        placement = self.draft.placements.get(line)
        if placement is None:
            return Confidence.SURE
        about = [index for index, doubt in enumerate(self.doubts) if line in doubt.lines]
        if about and all(index in self.answers for index in about):
            return Confidence.SURE
        return placement.confidence

    def confidences(self) -> dict[int, Confidence]:
        """As :meth:`confidence`, for every line."""
        found = {line: placement.confidence for line, placement in self.draft.placements.items()}
        asked = {line for index in self.open_doubts for line in self.doubts[index].lines}
        for index in self.answers:
            found.update(dict.fromkeys(set(self.doubts[index].lines) - asked, Confidence.SURE))
        return found


def with_own_letterhead(draft: ImportDraft, own: Letterhead) -> ImportDraft:
    """The draft with the dossier's own office among the answers where the source names no issuing body."""
    answer = letterhead_choice(own, " (cơ quan của hồ sơ)")
    same = letterhead_choice(own).name  # the source may have named it at its end
    doubts = tuple(
        replace(one, choices=(*(known for known in one.choices if known.name != same), answer))
        if one.message == NO_ISSUER
        else one
        for one in draft.doubts
    )
    return replace(draft, doubts=doubts)


def block_sources(plan: Plan) -> dict[str, str]:
    """For the key of every value of the plan the ``source`` of the block of the paper that shows it."""
    found = dict(_inner_keys(plan))
    for block in compose(plan).blocks:
        found[block.source] = block.source
        for row in getattr(block, "rows", ()):
            found[row.source] = row.source
    return found


def _inner_keys(plan: Plan) -> Iterator[tuple[str, str]]:
    """Values that have no block of their own, and the block they are printed in."""
    yield plan.id, f"{plan.id}:title"
    yield f"{plan.id}:opening", f"{plan.id}:title"
    for recipient in plan.recipients.names:
        yield recipient.id, f"{plan.id}:sign"
    for task in plan.tasks:
        for one in task.content:
            yield one.id, task.id
