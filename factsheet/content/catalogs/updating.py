"""Catalogues brought up to date with what templates ask for: nothing a translator wrote is lost."""

from collections.abc import Iterable, Sequence
from typing import Final

from factsheet.content.catalogs.plurals import Plurals, read_plurals
from factsheet.content.catalogs.pofile import PoEntry, header_fields, quoted
from factsheet.core.records import dataclass, replace

_FIELDS: Final = (
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A message that is asked for: where, and what its translator should know."""

    id: str
    context: str = ""
    plural: str | None = None
    places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Context and id."""
        return (self.context, self.id)


def header(language: str, plurals: Plurals | None, comments: Sequence[str] = ()) -> PoEntry:
    """The header of a catalogue; it holds no date and no version of a tool, so that it only changes with cause."""
    fields = [("Project-Id-Version", "factsheet"), ("Language", language.replace("-", "_")), *_FIELDS]
    if plurals:
        fields.append(("Plural-Forms", plurals.header))
    text = "".join(f"{name}: {value}\n" for name, value in fields)
    return PoEntry(id="", strings=(text,), comments=tuple(comments))


def template(wanted: Iterable[Wanted]) -> list[PoEntry]:
    """The entries of `messages.pot`."""
    return [header("", None), *(_blank(message, 2) for message in wanted)]


def new_catalog(language: str, plurals: Plurals, wanted: Iterable[Wanted], comments: Sequence[str]) -> list[PoEntry]:
    """The entries of a catalogue in which nothing has been translated yet."""
    return [header(language, plurals, comments), *(_blank(message, plurals.count) for message in wanted)]


def updated(entries: Sequence[PoEntry], wanted: Sequence[Wanted], plurals: Plurals) -> list[PoEntry]:
    """Bring a catalogue up to date.

    What is asked for comes in its order; a translation whose message has changed a little is kept as a fuzzy guess
    with the previous message; what nobody asks for any more goes to the end as obsolete, where it was translated.
    The header stays as it is, and says how many forms a plural has; `plurals` are for a catalogue without one.
    """
    known = {entry.key: entry for entry in sorted(entries, key=lambda entry: not entry.obsolete)}
    head = known.pop(("", ""), None) or header("", plurals)
    count = (read_plurals(header_fields(head.strings[0]).get("Plural-Forms", "")) or plurals).count
    keys = {message.key for message in wanted}
    dropped = [entry for key, entry in known.items() if key not in keys and any(entry.strings)]
    result = [head]
    for message in wanted:
        if (entry := known.get(message.key)) is None:
            entry = _guess(message, dropped, count)
        result.append(_refreshed(entry, message, count))
    result.extend(replace(entry, obsolete=True, references=(), notes=()) for entry in dropped)
    return result


def _blank(message: Wanted, count: int) -> PoEntry:
    strings = ("",) * (count if message.plural is not None else 1)
    entry = PoEntry(id=message.id, context=message.context or None, plural=message.plural, strings=strings)
    return _refreshed(entry, message, count)


def _refreshed(entry: PoEntry, message: Wanted, count: int) -> PoEntry:
    strings = entry.strings
    if (entry.plural is None) != (message.plural is None):
        strings = ("",) * (count if message.plural is not None else 1)
    flags = [flag for flag in entry.flags if flag != "python-format"]
    if "%(" in message.id or "%%" in message.id:
        flags.append("python-format")
    own = replace(entry, flags=tuple(flags), previous=entry.previous if entry.is_fuzzy else (), obsolete=False)
    return replace(own, plural=message.plural, strings=strings, references=message.places, notes=message.notes)


def _guess(message: Wanted, dropped: list[PoEntry], count: int) -> PoEntry:
    """The blank entry, or the translation of a dropped message much like it, marked as fuzzy."""
    of_it = (one for one in dropped if (one.context or "") == message.context and one.plural == message.plural)
    same = {entry.id: entry for entry in of_it}
    from difflib import get_close_matches

    if not (close := get_close_matches(message.id, same, n=1, cutoff=0.75)):
        return _blank(message, count)
    best = same[close[0]]
    dropped.remove(best)
    before = () if best.context is None else (f"msgctxt {quoted(best.context)}",)
    flags = ("fuzzy", *(flag for flag in best.flags if flag != "fuzzy"))
    return replace(best, id=message.id, flags=flags, previous=(*before, f"msgid {quoted(best.id)}"))
