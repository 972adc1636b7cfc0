"""Source bytes to text: UTF-8 only, with every character that could deceive a reader refused by name.

The characters refused are the control characters (Unicode category Cc but for tab and line ends), those that
change the direction of text unseen (Trojan Source, CVE-2021-42574), tag and other invisible format
characters, private-use characters, lone surrogates and noncharacters (not allowed in XML 1.0 or of no agreed
meaning).
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem

MAX_BYTES = 1_000_000
"""The largest source file that is read, in bytes."""

MAX_LOCK_BYTES = 64_000_000
"""The largest translations.lock that is read, in bytes: it grows with the site, by some 1,600 for each translation."""

MOST_REPORTED = 20
"""How many characters of one file are reported at the most."""

_DOCUMENTS = (
    (b"PK\x03\x04", "a document of Word, Excel or LibreOffice"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Word or Excel"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""How files begin that are no texts, and what they are called."""

_DATA = (".toml", ".csv", ".tsv", ".po", ".lock")
"""Files in which a line of seven signs can only be what a merge has left; in a text it may be meant."""
_MERGED = regex(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_SIGNS = ("<" * 7, "=" * 7, ">" * 7)  # most texts have none, which is told ten times as fast as by the pattern

_MISREAD = ("Ã", "Ä", "Å", "È", "Č", "â€")
"""What two or three bytes of UTF-8 begin with where each is taken for a letter of its own."""
_ENCODINGS = ("cp1252", "cp1250")

_SUSPECT = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ue000-\uf8ff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U0001fffe\U0001ffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_SHOWN = (b"\xcd\x8f", b"\xe1", b"\xe2\xa0\x80", b"\xe3\x85\xa4", b"\xef\xb8", b"\xef\xbe\xa0", b"\xf0\x9d", b"\xf3")
"""How those of them begin in UTF-8 that Python calls printable: fillers and what selects a variant."""

_ALLOWED_MARKS = frozenset("\u200e\u200f\u061c")
"""Left-to-right, right-to-left and Arabic letter marks order mixed text and hide nothing."""

_SCRIPT_NAMES = ("LATIN", "CYRILLIC", "GREEK")
_LOOKALIKES = frozenset("асеорхуіјѕһԁԛԝАВЕЅІЈКМНОРСТХУονρτυιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Cyrillic and Greek letters that look like Latin ones; Δ is none, so “Δx” deceives nobody."""
_LOOKALIKE = regex(f"[{''.join(sorted(_LOOKALIKES))}]")
_WORD = regex(r"[^\W\d_]{2,}")


def decode(path: str, data: bytes, *, most: int = MAX_BYTES) -> tuple[str, list[Problem]]:
    """Decode a source file of `most` bytes: UTF-8 with or without a byte-order mark, and line ends of any system.

    The text is empty where the file cannot be read at all; findings say why.
    """
    if len(data) > most:
        return "", [report("F012", Place(path), what=f"file of {len(data)} bytes", limit=f"{most} bytes")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(path, data, error.start)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    has_signs = path.endswith(_DATA) and any(sign in text for sign in _SIGNS)
    if has_signs and (marks := _MERGED.search(text)):
        variant = "lock" if path.endswith(".lock") else ""
        return "", [report("F022", place_at(path, text, marks.start()), variant=variant)]
    if not text.isascii() and any(sign in text for sign in _MISREAD) and (meant := _before_misreading(text)):
        return "", [_misread(path, text, meant)]
    return text, list(forbidden(path, text))


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    """The finding for a file with a byte that is no UTF-8: for a document as such, else at the place of the byte."""
    byte = f"0x{data[start]:02x}"
    if name := next((name for begins, name in _DOCUMENTS if data.startswith(begins)), None):
        return report("F001", Place(path), variant="document", byte=byte, format=name)
    place = Place(path, data.count(b"\n", 0, start) + 1, start - data.rfind(b"\n", 0, start))
    return report("F001", place, variant="catalogue" if path.endswith(".po") else "", byte=byte)


def _before_misreading(text: str) -> str | None:
    """The text as it was before a program took its UTF-8 for an encoding of Windows; None where all of it is right."""
    for encoding in _ENCODINGS:
        try:
            return b"".join(_byte(character, encoding) for character in text).decode()
        except UnicodeError:
            continue
    return None


@lru_cache(maxsize=1_024)
def _byte(character: str, encoding: str) -> bytes:
    """The byte of a character; those that the encoding leaves free stand for themselves."""
    return character.encode("latin-1" if "\x80" <= character <= "\x9f" else encoding)


def _misread(path: str, text: str, meant: str) -> Problem:
    """The finding at the first line that differs, with a word as it is and as it was."""
    lines, right = text.split("\n"), meant.split("\n")
    number = next(at for at, (one, other) in enumerate(zip(lines, right, strict=True)) if one != other)
    words, better = lines[number].split(" "), right[number].split(" ")
    index = next(at for at, (one, other) in enumerate(zip(words, better, strict=False)) if one != other)
    column = len(" ".join(words[:index])) + bool(index) + 1
    shown = "".join(letter for letter in words[index] if letter.isprintable())
    return report("F029", Place(path, number + 1, column), word=shown, better=better[index])


def forbidden(path: str, text: str) -> Iterator[Problem]:
    """Report the characters that are refused, at most `MOST_REPORTED` of them."""
    if text.replace("\n", "").isprintable():  # told five times as fast as by the pattern
        data = text.encode()
        if not any(first in data for first in _SHOWN):
            return
    if text.startswith("PK\x03\x04"):
        what = "the first bytes of a document of Word or the like"
        yield report("F002", Place(path), variant="document", character=what)
        return
    found = 0
    for match in _SUSPECT.finditer(text):
        if match[0] in _ALLOWED_MARKS:
            continue
        name = unicodedata.name(match[0], "control or private character")
        yield report("F002", place_at(path, text, match.start()), character=f"U+{ord(match[0]):04X} {name}")
        found += 1
        if found == MOST_REPORTED:
            return


def is_forbidden(character: str) -> bool:
    """Whether a character is one that `forbidden` reports."""
    return character not in _ALLOWED_MARKS and _SUSPECT.match(character) is not None


def mixed_scripts(path: str, text: str) -> Iterator[Problem]:
    """Warn of words with letters of scripts that look alike (UTS #39, mixed-script confusables)."""
    if not _LOOKALIKE.search(text):
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or _LOOKALIKES.isdisjoint(word):
            continue
        scripts = {script for letter in word if (script := _script(letter))}
        if len(scripts) > 1:
            names = " and ".join(sorted(script.title() for script in scripts))
            yield report("F013", place_at(path, text, match.start()), word=word, scripts=names)


def place_at(path: str, text: str, offset: int, *, first_line: int = 1) -> Place:
    """The place of `offset` in `text`, which begins on `first_line` of the file."""
    ends = _line_ends(text)
    line = bisect_left(ends, offset)
    return Place(path, first_line + line, offset - ends[line - 1] if line else offset + 1)


@lru_cache(maxsize=8)
def _line_ends(text: str) -> tuple[int, ...]:
    """Where the lines of a text end: many places of one are asked for."""
    lengths = (len(line) + 1 for line in text.split("\n")[:-1])
    return tuple(end - 1 for end in accumulate(lengths))


def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    name = unicodedata.name(letter, "")
    return next((script for script in _SCRIPT_NAMES if name.startswith(script)), "")
