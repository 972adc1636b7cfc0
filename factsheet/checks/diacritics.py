"""Romanian is written with ș and ț, with a comma below: the letters with a cedilla are another language's."""

import re
from collections.abc import Iterator

from factsheet.content.model import Language, Sheet
from factsheet.content.text import place_at
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_LANGUAGES = frozenset({"ro", "mo"})
_OLD = str.maketrans("ŞşŢţ", "ȘșȚț")
_LETTER = regex("[ŞşŢţ]")
_MARKED = regex(r"<(?P<element>[a-z]{1,10})\b[^<>]{0,200}?\blang=[\"']?(?P<tag>[A-Za-z-]{2,35})[^<>]{0,200}>")
_WORD = regex(r"\w+")


def letters_of_catalogues_are_new(site: Site) -> Iterator[Problem]:
    """Report each Romanian word of a catalogue that is written with ş or ţ."""
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
            others = list(_of_other_languages(sheet.body))
            for match in _words(sheet.body):
                if any(start <= match.start() < end for start, end in others) or _is_name(match[0], sheet):
                    continue
                place = place_at(sheet.file, sheet.body, match.start(), first_line=sheet.body_line)
                yield _report(match[0], place)


def _of_other_languages(body: str) -> Iterator[tuple[int, int]]:
    """Where the elements stand that are marked as another language: a Turkish name is written with ş."""
    for found in _MARKED.finditer(body):
        if found["tag"].split("-")[0].casefold() not in _LANGUAGES:
            end = body.find(f"</{found['element']}>", found.end())
            yield found.start(), len(body) if end < 0 else end


def _is_name(word: str, sheet: Sheet) -> bool:
    """Whether a literal of the sheet holds the word, letter by letter."""
    return any(word in literal for literal in sheet.literals)


def _romanian(site: Site) -> Iterator[Language]:
    return (one for one in site.languages if one.tag.split("-")[0].casefold() in _LANGUAGES)


def _old_words(text: str, place: Place) -> Iterator[Problem]:
    for match in _words(text):
        yield _report(match[0], place)


def _words(text: str) -> Iterator[re.Match[str]]:
    """The words with an old letter; a pattern that looked for the letter inside words would try at each character."""
    if _LETTER.search(text):
        yield from (match for match in _WORD.finditer(text) if _LETTER.search(match[0]))


def _report(word: str, place: Place) -> Problem:
    letters = ", ".join(sorted(set(word) & set("ŞşŢţ")))
    return report("T614", place, word=word[:60], letters=letters, mended=word[:60].translate(_OLD))
