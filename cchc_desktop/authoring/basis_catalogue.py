"""The legal documents a dossier can cite: the program's, brought up to date, and the office's own; searched and recognised."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from cchc_desktop.authoring.basis_matching import (
    citations,
    code_key,
    codes_in,
    is_same_day,
    plain_code,
    title_key,
)
from cchc_desktop.authoring.word_search import BEGUN, Query, Searchable
from cchc_desktop.domain.citation import Citation, basis_order
from cchc_desktop.domain.dates import short_date
from cchc_desktop.domain.legal_document import Force, LegalDocument, Origin

_YEAR_AT_END = re.compile(r"\s+(?:năm\s+)?(?P<year>\d{4})$")


class BasisCatalogue:
    """Legal documents in the usual order of legal bases."""

    def __init__(self, documents: Iterable[LegalDocument]) -> None:
        self.documents = tuple(sorted(documents, key=lambda one: basis_order(one.basis)))
        self._by_id = {one.id: one for one in self.documents}
        self._by_code: dict[tuple[str, str], list[LegalDocument]] = defaultdict(list)
        self._kinds_by_code: dict[str, set[str]] = defaultdict(set)
        self._by_title: dict[tuple[str, str], list[LegalDocument]] = defaultdict(list)
        self._words = {one.id: _searchable(one) for one in self.documents}
        for one in self.documents:
            if one.citation.code:
                self._by_code[code_key(one.citation)].append(one)
                self._kinds_by_code[plain_code(one.citation.code)].add(one.citation.kind)
            if one.citation.is_law:
                self._by_title[title_key(one.citation)].append(one)

    def document(self, key: str) -> LegalDocument | None:
        """The document with this key."""
        return self._by_id.get(key)

    def counterpart(self, document: LegalDocument) -> LegalDocument | None:
        """The entry that is the same document as one from elsewhere: by its key, or by type, number and symbol."""
        same_key = self._by_id.get(document.id)
        if same_key is not None or not document.citation.number:
            return same_key
        return self.cited(document.citation)

    def search(self, query: str) -> tuple[LegalDocument, ...]:
        """The documents with the words of the query in number, title, subjects, issuer or date, marks or no marks.

        Those whose number, title or subjects hold them together come first.
        """
        asked = Query(query)
        if not asked:
            return self.documents
        met = [(rank, one) for one in self.documents if (rank := asked.rank(self._words[one.id])) is not None]
        if not asked.is_begun(rank for rank, _one in met):
            met = [(rank, one) for rank, one in met if rank != BEGUN]
        return tuple(one for _rank, one in sorted(met, key=lambda ranked: ranked[0]))

    def cited_in(self, line: str) -> tuple[LegalDocument, ...]:
        """The documents that the line of a legal basis cites, not those that their titles mention."""
        found = (self.cited(citation) for citation in citations(line))
        return tuple(one for one in found if one is not None)

    def cited(self, citation: Citation) -> LegalDocument | None:
        """The document with this type, number and symbol; a law by its name, too."""
        if citation.number and citation.symbol:
            return _best(
                one for one in self._by_code[code_key(citation)] if is_same_day(citation, one.citation)
            )
        return self._law(citation) if citation.is_law else None

    def _law(self, citation: Citation) -> LegalDocument | None:
        year = _YEAR_AT_END.search(citation.title)
        title = replace(citation, title=_YEAR_AT_END.sub("", citation.title))
        namesakes = self._by_title.get(title_key(title), [])
        if citation.date is not None:
            return _best(one for one in namesakes if one.citation.date in {citation.date, None})
        if year is not None:
            in_year = [
                one for one in namesakes if one.citation.date and one.citation.date.year == int(year["year"])
            ]
            return _best(in_year) or _best(one for one in namesakes if one.citation.date is None)
        # Named without date, it is the one in force that is meant.
        return _best(one for one in namesakes if not one.replaced_by) or _best(namesakes)

    def mentioned_in(self, text: str) -> tuple[LegalDocument, ...]:
        """The documents whose number and symbol stand anywhere in a text, in their order there."""
        found: dict[str, LegalDocument] = {}
        for written in codes_in(text):
            kinds = self._kinds_by_code.get(plain_code(written.code), ())
            for one in (self.cited(replace(written, kind=kind)) for kind in kinds):
                if one is not None:
                    found.setdefault(one.id, one)
        return tuple(found.values())

    def successors(self, document: LegalDocument, day: date) -> tuple[LegalDocument, ...]:
        """What took its place, followed to what holds on the day."""
        found: list[LegalDocument] = []
        todo, seen = list(document.replaced_by), {document.id}
        while todo:
            one = self._by_id.get(todo.pop(0))
            if one is None or one.id in seen:
                continue
            seen.add(one.id)
            if one.force_on(day) is Force.ENDED and any(key in self._by_id for key in one.replaced_by):
                todo[:0] = one.replaced_by
            else:
                found.append(one)
        return tuple(found)


def basis_catalogue(bases: tuple[LegalDocument, ...] = ()) -> BasisCatalogue:
    """What a dossier with these documents of its own can cite; read and put together when first asked for.

    Asked for after every edit, so the answer is kept for the very same tuple: comparing hundreds of documents would cost.
    Raises UserFacingError when the program's file cannot be read.
    """
    return _catalogue_of(_TheVery(bases))


def merged(program: Iterable[LegalDocument], bases: Iterable[LegalDocument]) -> Iterator[LegalDocument]:
    """The program's documents, each replaced by an update that is not older; then new ones, then the office's own.

    What the office entered stands beside an entry of the program with the same number: neither hides the other.
    """
    kept = list(bases)
    updates = [one for one in kept if one.origin is not Origin.OWN]
    by_id = {one.id: one for one in updates}
    by_code = {code_key(one.citation): one for one in updates if one.citation.code}
    used: set[str] = set()
    for one in program:
        update = by_id.get(one.id) or (by_code.get(code_key(one.citation)) if one.citation.code else None)
        if update is not None and not _is_older(update, one):
            used.add(update.id)
            # Others point at it by the program's key.
            yield replace(update, id=one.id)
        else:
            if update is not None:
                used.add(update.id)
            yield one
    yield from (one for one in updates if one.id not in used)
    yield from (one for one in kept if one.origin is Origin.OWN)


class _TheVery:
    """Equal to nothing but a wrapper of the same object; holding the object keeps its identity from being used again."""

    def __init__(self, bases: tuple[LegalDocument, ...]) -> None:
        self.bases = bases

    def __hash__(self) -> int:
        return id(self.bases)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheVery) and other.bases is self.bases


@lru_cache(maxsize=4)
def _catalogue_of(kept: _TheVery) -> BasisCatalogue:
    return BasisCatalogue(merged(_program(), kept.bases))


@lru_cache(maxsize=1)
def _program() -> tuple[LegalDocument, ...]:
    from cchc_desktop.catalog.legal_documents import load_legal_documents

    return load_legal_documents()


def _best(documents: Iterable[LegalDocument]) -> LegalDocument | None:
    """Of several entries for one document the one that knows most about when it holds; the office's own before others."""
    return min(
        documents,
        key=lambda one: (
            one.ended_on is None and not one.replaced_by,
            one.in_force_from is None,
            one.origin is not Origin.OWN,
        ),
        default=None,
    )


def _is_older(update: LegalDocument, program: LegalDocument) -> bool:
    return (
        update.checked_on is not None
        and program.checked_on is not None
        and update.checked_on < program.checked_on
    )


def _searchable(document: LegalDocument) -> Searchable:
    cited = document.citation
    day = (
        (short_date(cited.date), f"{cited.date.day}/{cited.date.month}/{cited.date.year}")
        if cited.date
        else ()
    )
    named = f"{cited.kind} {cited.code or cited.title}"
    return Searchable.of((cited.code, named, cited.title, *document.subjects), (*day, cited.issuer))
