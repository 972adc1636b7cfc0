"""Inline Markdown without waste: a pattern is tried only on text that holds a character it cannot do without.

Python-Markdown tries each of some thirty patterns on each piece of text. Most pieces hold no markup at all. The HTML
is the same as the stock path's; `tests/unit/markup/test_inline.py` compares the two. Two private methods of
`InlineProcessor` are relied on, which is why the release of Python-Markdown is pinned.
"""

import re
from typing import Any, Final

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

TRIGGERS: Final = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
    "smarty-ellipses": ".",
    "smarty-en-dashes": "-",
    "smarty-em-dashes": "-",
    "smarty-quotes": "\"'",
}
"""For each pattern the characters of which a text it matches must hold one."""


class TriggeredInline(InlineProcessor):
    """Python-Markdown's inline pass over the same patterns, trying those only that can match."""

    def __init__(self, md: Markdown, patterns: "Registry[Any]") -> None:
        """Take the patterns of the pass that this one stands in for."""
        super().__init__(md)
        self.inlinePatterns = patterns
        names = [item.name for item in _in_order(patterns)]
        self.steps = [(patterns[name], _trigger(name)) for name in names]
        characters = "".join(trigger for _, trigger in self.steps)
        whole = all(trigger for _, trigger in self.steps)
        self._telling = re.compile(f"[{re.escape(characters)}]" if whole else "")

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - its names
        if isinstance(data, AtomicString) or not self._telling.search(data):
            return data
        start, index, count = 0, patternIndex, len(self.steps)
        while index < count:
            pattern, trigger = self.steps[index]
            if trigger and not any(character in data for character in trigger):
                start, index = 0, index + 1
                continue
            data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
            if not matched:
                index += 1
        return data


def install(md: Markdown) -> None:
    """Put the passes of this module in the place of the stock ones."""
    for name in ("inline", "smarty"):
        if name in md.treeprocessors:
            stock = md.treeprocessors[name]
            place = next(item.priority for item in _in_order(md.treeprocessors) if item.name == name)
            patterns = getattr(stock, "inlinePatterns", md.inlinePatterns)
            md.treeprocessors.register(TriggeredInline(md, patterns), name, place)


def _trigger(name: str) -> str:
    return TRIGGERS.get(re.sub(r"-[0-9]+$", "", name), "")


def _in_order(registry: "Registry[Any]") -> list[Any]:
    """The entries of a registry from the first to the last, with their names."""
    iter(registry)
    found: list[Any] = getattr(registry, "_priority")  # noqa: B009 - the names are told nowhere else
    return found
