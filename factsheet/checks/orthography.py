"""Letters, quotation marks and Markdown arrive on the page as they are meant."""

import html
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final

from factsheet.checks.links import body_place
from factsheet.checks.typed import texts_of_settings
from factsheet.content.markup import CODE
from factsheet.content.model import Language, Sheet
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import CEDILLAS, COMMA_BELOW
from factsheet.site.site import Site

# Romanian is written with ș and ț, with a comma below: the letters with a cedilla are another language's.

_LANGUAGES = frozenset({"ro", "mo"})
_LETTER = regex(f"[{CEDILLAS}]|[SsTt]\u0327")
"""A letter with a cedilla, in one character or in two."""
_MARKED = regex(r"<(?P<element>[a-z]{1,10})\b[^<>]{0,200}?\blang=[\"']?(?P<tag>[A-Za-z-]{2,35})[^<>]{0,200}>")
_ATTRIBUTED = regex(r"[*_\[][^*_\[\]\n]{1,200}[*_\]]\{:? ?lang=[\"']?(?P<tag>[A-Za-z-]{2,35})[\"']?[^{}\n]{0,80}\}")
"""Words with a language in the manner of another dialect, which is a finding of its own."""
_ADDRESS = regex(r"(?:https?:|ftp:|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,80}")
_WORD = regex("[\\w\u0300-\u036f]+")


def words_of_the_site_are_plain(site: Site) -> Iterator[Problem]:
    """Report Romanian words with ş or ţ in catalogues and in the texts of site.toml, in these signs of markup, too."""
    for key, language, text in texts_of_settings(site):
        yield from _left_over(text, site.settings.places[key])
        if _spoken(language.tag) in _LANGUAGES:
            yield from _old_words(text, site.settings.places[key])
    for language in _romanian(site):
        for message in site.catalogs[language.tag].messages.values():
            for text in message.strings:
                yield from _old_words(text, message.place)


def romanian_letters_are_new(site: Site) -> Iterator[Problem]:
    """Report each Romanian word of a sheet that is written with ş or ţ."""
    for language in _romanian(site):
        for path in site.paths:
            sheet = site.sheet(language.tag, path)
            if sheet is None:
                continue
            for block in site.blocks(sheet):
                if block.key:
                    yield from _old_words(block.text, block.place)
            if _LETTER.search(sheet.body) or "&" in sheet.body:  # "&#351;" is such a letter, too
                yield from _in_body(site, sheet)


def _in_body(site: Site, sheet: Sheet) -> Iterator[Problem]:
    """Report the words of a body that readers see: no address, no code, no comment, and no word of another language."""
    others, names = _of_other_languages(sheet.body, _LANGUAGES), site.literals(sheet.language, sheet.path)
    for passage in site.passages(sheet.language, sheet.path):
        words = list(_words(passage.text)) if passage.is_body else []
        addresses = [found.span() for found in _ADDRESS.finditer(passage.text)] if words else []
        for match in words:
            source = passage.source(match.start())
            is_other = source is None or _is_within(others, source)
            is_address = any(match.start() in range(*span) for span in addresses)
            if not is_other and not is_address and not any(match[0] in name for name in names):
                yield _report(match[0], passage.place(match.start()))


def _of_other_languages(body: str, own: Collection[str]) -> list[tuple[int, int]]:
    """Where the elements stand that are marked as another language: a Turkish name is written with ş."""
    spans = []
    for found in _MARKED.finditer(body):
        if _spoken(found["tag"]) not in own:
            end = body.find(f"</{found['element']}>", found.end())
            spans.append((found.start(), len(body) if end < 0 else end))
    return spans + [found.span() for found in _ATTRIBUTED.finditer(body) if _spoken(found["tag"]) not in own]


def _spoken(tag: str) -> str:
    return tag.partition("-")[0].casefold()


def _romanian(site: Site) -> Iterator[Language]:
    return (one for one in site.languages if _spoken(one.tag) in _LANGUAGES)


def _old_words(text: str, place: Place) -> Iterator[Problem]:
    for match in _words(text):
        yield _report(match[0], place)


def _words(text: str) -> Iterator[re.Match[str]]:
    """The words with an old letter; a pattern that looked for the letter inside words would try at each character."""
    if _LETTER.search(text):
        yield from (match for match in _WORD.finditer(text) if _LETTER.search(match[0]))


def _report(word: str, place: Place) -> Problem:
    letters = ", ".join(sorted(set(unicodedata.normalize("NFC", word)) & set(CEDILLAS)))
    return report("T614", place, word=word, letters=letters, corrected=with_commas(word))


def with_commas(word: str) -> str:
    """Give a word as Romanian is written: with commas below in place of cedillas."""
    return unicodedata.normalize("NFC", word).translate(COMMA_BELOW)


# Quotation marks are those of the language: „…” in Romanian is not closed as in German, nor begun by two commas.

_CLOSING: Final = "“”»«"
_OPENING: Final = "„“«「"
"""Marks that begin a quotation and are nothing else; a single one may be an apostrophe."""
_LOW: Final = "„"
_HIGH: Final = "“"
_NEVER_LOW: Final = frozenset({"ar", "en", "es", "fr", "it", "ja", "ko", "pt", "zh"})
"""Languages that begin no quotation with „; others do beside the marks that CLDR has."""
_COMMAS: Final = ",,"
_LONGEST: Final = 400


def quotations_are_closed(site: Site) -> Iterator[Problem]:
    """Report quotations with a mark of another language, with commas in place of the opening mark, or without end."""
    for (tag, path), sheet in site.sheets.items():
        loc = site.by_tag[tag].numbers
        own = opening, closing, *_ = cldr.quotes(loc)
        ends = {closing, '"'} | {mark for mark in _CLOSING if mark not in own}
        unclosed: list[Place] = []
        others = _of_other_languages(sheet.body, {_spoken(tag)}) if "lang=" in sheet.body else []
        for passage in site.passages(tag, path):
            text = passage.text
            if not (opening in text or closing in text or _COMMAS in text or _HIGH in text or _LOW in text):
                continue
            code = [(span.start, span.end) for span in passage.spans if span.kind in CODE]
            for found in _pattern(loc).finditer(text):
                at = found.start()
                if not (_is_within(code, at) or _is_within(others, passage.source(at))):
                    marks = f"{found[0]}…{found['close'] or ''}"
                    yield report("T617", passage.place(at), marks=marks, own=f"{opening}…{closing}")
            for at in _ends_of(text, opening, ends) if passage.is_body and opening in _OPENING else ():
                if _is_within(code, at) or _is_within(others, passage.source(at)):
                    continue
                if text[at] != opening:
                    del unclosed[-1:]
                elif at or not unclosed:
                    unclosed.append(passage.place(at))  # one of several paragraphs begins each of them
        yield from (report("M118", place, mark=opening, own=closing) for place in unclosed)


def _ends_of(text: str, opening: str, ends: Collection[str]) -> Iterator[int]:
    """Give where a text has marks that begin or end a quotation; Danish „så“ ends with one that begins others."""
    for at, sign in enumerate(text):
        if sign in ends or (sign == opening and not (text[:at][-1:].isalnum() and not text[at + 1 : at + 2].isalnum())):
            yield at


def _is_within(spans: Iterable[tuple[int, int]], at: int | None) -> bool:
    return at is not None and any(start <= at < end for start, end in spans)


@lru_cache(maxsize=64)
def _pattern(loc: NumberLocale) -> re.Pattern[str]:
    """Match a quotation that is begun as in this language and closed as in another, or begun as in no such text."""
    own = cldr.quotes(loc)
    opening, closing, others = own[0], own[1], "".join(mark for mark in _CLOSING if mark not in own)
    foreign = f"[{others}]" if others else "(?!)"  # a language may have all the marks for its own
    inside = rf"[^{_CLOSING}{_LOW}{closing}]{{1,{_LONGEST}}}"
    wrong = rf"(?P<open>{opening})(?={inside}(?P<close>{foreign}))"
    if opening == _LOW:
        ends = closing if _HIGH not in own else others  # German ends with the mark that English begins with
        wrong += rf"|(?P<high>(?<![{_LOW}\w]){_HIGH})(?=\w{inside}[{ends}])|(?P<commas>(?<![\w,]),,(?=\w))"
    elif loc.code in _NEVER_LOW:
        wrong += rf"|(?P<low>{_LOW})(?={inside}[{_CLOSING}])"
    return regex(wrong)


# Nothing that is written is lost on its way to the page, and no sign of Markdown is left over.


def markup_arrives(site: Site) -> Iterator[Problem]:
    """Report what the parser found: elements left out, numbers that are not shown, signs that are."""
    for (tag, path), sheet in site.sheets.items():
        for slip in site.prose[tag, path].slips:
            yield report(slip.code, body_place(sheet, slip.offset), variant=slip.variant, **dict(slip.values))


# References stand only where a figure is filled in: elsewhere readers would see the braces.

_REFERENCE: Final = regex(r"\{\{[^{}\n]*\}\}")


_ENTITY = regex(r"&(?:#[0-9]{1,6}|#x[0-9A-Fa-f]{1,5}|[a-zA-Z]{2,8});")
"""A character as HTML writes it, in a text that is no HTML."""


_PLAIN = regex(
    r"(?P<mark>\*\*|__|~~|==)(?=\w)[^\n]{1,200}?(?<=\S)(?P=mark)|(?<![\w*])\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*(?![\w*])"
    r"|(?<!`)`[^`\n]{1,200}`(?!`)|!?\[[^\[\]\n]{1,120}\]\((?:https?:|mailto:|/|#|[\w./-]+[./])[^()\s]*\)|\[\^\w{1,20}\]"
    r"|</?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,200})?/?>"
)
"""Signs of Markdown and of HTML, which the front matter is not: readers would see them there."""


def references_are_filled_in(site: Site) -> Iterator[Problem]:
    """Report references, and signs of markup, in texts that are shown as written: those of the front matter."""
    for sheet in site.sheets.values():
        for text in sheet.texts():
            found = None if text.declared.filled else _REFERENCE.search(text.text)
            if found:
                yield report("R511", text.place, written=found[0])
            entity = _ENTITY.search(text.text) if "&" in text.text else None
            better = html.unescape(entity[0]) if entity else ""
            if entity and better != entity[0]:  # “Johnson &Johnson;” is none
                yield report("M106", text.place, variant="entity", signs=entity[0], better=better)
            yield from _left_over(text.text, text.place)


def _left_over(text: str, place: Place) -> Iterator[Problem]:
    signs = _PLAIN.search(text)
    if signs:
        yield report("M106", place, variant="plain", signs=signs[0])
