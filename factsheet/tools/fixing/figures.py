"""A figure typed by hand becomes a reference, where the page would show the very same text."""

from collections.abc import Iterator
from typing import Final

from factsheet.checks.stray import Stray, strays
from factsheet.l10n.numbers import LosesDigits
from factsheet.patterns import regex
from factsheet.site.figures import Figure
from factsheet.site.site import Site
from factsheet.tools.fixing.edits import Edit

_SPACES: Final = str.maketrans("\u00a0\u202f\u2009", "   ")
_NOT_DIGITS: Final = regex(r"\D+")
_FORMS: Final = ("text", "number", "full")


def typed_figures(site: Site) -> Iterator[Edit]:
    """Give an edit for each numeral in a body that equals one metric only and reads like one of its forms."""
    for tag, path in site.sheets:
        if (site.settings.reference, path) not in site.sheets:
            continue
        for stray in strays(site, tag, path):
            if stray.metric is not None and stray.is_only and not stray.metric.cell and not stray.statement.word:
                edit = _edit(site, tag, path, stray)
                if edit is not None:
                    yield edit


def _edit(site: Site, tag: str, path: str, stray: Stray) -> Edit | None:
    source = stray.passage.source(stray.offset)
    figure = _figure(site, tag, path, stray)
    if source is None or figure is None:
        return None
    body, written = stray.passage.blocks.sheet.body, stray.statement.text
    if not body.startswith(written, source):
        return None
    for form in _FORMS:
        shown = figure.form(form)
        start = source - max(_flat(shown).find(_flat(written)), 0)
        old = body[max(start, 0) : start + len(shown)]
        if _flat(written) in _flat(shown) and _flat(old) == _flat(shown):
            suffix = "" if form == "text" else f".{form}"
            return _made(stray, start, old, suffix)
    if _digits(written) == _digits(figure.number) and figure.metric.bound == "exact":
        return _made(stray, source, written, ".number") if _is_plain(stray) else None
    return None


def _figure(site: Site, tag: str, path: str, stray: Stray) -> Figure | None:
    found = site.resolve(path, stray.reference)
    try:
        return site.figure(tag, found[0], found[1].id) if found else None
    except LosesDigits:
        return None


def _made(stray: Stray, start: int, old: str, suffix: str) -> Edit:
    place = stray.passage.blocks.place(start)
    return Edit(place, old, f"{{{{ {stray.reference}{suffix} }}}}")


def _is_plain(stray: Stray) -> bool:
    """Whether the numeral is digits and separators only, without money or a scale word."""
    return not any(character.isalpha() for character in stray.statement.text) and not stray.statement.currency


def _flat(text: str) -> str:
    return text.translate(_SPACES)


def _digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)
