"""The text of the Word forms: tags for what the program fills in, in the order of the decree's samples (Phụ lục III)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape  # noqa: TID251 -- writes XML, reads none

from cchc_desktop.formats import word_styles as names
from cchc_desktop.paper import page_setup as setup
from cchc_desktop.paper.blocks import NATIONAL_MOTTO, NATIONAL_NAME, RECIPIENTS_LABEL
from tests.forms.styles import style_id, twips


def p(style: str, text: str = "") -> str:
    """A paragraph of a style."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{run}</w:p>'


def tag(text: str) -> str:
    """A paragraph that holds nothing but a tag and leaves nothing behind."""
    return f"<w:p><w:r><w:t>{escape('{%p ' + text + ' %}')}</w:t></w:r></w:p>"


def when(name: str, *paragraphs: str) -> str:
    """Paragraphs that stand only when there is something under the name."""
    return tag(f"if {name}") + "".join(paragraphs) + tag("endif")


def each(one: str, several: str, *paragraphs: str) -> str:
    """Paragraphs that are repeated for each thing under a name."""
    return tag(f"for {one} in {several}") + "".join(paragraphs) + tag("endfor")


def cell(width: int, *paragraphs: str, extra: str = "") -> str:
    """A cell of a table."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{extra}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def side_by_side(shares: tuple[float, float], rows: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> str:
    """A table without borders whose rows are never split, its text as wide as the lines around it."""
    total = twips(setup.PORTRAIT.width) - twips(setup.PORTRAIT.left) - twips(setup.PORTRAIT.right)
    left = round(total * shares[0])
    widths = (left, total - left)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(cell(width, *paragraphs) for width, paragraphs in zip(widths, row, strict=True))
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def letterhead(of: str = "", *, numbered: bool = True) -> str:
    """Issuing body and Quốc hiệu side by side; ``of`` is what stands before the names ("ke_hoach.")."""
    body = (
        when(f"{of}co_quan_cap_tren", p(names.SUPERIOR, f"{{{{ {of}co_quan_cap_tren }}}}")),
        each("dong", f"{of}co_quan", p(names.BODY_NAME, "{{ dong }}")),
        p(names.RULE_SHORT),
    )
    nation = (
        p(names.NATIONAL_NAME, NATIONAL_NAME),
        p(names.NATIONAL_MOTTO, NATIONAL_MOTTO),
        p(names.RULE_FULL),
    )
    rows: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(body, nation)]
    if numbered:
        number = (p(names.NUMBER, f"{{{{ {of}so_ky_hieu }}}}"),)
        rows.append((number, (p(names.PLACE_DATE, f"{{{{ {of}dia_danh_ngay }}}}"),)))
    return side_by_side(setup.LETTERHEAD_SHARES, rows)


def title(of: str = "", *, attached: bool = False) -> str:
    """Type of document, its subject, a short line."""
    return (
        p(names.KIND, f"{{{{ {of}ten_loai }}}}")
        + each("dong", f"{of}trich_yeu", p(names.SUBJECT, "{{ dong }}"))
        + (when(f"{of}kem_theo", p(names.ATTACHED, f"{{{{ {of}kem_theo }}}}")) if attached else "")
        + p(names.RULE_SHORT)
    )


def bases(of: str = "") -> str:
    """The legal bases."""
    return each("dong", f"{of}can_cu", p(names.BASIS, "{{ dong }}"))


def running_text(of: str, *, tables: str = "") -> str:
    """All kinds of paragraphs of the running text, each in its style."""
    kinds = (
        ("la_muc", names.SECTION),
        ("la_dieu", names.ARTICLE),
        ("la_khoan", names.CLAUSE),
        ("la_khoan_cap_2", names.SUBCLAUSE),
        ("la_khoan_cap_3", names.SUBSUBCLAUSE),
        ("la_tieu_de_diem", names.POINT_HEADING),
    )
    chosen = ""
    for flag, style in kinds:
        chosen += tag(f"{'elif' if chosen else 'if'} khoi.{flag}") + p(style, "{{ khoi.chu }}")
    if tables:
        chosen += tag("elif khoi.la_bang") + tables + p(names.BREAK)
    chosen += tag("else") + p(names.TEXT, "{{ khoi.chu }}") + tag("endif")
    return each("khoi", f"{of}noi_dung", chosen)


def sample_table(page: setup.PageSetup) -> str:
    """Three rows that show how heading, group and task look; the program fills in columns and rows."""
    total = twips(page.width) - twips(page.left) - twips(page.right)
    narrow = round(total * 0.1)
    widths = (narrow, total - narrow)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    middle = '<w:vAlign w:val="center"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heading = "".join(
        cell(width, p(names.TABLE_HEADING, "{{ khoi.dau_cot }}"), extra=middle) for width in widths
    )
    group = cell(total, p(names.TABLE_GROUP, "{{ khoi.nhom }}"), extra='<w:gridSpan w:val="2"/>')
    task = cell(widths[0], p(names.TABLE_CENTRED, "{{ khoi.o_giua }}"))
    task += cell(widths[1], p(names.TABLE_TEXT, "{{ khoi.o_noi_dung }}"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heading}</w:tr>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{group}</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>{task}</w:tr></w:tbl>"
    )


def sign(of: str = "") -> str:
    """Recipients and signature side by side."""
    left = (
        p(names.RECIPIENTS_LABEL, RECIPIENTS_LABEL),
        each("dong", f"{of}noi_nhan", p(names.RECIPIENT, "{{ dong }}")),
    )
    right = (
        each("dong", f"{of}chuc_vu", p(names.SIGNER_TITLE, "{{ dong }}")),
        p(names.SIGNER_NAME, f"{{{{ {of}nguoi_ky }}}}"),
    )
    return side_by_side(setup.SIGNATURE_SHARES, [(left, right)])


def section(page: setup.PageSetup) -> str:
    """Paper, margins and page numbers of a part: numbers start at 1 and are hidden on the first page."""
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    header = twips(setup.HEADER_DISTANCE)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{header}" w:footer="{header}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def end_of_part(page: setup.PageSetup) -> str:
    """The paragraph behind which another part begins."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(names.BREAK)}"/>{section(page)}</w:pPr></w:p>'


def appendices() -> str:
    """Each appendix as a part of its own; the end of the loop is all that stands in the last section of the form."""
    head = (
        p(names.APPENDIX, "{{ phu_luc.ten }}")
        + each("dong", "phu_luc.tieu_de", p(names.APPENDIX_TITLE, "{{ dong }}"))
        + p(names.ATTACHED, "{{ phu_luc.kem_theo }}")
        + p(names.RULE_SHORT)
    )
    text = running_text("phu_luc.", tables=sample_table(setup.LANDSCAPE))
    return each("phu_luc", "cac_phu_luc", head, text, end_of_part(setup.LANDSCAPE)) + section(setup.PORTRAIT)


def plan() -> str:
    """Kế hoạch (Mẫu 1.4)."""
    return (
        letterhead()
        + title()
        + bases()
        + running_text("")
        + sign()
        + end_of_part(setup.PORTRAIT)
        + appendices()
    )


def decision() -> str:
    """Quyết định quy định trực tiếp (Mẫu 1.2), with the plan inside Điều 1."""
    return (
        letterhead()
        + title()
        + p(names.AUTHORITY, "{{ tham_quyen }}")
        + bases()
        + p(names.RESOLUTION, "{{ quyet_dinh }}")
        + running_text("")
        + sign()
        + end_of_part(setup.PORTRAIT)
        + appendices()
    )


def decision_attached() -> str:
    """Quyết định quy định gián tiếp (Mẫu 1.3) and the plan that is attached to it."""
    issued = decision().removesuffix(appendices())
    plan_part = (
        letterhead("ke_hoach.", numbered=False)
        + title("ke_hoach.", attached=True)
        + running_text("ke_hoach.")
    )
    return issued + plan_part + end_of_part(setup.PORTRAIT) + appendices()
