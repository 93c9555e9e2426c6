"""Random dossiers for property tests: plans, and what an office keeps for all of them, nasty text included."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from cchc_desktop.domain.agency_directory import Agency, AgencySide, Function
from cchc_desktop.domain.citation import Citation
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Capacity, Letterhead, Recipient
from cchc_desktop.domain.profile import OfficeProfile, Signer, default_profile
from cchc_desktop.domain.reform import Area, Channel
from tests.strategies import AGENCY_NAMES, OFFICES, outlines, plans, tasks, wild_texts

# What breaks careless SQL, JSON and search: quotes, a backslash, JSON, two lines, braces, letters of other scripts.
_NASTY = (
    "",
    "'); DROP TABLE agency; --",
    'Phòng "Văn hóa" \\ “Xã hội”',
    '["một","hai"]',
    "Dòng một\nDòng hai",
    "{vhxh} {nam} {",
    "R&D <b>",
    "😀 中文 עברית",
    "Đỡ đần ỷ ễ ợ ượ",
)


def nasty_texts() -> st.SearchStrategy[str]:
    """A name of an agency, something that breaks careless code, or anything at all."""
    return st.one_of(st.sampled_from(AGENCY_NAMES), st.sampled_from(_NASTY), wild_texts(20))


def _lists() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(nasty_texts(), max_size=3).map(tuple)


def agencies() -> st.SearchStrategy[Agency]:
    """An agency, or a group of them, with any texts."""
    return st.builds(
        Agency,
        name=nasty_texts(),
        short_name=nasty_texts(),
        side=st.sampled_from(AgencySide),
        is_group=st.booleans(),
        function=st.one_of(st.none(), st.sampled_from(Function)),
        head=nasty_texts(),
        former_names=_lists(),
    )


def signers() -> st.SearchStrategy[Signer]:
    """Somebody who signs."""
    return st.builds(Signer, nasty_texts(), nasty_texts(), st.sampled_from(Capacity))


@st.composite
def profiles(draw: st.DrawFn, office: Office) -> OfficeProfile:
    """A profile: what follows from the commune, or anything an office can make of it."""
    if draw(st.booleans()):
        return default_profile(office)
    recipient = st.builds(Recipient, nasty_texts(), nasty_texts())
    return OfficeProfile(
        letterhead=Letterhead(draw(_lists()), draw(nasty_texts())),
        place=draw(nasty_texts()),
        issuer=draw(nasty_texts()),
        agencies=tuple(draw(st.lists(agencies(), max_size=4))),
        settlement=draw(nasty_texts()),
        recipients=tuple(draw(st.lists(recipient, max_size=3))),
        signers=tuple(draw(st.lists(signers(), max_size=3))),
        plan_symbol=draw(nasty_texts()),
        decision_symbol=draw(nasty_texts()),
        archive=draw(nasty_texts()),
    )


def legal_documents() -> st.SearchStrategy[LegalDocument]:
    """A legal document with any facts, dates blank or not."""
    day = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))
    kind = st.one_of(st.sampled_from(("Luật", "Nghị định", "Kế hoạch")), nasty_texts())
    number = st.one_of(st.sampled_from(("", "7", "07", "118")), nasty_texts())
    symbol = st.one_of(st.sampled_from(("2025/NĐ-CP", "NQ/TW", "KH-UBND")), nasty_texts())
    return st.builds(
        LegalDocument,
        citation=st.builds(Citation, kind, number, symbol, day, nasty_texts(), nasty_texts()),
        in_force_from=day,
        ended_on=day,
        replaced_by=_lists(),
        amended_by=_lists(),
        subjects=_lists(),
        note=nasty_texts(),
        checked_on=day,
        is_certain=st.booleans(),
        origin=st.sampled_from(Origin),
    )


@st.composite
def library_entries(draw: st.DrawFn) -> LibraryEntry:
    """A suggestion of any kind: an outline, or a task."""
    kind = draw(st.sampled_from(EntryKind))
    is_task = kind is EntryKind.TASK
    return LibraryEntry(
        kind,
        content=() if is_task else draw(outlines(max_size=3)),
        task=draw(tasks()) if is_task else None,
        area=draw(st.one_of(st.none(), st.sampled_from(Area))),
        channel=draw(st.one_of(st.none(), st.sampled_from(Channel))),
        agency=draw(st.one_of(st.none(), st.sampled_from(Function))),
        tasks=draw(_lists()),
        criterion=draw(nasty_texts()),
        subjects=draw(_lists()),
        only_for=draw(st.sampled_from(((), ("Xã",), ("Phường", "Đặc khu")))),
        is_own=draw(st.booleans()),
    )


def hidden_keys() -> st.SearchStrategy[tuple[str, ...]]:
    """Keys of the program's suggestions; one that stands there twice is kept so."""
    key = st.one_of(st.sampled_from(("md-hieu-dung-cchc", "nv-ban-hanh-ke-hoach")), nasty_texts())
    return st.lists(key, max_size=3).map(tuple)


@st.composite
def dossiers(draw: st.DrawFn, max_plans: int = 2) -> Dossier:
    """An office with no, one or some plans, and nothing, little or much of its own."""
    office = draw(st.sampled_from(OFFICES))
    return Dossier(
        office,
        tuple(draw(st.lists(plans(max_sections=2, max_appendices=1), max_size=max_plans))),
        profile=draw(st.one_of(st.none(), profiles(office))),
        bases=tuple(draw(st.lists(legal_documents(), max_size=3))),
        library=tuple(draw(st.lists(library_entries(), max_size=2))),
        hidden=draw(hidden_keys()),
    )
