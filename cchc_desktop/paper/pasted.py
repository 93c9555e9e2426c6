"""What a reader of the clipboard hands over: lines as they stood, and the outline recognised in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.plan import SectionRole
from cchc_desktop.domain.rich_text import RichText


@dataclass(frozen=True, slots=True)
class PastedLine:
    """A line of pasted text; an empty one stands for an empty line of the source.

    ``label`` is what a list of the source printed in front ("1.", "a)", "•") where the text itself does not hold it;
    ``level_hint`` the depth of that list, 1 for the outermost. ``numbers`` are the lines of a source it came from.
    """

    text: RichText
    label: str = ""
    level_hint: int | None = None
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RecognisedSection:
    """A section found by its heading "I. …"."""

    title: str
    roles: tuple[SectionRole, ...]
    items: Outline
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognised:
    """The outline of pasted text, in the order of the source: nothing is left out.

    ``leading`` stands before the first section, or is everything when there is no section. ``tail`` follows the
    sections: from "Trên đây là …", "Điều 2." or "Nơi nhận" on. ``notes`` are sentences about labels that change,
    ``noted`` the key of the item each is about ("" for a section). ``origins`` are the line numbers of each item, by its
    key, where the lines had numbers; ``labels`` what the source wrote in front of it.
    """

    leading: Outline
    sections: tuple[RecognisedSection, ...] = ()
    tail: Outline = ()
    notes: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    origins: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def as_one_outline(self) -> Outline:
        """Everything as one outline, section titles as bold paragraphs: for pasting into a single section."""
        found: list[OutlineItem] = list(self.leading)
        for section in self.sections:
            found.append(OutlineItem(Level.PARAGRAPH, text=RichText.of(section.title, bold=True)))
            found.extend(section.items)
        return (*found, *self.tail)
