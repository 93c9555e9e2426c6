"""How a paragraph of a Word file really looks: its own properties over those of its style and of the whole file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{NAMESPACE}}}"
TWIPS_PER_MM: Final = 1440 / 25.4
_DEFAULT_SIZE: Final = 10.0


@dataclass(frozen=True, slots=True)
class RunLook:
    """A stretch of text and its face; ``size`` in points."""

    text: str
    bold: bool
    italic: bool
    size: float
    font: frozenset[str]


class Styles:
    """The styles of a Word file, by key and by the name people see."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {one.get(f"{W}styleId", ""): one for one in styles.findall(f"{W}style")}
        self._names = {key: _value(one, "name") for key, one in self._styles.items()}
        defaults = styles.find(f"{W}docDefaults")
        self._run_default = None if defaults is None else defaults.find(f"{W}rPrDefault/{W}rPr")
        self._paragraph_default = None if defaults is None else defaults.find(f"{W}pPrDefault/{W}pPr")
        self._normal = next(
            (
                key
                for key, one in self._styles.items()
                if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true")
            ),
            "",
        )

    def name_of(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style, "" when it has none of its own."""
        own = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if own is None else self._names.get(own.get(f"{W}val", ""), "")

    def paragraph_value(self, paragraph: etree._Element, name: str, attribute: str = "val") -> str | None:
        """An attribute of a paragraph property ("spacing", "after"), from wherever it is set first."""
        for properties in self._paragraph_properties(paragraph):
            found = properties.find(f"{W}{name}")
            if found is not None and found.get(f"{W}{attribute}") is not None:
                return found.get(f"{W}{attribute}")
        return None

    def paragraph_flag(self, paragraph: etree._Element, name: str) -> bool:
        """An on-off property of a paragraph ("keepNext")."""
        for properties in self._paragraph_properties(paragraph):
            found = properties.find(f"{W}{name}")
            if found is not None:
                return _is_on(found)
        return False

    def runs(self, paragraph: etree._Element) -> Iterator[RunLook]:
        """The stretches of text of a paragraph with their faces; line breaks are "\\n"."""
        for run in paragraph.iter(f"{W}r"):
            text = "".join(_run_text(run))
            if text:
                chain = list(self._run_properties(paragraph, run))
                fonts = next(
                    (found for found in (one.find(f"{W}rFonts") for one in chain) if found is not None), None
                )
                size = next(
                    (found for found in (one.find(f"{W}sz") for one in chain) if found is not None), None
                )
                yield RunLook(
                    text,
                    _toggle(chain, "b"),
                    _toggle(chain, "i"),
                    _DEFAULT_SIZE if size is None else float(size.get(f"{W}val", "20")) / 2,
                    frozenset(str(name) for name in fonts.attrib.values())
                    if fonts is not None
                    else frozenset(),
                )

    def face(self, paragraph: etree._Element) -> tuple[float, bool]:
        """Size in points and boldness that the paragraph's style gives to its text."""
        chain = list(self._run_properties(paragraph, None))
        size = next((found for found in (one.find(f"{W}sz") for one in chain) if found is not None), None)
        return (
            _DEFAULT_SIZE if size is None else float(size.get(f"{W}val", "20")) / 2,
            _toggle(chain, "b"),
        )

    def _chain(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        own = paragraph.find(f"{W}pPr/{W}pStyle")
        key = self._normal if own is None else own.get(f"{W}val", "")
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = _value(self._styles[key], "basedOn")

    def _paragraph_properties(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        found = [paragraph.find(f"{W}pPr"), *(one.find(f"{W}pPr") for one in self._chain(paragraph))]
        yield from (one for one in (*found, self._paragraph_default) if one is not None)

    def _run_properties(
        self, paragraph: etree._Element, run: etree._Element | None
    ) -> Iterator[etree._Element]:
        own = None if run is None else run.find(f"{W}rPr")
        found = [own, *(one.find(f"{W}rPr") for one in self._chain(paragraph)), self._run_default]
        yield from (one for one in found if one is not None)


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of a paragraph; line breaks are "\\n"."""
    return "".join(piece for run in paragraph.iter(f"{W}r") for piece in _run_text(run))


def _run_text(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}tab":
            yield "\t"


def _toggle(chain: list[etree._Element], name: str) -> bool:
    for properties in chain:
        found = properties.find(f"{W}{name}")
        if found is not None:
            return _is_on(found)
    return False


def _is_on(element: etree._Element) -> bool:
    return element.get(f"{W}val", "1") not in ("0", "false", "off")


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))
