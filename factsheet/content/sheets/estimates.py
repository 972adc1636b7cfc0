"""What a metric says beside its value: what a rate is per, how far an estimate may be off, what a score is out of."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from factsheet.content.calculations import MOST_PARTS
from factsheet.content.frontmatter import Fields, Scalar
from factsheet.content.kinds import BadValue, Kind
from factsheet.content.kinds.declared import TWO_ENDS, read_large, read_number
from factsheet.content.model import OPERATIONS, Derivation, Span, Value
from factsheet.content.sheets.values import belonging, refuse, value_meant
from factsheet.core.records import replace
from factsheet.core.suggest import nearest
from factsheet.l10n import numbers

PER: Final = "per"
ESTIMATE_KEYS: Final = (PER, "interval", "margin", "confidence", "out_of")
"""The keys that are read here."""

PERSON: Final = "person"
_MOST_SURE: Final = 100


def estimate(entry: Fields, kind: Kind, value: Value, *, per: str | None) -> Mapping[str, Any]:
    """Read what the kind takes of these keys, with `per` of the measure; what is wrong is reported and left out."""
    found: dict[str, Any] = {
        PER: rate(entry, per),
        "interval": _interval(entry, value),
        "margin": positive(entry, "margin", is_whole=isinstance(value, Decimal) and value % 1 == 0),
        "confidence": positive(entry, "confidence"),
        "out_of": positive(entry, "out_of", is_whole=True),
    }
    if found["confidence"] is not None and not found["confidence"] < _MOST_SURE:
        entry.report("N131", entry.key_place("confidence"), key="confidence")
        found["confidence"] = None
    if found["interval"] is not None and found["margin"] is not None:
        entry.report("N132", entry.key_place("margin"))
        found["margin"] = None
    return {key: found[key] for key in ESTIMATE_KEYS if key in kind.keys}


def rate(entry: Fields, per: str | None) -> Decimal | str | None:
    """Read what a rate is per; `per` is what the measure is per, where that says so."""
    return unit_name(per) if per else _per(entry)


def _per(entry: Fields) -> Decimal | str | None:
    if (scalar := entry.scalar("per", "a number, a unit or `person`")) is None:
        return None
    if scalar.text == PERSON:
        return PERSON
    if numbers.is_unit(scalar.text):
        return unit_name(scalar.text)
    is_number = not any(map(str.isalpha, scalar.text))
    number = _number(entry, "per", scalar, is_whole=True) if is_number else None
    if number is not None and number > 1:
        return number
    if number is not None or not is_number:
        entry.report("N130", scalar.place, per=scalar.text, near=_per_meant(scalar))
    return None


def _per_meant(scalar: Scalar) -> str | None:
    """What a rate is per by a word for it, as in `capita` or `km2`, or an id that is written almost so."""
    from factsheet.l10n.reading.synonyms import is_person, unit_called

    number = value_meant(scalar, read_large)
    counted = scalar.text.lstrip("0123456789., \u00a0")
    is_led = scalar.text[:1].isdigit() or not any(map(str.isdigit, scalar.text))
    if number and is_led and Decimal(number) > 1 and not unit_called(counted, scalar.language or "en"):
        return number
    return PERSON if is_person(scalar.text) else _unit_meant(scalar)


def unit_name(unit: str) -> str:
    """Give a unit without its family, whether it is named with it or without."""
    return (numbers.unit_id_of(unit) or unit).partition("-")[2]


def is_rate(entry: Fields) -> bool:
    """Tell whether a metric is per something, or out of something."""
    return "per" in entry or "out_of" in entry


def _unit_meant(scalar: Scalar) -> str | None:
    """The unit that goes by a name or sign, as in `kg` or `tone`, or an id that is written almost so."""
    from factsheet.l10n.reading.synonyms import unit_meant

    tag = scalar.language or "en"
    one, _, per = scalar.text.partition("/")
    both = [unit_meant(name.strip(" "), tag) for name in (one, per)] if per else []
    if all(both) and both:
        return "-per-".join(filter(None, both))
    return unit_meant(scalar.text, tag) or nearest(scalar.text, (*(unit_name(one) for one in numbers.UNITS),))


def measured(entry: Fields) -> tuple[str | None, str | None]:
    """Give the unit; of a compound one that CLDR lacks (`gram-per-kilometer`), the unit and what it is per."""
    if (scalar := entry.scalar("measure", "a unit of CLDR")) is None:
        return None, None
    if (found := _parts(scalar.text)) is None:
        near = _unit_meant(scalar)
        other = None if near else belonging("measure", scalar.text, scalar.language)
        entry.report("N105", scalar.place, metric=entry.within, measure=scalar.text, near=near or other)
        found = _parts(near or "")
    return found or (None, None)


def _parts(name: str) -> tuple[str, str | None] | None:
    """A unit that CLDR has, or of a compound one that it lacks, the unit and what it is per; None for another name."""
    one, _, per = name.partition("-per-")
    if numbers.is_unit(name):
        return name, None
    return (one, per) if numbers.is_unit(one) and numbers.is_unit(per) else None


def _interval(entry: Fields, value: Value) -> Span | None:
    if (scalar := entry.scalar("interval", "two numbers with a dash between them")) is None:
        return None
    match = None if scalar.quoted else TWO_ENDS.fullmatch(scalar.text)
    if match is None:
        near = value_meant(scalar, _span)
        entry.report("N121", scalar.place, metric=entry.within, value=scalar.text, near=near)
        return None
    ends: list[Decimal] = []
    for part in match.groups():  # of a large whole value, "47.000" is hardly 47
        is_whole = isinstance(value, Decimal) and value % 1 == 0 and value >= _THOUSAND
        if (end := _number(entry, "interval", Scalar(part, scalar.place), is_whole=is_whole)) is None:
            return None
        ends.append(end)
    low, high = ends
    if not low < high:
        entry.report("N112", scalar.place, metric=entry.within, low=match[1], high=match[2])
        return None
    if isinstance(value, Decimal) and not low <= value <= high:
        entry.report("N133", scalar.place, metric=entry.within, low=match[1], high=match[2])
    return Span(low, high)


_THOUSAND = 1000


def _span(scalar: Scalar) -> None:
    """Read two numbers with a dash between them; raises BadValue."""
    if (match := TWO_ENDS.fullmatch(scalar.text)) is None:
        raise BadValue("N121")
    for part in match.groups():
        read_number(replace(scalar, text=part))


def positive(entry: Fields, key: str, *, is_whole: bool = False) -> Decimal | None:
    """A number above zero, where the key is written; where it `is_whole` mostly, `100.000` is refused."""
    scalar = entry.scalar(key, "a number")
    number = _number(entry, key, scalar, is_whole=is_whole) if scalar else None
    if number is not None and not number > 0:
        entry.report("N131", entry.key_place(key), key=key)
        return None
    return number


def _number(entry: Fields, key: str, scalar: Scalar, *, is_whole: bool) -> Decimal | None:
    """Read a number; of one that `is_whole` mostly, `100.000` is refused: it could be meant as 100000."""
    read = read_large if is_whole else read_number
    try:
        return read(scalar)
    except BadValue as bad:
        variant = "" if bad.variant == "percent-sign" else bad.variant  # which speaks of the kind of the metric
        refuse(entry, scalar, bad, read, metric=f"{entry.within}.{key}", variant=variant)
        return None


# How front matter says that a figure is computed from others: `share_of: [part, whole]`.

_PAIR = 2


def is_derived(entry: Fields) -> bool:
    """Whether a metric names an operation."""
    return any(key in entry for key in OPERATIONS)


def read_derivation(entry: Fields) -> Derivation | None:
    """Read the operation and its parts; None where there is none to be had, which has been reported."""
    key, *others = (key for key in OPERATIONS if key in entry)
    for other in others:
        entry.report("N140", entry.key_place(other), metric=entry.within, key=key, other=other)
    parts = entry.scalars(key)
    if others or not _are_enough(entry, key, parts):
        return None
    return Derivation(
        operation=key,
        parts=tuple(part.text for part in parts),
        place=entry.value_place(key),
        places={str(index): part.place for index, part in enumerate(parts)},
    )


def _are_enough(entry: Fields, key: str, parts: Sequence[Scalar]) -> bool:
    """Whether there are as many parts as the operation takes, each named once."""
    named = [part.text for part in parts]
    twice = next((part for index, part in enumerate(parts) if part.text in named[:index]), None)
    if twice is not None:
        place, values = twice.place, {"part": twice.text}
        entry.report("N141", place, variant="twice", metric=entry.within, key=key, found=2, **values)
        return False
    is_sum = key == "sum_of"
    if (_PAIR <= len(parts) <= MOST_PARTS) if is_sum else len(parts) == _PAIR:
        return True
    variant = "sum" if is_sum else ""
    words = " ".join(named).replace(",", " ").split()
    ends = (*words[:1], *words[1:][-1:])
    better = f"[{', '.join((*ends, '...', '...')[:2])}]"
    said = {"metric": entry.within, "key": key, "part": "", "better": better}
    entry.report("N141", entry.value_place(key), variant=variant, found=len(parts), **said)
    return False
