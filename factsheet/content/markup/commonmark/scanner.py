"""The inlines of one block, in one pass from left to right: section 6, by the specification's appendix."""

from collections.abc import Callable
from typing import ClassVar, Final
from xml.etree.ElementTree import Element

from factsheet.content.markup.commonmark import grammar, spans
from factsheet.content.markup.commonmark.cursor import Content
from factsheet.content.markup.commonmark.grammar import PLAIN_RUNS, Quotes
from factsheet.content.markup.commonmark.links import percent_encoded, target_of
from factsheet.content.markup.commonmark.nodes import (
    BARE_END,
    END,
    BodyContext,
    Bracket,
    Delimiter,
    LinkNode,
    Node,
    delimiter_run,
    is_bare,
    match_delimiters,
    take_text,
)
from factsheet.content.markup.commonmark.spans import TICKS, HtmlEnds, Ticks, code_span
from factsheet.content.markup.tokens import REFERENCE
from factsheet.core.patterns import regex

_FOOTNOTE: Final = regex(r"\[\^([^\]\s]+)\]")
_RUN: Final = regex(r"([*_~`.-])\1*")


class Scanner:
    """One pass over the text of one block."""

    def __init__(self, content: Content, context: BodyContext) -> None:
        """Begin at the first grammar.character."""
        self.text: str = content
        self.content = content
        self.context = context
        self.position = 0
        self.nodes: list[Node] = []
        self._brackets: list[Bracket] = []
        self._delimiters: list[Delimiter] = []
        self._quotes = Quotes(content, context.marks) if context.marks else None
        self._has_links = context.is_github and grammar.may_hold_addresses(content)
        self._plain = grammar.plain_text(
            is_github=context.is_github, has_links=self._has_links, is_typed=bool(context.marks)
        )
        self._ticks = Ticks(content)
        self._html = HtmlEnds(content)
        self._plain_end = -1

    def scan(self) -> list[Node]:
        """Give the nodes of the block in their order."""
        text, plain, length = self.text, self._plain, len(self.text)
        while self.position < length:
            found = plain.match(text, self.position)
            if found is not None:
                self._add_plain(found[0])
                continue
            step = self._steps.get(text[self.position])
            if step is None or not step(self):
                self._add_plain(text[self.position])
        match_delimiters(self._delimiters)
        return self.nodes

    def _add(self, text: str, position: int) -> None:
        self.nodes.append((text, self.content.source(position)))

    def _add_plain(self, text: str) -> None:
        """Add text that stands as it is written to that before it."""
        start = self.position
        self.position = start + len(text)
        last = self.nodes[-1] if self.nodes else None
        if self._plain_end == start and type(last) is tuple:
            self.nodes[-1] = (last[0] + text, last[1])
        else:
            self._add(text, start)
        self._plain_end = self.position

    def _escape(self) -> bool:
        start = self.position
        if self.text.startswith("\n", start + 1):
            return self._hard_break(start + 2)
        if not grammar.ESCAPE.match(self.text, start):
            return False
        self._add(self.text[start + 1], start + 1)
        self.position += 2
        return True

    def _line_end(self) -> bool:
        spaces = 0
        last = self.nodes[-1] if self.nodes else None
        if type(last) is tuple and last[0].endswith(" ") and self.text[self.position - 1] == " ":
            kept = last[0].rstrip(" ")
            spaces = len(last[0]) - len(kept)
            self.nodes[-1] = (kept, last[1])
        if spaces > 1:
            return self._hard_break(self.position + 1)
        self._add("\n", self.position)
        self._next_line(self.position + 1)
        return True

    def _hard_break(self, end: int) -> bool:
        self.nodes.append(Element("br"))
        self._add("\n", end - 1)
        self._next_line(end)
        return True

    def _next_line(self, position: int) -> None:
        while self.text.startswith((" ", "\t"), position):
            position += 1
        self.position = position

    def _code(self) -> bool:
        start = self.position
        opening = TICKS.match(self.text, start)
        length = opening.end() - start if opening else 1
        end = self._ticks.closing(length, start + length)
        if end is None:
            self._add("`" * length, start)
            self.position += length
            return True
        self.nodes.append(code_span(self.content, start + length, end))
        self.position = end + length
        self.context.code.append((self.content.source(start), self.content.source(self.position - 1) + 1))
        return True

    def _delimiter(self) -> bool:
        text, start = self.text, self.position
        run = _RUN.match(text, start)
        end = run.end() if run else start + 1
        before = "x" if text.endswith("}}", 0, start) and self._is_after_figure else text[start - 1 : start] or "\n"
        after = "x" if text.startswith("{{", end) and REFERENCE.match(text, end) else text[end : end + 1] or "\n"
        delimiter = delimiter_run(text[start], end - start, self.content.source(start), before, after)
        self.nodes.append(delimiter)
        if delimiter.can_open or delimiter.can_close:
            self._delimiters.append(delimiter)
        self.position = end
        return True

    @property
    def _is_after_figure(self) -> bool:
        last = self.nodes[-1] if self.nodes else None
        return type(last) is tuple and "\ue000" in last[0]

    def _open_bracket(self) -> bool:
        found = _FOOTNOTE.match(self.text, self.position)
        if found is not None:
            element = self.context.footnote(found[1])
            if element is not None:
                self.nodes.append(element)
                self.position = found.end()
                return True
        self._begin_bracket("[")
        return True

    def _exclamation(self) -> bool:
        if not self.text.startswith("![", self.position):
            return False
        self._begin_bracket("![")
        return True

    def _begin_bracket(self, text: str) -> None:
        if self._brackets:
            self._brackets[-1].holds_bracket = True
        source = self.content.source(self.position)
        self.position += len(text)
        bracket = Bracket(text, source, self.position, len(self._delimiters), len(self.nodes))
        self._brackets.append(bracket)
        self.nodes.append(bracket)

    def _close_bracket(self) -> bool:
        if not self._brackets:
            return False
        bracket = self._brackets.pop()
        target = None
        if bracket.is_active:
            end = self.position + 1
            target = target_of(self.content, bracket, end, self.context.references)
        if target is None:
            return False
        bracket.link = target.link(bracket, self._address(target.address))
        match_delimiters(self._delimiters[bracket.delimiters :])
        del self._delimiters[bracket.delimiters :]
        if not bracket.is_image:
            for other in self._brackets:
                other.is_active = other.is_active and other.is_image
            self._unlink(bracket.index)
        self.nodes.append(END)
        self.position = target.end
        return True

    def _unlink(self, index: int) -> None:
        """Make bare addresses within a link plain text again."""
        if self._has_links:
            nodes = self.nodes[index + 1 :]
            if any(isinstance(node, LinkNode) and node.is_bare for node in nodes):
                self.nodes[index + 1 :] = [node for node in nodes if not is_bare(node)]

    def _address(self, address: str) -> str:
        return address if self.context.is_github else percent_encoded(address)

    def _angle(self) -> bool:
        text, start = self.text, self.position
        if found := spans.ABSOLUTE.match(text, start):
            self._autolink(found[1], found[1], start + 1, found.end())
        elif found := spans.MAIL.match(text, start):
            self._autolink(f"mailto:{found[1]}", found[1], start + 1, found.end())
        elif end := self._html.end(start):
            html = text[start:end]
            self.nodes.append((self.context.raw_html(html, self.content.source(start)), self.content.source(start)))
            self.position = end
        else:
            return False
        return True

    def _autolink(self, address: str, shown: str, position: int, end: int, *, is_bare: bool = False) -> None:
        source = self.content.source(position)
        self.nodes.append(LinkNode("a", self._address(address), None, source, source, is_bare=is_bare))
        self.nodes.append((shown, source))
        self.nodes.append(BARE_END if is_bare else END)
        self.position = end

    def _bare_address(self) -> bool:
        start = self.position
        stands_apart = not start or self.text[start - 1] in spans.BEFORE
        address = spans.bare_address(self.text, start) if stands_apart else None
        if address is None:
            return False
        self._autolink(spans.with_scheme(address), address, start, start + len(address), is_bare=True)
        return True

    def _bare_mail(self) -> bool:
        """Make a link of an address whose first half has been read already."""
        found = spans.bare_mail(self.text, self.position)
        gone = None if found is None else take_text(self.nodes, self.content.source(found[0]))
        if found is None or gone is None:
            return False
        for node in reversed(gone):
            if self._delimiters and self._delimiters[-1] is node:
                self._delimiters.pop()
        start, shown, address = found
        self._autolink(address, shown, start, start + len(shown), is_bare=True)
        return True

    def _character_reference(self) -> bool:
        found = grammar.CHARACTER_REFERENCE.match(self.text, self.position)
        if found is None or (shown := grammar.character(found[0])) is None:
            return False
        self._add(shown, self.position)
        self.position = found.end()
        return True

    def _brace(self) -> bool:
        found = REFERENCE.match(self.text, self.position)
        if found is None:
            return False
        source = self.content.source(self.position)
        self.nodes.append((self.context.figure(found, source), source))
        self.position = found.end()
        return True

    def _quote(self) -> bool:
        if self._quotes is None:
            return False
        self._add(self._quotes.turned(self.position), self.position)
        self.position += 1
        return True

    def _typed_run(self) -> bool:
        """Hyphens and points that stand for a dash or an ellipsis."""
        run = _RUN.match(self.text, self.position)
        if self._quotes is None or run is None:
            return False
        self._add(PLAIN_RUNS.get(run[0], run[0]), self.position)
        self.position = run.end()
        return True

    _steps: ClassVar[dict[str, Callable[["Scanner"], bool]]] = {
        "\\": _escape,
        "\n": _line_end,
        "`": _code,
        "*": _delimiter,
        "_": _delimiter,
        "~": _delimiter,
        "[": _open_bracket,
        "!": _exclamation,
        "]": _close_bracket,
        "<": _angle,
        "&": _character_reference,
        "{": _brace,
        '"': _quote,
        "'": _quote,
        "-": _typed_run,
        ".": _typed_run,
        "@": _bare_mail,
        **dict.fromkeys("hHwW", _bare_address),
    }
