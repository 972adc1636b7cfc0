"""Translations put back into sheets: only what has changed is written, and nothing that would lose a figure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from factsheet.content.frontmatter import split
from factsheet.content.model import Language, Sheet
from factsheet.content.sheets import read_sheet
from factsheet.content.sheets.store import Sheets
from factsheet.content.text import forbidden
from factsheet.content.tracing import Tracer
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, replace
from factsheet.core.suggest import listed
from factsheet.l10n.cldr import plural_categories
from factsheet.site.site import Site
from factsheet.site.translations import LockEntry, TranslationBlock, blocks, body_blocks, partly_marked
from factsheet.tools.exchange.units import PLACEHOLDER, ExchangeUnit, Imported, figures, same_figures, sheet_units
from factsheet.tools.exchange.words_in_yaml import PATH, draft, site_units, with_site_word, with_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The files to write, how many units changed, and what was refused."""

    files: Mapping[str, str]
    changed: int
    marks: Mapping[str, LockEntry]
    """The new entries of the lock, by file: what has come back confirmed is current."""
    problems: tuple[Problem, ...]


def put_back(site: Site, language: Language, texts: Mapping[str, str], imported: Iterable[Imported]) -> Outcome:
    """Put translations into the sheets of a language; `texts` holds the files as they are, by their paths."""
    groups: dict[str, list[Imported]] = {}
    for item in imported:
        groups.setdefault(item.name.rpartition("#")[0], []).append(item)
    files: dict[str, str] = {}
    problems: list[Problem] = []
    changed = 0
    marks: dict[str, LockEntry] = {}
    for path, items in groups.items():
        if path == PATH:
            text, count, refused = _site_words(site, language, texts.get(PATH, ""), items)
            files |= {PATH: text} if count else {}
            changed += count
            problems += refused
            continue
        if path not in site.paths:
            problems.extend(report("T632", item.place) for item in items if item.target)
            continue
        file = f"content/{language.tag}/{path}.md"
        sheet = _Sheet(site, language, path, file, texts.get(file))
        count = sheet.put(items)
        problems.extend(sheet.problems)
        if count:
            files[file] = sheet.text
            changed += count
        if (entry := sheet.mark()) is not None:
            marks[file] = entry
    once = {one if one.variant != "exchanged" else one.code: one for one in reversed(problems)}
    return Outcome(files=files, changed=changed, problems=tuple(reversed(once.values())), marks=marks)


def _site_words(site: Site, language: Language, text: str, items: Iterable[Imported]) -> tuple[str, int, list[Problem]]:
    """Put title and description of the site into its settings; give them, how many changed, and what was refused."""
    known = {unit.name: unit for unit in site_units(site, language)}
    count = 0
    problems: list[Problem] = []
    for item in items:
        unit = known.get(item.name)
        target = item.target.strip(" \t\r\n")
        if unit is None or not _same_text(unit.source, item.source):
            problems.extend(_other_original(unit, item))
        elif item.is_untouched:
            continue
        elif item.fault and target != unit.target:
            problems.append(report("T633", item.place, variant="" if target else "empty", reason=item.fault))
        elif "\n" in target or any(forbidden(PATH, target)):
            problems.append(report("T633", item.place, reason="it has several lines"))
        elif target != unit.target:
            try:
                tags = tuple(one.tag for one in site.languages)
                text = with_site_word(text, unit.key, language.tag, target, languages=tags)
                count += 1
            except LookupError:
                problems.append(report("T633", item.place, reason=f"{PATH} has no place for {unit.key}"))
    return text, count, problems


class _Sheet:
    """One sheet while translations are put into it."""

    def __init__(self, site: Site, language: Language, path: str, file: str, text: str | None) -> None:
        self.path, self.file, self.language = path, file, language
        self.problems: list[Problem] = []
        self.original = site.original(path)
        if text is None:
            text = draft(self.original, plural_categories(language.numbers))
            shelf = site.drafts.shelf.with_file((language.tag, path), text.encode())
            site = replace(site, drafts=Sheets(shelf=shelf, tracer=Tracer(leaves=site.tracer.leaves), drafts=True))
        self.text = text
        self.site = site
        self.confirmed: set[str] = set()
        self.new: set[str] = set()
        self.units = {unit.name: unit for unit in sheet_units(site, language, path)}

    def put(self, items: Iterable[Imported]) -> int:
        """Put the items in and count those that changed something."""
        good: list[tuple[ExchangeUnit, Imported]] = []
        for given in items:
            unit = self.units.get(given.name)
            item = given.with_figures(unit.source) if unit else given
            if unit is None or not _same_text(unit.source, item.source):
                same = next((one for one in self.units.values() if _same_text(one.source, item.source)), None)
                self.problems.extend(_other_original(unit, item, same))
            elif item.is_untouched:
                continue
            elif _same_text(unit.target, item.target) and (item.target or not item.fault):
                self._note(unit, item)
            elif (fitted := self._fitting(unit, item)) is not None:
                good.append((unit, fitted))
                self._note(unit, item)
        count = self._put_words([pair for pair in good if pair[0].key])
        return count + self._put_blocks([pair for pair in good if not pair[0].key])

    def _note(self, unit: ExchangeUnit, item: Imported) -> None:
        """Remember a translation that is confirmed, and whether that is news."""
        if item.confirmed:
            self.confirmed.add(unit.name)
            if unit.stale or not _same_text(unit.target, item.target):
                self.new.add(unit.name)

    def mark(self) -> LockEntry | None:
        """The entry of the lock, where a translation has become current; units that are not confirmed stay behind."""
        own, _ = read_sheet(
            self.file, self.text.encode(), path=self.path, language=self.language.tag, is_reference=False
        )
        if own is None or not self.new:
            return None
        waiting = {id(unit.original) for unit in self.units.values() if unit.name not in self.confirmed}
        original = self.site.blocks(self.original)
        entry = self.site.lock.get(self.file)
        return partly_marked(entry, original, blocks(own), lambda block: id(block) not in waiting)

    def _fitting(self, unit: ExchangeUnit, item: Imported) -> Imported | None:
        """The item with the spaces around its text gone; None, with a finding, where it cannot stand."""
        target = item.target.strip(" \t\r\n")
        reason = ""
        if item.fault:
            reason = item.fault
        elif any(forbidden(self.file, target)):
            reason = "it holds a control character or another that is not allowed"
        elif not same_figures(unit.source, target):
            self.problems.append(_other_figures(unit, item, target))
            return None
        elif unit.key and "\n" in target:
            reason = "it has several lines"
        elif not unit.key and not _is_one_block(self.original, unit.original, target):
            reason = "it would not be one block of the same kind any more"
        if reason:
            is_sign = not unit.key and re.match(r"\d+[.)] |[-+*>#]+ ", target) is not None
            kind = next((word for word in ("fuzzy", "percent") if word in reason), "" if target else "empty")
            variant = "sign" if is_sign else kind
            self.problems.append(report("T633", item.place, variant=variant, reason=reason))
            return None
        return replace(item, target=target)

    def _put_words(self, pairs: Iterable[tuple[ExchangeUnit, Imported]]) -> int:
        count = 0
        for unit, item in pairs:
            parts, _ = split(self.file, self.text)
            if parts is None:
                self.problems.append(report("T633", item.place, reason=f"{self.file} has no front matter"))
                continue
            try:
                head = with_word(parts.head, unit.key, item.target)
            except LookupError:
                self.problems.append(report("T633", item.place, reason=f"{self.file} has no place for {unit.key}"))
                self.confirmed.discard(unit.name)
                self.new.discard(unit.name)
                continue
            self.text = parts.opening + head + parts.closing + parts.body
            count += 1
        return count

    def _put_blocks(self, pairs: list[tuple[ExchangeUnit, Imported]]) -> int:
        """Replace blocks from the last to the first, so that offsets hold; add those that are not there yet."""
        parts, _ = split(self.file, self.text)
        if parts is None:
            return 0
        body = parts.body
        edits = [(*self._edit(unit, item.target, len(body)), rank) for rank, (unit, item) in enumerate(pairs)]
        for start, end, text, _ in sorted(edits, key=lambda edit: (edit[0], edit[3]), reverse=True):
            body = body[:start] + text + body[end:]
        self.text = self.text[: len(self.text) - len(parts.body)] + body
        return len(pairs)

    def _edit(self, unit: ExchangeUnit, target: str, length: int) -> tuple[int, int, str]:
        if unit.own is not None:
            return unit.own.start, unit.own.end, target
        before = self._block_before(unit)
        mark = _mark(self.original.body, unit.original)
        if before is None:
            return 0, 0, f"{mark}{target}\n\n"
        both_items = before.kind == unit.kind == "item"
        gap = "\n" if both_items else "\n\n"
        end = min(before.end, length)
        return end, end, f"{gap}{mark}{target}"

    def _block_before(self, unit: ExchangeUnit) -> TranslationBlock | None:
        """The block of the translation after which a new one belongs."""
        found = None
        for other in self.units.values():
            if other.name == unit.name:
                break
            if not other.key and other.own is not None:
                found = other.own
        return found


def _other_original(unit: ExchangeUnit | None, item: Imported, same: ExchangeUnit | None = None) -> Iterator[Problem]:
    """The finding for a text of which the file and the site have other originals, if anything was translated.

    Where no text is known by its name, the `same` is known by another.
    """
    if unit is None:
        said = {"name": same.name, "given": item.name} if same else {}
        yield from (report("T632", item.place, variant="name" if same else "", **said),) if item.target else ()
        return
    first, second = ("msgid", "msgstr") if item.place.path.endswith(".po") else ("<source>", "<target>")
    variant = "word" if unit.key else "typed"  # what a block is known by is of its text, and would have changed with it
    if item.target and _same_text(unit.source, item.target):
        variant = "exchanged"
    said = {"text": unit.source, "first": first, "second": second, "file": unit.place.path}
    yield report("T632", replace(item.place, line=item.source_line or item.place.line), variant=variant, **said)


def _same_text(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but how their references are spaced, and in spaces at their ends."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> tuple[str, ...]:
    return (PLACEHOLDER.sub("\ufffc", text).strip(" \t\r\n"), *figures(text))


def _mark(body: str, block: TranslationBlock) -> str:
    """What stands before a block on its first line: the sign of a heading, the dash of an item."""
    return body[body.rfind("\n", 0, block.start) + 1 : block.start]


def _is_one_block(original: Sheet, block: TranslationBlock, target: str) -> bool:
    trial = replace(original, body=_mark(original.body, block) + target)
    found = body_blocks(trial)
    same_kind = len(found) == 1 and (found[0].kind == block.kind or block.kind.startswith("heading"))
    return same_kind and found[0].text == target


def _other_figures(unit: ExchangeUnit, item: Imported, target: str) -> Problem:
    """The finding for placeholders that are lost, repeated or added, as the file writes them."""
    form = "%({})s" if item.place.path.endswith(".po") else ""
    wanted, given = (
        Counter(
            (form or ("{{{}}}" if found[2] else "{{{{ {} }}}}")).format(found[1] or found[2])
            for found in PLACEHOLDER.finditer(text)
        )
        for text in (unit.source, target)
    )
    lost, more = listed((wanted - given).elements()), listed((given - wanted).elements())
    names = {found[1] or found[2] for found in PLACEHOLDER.finditer(unit.source)} - set(figures(target))
    is_broken = any(re.search(rf"[{{(] *{re.escape(name)} *[}})]", target) for name in names)
    variant = "broken" if is_broken else "instead" if lost and more else "lost" if lost else "more"
    expected, found = (listed(sorted(one.elements())) or "none" for one in (wanted, given))
    return report("T631", item.place, variant=variant, expected=expected, found=found, lost=lost, more=more)
