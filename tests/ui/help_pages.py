"""The help as its tests read it: pages with links and bold names, and every text that the program can show."""

import ast
import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent.parent
HELP = ROOT / "resources" / "help"
_GAP = "\N{OBJECT REPLACEMENT CHARACTER}"

_KEY = re.compile(
    r"(?:Ctrl|Alt|Shift|Windows|Enter|Tab|Esc|Backspace|Delete|Del|Ins|Home|End|PgUp|PgDown|Left|Right|Up|Down|phím cách|"
    r"[↑↓←→A-Z0-9=+−-]|F[0-9]{1,2})(?:\+(?=.))?"
)


@dataclass
class Page(HTMLParser):
    """A page as it is read: links, anchors, what stands in bold, and its words outside of ``code``."""

    name: str
    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    bold: list[str] = field(default_factory=list)
    words: str = ""
    spoken: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._bold = ""
        self.feed((HELP / f"{self.name}.html").read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in {"meta", "br", "hr", "img"}:
            self._open.append(tag)
        if given.get("id"):
            self.anchors.add(str(given["id"]))
        if tag == "a" and given.get("name"):
            self.anchors.add(str(given["name"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag == "b":
            self._bold = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"{self.name}: </{tag}>"
        if tag == "b":
            self.bold.append(" ".join(self._bold.split()))

    def handle_data(self, data: str) -> None:
        if "head" in self._open:
            return
        self.words += data
        if "code" not in self._open:
            self.spoken += data
        if "b" in self._open:
            self._bold += data


def page_names() -> list[str]:
    """The pages there are."""
    return sorted(path.stem for path in HELP.glob("*.html"))


@lru_cache
def page(name: str) -> Page:
    """A page."""
    return Page(name)


def is_key(text: str) -> bool:
    """Whether a bold text names a key: "Ctrl+Shift+S", "F8", "Enter"."""
    rest = text
    while rest:
        match = _KEY.match(rest)
        if match is None:
            return False
        rest = rest[match.end() :]
    return bool(text)


@lru_cache
def program_texts() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every text in the program's sources and Qt's own buttons, bared; and the forms of those that are put together."""
    whole: set[str] = set()
    forms: list[re.Pattern[str]] = []
    for path in (ROOT / "cchc_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(bare(node.value))
            elif isinstance(node, ast.JoinedStr) and (form := _form(node)):
                forms.append(form)
    for translated in _translations().iter("translation"):
        whole.add(bare("".join(translated.itertext())))
    return frozenset(whole), tuple(forms)


def _translations() -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False)
    return etree.parse(ROOT / "resources" / "translations" / "qt_vi.ts", parser).getroot()


def bare(text: str) -> str:
    """A text without the marks of its accelerator and the dots that promise a question."""
    return " ".join(text.replace("&", "").split()).rstrip("…:. ").strip()


def is_on_screen(text: str) -> bool:
    """Whether the program has this text, or one with other words in its gaps."""
    whole, forms = program_texts()
    wanted = bare(text)
    return wanted in whole or any(form.fullmatch(wanted) for form in forms)


def _form(node: ast.JoinedStr) -> re.Pattern[str] | None:
    """An f-string as a pattern, if enough of it is fixed to mean anything."""
    text = bare("".join(str(one.value) if isinstance(one, ast.Constant) else _GAP for one in node.values))
    if len(text.replace(_GAP, "").strip()) < 6:
        return None
    return re.compile(re.escape(text).replace(re.escape(_GAP), ".+?"))
