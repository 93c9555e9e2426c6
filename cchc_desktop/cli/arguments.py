"""What may stand on the command line, explained and refused in Vietnamese."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from cchc_desktop.errors import UserFacingError

# On Windows the program of the window cannot write to a console; its sister can.
PROGRAM = "cchc-desktop-cli" if getattr(sys, "frozen", False) and sys.platform == "win32" else "cchc-desktop"
FIRST_YEAR, LAST_YEAR = 2000, 2100


class WrongUse(UserFacingError):
    """The command line says something that the program does not understand."""


class HelpAsked(Exception):
    """Somebody wants to know how the program is used; the argument is the answer."""


# What argparse says in English, and what is said instead. The last one is for words of our own.
_SENTENCES = (
    (r"the following arguments are required: (.+)", "Lệnh còn thiếu {0}."),
    (r"unrecognized arguments: (.+)", "Lệnh có phần thừa hoặc chưa đúng: “{0}”."),
    (r"argument (\S+): expected one argument", "Sau {0} phải có một giá trị."),
    (r"argument (\S+): ignored explicit argument .*", "Sau {0} không được ghi giá trị."),
    (r"argument .*: invalid choice: '(.*)' \(choose from .*\)", "Không có lệnh “{0}”."),
    (r"argument ([^:]+): (.+)", "Giá trị của {0} chưa đúng: {1}."),
)


class _Words(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Cách dùng: ")


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_arguments: object) -> NoReturn:
        raise HelpAsked(parser.format_help().rstrip())


class _Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_Words)
        self.values = self.add_argument_group("Cần cho biết")
        self.choices = self.add_argument_group("Tuỳ chọn")
        self.choices.add_argument("-h", "--help", nargs=0, action=_Help, help="xem cách dùng")

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _SENTENCES:
            match = re.fullmatch(pattern, message, re.DOTALL)
            if match:
                raise _wrong(sentence.format(*match.groups()), self.prog)
        raise _wrong("Lệnh chưa đúng.", self.prog)


def _wrong(message: str, program: str) -> WrongUse:
    return WrongUse(message, f"Gõ “{program} --help” để xem cách dùng.")


def no_such_command(word: str) -> WrongUse:
    """For a first word that is neither a command nor a file."""
    return _wrong(f"Không có lệnh hoặc tệp hồ sơ “{word}”.", PROGRAM)


def read(arguments: Sequence[str], commands: dict[str, Callable[..., None]]) -> argparse.Namespace:
    """The arguments understood; ``command`` is what is to be called. Raises WrongUse and HelpAsked."""
    parser = _Parser(
        prog=PROGRAM,
        description="Soạn kế hoạch tuyên truyền cải cách hành chính của UBND cấp xã.\n\n"
        f"  {PROGRAM}             mở cửa sổ chương trình\n"
        f"  {PROGRAM} TỆP.cchc    mở hồ sơ trong cửa sổ",
        usage=f"{PROGRAM} [LỆNH] …",
    )
    parser.choices.add_argument("--version", action="store_true", help="xem số phiên bản")
    parser.choices.add_argument(
        "--self-test",
        action="store_true",
        help="tự kiểm tra: lập, điền, xuất, đọc lại một hồ sơ trong thư mục tạm",
    )
    subparsers = parser.add_subparsers(title="Các lệnh", metavar="LỆNH", prog=PROGRAM)
    for name, add in (
        ("new", _add_new),
        ("sample", _add_sample),
        ("info", _add_info),
        ("export", _add_export),
        ("import", _add_import),
        ("bases", _add_bases),
    ):
        add(subparsers).set_defaults(command=commands[name])
    return parser.parse_args(arguments)


def _add_new(subparsers: Any) -> _Parser:
    parser: _Parser = subparsers.add_parser(
        "new", help="lập hồ sơ mới", description="Lập hồ sơ mới cho một xã, phường, đặc khu và một năm."
    )
    _file(parser, "tệp hồ sơ sẽ lập; không bao giờ ghi đè tệp đã có")
    for name, text in (("province", "tỉnh, thành phố"), ("commune", "xã, phường, đặc khu")):
        parser.values.add_argument(
            f"--{name}", required=True, metavar="TÊN", help=f"tên {text}, có dấu hoặc không dấu"
        )
    parser.values.add_argument(
        "--year", required=True, type=_year, metavar="NĂM", help="năm của kế hoạch, ví dụ 2026"
    )
    parser.choices.add_argument(
        "--empty", action="store_true", help="để trống, không điền sẵn nội dung gợi ý"
    )
    return parser


def _add_sample(subparsers: Any) -> _Parser:
    parser: _Parser = subparsers.add_parser(
        "sample",
        help="lập hồ sơ mẫu để xem thử",
        description="Lập hồ sơ mẫu đầy đủ của một phường tưởng tượng.",
    )
    _file(parser, "tệp hồ sơ sẽ lập; không bao giờ ghi đè tệp đã có")
    return parser


def _add_info(subparsers: Any) -> _Parser:
    parser: _Parser = subparsers.add_parser(
        "info",
        help="xem trong hồ sơ có gì",
        description="Cho biết trong hồ sơ có gì; chỉ đọc, không sửa tệp.",
    )
    _file(parser, "tệp hồ sơ")
    parser.choices.add_argument(
        "--json", action="store_true", help="in ra dạng JSON cho chương trình khác đọc"
    )
    return parser


def _add_export(subparsers: Any) -> _Parser:
    parser: _Parser = subparsers.add_parser(
        "export",
        help="xuất kế hoạch ra Word, Excel, PDF, HTML",
        description="Xuất một kế hoạch trong hồ sơ ra một hoặc nhiều tệp; tệp cũ cùng tên được thay.",
    )
    _file(parser, "tệp hồ sơ")
    parser.choices.add_argument(
        "--plan", metavar="MÃ", help="mã kế hoạch (xem bằng lệnh info), cần khi hồ sơ có nhiều kế hoạch"
    )
    for name, kind in (("word", "docx"), ("excel", "xlsx"), ("pdf", "pdf"), ("html", "html")):
        parser.choices.add_argument(
            f"--{name}", type=Path, metavar=f"TỆP.{kind}", help=f"xuất ra {name.upper()[:1]}{name[1:]}"
        )
    return parser


def _add_import(subparsers: Any) -> _Parser:
    parser: _Parser = subparsers.add_parser(
        "import",
        help="đưa kế hoạch cũ (Word, văn bản, Excel) vào hồ sơ",
        description="Đọc một kế hoạch đã có và đưa vào hồ sơ thành kế hoạch mới, chỗ chưa chắc thì giữ như đã đoán;\n"
        "in ra những gì hiểu được, những chỗ chưa chắc và số dòng đã đọc, đã xếp, chưa xếp được.",
    )
    parser.values.add_argument(
        "source", type=Path, metavar="TỆP", help="kế hoạch cũ: .docx, .txt hoặc .xlsx; tệp không bị thay đổi"
    )
    parser.values.add_argument(
        "--into", required=True, type=Path, metavar="HỒ-SƠ.cchc", help="hồ sơ nhận kế hoạch, đã có sẵn"
    )
    parser.choices.add_argument(
        "--json", action="store_true", help="in ra dạng JSON cho chương trình khác đọc"
    )
    return parser


def _add_bases(subparsers: Any) -> _Parser:
    parser: _Parser = subparsers.add_parser(
        "bases",
        help="cập nhật danh mục căn cứ của hồ sơ; xem căn cứ nào hết hiệu lực",
        description="Nhập tệp cập nhật danh mục căn cứ (JSON, xem resources/catalog/README.md) vào hồ sơ;\n"
        "không có --import thì chỉ cho biết căn cứ nào của các kế hoạch đã hết hiệu lực.",
    )
    _file(parser, "tệp hồ sơ")
    parser.choices.add_argument(
        "--import",
        dest="updates",
        type=Path,
        metavar="TỆP.json",
        help="tệp cập nhật; văn bản tự thêm giữ nguyên",
    )
    return parser


def _file(parser: _Parser, text: str) -> None:
    parser.values.add_argument("file", type=Path, metavar="TỆP.cchc", help=text)


def _year(text: str) -> int:
    if re.fullmatch(r"\d{4}", text, re.ASCII) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” không phải một năm từ {FIRST_YEAR} đến {LAST_YEAR}")
