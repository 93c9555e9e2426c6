"""How the HTML page looks: the sizes and margins of the paper, narrower on a small screen."""

from __future__ import annotations

from cchc_desktop.paper.page_setup import (
    FIRST_LINE_INDENT,
    FONT,
    LANDSCAPE,
    PORTRAIT,
    SIGNING_ROOM,
    SIZE_BODY_NAME,
    SIZE_NATIONAL_MOTTO,
    SIZE_RECIPIENTS,
    SIZE_RECIPIENTS_LABEL,
    SIZE_TABLE,
    SIZE_TEXT,
    SPACE_AFTER,
    PageSetup,
)


def _page(name: str, page: PageSetup) -> str:
    margins = f"{page.top}mm {page.right}mm {page.bottom}mm {page.left}mm"
    return f"""
@page {name} {{ size: {page.width}mm {page.height}mm; margin: {margins}; }}
@media screen {{ .{name} {{ max-width: {page.text_width}mm; padding: {margins}; }} }}
.{name} {{ page: {name}; }}"""


STYLE = f"""
body {{ margin: 0; font: {SIZE_TEXT}pt/1.15 "{FONT}", "Liberation Serif", serif; color: #000; }}
article {{ background: #fff; box-sizing: content-box; break-after: page; }}
article:last-child {{ break-after: auto; }}
p, h1, h2, h3 {{ margin: 0 0 {SPACE_AFTER}pt; font-size: inherit; overflow-wrap: break-word; white-space: pre-wrap; }}
header p, header h1, .sides p, td p {{ margin-bottom: 0; }}
.text, h2, h3 {{ text-align: justify; text-indent: {FIRST_LINE_INDENT}mm; }}
h2, h3 {{ break-after: avoid; }}
h3 {{ font-weight: normal; }}
.centre {{ text-align: center; }}
.bold {{ font-weight: bold; }}
.italic {{ font-style: italic; }}
header, p.centre {{ margin: 12pt 0; }}
hr.short {{ width: 6em; margin: 3pt auto 9pt; border: 0; border-top: 0.75pt solid; }}
.sides {{ display: flex; gap: 4mm; }}
.sides > div {{ flex: 1; }}
.letterhead {{ text-align: center; font-size: {SIZE_BODY_NAME}pt; }}
.letterhead > div + div {{ flex: 1.5; }}
.motto {{ display: inline-block; font-size: {SIZE_NATIONAL_MOTTO}pt; font-weight: bold; border-bottom: 0.75pt solid; }}
.number {{ margin-top: 6pt; }}
.letterhead .italic {{ font-size: {SIZE_TEXT}pt; }}
.sign {{ margin-top: 12pt; break-inside: avoid; break-before: avoid; }}
.recipients-label {{ font: italic bold {SIZE_RECIPIENTS_LABEL}pt/1.25 "{FONT}", "Liberation Serif", serif; }}
.recipient {{ font-size: {SIZE_RECIPIENTS}pt; }}
.signer {{ padding-top: {SIGNING_ROOM}pt; }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse; font-size: {SIZE_TABLE}pt; }}
th, td {{ border: 0.5pt solid; padding: 2pt 4pt; vertical-align: top; }}
thead {{ display: table-header-group; }}
thead th {{ vertical-align: middle; }}
tr {{ break-inside: avoid; }}
th[scope=rowgroup] {{ text-align: left; }}
tr:has(th[scope=rowgroup]) {{ break-after: avoid; }}
td {{ text-align: left; }}
td.order, td.quantity, td.timing {{ text-align: center; }}
td.budget {{ text-align: right; }}
@media screen {{
  body {{ background: #e8eaed; }}
  article {{ margin: 8mm auto; box-shadow: 0 1px 4px rgb(0 0 0 / 30%); }}
}}
@media screen and (max-width: 700px) {{
  article.portrait, article.landscape {{ margin: 0; padding: 4vw; box-shadow: none; overflow-x: auto; }}
  .letterhead {{ flex-wrap: wrap-reverse; }}
  .letterhead > div, .letterhead > div + div {{ flex: 1 1 100%; }}
}}
{_page("portrait", PORTRAIT)}
{_page("landscape", LANDSCAPE)}
"""
