"""The table of findings as a text for people: one entry for `explain`, all of them for docs/problems.md."""

from collections.abc import Callable

from factsheet.patterns import regex
from factsheet.problems import Code
from factsheet.problems.codes import FAMILIES, family

EXAMPLE = "Example: {example}"
WAY_OUT = "To fix it: {fix}"
WAYS_OUT = "Fix it in one of these ways:"

_FIELD = regex(r"\{(\w+)\}")
HEAD = """# Problems

Every problem that the tool reports has a code. The letter names its family; the code never changes its meaning.
An **error** stops publication; a **warning** does so under `--strict`; a **notice** never does. `[checks]` in
site.toml gives a code another weight, as in `S301 = "warning"`; errors of the families N and P cannot be lowered.

`factsheet explain CODE` shows an entry in the terminal, and `explain --all` the whole page.
"""


def entry(code: Code, *, heading: str = "", words: Callable[[str], str] = str) -> str:
    """Explain one code: what it says, what it means, an example, and how to correct it.

    `words` gives the texts in the reader's language.
    """
    ways = [_shown(words(way)) for way in (code.fix, *code.variants.values())]
    lines = [
        f"{heading}{code.id}",
        "",
        f"> {_shown(words(code.message))}",
        "",
        f"{words(code.severity).capitalize()}. {words(code.meaning)}",
        "",
        words(EXAMPLE).replace("{example}", words(code.example)),
        "",
    ]
    if len(ways) == 1:
        return "\n".join([*lines, words(WAY_OUT).replace("{fix}", ways[0])])
    return "\n".join([*lines, words(WAYS_OUT), "", *(f"- {way}" for way in ways)])


def manual(words: Callable[[str], str] = str) -> str:
    """Write the whole table, family by family, in the reader's language."""
    parts = [words(HEAD)]
    for letter, name in FAMILIES.items():
        parts.append(f"\n## {letter}: {words(name)}\n")
        parts.extend(f"\n{entry(code, heading='### ', words=words)}\n" for code in family(letter).values())
    return "".join(parts)


def _shown(template: str) -> str:
    """A message with its open places as words in angle brackets."""
    return _FIELD.sub(lambda match: f"‹{match[1]}›", template)
