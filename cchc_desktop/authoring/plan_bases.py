"""Legal documents in a plan: put in at their place, recognised, exchanged for what took their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue
from cchc_desktop.authoring.basis_matching import citations, is_same_document
from cchc_desktop.authoring.basis_state import BasisState, name_of, state_on
from cchc_desktop.authoring.list_edits import with_bases
from cchc_desktop.authoring.places import all_outlines
from cchc_desktop.domain.citation import basis_order, format_citation
from cchc_desktop.domain.legal_document import Force, LegalDocument
from cchc_desktop.domain.plan import LegalBasis, Plan
from cchc_desktop.domain.rich_text import RichText

UNKNOWN_DAY = "ngày … tháng … năm …"


@dataclass(frozen=True, slots=True)
class DoubtfulBasis:
    """A basis of a plan that does not hold: its key in the plan, the document, and its state.

    ``successor``: what to put in the place of the whole line, when that is clear.
    """

    basis_id: str
    document: LegalDocument
    state: BasisState
    successor: LegalDocument | None

    @property
    def sentence(self) -> str:
        """What is wrong, naming the document."""
        said = self.state.sentence
        return f"Căn cứ {name_of(self.document)}: {said[:1].lower()}{said[1:]}"


def day_of(plan: Plan, today: date) -> date:
    """The day on which its bases must hold: that of the plan, for a draft without date today."""
    return plan.date.as_date() or today


def doubtful_bases(plan: Plan, catalogue: BasisCatalogue, today: date) -> Iterator[DoubtfulBasis]:
    """The bases that do not hold (any more, or yet) on the plan's day."""
    day = day_of(plan, today)
    for basis in plan.opening.bases:
        line = basis.text.plain
        found = catalogue.cited_in(line)
        doubtful = [one for one in found if one.force_on(day) is not Force.IN_FORCE]
        if not doubtful:
            continue
        states = [state_on(one, day, catalogue) for one in doubtful]
        # A line is exchanged when nothing in it holds and one document took the place of all.
        successors = {one.id: one for state in states for one in state.successors}
        is_clear = len(successors) == 1 and len(doubtful) == len(citations(line))
        successor = next(iter(successors.values())) if is_clear else None
        for document, state in zip(doubtful, states, strict=True):
            yield DoubtfulBasis(basis.id, document, state, successor if state.successors else None)


def bases_citing(plan: Plan, document: LegalDocument, catalogue: BasisCatalogue) -> tuple[str, ...]:
    """The keys of the plan's bases that cite a document."""
    wanted = document.citation
    return tuple(
        basis.id
        for basis in plan.opening.bases
        if any(
            is_same_document(one, wanted) or catalogue.cited(one) == document
            for one in citations(basis.text.plain)
        )
    )


def basis_line(document: LegalDocument) -> str:
    """The line that cites it in full; where the day is not known, with room to write it."""
    cited = document.citation
    if cited.date is not None:
        return document.basis
    if cited.is_law:
        return f"{document.basis} {UNKNOWN_DAY}"
    return document.basis.replace(f"số {cited.code}", f"số {cited.code} {UNKNOWN_DAY}", 1)


def with_document(plan: Plan, document: LegalDocument, catalogue: BasisCatalogue) -> Plan:
    """The plan with a document among its bases, in full, at its place in the usual order; as it is when it is there already."""
    if bases_citing(plan, document, catalogue):
        return plan
    return _with_basis_in_order(plan, LegalBasis(RichText.of(basis_line(document))))


def with_basis_replaced(
    plan: Plan, basis_id: str, document: LegalDocument, catalogue: BasisCatalogue
) -> Plan:
    """The plan with a basis exchanged for another document; only taken out when that one is there already.

    The basis keeps its key. Raises KeyError when the plan has no such basis.
    """
    bases = plan.opening.bases
    old = next((basis for basis in bases if basis.id == basis_id), None)
    if old is None:
        raise KeyError(basis_id)
    rest = with_bases(plan, tuple(basis for basis in bases if basis is not old))
    if bases_citing(rest, document, catalogue):
        return rest
    return _with_basis_in_order(rest, replace(old, text=RichText.of(basis_line(document))))


def with_expired_replaced(plan: Plan, catalogue: BasisCatalogue, today: date) -> Plan:
    """The plan with every basis that does not hold exchanged, where it is clear for what."""
    mendable = {
        one.basis_id: one.successor for one in doubtful_bases(plan, catalogue, today) if one.successor
    }
    for basis_id, successor in mendable.items():
        plan = with_basis_replaced(plan, basis_id, successor, catalogue)
    return plan


def without_document(plan: Plan, document: LegalDocument, catalogue: BasisCatalogue) -> Plan:
    """The plan without the bases that cite this document and nothing else."""
    found = set(bases_citing(plan, document, catalogue))
    kept = tuple(
        basis for basis in plan.opening.bases if basis.id not in found or len(citations(basis.text.plain)) > 1
    )
    return with_bases(plan, kept)


def _with_basis_in_order(plan: Plan, basis: LegalBasis) -> Plan:
    """After the last basis that belongs before it: a list that is in no order keeps what order it has."""
    bases = plan.opening.bases
    place = basis_order(basis.text.plain)
    before = [at for at, one in enumerate(bases, 1) if basis_order(one.text.plain) <= place]
    at = max(before, default=0)
    return with_bases(plan, (*bases[:at], basis, *bases[at:]))


def mentions(plan: Plan, catalogue: BasisCatalogue) -> Iterator[tuple[str, LegalDocument]]:
    """Documents whose number stands in the running text: the key of the item, and the document."""
    for _, outline in all_outlines(plan):
        for item in outline:
            for document in catalogue.mentioned_in(item.content.plain):
                yield item.id, document


def as_cited(plan: Plan, document: LegalDocument, catalogue: BasisCatalogue) -> str:
    """As running text names it: in full the first time, then by type, number and symbol only (NĐ 30/2020, Phụ lục I, II.6)."""
    known = bool(bases_citing(plan, document, catalogue)) or any(
        one.id == document.id for _, one in mentions(plan, catalogue)
    )
    return document.short if known else format_citation(document.citation)
