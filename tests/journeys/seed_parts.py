"""A seed cut into what an official would type or paste on each page, with nothing of it written here."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKUP = re.compile(r"\*+")
_SECTION = re.compile(r"^[IVX]+\. (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class SectionPart:
    """A section's title and the text under it as it stands."""

    title: str
    body: str


@dataclass(frozen=True)
class SeedParts:
    """The pieces of a seed."""

    title: str
    opening: str
    sections: tuple[SectionPart, ...]
    closing: str
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    appendix_title: str
    table: str
    authority: str
    bases: tuple[str, ...]
    proposal: str
    articles: tuple[str, ...]


def seed_parts(text: str) -> SeedParts:
    """Cut a seed at the lines that stand in each of them."""
    _before, kind, after = re.split(r"^ ?(KẾ HOẠCH|QUYẾT ĐỊNH)$", text, maxsplit=1, flags=re.MULTILINE)
    title, _, rest = after.lstrip("\n").partition("\n\n")
    main, tail = rest.split("Nơi nhận:", 1)
    tail, _, appendix = tail.partition("PHỤ LỤC")
    head = ""
    articles: tuple[str, ...] = ()
    if kind == "QUYẾT ĐỊNH":
        head, _, main = main.partition("QUYẾT ĐỊNH:")
        first, *others = re.split(r"^Điều \d+\. ", main, flags=re.MULTILINE)[1:]
        intro, _, main = first.partition("\n")
        articles = (intro.strip(), *(" ".join(one.split()).removesuffix("./.") for one in others))
    headings = list(_SECTION.finditer(main))
    ends = [*(one.start() for one in headings[1:]), len(main)]
    bodies = [main[one.end() : end].strip("\n") for one, end in zip(headings, ends, strict=True)]
    closing = ""
    if "Trên đây" in bodies[-1]:
        bodies[-1], _, closing = bodies[-1].partition("Trên đây")
        closing = "Trên đây" + closing.strip().removesuffix("./.")
    lines = [_MARKUP.sub("", line).strip() for line in tail.splitlines() if line.strip()]
    head_lines = [line.strip() for line in head.splitlines() if line.strip()]
    return SeedParts(
        title=title.strip(),
        opening=main[: headings[0].start()].strip(),
        sections=tuple(SectionPart(h[1], body) for h, body in zip(headings, bodies, strict=True)),
        closing=_MARKUP.sub("*", closing) if "*" in closing else closing,
        recipients=tuple(line for line in lines if line.startswith("-")),
        signature=tuple(line for line in lines if not line.startswith("-")),
        appendix_title=appendix.splitlines()[0].strip("*") if appendix else "",
        table=appendix[appendix.index("TT\t") :] if appendix else "",
        authority=head_lines[0] if head_lines else "",
        bases=tuple(head_lines[1:-1]),
        proposal=head_lines[-1] if head_lines else "",
        articles=articles,
    )
