"""Languages that nobody speaks, to see what a translation would do to the pages before there is one.

`en-XA` is English with accents on every letter, about 35 % longer, between brackets: text that is still plain was
never given to translators, text that is cut has too little room. `ar-XB` is the same words from right to left, with
the numbers of Arabic. Placeholders, figures, links and markup stay whole.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from factsheet.content.catalogs import Catalog, Message
from factsheet.content.markup import Typography
from factsheet.content.model import Language, Sheet
from factsheet.content.sheets.store import Key, Texts, key_of
from factsheet.content.texts import with_words
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.problems import Place
from factsheet.core.records import replace
from factsheet.l10n import cldr
from factsheet.site.site import Site
from factsheet.site.translations import body_blocks

Change = Callable[[str], str]

GROWTH: Final = (7, 20)
"""How much longer a text becomes: 7 letters for each 20."""

OPEN, CLOSE = "⟦", "⟧"
RIGHT_TO_LEFT, END = "\u202e", "\u202c"
"""RIGHT-TO-LEFT OVERRIDE and POP DIRECTIONAL FORMATTING (Unicode UAX #9)."""

_PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz"
_ACCENTED = str.maketrans(_PLAIN, "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀɱÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž")
_VOWELS = frozenset("åéîöûÅÉÎÖÛ")
_WHOLE = regex(
    r"\{\{[^{}\n]*\}\}|\{n\}|%\([a-z_]+\)s|%%|`+[^`\n]*`+|\]\([^()\n]*\)|\[\^[^\]\n]*\]|<[^<>\n]*>|"
    r"\{:[^{}\n]*\}|&#?\w+;|https?://[^ \t\n]+|\]\[[^\]\n]*\]"
)
"""What is never touched: figures, placeholders, code, addresses, markup."""


def longer(text: str) -> str:
    """English with accents, longer, between brackets."""
    return f"{OPEN}{_outside(text, _lengthened)}{CLOSE}"


def turned(text: str) -> str:
    """Every word from right to left."""
    return _outside(text, lambda part: LETTERS.sub(lambda word: f"{RIGHT_TO_LEFT}{word[0]}{END}", part))


PSEUDO: Final[tuple[tuple[str, str, str, Change], ...]] = (
    ("en-XA", "en", "[Éñĝļîšĥ]", longer),
    ("ar-XB", "ar", "[Arabic]", turned),
)
"""Tag, language of the numbers, name, and what is done to each text."""


def _outside(text: str, change: Change) -> str:
    parts: list[str] = []
    position = 0
    for match in _WHOLE.finditer(text):
        parts += [change(text[position : match.start()]), match[0]]
        position = match.end()
    return "".join([*parts, change(text[position:])])


def _lengthened(part: str) -> str:
    """Accents on each letter, vowels doubled until the text has grown enough."""
    wanted = len(part) * GROWTH[0] // GROWTH[1]
    out: list[str] = []
    for letter in part.translate(_ACCENTED):
        out.append(letter)
        if wanted > 0 and letter in _VOWELS:
            out.append(letter)
            wanted -= 1
    return "".join(out)


def with_pseudo(site: Site) -> Site:
    """Give the site with the pseudo-languages added, made of its English sheets, or of the originals."""
    languages, catalogs = list(site.languages), dict(site.catalogs)
    for tag, numbers, name, change in PSEUDO:
        loc = cldr.locale(tag, cldr=numbers)
        languages.append(Language(tag=tag, name=name, dir=cldr.direction(loc), numbers=loc))
        catalogs[tag] = _catalog(site, tag, change)
    made = {tag: partial(_changed, tag=tag, change=change) for tag, _, _, change in PSEUDO}
    shelf = site.sheets.shelf.with_languages(Typography(open="“", close="”", back_to_text=""), made)
    sheets = replace(site.sheets, shelf=shelf, _found={}, _heads={})
    site.tracer.makers["head"] = lambda name: sheets.make_head(key_of(name))
    only, prose = site.only | set(made) if site.only else site.only, Texts(sheets=sheets)
    return replace(site, languages=tuple(languages), sheets=sheets, prose=prose, catalogs=catalogs, only=only)


def _catalog(site: Site, tag: str, change: Change) -> Catalog:
    messages: Mapping[Key, Message] = {
        (context, msgid): Message(id=msgid, context=context, strings=(change(msgid),), place=Place(f"locales/{tag}.po"))
        for context, msgid in site.messages
    }
    return Catalog(language=tag, file=f"locales/{tag}.po", messages=messages)


def _changed(sheet: Sheet, *, tag: str, change: Change) -> Sheet:
    """The sheet in another language, its values left to the original."""
    body = sheet.body
    for block in reversed(body_blocks(sheet)):
        if block.kind not in {"code", "table"}:
            body = body[: block.start] + change(block.text) + body[block.end :]
    file = f"content/{tag}/{sheet.path}.md"
    return replace(with_words(sheet, change), language=tag, file=file, metrics={}, aliases=(), body=body)
