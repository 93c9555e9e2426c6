"""The sentences of the library: current words, well-formed, our own, and none said twice."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest

from cchc_desktop.catalog.library import load_library
from cchc_desktop.domain.library import EntryKind, LibraryEntry

# What is no longer said, and why (shared knowledge of the field, government.md 2.3); matched as it is written here.
OBSOLETE = {
    r"\b[Bb]ộ phận (?:Một cửa|một cửa|Tiếp nhận và Trả kết quả)": "Trung tâm Phục vụ hành chính công (NĐ 118/2025)",
    r"(?<!trước đây ở cấp )\b[Hh]uyện\b": "không còn cấp huyện từ 01/7/2025",
    r"\b[Tt]hị (?:xã|trấn)\b": "không còn từ 01/7/2025",
    r"\b[Mm]ức(?: độ)? [34]\b": "dịch vụ công toàn trình, một phần (từ NĐ 42/2022)",
    r"Thông tin và Truyền thông": "Khoa học và Công nghệ; Văn hóa, Thể thao và Du lịch (từ 01/3/2025)",
    r"Phòng (?:Nội vụ|Tư pháp|Văn hóa và Thông tin|Tài chính - Kế hoạch|Quản lý đô thị)": "phòng của cấp huyện",
    r"Văn phòng - Thống kê|Tư pháp - Hộ tịch|Tài chính - Kế toán|[Đđ]ịa chính": "chức danh trước 01/7/2025",
    r"Cổng [Dd]ịch vụ công (?:của )?(?:tỉnh|thành phố|\{tinh\}|\{ten_tinh\})": "Cổng Dịch vụ công quốc gia",
    r"Ban (?:Tuyên giáo|Dân vận)(?! và)": "Ban Xây dựng Đảng ở cấp xã",
    r"\b[Hh]àng (?:năm|quý|tháng|tuần|ngày)\b": "viết “hằng”",
    r"\b[Cc]ăn cước công dân|[Cc]hứng minh nhân dân|CCCD": "căn cước (Luật Căn cước, từ 01/7/2024)",
    r"\b[Ss]ổ hộ khẩu\b": "không còn giá trị từ 01/01/2023",
    r"61/2018/NĐ-CP|42/2022/NĐ-CP": "nghị định hết hiệu lực",
    r"[Ll]ao động - Thương binh|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Giao thông vận tải": "bộ, sở đã sáp nhập",
    r"\b[Cc]án bộ không chuyên trách\b": "người hoạt động không chuyên trách",
    r"UBND|HĐND|MTTQ|TNCS|LHPN": "tên cơ quan viết đầy đủ",
    r"o[àáảãạèéẻẽẹ](?!\w)|(?<![qQ])u[ỳýỷỹỵ](?!\w)": "dấu thanh đặt kiểu “òa, ủy”",
}
_LONGEST_SENTENCE = 60  # syllables
_MOST_SHARED = 5  # words in a row that may also stand in a published plan

# Set terms: each counts as one word when sentences are compared with published plans.
SET_TERMS = (
    "thông tin, tuyên truyền cải cách hành chính",
    "tuyên truyền cải cách hành chính",
    "kế hoạch cải cách hành chính",
    "cải cách hành chính nhà nước",
    "cải cách hành chính",
    "cải cách thể chế",
    "cải cách thủ tục hành chính",
    "cải cách tổ chức bộ máy",
    "cải cách chế độ công vụ",
    "cải cách tài chính công",
    "xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "giải quyết thủ tục hành chính",
    "kiểm soát thủ tục hành chính",
    "thủ tục hành chính",
    "dịch vụ công trực tuyến toàn trình",
    "dịch vụ công trực tuyến",
    "dịch vụ bưu chính công ích",
    "cổng dịch vụ công quốc gia",
    "đơn vị sự nghiệp công lập",
    "cơ chế một cửa, một cửa liên thông",
    "phổ biến, giáo dục pháp luật",
    "cán bộ, công chức, viên chức",
    "cán bộ, công chức",
    "người dân, tổ chức, doanh nghiệp",
    "người dân, doanh nghiệp",
    "các cơ quan, đơn vị",
    "các tổ chức chính trị - xã hội",
    "trang thông tin điện tử",
    "cổng thông tin điện tử",
    "hệ thống truyền thanh cơ sở",
    "hội đồng nhân dân",
    "ủy ban nhân dân",
    "ủy ban mặt trận tổ quốc việt nam",
    "chức năng, nhiệm vụ",
    "công tác chỉ đạo, điều hành",
    "chủ trì, phối hợp với",
    "căn cứ chức năng, nhiệm vụ được giao",
    "kỷ luật, kỷ cương",
    "theo quy định của pháp luật",
    "pháp luật về ngân sách nhà nước",
    "tổ công nghệ số cộng đồng",
    "mức độ hài lòng của người dân",
    "thanh toán không dùng tiền mặt",
    "thực hành tiết kiệm, chống lãng phí",
    "quản lý, sử dụng tài sản công",
    "tiếp nhận hồ sơ và trả kết quả",
    "nộp hồ sơ trực tuyến",
    "văn bản quy phạm pháp luật",
    "sắp xếp đơn vị hành chính",
    "chương trình tổng thể",
    "nghị quyết số 57-nq/tw",
    "đánh giá chất lượng phục vụ",
    "báo chí, phát thanh, truyền hình",
    "trách nhiệm của người đứng đầu",
    "quyết định này có hiệu lực",
)


@pytest.fixture(scope="module")
def library() -> tuple[LibraryEntry, ...]:
    return load_library()


def lines(entry: LibraryEntry) -> list[str]:
    """The sentences of an entry, without the names of agencies and the timing of a task."""
    if entry.task is not None:
        return [one.content.plain for one in entry.task.content] + [entry.task.product.plain]
    return [one.content.plain for one in entry.content]


def test_no_term_is_obsolete(library: tuple[LibraryEntry, ...]) -> None:
    found = [
        f"{entry.id}: “{match[0]}” → {reason}"
        for entry in library
        for line in [*lines(entry), *entry.subjects, entry.criterion]
        for pattern, reason in OBSOLETE.items()
        if (match := re.search(pattern, line))
    ]
    assert not found, "\n".join(found)


def test_texts_are_nfc_without_doubled_blanks_and_straight_quotes(library: tuple[LibraryEntry, ...]) -> None:
    for entry in library:
        for line in lines(entry):
            assert unicodedata.is_normalized("NFC", line), entry.id
            assert re.search(r"\s\s|\s[,.;:!?)”]|[(“]\s|[\"']|,,|\.\.|[,;:](?=[^\s\d”])", line) is None, (
                entry.id,
                line,
            )


def test_no_sentence_is_longer_than_a_breath(library: tuple[LibraryEntry, ...]) -> None:
    long = [
        f"{entry.id}: {len(sentence.split())}"
        for entry in library
        for line in lines(entry)
        for sentence in re.split(r"(?<=[.:])\s+(?=[A-ZĐ{])", line)
        if len(sentence.split()) > _LONGEST_SENTENCE
    ]
    assert not long, "\n".join(long)


def test_sentences_begin_with_a_capital_and_end_as_their_place_wants(
    library: tuple[LibraryEntry, ...],
) -> None:
    """A sentence ends in ".", an opening in ":", headings, cells and recipients without a mark, a list inside in ";"."""
    wrong = [
        f"{entry.id}: {line!r}" for entry in library for line, ends in _expected_ends(entry) if not ends(line)
    ]
    assert not wrong, "\n".join(wrong)


def _expected_ends(entry: LibraryEntry):  # type: ignore[no-untyped-def]
    def bare(line: str) -> bool:
        return _capital(line) and line[-1] not in ".;:,"

    def sentence(line: str) -> bool:
        return _capital(line) and line[-1] == "."

    if entry.task is not None:
        first, *below = (one.content.plain for one in entry.task.content)
        yield first, (lambda line: _capital(line) and line[-1] == ":") if below else bare
        for line in below:
            yield line, lambda line: line[-1] in ";.)" or line[-1].isalnum()
        yield entry.task.product.plain, lambda line: line[-1] not in ".;:,"
    elif entry.kind is EntryKind.RECIPIENT:
        yield entry.content[0].content.plain, lambda line: line[-1] not in ".;:,"
    else:
        for one in entry.content:
            if one.is_heading_only:
                yield one.heading.plain, bare
            else:
                is_lead = entry.kind is EntryKind.OPENING or one is not entry.content[-1]
                yield (
                    one.content.plain,
                    (lambda line: _capital(line) and line[-1] in ".:;") if is_lead else sentence,
                )


def _capital(line: str) -> bool:
    first = line.lstrip("“(")[0]
    return first.isupper() or first.isdigit() or first == "{"


def test_no_two_entries_of_a_kind_say_nearly_the_same(library: tuple[LibraryEntry, ...]) -> None:
    """Measure: of the shorter one's runs of three words, at most half may also stand in the other."""
    same: list[str] = []
    by_kind: dict[EntryKind, list[tuple[LibraryEntry, set[tuple[str, ...]]]]] = {}
    for entry in library:
        by_kind.setdefault(entry.kind, []).append((entry, runs(words(" ".join(lines(entry)[:8])), 3)))
    for entries in by_kind.values():
        for (one, its), (other, theirs) in combinations(entries, 2):
            if its and theirs and not _never_meet(one, other):
                share = len(its & theirs) / min(len(its), len(theirs))
                if share > 0.5:
                    same.append(f"{one.id} / {other.id}: {share:.0%}")
    assert not same, "\n".join(same)


def _never_meet(one: LibraryEntry, other: LibraryEntry) -> bool:
    """Variants for different kinds of commune, and the same duty of two agencies, stand in for each other."""
    if one.only_for and other.only_for and not set(one.only_for) & set(other.only_for):
        return True
    return one.kind is EntryKind.RECIPIENT


def test_no_sentence_is_taken_from_a_published_plan(library: tuple[LibraryEntry, ...], seeds: Path) -> None:
    """No six words in a row stand in a seed too; a set term or a name in braces counts as one word."""
    published = {
        run: path.name[:3]
        for path in sorted(seeds.glob("*.txt"))
        for run in runs(words(path.read_text(encoding="utf-8")), _MOST_SHARED + 1)
    }
    shared = sorted(
        {
            f"{entry.id}: {' '.join(run)} ({published[run]})"
            for entry in library
            for line in lines(entry)
            for run in runs(words(line), _MOST_SHARED + 1)
            if run in published
        }
    )
    assert not shared, "\n".join(shared)


_TERMS = re.compile("|".join(sorted(map(re.escape, SET_TERMS), key=len, reverse=True)))
_TERM_SHORT = {"cchc": "cải cách hành chính", "tthc": "thủ tục hành chính", "ubnd": "ủy ban nhân dân"}


def words(text: str) -> list[str]:
    """The words in lower case, abbreviations written out, each set term as one word."""
    lowered = re.sub(r"\b(?:cchc|tthc|ubnd)\b", lambda found: _TERM_SHORT[found[0]], text.lower())
    joined = _TERMS.sub(lambda found: re.sub(r"\W+", "_", found[0]), lowered)
    return re.findall(r"\{\w+\}|\w+", joined)


def runs(found: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}
