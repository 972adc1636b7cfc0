"""The texts of a site as units for translators, with the figures as placeholders; and as a gettext .po file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from factsheet.content.catalogs import PoEntry, parse, plurals_of, write
from factsheet.content.kinds import kind_of
from factsheet.content.model import Language, Sheet
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, replace
from factsheet.l10n.cldr import plural_categories
from factsheet.site.site import Site
from factsheet.site.translations import TranslationBlock, align

# The texts of a site as units for translators: one for each block, with the figures as placeholders.

PLACEHOLDER = regex(r"\{\{[ \t]*+([^{}\n]{1,200}?)[ \t]*\}\}|\{(n)\}")
"""A figure in running text, or the number in the phrase of a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeUnit:
    """One text to translate."""

    id: str
    """What it is known by in files: the key of a front-matter word, or the digest of a block."""
    path: str
    key: str
    """`title`, `metrics.arrests.unit.few` and so on; empty for a block of the body."""
    kind: str
    source: str
    target: str
    """The translation as it stands in the sheet; empty where there is none yet."""
    stale: bool
    place: Place
    """Where the original stands."""
    original: TranslationBlock
    own: TranslationBlock | None
    """The block of the translation, where it has one."""

    @property
    def name(self) -> str:
        """What it is known by among the units of all sheets."""
        return f"{self.path}#{self.id}"


def units(site: Site, language: Language) -> Iterator[ExchangeUnit]:
    """Give the units of every sheet, for a language that need not have a single one yet."""
    for path in site.paths:
        yield from sheet_units(site, language, path)


def sheet_units(site: Site, language: Language, path: str) -> Iterator[ExchangeUnit]:
    """Give the units of one sheet: the words of its front matter, then its blocks in their order."""
    original = site.original(path)
    own = site.sheet(language.tag, path) or site.drafts.get((language.tag, path))
    stale = {
        (change.key, change.block.digest)
        for change in site.changes(language.tag, path).stale
        if change.block is not None
    }
    wanted = [block for block in site.blocks(original) if not _is_left_out(block, original, own)]
    theirs = site.blocks(own) if own else ()
    for name, block, there, source, target in chain(_words(wanted, theirs, language), _body(wanted, theirs)):
        is_untouched = own is not None and own.draft and source == target  # a draft still holds the original's text
        yield ExchangeUnit(
            id=name,
            path=path,
            key=name if block.key else "",
            kind=block.kind,
            source=source,
            target="" if is_untouched else target,
            stale=(block.key, block.digest) in stale,
            place=block.place,
            original=block,
            own=there,
        )


def _is_left_out(block: TranslationBlock, original: Sheet, own: Sheet | None) -> bool:
    """Whether a finished translation does without phrases of its own, as an amount of money may."""
    _, _, rest = block.key.partition("metrics.")
    name, _, word = rest.partition(".")
    if word != "unit" or own is None or own.draft or name not in original.metrics:
        return False
    words = own.words.get(name)
    return not kind_of(original.metrics[name]).needs_unit and words is not None and words.unit is None


_Text = tuple[str, TranslationBlock, TranslationBlock | None, str, str]
"""What a text is known by, its block, that of the translation, and the text in both."""


def _words(
    wanted: Sequence[TranslationBlock], theirs: Sequence[TranslationBlock], language: Language
) -> Iterator[_Text]:
    """The words of the front matter; the phrases of a unit are one for each plural category."""
    known = {block.key: block for block in theirs if block.key}
    for block in wanted:
        there = known.get(block.key)
        if block.key and not block.phrases:
            yield block.key, block, there, block.text, there.text if there else ""
        elif block.key:
            phrases, own = dict(block.phrases), dict(there.phrases if there else ())
            other = phrases.get("other") or list(phrases.values())[-1]
            for category in plural_categories(language.numbers):
                source, target = phrases.get(category, other), own.get(category, "")
                yield f"{block.key}.{category}", block, there, source, target


def _body(wanted: Sequence[TranslationBlock], theirs: Sequence[TranslationBlock]) -> Iterator[_Text]:
    """The blocks of the body, of which those with one text are counted."""
    body = [block for block in wanted if not block.key]
    their_body = [block for block in theirs if not block.key]
    pairs = align(body, their_body)
    seen: Counter[str] = Counter()
    for index, block in enumerate(body):
        seen[block.digest] += 1
        rank = seen[block.digest]
        there = their_body[pairs[index]] if index in pairs else None
        name = block.digest if rank == 1 else f"{block.digest}-{rank}"
        yield name, block, there, block.text, there.text if there else ""


def figures(text: str) -> list[str]:
    """The placeholders of a text in their order, as they are named: `arrests.number`, or `n` in a unit's phrase."""
    return [match[1] or match[2] for match in PLACEHOLDER.finditer(text)]


def same_figures(source: str, target: str) -> bool:
    """Whether two texts hold the same placeholders, each as often, in any order."""
    one, other = (
        Counter((_name(found[1] or found[2]), found[1] is None) for found in PLACEHOLDER.finditer(text))
        for text in (source, target)
    )
    return one == other  # "{{ n }}" is not the "{n}" of a unit's phrase


def _name(figure: str) -> str:
    target, _, form = figure.partition(".")
    return f"{target.strip(' ')}.{form.strip(' ')}"


# Units as a gettext .po file, each with its id as context, and the figures as `%(name)s`.

_NAME = r"\(((?:[^()\n]|\([^()\n]*+\)){1,200}+)\)s"
"""What names a figure, as `(loans)s`; that of a table holds brackets of its own: `(prices.max(2025))s`."""
_FIGURE = regex(rf"%%|%{_NAME}")
_PERCENT = regex(rf"%(?!%|{_NAME})")

WHAT = {
    "word": "A word of the front matter: {key}",
    "paragraph": "A paragraph",
    "item": "An item of a list",
    "table": "A table: its bars and dashes stay",
    "code": "Code: leave it as it is",
    "quote": "A quotation",
    "note": "A footnote",
}
"""What a translator is told about a unit, by its kind; every other kind is a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A unit as it came back: its name, the text it was made from, the translation and its place in the file."""

    name: str
    source: str
    target: str
    place: Place
    confirmed: bool = True
    """Whether its translator says that it renders the original as that is now."""
    fault: str = ""
    """Why it cannot be taken over, whatever it says."""
    source_line: int = 0
    """Where the text that it was made from stands."""

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has begun to translate it."""
        return not (self.target.strip() or self.fault)

    def with_figures(self, original: str) -> "Imported":
        """Put the figures of its original where a tool has kept nothing of them but their numbers: `{{ #1 }}`."""
        if "{{ #" not in self.source:
            return self
        known = {f"{{{{ #{at} }}}}": found[0] for at, found in enumerate(PLACEHOLDER.finditer(original), start=1)}
        source, target = (
            PLACEHOLDER.sub(lambda mark: known.get(mark[0], mark[0]), text) for text in (self.source, self.target)
        )
        return replace(self, source=source, target=target)


def to_po(units: Iterable[ExchangeUnit], language: Language, reference: Language) -> str:
    """Write the units of a language."""
    plurals = plurals_of(language.numbers.cldr)
    fields = (
        "Project-Id-Version: factsheet",
        f"Language: {language.tag.replace('-', '_')}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {plurals.header}",
        f"X-Source-Language: {reference.tag.replace('-', '_')}",
    )
    head = PoEntry(id="", strings=("".join(f"{field}\n" for field in fields),))
    return write([head, *(_entry(unit) for unit in units)])


def _entry(unit: ExchangeUnit) -> PoEntry:
    formatted = bool(figures(unit.source))
    flags = ("fuzzy",) * (unit.stale and bool(unit.target)) + ("python-format",) * formatted
    return PoEntry(
        id=encoded(unit.source, formatted=formatted),
        context=unit.name,
        strings=(encoded(unit.target, formatted=formatted),),
        notes=(note(unit),),
        references=(f"{unit.place.path}:{unit.place.line}",),
        flags=flags,
    )


def note(unit: ExchangeUnit) -> str:
    """What a translator is told about a unit."""
    return WHAT.get(unit.kind, "A heading").format(key=unit.key)


def encoded(text: str, *, formatted: bool) -> str:
    """Put figures as `%(name)s`, in texts that have any."""
    if not formatted:
        return text
    return PLACEHOLDER.sub(lambda match: f"%({match[1] or match[2]})s", text.replace("%", "%%"))


def decoded(text: str, *, formatted: bool, phrase: bool) -> str:
    """Put references as sheets have them; raises ValueError for a percent sign that is neither doubled nor a figure."""
    if not formatted:
        return text
    if _PERCENT.search(_FIGURE.sub("", text)):
        message = "a percent sign that is not doubled"
        raise ValueError(message)

    def put(match: re.Match[str]) -> str:
        if match[1] is None:
            return "%"
        return "{n}" if phrase and match[1] == "n" else f"{{{{ {match[1]} }}}}"

    return _FIGURE.sub(put, text)


def from_po(path: str, text: str) -> tuple[str, list[Imported], list[Problem]]:
    """Read a file back: its language's tag, and the translations that are confirmed.

    A translation whose percent signs are wrong is given as it is written: its placeholders will not fit.
    """
    entries, problems = parse(path, text)
    head = next((entry.strings[0] for entry in entries if not entry.id), "")
    language = re.search(r"^Language:[ \t]*([A-Za-z0-9_-]{2,40})[ \t]*$", head, re.MULTILINE)
    found = list(_imported(path, entries))
    lost = next((entry for entry in entries if entry.id and not entry.obsolete and entry.context is None), None)
    if lost is not None:
        reason = "this text lost its `msgctxt`, which says where it belongs"
        problems = [report("T630", Place(path, lost.line), variant="context", reason=reason)]
    return language[1].replace("_", "-") if language else "", found, problems


def _imported(path: str, entries: Iterable[PoEntry]) -> Iterator[Imported]:
    for entry in entries:
        if entry.obsolete or entry.context is None:
            continue
        formatted = any(match[1] for match in _FIGURE.finditer(entry.id))
        phrase = ".unit." in entry.context
        fault = "it is marked as fuzzy" if entry.is_fuzzy and entry.strings[0] else ""
        try:
            target = decoded(entry.strings[0], formatted=formatted, phrase=phrase)
        except ValueError:
            target = entry.strings[0]
            one, other = (sorted(filter(None, _FIGURE.findall(text))) for text in (entry.id, target))
            fault = fault or ("a percent sign in it is not written `%%`" if one == other else "")
        yield Imported(
            name=entry.context,
            source=decoded(entry.id, formatted=formatted, phrase=phrase),
            target=target,
            place=Place(path, entry.string_line),
            confirmed=entry.is_translated,
            fault=fault,
            source_line=entry.line,
        )
