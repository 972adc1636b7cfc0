"""A site in which every text that others may write tries to get out of its place."""

import json
from collections.abc import Iterator
from typing import Final

from tests.support import SETTINGS

CANARY: Final = "window.pwned=true"

PAYLOADS: Final = (
    "<script>window.pwned=true</script>",
    "</script><script>window.pwned=true</script>",
    '"><script>window.pwned=true</script>',
    "'><img src=x onerror=window.pwned=true>",
    '" onmouseover="window.pwned=true" autofocus onfocus="window.pwned=true" x="',
    "</title><svg onload=window.pwned=true>",
    "</style></textarea></template><img src=x onerror=window.pwned=true>",
    "]]><script>window.pwned=true</script><!--",
    "--><script>window.pwned=true</script>",
    "{% raw %}{# x #}{% include 'base.html' %}{%- set x = cycler -%}",
    "&lt;script&gt;window.pwned=true&lt;/script&gt;",
    "\\<script\\>window.pwned=true",
    "javascript:window.pwned=true",
    "<iframe srcdoc='<script>parent.pwned=true</script>'></iframe>",
    "<meta http-equiv=refresh content=,;url=http://evil.example/>",
    "<base href=http://evil.example/>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<data class=figure data-metric=arrests value=x>x</data>",
    "=cmd|' /C calc'!A",
    "x %(x)s %s %n {} {x.__class__} $(id) `id`",
)
"""What is put into texts of one line."""

BODIES: Final = (
    "<script>window.pwned=true</script>",
    "<scr<script>ipt>window.pwned=true</scr</script>ipt>",
    "<img src=x onerror=window.pwned=true>",
    "<img src=x:x onerror=window.pwned=true//",
    "<svg onload=window.pwned=true><animate onbegin=window.pwned=true attributeName=x>",
    "<svg><script>window.pwned=true</script></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=window.pwned=true>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=true&gt;">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=true>",
    '<noscript><p title="</noscript><img src=x onerror=window.pwned=true>">',
    "<template><script>window.pwned=true</script></template>",
    "<textarea></textarea><img src=x onerror=window.pwned=true>",
    "<iframe src=javascript:parent.pwned=true></iframe>",
    '<iframe srcdoc="<script>parent.pwned=true</script>"></iframe>',
    "<object data=data:text/html,<script>parent.pwned=true</script>></object>",
    "<embed src=data:text/html,x>",
    "<details open ontoggle=window.pwned=true><summary>x</summary></details>",
    "<video><source onerror=window.pwned=true></video>",
    "<audio src=x onerror=window.pwned=true>",
    "<body onload=window.pwned=true>",
    "<marquee onstart=window.pwned=true>x</marquee>",
    "<input autofocus onfocus=window.pwned=true>",
    "<button formaction=javascript:window.pwned=true>x</button>",
    "<form action=javascript:window.pwned=true><input type=submit></form>",
    "<style>@import 'http://evil.example/x.css'; body{background:url(http://evil.example/x)}</style>",
    '<p style="background:url(http://evil.example/x)">x</p>',
    "<link rel=stylesheet href=http://evil.example/x.css>",
    '<meta http-equiv=refresh content="0;url=http://evil.example/">',
    "<base href=http://evil.example/>",
    "<a href=http://evil.example/ ping=http://evil.example/>x</a>",
    '<a href="jav&#x09;ascript:window.pwned=true">x</a>',
    '<a href=" javascript:window.pwned=true">x</a>',
    '<a href="JaVaScRiPt:window.pwned=true">x</a>',
    '<a href="javascript&colon;window.pwned=true">x</a>',
    '<a href="javascript&#58;window.pwned=true">x</a>',
    '<a href="vbscript:x">x</a><a href="data:text/html;base64,PHN2Zz4=">x</a>',
    "<data value=999 class=figure data-metric=arrests>999</data>",
    "<time datetime=2020-01-01>x</time>",
    "<span id=arrests class=figure data-metric=arrests>9</span>",
    "<span id=_menu onclick=window.pwned=true>x</span>",
    "<img name=body><img id=getElementById><a id=documentElement>",
    "# T {: onclick=window.pwned=true onmouseover='window.pwned=true' style=color:red }",
    "[x](http://a.example){: onclick=window.pwned=true target=_blank href=javascript:window.pwned=true }",
    "text\n{: onfocus=window.pwned=true tabindex=0 autofocus }",
    "![x](x){: onerror=window.pwned=true src=http://evil.example/x }",
    '```html" onmouseover="window.pwned=true\nx\n```',
    "```{ .x onclick=window.pwned=true }\nx\n```",
    '```"><script>window.pwned=true</script>\nx\n```',
    '~~~ {: ."><img/src/onerror=window.pwned=true> }\nx\n~~~',
    (
        'Note[^"><img/src=x/onerror=window.pwned=true>].\n\n'
        '[^"><img/src=x/onerror=window.pwned=true>]: <img src=x onerror=window.pwned=true>'
    ),
    "Note[^1].\n\n[^1]: <script>window.pwned=true</script>",
    "`<script>window.pwned=true</script>`",
    "    <script>window.pwned=true</script>",
    "| <script>window.pwned=true</script> | b |\n|:-:|---|\n| <img src=x onerror=window.pwned=true> | {: onclick=x } |",
    "<!-- --!><script>window.pwned=true</script>",
    "<!--><script>window.pwned=true</script>-->",
    "<![CDATA[<script>window.pwned=true</script>]]>",
    "<?xml version=1?><script>window.pwned=true</script>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>&y;",
    "</main></body></html><script>window.pwned=true</script>",
    "<p title='`<script>window.pwned=true</script>`'>x</p>",
    '*<img src=x title="*" onerror=window.pwned=true>*',
    "[a]: <b\"onmouseover=window.pwned=true> '\"><script>window.pwned=true</script>'\n\n[a]",
    '[x](<https://a.example/"onmouseover=window.pwned=true>)',
    '[x](https://a.example "\\" onmouseover=window.pwned=true")',
    '![" onerror="window.pwned=true](x.png "\' onerror=\'window.pwned=true")',
    "![<img src=x onerror=window.pwned=true>](x.png)",
    '<https://a.example/"><script>window.pwned=true</script>>',
    "<javascript:window.pwned=true>",
    '<a@b.example"onclick=window.pwned=true>',
    "{{ arrests }}<script>window.pwned=true</script>",
    "{% include '/etc/passwd' %}",
    "&lt;script&gt;window.pwned=true&lt;/script&gt;",
    "\\<script>window.pwned=true\\</script>",
    "<ſcript>window.pwned=true</ſcript>",
    "＜script＞window.pwned=true＜/script＞",
    '<a href="#" onclick="window.pwned=true">x</a>',
    "<a/href=javascript:window.pwned=true>x</a>",
    "<table background=http://evil.example/x><td background=javascript:x>y</td></table>",
    "<blockquote cite=javascript:window.pwned=true>x</blockquote><q cite=javascript:x>y</q>",
    "<img src=http://evil.example/pixel.png>",
    "<img srcset='http://evil.example/x 1x'>",
    '<ol start="1" onclick=window.pwned=true><li value=\'1" onclick="x\'>y</li></ol>',
    "<abbr title='\" onmouseover=\"window.pwned=true'>x</abbr>",
    "<bdo dir='rtl\" onclick=\"x'>y</bdo>",
    "<span lang='ro\" onclick=\"window.pwned=true'>x</span>",
    "<span class='a\" onclick=\"window.pwned=true'>x</span>",
)
"""What is put into bodies, one sheet each."""


def quoted(text: str) -> str:
    """A text as YAML and TOML take it between quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def _reference_sheet(payload: str) -> str:
    text = quoted(f"T {payload}")
    phrases = ", ".join(f"{name}: {quoted('{n} ' + payload)}" for name in ("one", "few", "other"))
    return f"""---
title: {text}
summary: {text}
date: 2025-01-01
highlight: [arrests, recovered]
corrections: [{{date: 2025-01-02, text: {text}}}]
sources:
  presa: {{title: {text}, publisher: {text}, lang: ro, url: "https://a.example/?a=b&c=d"}}
metrics:
  arrests:
    value: 1209
    label: {text}
    note: {text}
    unit: {{{phrases}}}
    source: presa
    quote: {quoted("1.209 " + payload)}
  recovered:
    value: 4
    label: {text}
    unit: {{{phrases}}}
    source: presa
    quote: {quoted("4 " + payload)}
charts:
  - {{id: c, type: bars, title: {text}, summary: {text}, metrics: [arrests, recovered]}}
---
{{{{ arrests }}}} {{{{ recovered.label }}}} [x](index.md "{{{{ arrests.label }}}}")

![{{{{ recovered }}}}](/static/icon.svg)

[x](index.md {quoted(payload)}) ![{payload}](/static/icon.svg {quoted(payload)})

{payload}
"""


def settings(payload: str) -> str:
    """A site.toml whose texts are not to be trusted."""
    return SETTINGS.replace('"Exemplu"', quoted(payload)) + f"publisher = {quoted(payload)}\n"


def catalogue(messages: dict[str, str], payload: str) -> str:
    """A catalogue in which a translator answers every message with a payload, its placeholders kept."""
    lines = ['msgid ""', 'msgstr "Language: ro\\nContent-Type: text/plain; charset=UTF-8\\n"', ""]
    for message, holders in messages.items():
        lines += [f"msgid {quoted(message)}", f"msgstr {quoted(payload + holders)}", ""]
    return "\n".join(lines)


def text_sites() -> Iterator[tuple[str, dict[str, str]]]:
    """A site for each payload, which stands in every text of the front matter and of site.toml."""
    for number, payload in enumerate(PAYLOADS):
        yield (
            f"text {number}",
            {
                "site.toml": settings(payload),
                "content/ro/index.md": _reference_sheet(payload),
            },
        )


def body_site() -> dict[str, str]:
    """A site with a sheet for each body."""
    sheets = {"site.toml": SETTINGS, "content/ro/index.md": "---\ntitle: Față\n---\nBine.\n"}
    for number, body in enumerate(BODIES):
        sheets[f"content/ro/b{number}.md"] = f"---\ntitle: Caz\n---\nÎnainte.\n\n{body}\n\nDupă.\n"
    return sheets
