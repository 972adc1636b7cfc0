"""HTML in one form, so that two ways of writing the same page are equal."""

import re
from html import escape
from html.parser import HTMLParser
from typing import Final

_SPACE: Final = re.compile(r"\s+")
_BLOCKS: Final = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe li link main menu nav ol p pre "
        "script section style summary table tbody td textarea tfoot th thead title tr track ul video",
    )
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.text: list[str] = []
        self.preformatted = 0

    def flush(self, *, at_block: bool) -> None:
        text = "".join(self.text)
        self.text.clear()
        if not self.preformatted:
            text = _SPACE.sub(" ", text)
            if at_block:
                text = text.rstrip(" ")
            if self.parts and self.parts[-1].startswith(("<", "</")) and _name(self.parts[-1]) in {*_BLOCKS, "br"}:
                text = text.lstrip(" ")
        if text:
            self.parts.append(escape(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.flush(at_block=tag in _BLOCKS)
        self.preformatted += tag == "pre"
        written = "".join(f' {name}="{escape(value or "")}"' for name, value in sorted(attrs, key=lambda one: one[0]))
        self.parts.append(f"<{tag}{written}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.flush(at_block=tag in _BLOCKS)
        self.preformatted -= tag == "pre"
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.flush(at_block=False)
        self.parts.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.flush(at_block=False)
        self.parts.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.flush(at_block=False)
        self.parts.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.flush(at_block=False)
        self.parts.append(f"<![{data}]>")


def _name(tag: str) -> str:
    found = re.match(r"</?([a-z0-9]+)", tag)
    return found[1] if found else ""


def normalized(html: str) -> str:
    """The same HTML with attributes in order, one kind of space, and none around blocks."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush(at_block=True)
    return "".join(reader.parts).strip()
