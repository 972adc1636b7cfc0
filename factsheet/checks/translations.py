"""Each translation has its original, has its shape, and renders it as it is now."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from factsheet.checks.pages import renamed
from factsheet.checks.parity import bold_alone, sections
from factsheet.content.kinds import kind_of
from factsheet.content.markup import HEADINGS
from factsheet.content.model import Language, Sheet
from factsheet.content.passages import TextBlock
from factsheet.content.texts import SheetText, declarations
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem, Severity
from factsheet.core.records import replace
from factsheet.core.suggest import nearest_path
from factsheet.l10n.cldr import plural_categories
from factsheet.site.site import Site
from factsheet.site.translations import Change, LockEntry, fold

# Sheets come in pairs: each translation has its original, and each original its translations.


def sheets_pair(site: Site) -> Iterator[Problem]:
    """Report missing translations, translations of nothing, and words that have not been translated."""
    reference = site.settings.reference
    for (tag, path), sheet in site.sheets.items():
        if tag != reference and not site.sheets.is_written((reference, path)):
            yield from _without_original(site, tag, path, sheet)
    for path in site.paths:
        original = site.original(path)
        for language in site.languages:
            if language.tag == reference:
                yield from _words(original, original, language)
                continue
            translation = site.sheet(language.tag, path)
            if translation is not None:
                yield from _words(original, translation, language)
            elif (language.tag, path) in site.drafts or not site.sheets.is_written((language.tag, path)):
                yield _missing(site, original, language)


def _without_original(site: Site, tag: str, path: str, sheet: Sheet) -> Iterator[Problem]:
    """Report a translation of nothing: its file, or the folder that it is in, has another name.

    Where the original has a name that no page can have, it is told there.
    """
    others = (one for one in site.every_path if (tag, one) not in site.sheets)  # asked for, so that it is noted
    free = [one for one in others if not site.sheets.is_written((tag, one))]
    near = renamed(nearest_path(path, free) or (free[0] if len(free) == 1 else "")) or ""
    if near == path:
        return
    folder, _, name = path.rpartition("/")
    other, moved = f"content/{site.settings.reference}/{path}.md", near.removesuffix(f"/{name}")
    own = path.replace(" ", ".").partition(".")[0]  # as in `index.en.md` and `index (1).md`
    variant = (
        "gone" if sheet.file in site.lock else "copy" if own != path and site.sheets.is_written((tag, own)) else ""
    )
    values = {"folder": f"content/{tag}/{folder}", "better": f"content/{tag}/{moved}", "own": f"content/{tag}/{own}.md"}
    if folder and near not in {moved, ""}:
        variant, near = "folder", ""
    yield report("T603", Place(sheet.file), variant=variant, other=other, near=near, **values)


def _missing(site: Site, original: Sheet, language: Language) -> Problem:
    file = f"content/{language.tag}/{original.path}.md"
    draft, variant = site.drafts.get((language.tag, original.path)), ""
    if draft:  # by `new locale`, it is marked as current with the words of the original
        is_open = file not in site.lock or bool(site.changes(language.tag, original.path).stale)
        variant = "draft" if is_open or any(_left_in_original(site, original, draft)) else "finished"
    found = report("T601", Place(original.file), variant=variant, language=language.name, file=file)
    return replace(found, severity=Severity.ERROR) if site.settings.fallback == "error" else found


def _words(original: Sheet, sheet: Sheet, language: Language) -> Iterator[Problem]:
    """Report texts of the original that the sheet lacks, and metrics without a label."""
    wanted = [f"metrics.{name}.label" for name in original.metrics]
    texts = (text for text in original.texts() if text.declared.translatable)
    wanted += [text.key for text in texts if not _is_optional(original, language.tag, text)]
    own, there = dict(declarations(sheet)), {text.key for text in sheet.texts()}
    forms = ", ".join(f'{category}: "{{n}} ..."' for category in plural_categories(language.numbers))
    lacking = [key.rpartition(".") for key in dict.fromkeys(wanted) if key not in there]
    for within, _, name in lacking:
        section, _, entry = within.partition(".")
        is_there = f"{within}." in own or section not in {"metrics", "sources", "tables"}
        same = [name] if is_there else [one for where, _, one in lacking if where == within]
        if name != same[0]:
            continue  # told with the first word of its entry
        place = own[f"{within}."].place_of(name) if f"{within}." in own else Place(sheet.file)
        named = {"key": name, "metric": within if entry.isdecimal() else entry or original.path, "section": section}
        better = ", ".join(f"unit: {{{forms}}}" if one == "unit" else f'{_as_key(one)}: "..."' for one in same)
        named["better"] = better
        if section == "corrections":
            place, day = sheet.place_of(section), original.corrections[int(entry)].date
            named |= {"metric": f"{section} ({day})", "day": str(day)}
        of_entry = "entry" if same[1:] else "unit" if name == "unit" else "" if within else "sheet"
        variant = "correction" if section == "corrections" else of_entry
        yield report("T602", place, variant=variant, language=language.name, **named)


def _as_key(name: str) -> str:
    """A name as a key of YAML, where a mark such as a colon needs quotes."""
    return name if name[0].isalnum() else f'"{name}"'


def _is_optional(original: Sheet, language: str, text: SheetText) -> bool:
    """Whether a translation can do without: short names, phrases of money, rows, words of a refused value.

    Nor does it translate a passage that is written in its own language.
    """
    section, _, name = text.key.rpartition(".")[0].partition(".")
    if section == "tables":
        return name.endswith(".rows")  # CLDR may have them; else that is told once for the table
    if section != "metrics":
        return text.key == "short_title"
    metric = original.metrics.get(name)
    source = original.sources.get(metric.source or "") if metric else None
    is_read = text.key.endswith(".translation") and source is not None and source.lang == language
    return metric is None or is_read or (bool(text.form) and not kind_of(metric).needs_unit)


# Every translation renders its original as it is now.

_FIGURE: Final = regex(r"\{\{[^{}]*\}\}|\]\([^()]*\)")
_LINES_AND_SENTENCES: Final = regex(r"\s(?:(?<=\n)|(?<=[.!?]\s)[^\S\n]*)")

QUOTED = frozenset({"code", "quote"})
"""Kinds of blocks that may stand in the words of the original for good."""

MEANT_TO_DIFFER = 4
"""From how many words on a text that equals the original's is taken for one that was not translated."""


def translations_are_current(site: Site) -> Iterator[Problem]:
    """Report each block whose original has changed, translations never marked, and text left in the original."""
    for path in site.paths:
        original = site.original(path)
        for sheet in site.translations(path):
            entry = site.lock.get(sheet.file)
            unmarked = () if entry else (report("T621", Place(sheet.file), file=sheet.file),)
            stale = list(_stale(site, original, sheet, entry)) if entry else []
            yield from _once(stale, len(site.blocks(original)), sheet) if entry else unmarked
            left = list(_left_in_original(site, original, sheet))
            yield from _once(left, sum(is_words(block.folded) for block in site.blocks(sheet)) if left else 0, sheet)
            if (sheet.body.count("*") - original.body.count("*")) % 2:  # a star may be meant, where the original has it
                odd = [one for one in site.blocks(sheet) if one.kind != "code" and one.text.count("*") % 2]
                yield from (report("M106", one.place, variant="star", signs="*") for one in odd[:1])


def _once(found: list[Problem], texts: int, sheet: Sheet) -> list[Problem]:
    """One finding in place of those about most of the texts of a sheet."""
    more = {"more": f"{len(found) - 1}", "file": sheet.file}
    if not found[2:] or len(found) <= texts / 2:
        return found
    return [replace(found[0], variant="sheet", values=(*{**dict(found[0].values), **more}.items(),))]


def _stale(site: Site, original: Sheet, sheet: Sheet, entry: LockEntry) -> Iterator[Problem]:
    for change in site.changes(sheet.language, sheet.path).stale:
        place, block, variant = place_of(site, sheet, entry, change), change.block, change.what.replace("changed", "")
        last, other = (block.place.line + block.text.count("\n"), block.place) if block else ("", original.file)
        yield report("T620", place, variant=variant, other=other, last=last, file=sheet.file)


def place_of(site: Site, sheet: Sheet, entry: LockEntry, change: Change) -> Place:
    """Where the translation renders the block that has changed: its own block, or the one it should come before."""
    own = site.blocks(sheet)
    if change.key:
        found = next((block.place for block in own if block.key == change.key), None)
        return found or sheet.place_of(change.key.partition(".")[0])
    body = [block for block in own if not block.key]
    wanted = entry.body[change.position][1] if change.position < len(entry.body) else ""
    same = next((block.place for block in body if wanted and block.digest == wanted), None)
    if same is not None:
        return same
    return body[min(change.position, len(body) - 1)].place if body else Place(sheet.file, sheet.body_line)


def _left_in_original(site: Site, original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    """Report texts of some length that are word for word those of the original."""
    shared = sorted(text for text in _lines(original) & _lines(sheet) if is_words(fold(_FIGURE.sub("", text))))
    words = () if sheet.draft or sheet.title != original.title else sheet.title.split()[1:]
    is_phrase = any(word.islower() and len(word) >= MEANT_TO_DIFFER for word in words)  # as no name has
    if not shared and not is_phrase:
        return
    before = {block.key: block for block in site.blocks(original) if block.key}
    pairs = [(block, before.get(block.key)) for block in site.blocks(sheet) if block.key]
    body = (block for block in site.blocks(original) if not block.key)
    same = {block.folded: block for block in body if block.kind not in QUOTED}
    pairs.extend((block, same.get(block.folded)) for block in site.blocks(sheet) if not block.key)
    for block, other in pairs:
        is_same = other is not None and block.folded == other.folded
        if other and is_same and (is_words(block.folded) or (is_phrase and block.key == "title")):
            yield report("T622", block.place, other=other.place)
        elif not block.key and block.kind not in QUOTED and (found := [one for one in shared if one in block.text]):
            lead = block.text.partition(found[0])[0].split("\n")
            column = len(lead[-1]) + (block.place.column if len(lead) == 1 else 1)
            at = replace(block.place, line=block.place.line + len(lead) - 1, column=column)
            yield report("T622", at, other=original.file)


def _lines(sheet: Sheet) -> set[str]:
    """The lines and the sentences of a sheet, to see at little cost whether two have anything in common."""
    texts = (text.text for text in sheet.texts() if text.declared.translatable)
    return {*texts, *sheet.body.split("\n"), *_LINES_AND_SENTENCES.split(sheet.body)}


def is_words(folded: str) -> bool:
    """Whether a text has so many words that it cannot be the same in two languages."""
    words = [word for word in folded.split(" ") if sum(letter.isalpha() for letter in word) > 1]
    return len(words) >= MEANT_TO_DIFFER


# A translation has the headings, lists and tables of its original.

_TAG: Final = regex(r"<(/?)(h[1-6]|ul|ol|li|table|tr|t[hd])\b[^>]*>")
_NAMES: Final = {"ul": "a list of", "ol": "a numbered list of"}

Shape = list[tuple[str, list[str]]]
"""The sections of a body: the heading's element, and its lists and tables in words."""


def texts_have_one_shape(site: Site) -> Iterator[Problem]:
    """Report the first heading, and in each section the first list or table, that differs."""
    for path in site.paths:
        original = site.original(path)
        mine = shape(site.prose[original.language, path].html)
        for sheet in site.translations(path):
            other = shape(site.prose[sheet.language, path].html)
            if mine != other:
                yield from _differences(site, original, sheet, mine, other)


def shape(html: str) -> Shape:
    """Describe a rendered body by its headings, lists and tables; footnotes are compared as texts."""
    html = html.rpartition('<div class="footnote">\n<hr>')[0] or html
    found: Shape = [("", [])]
    lists: list[tuple[int, int]] = []
    rows, cells = 0, 0
    for match in _TAG.finditer(html):
        closing, name = bool(match[1]), match[2]
        items = found[-1][1]
        if name in HEADINGS and not closing:
            found.append((name, []))
        elif name in _NAMES and not closing:
            lists.append((len(items), 0))
            items.append("")
        elif name in _NAMES and lists:
            index, size = lists.pop()
            if index < len(items):
                items[index] = f"{_NAMES[name]} {_counted(size, 'item')}"
        elif name == "li" and not closing and lists:
            lists[-1] = (lists[-1][0], lists[-1][1] + 1)
        elif name == "table":
            if closing:
                items.append(f"a table of {_counted(rows, 'row')} and {_counted(cells // max(rows, 1), 'column')}")
            rows = cells = 0
        elif not closing:
            rows, cells = rows + (name == "tr"), cells + (name in {"th", "td"})
    return found


def _differences(site: Site, original: Sheet, sheet: Sheet, mine: Shape, other: Shape) -> Iterator[Problem]:
    there = sections(site.passages(original.language, original.path))
    here = sections(site.passages(sheet.language, sheet.path))
    for index, (one, two) in enumerate(zip_longest(mine, other)):
        if one is None or two is None or one[0] != two[0]:
            place, twin = _place(sheet, here, index), _place(original, there, index)
            better = {"variant": "level", "better": "#" * int(one[0][1:])} if one and two and one[0] and two[0] else {}
            bold = bold_alone((there if len(mine) < len(other) else here)[:index]) if len(mine) != len(other) else None
            if bold is not None:
                head, twin = (two, place) if len(mine) < len(other) else (one, twin)
                better = {"variant": "bold", "better": f"{'#' * int((head or ('h2',))[0][1:])} {bold.text}"}
                yield report("P206", bold.start, here=_heading(None), there=_heading(head), other=twin, **better)
                return
            yield report("P206", place, here=_heading(two), there=_heading(one), other=twin, **better)
            return
    for index, (one, two) in enumerate(zip(mine, other, strict=True)):
        unequal = [pair for pair in zip_longest(one[1], two[1], fillvalue="nothing") if pair[0] != pair[1]]
        for left, right in unequal[:1]:
            place, twin = _place(sheet, here, index, right), _place(original, there, index, left)
            yield report("P206", place, here=right, there=left, other=twin)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _heading(section: tuple[str, list[str]] | None) -> str:
    return f"a heading of level {section[0][1:]}" if section and section[0] else "no further heading"


def _place(sheet: Sheet, blocks: list[list[TextBlock]], index: int, item: str = "") -> Place:
    """Where a section begins, or its first list or table does; the last section there is, if there are fewer."""
    elements = ("th", "td") if "table" in item else ("li",) if "list" in item else ()
    listed = [block for section in blocks[index : index + 1] for block in section if block.element in elements]
    found = listed[:1] or [block for section in blocks[: index + 1] for block in section[:1]][-1:]
    return found[0].start if found else Place(sheet.file, sheet.body_line)
