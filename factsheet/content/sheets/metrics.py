"""The `metrics` of a sheet: values in the reference language, words in every language."""

from contextlib import suppress
from decimal import Decimal
from typing import Any

from factsheet.content.frontmatter import Fields, Listing, Mapping, Scalar
from factsheet.content.kinds import DEFAULT, KIND_BY_NAME, BadValue, Details, Kind, implied_kind
from factsheet.content.metric import Value
from factsheet.content.model import BOUNDS, DISPLAYS, OPERATIONS, Confirmation, Derived, Metric, MetricWords, Restated
from factsheet.content.sheets.estimates import (
    ESTIMATE_KEYS,
    PER,
    estimate,
    is_derived,
    is_rate,
    measured,
    positive,
    rate,
    read_derivation,
)
from factsheet.content.sheets.histories import read_history, read_series
from factsheet.content.sheets.units import read_unit
from factsheet.content.sheets.values import amount_meant, belonging, read_currency, refuse
from factsheet.content.texts import text_keys
from factsheet.core.records import NamedTuple, replace
from factsheet.core.suggest import listed, nearest
from factsheet.l10n.decimals import SCALES

VALUE_KEYS = (
    "value", "kind", "currency", "measure", "change", "per", "interval", "margin", "confidence", "out_of", "bound",
    "display", "scale", "digits", "round_to", "as_of", "recheck_by", "source", "quote", "confirmed_by", "history",
    *OPERATIONS,
)  # fmt: skip
WORD_KEYS = text_keys(MetricWords)
MOST_WORDS = 3
"""How many words a noun may have."""
KEYS = (*VALUE_KEYS[:4], *WORD_KEYS, "name", "gender", "nouns", *VALUE_KEYS[4:])
_KIND_KEYS = ("currency", "measure", "change", *ESTIMATE_KEYS, "display", "scale", "digits", "round_to", "history")
_MAX_DIGITS = 12


class DeclaredMetrics(NamedTuple):
    """The metrics of one sheet."""

    words: dict[str, MetricWords]
    metrics: dict[str, Metric]
    """Those that say their value, in the reference language."""
    derived: dict[str, Derived]
    """Those that are computed from others."""


def read(fields: Fields, *, is_reference: bool) -> DeclaredMetrics:
    """Read the words of each metric and, in the reference language, its value."""
    from factsheet.content.sheets.read import named

    def read_one(name: Scalar, entry: Fields) -> tuple[MetricWords, Metric | Derived | None]:
        words = _words(name, entry, is_reference=is_reference)
        make = _derived if is_derived(entry) else _metric
        return words, make(name, entry) if is_reference else None

    found = named(fields, "metrics", KEYS, read_one)
    return DeclaredMetrics(
        words={name: pair[0] for name, pair in found.items()},
        metrics={name: one for name, (_, one) in found.items() if isinstance(one, Metric)},
        derived={name: one for name, (_, one) in found.items() if isinstance(one, Derived)},
    )


def _words(name: Scalar, entry: Fields, *, is_reference: bool) -> MetricWords:
    restated = () if is_reference else tuple(_restated(entry))
    unit, unit_places, two = read_unit(entry)
    return MetricWords(
        id=name.text,
        unit=unit,
        **{key: entry.text(key) for key in WORD_KEYS if key != "unit"},
        name=entry.text("name"),
        gender=entry.text("gender"),
        nouns=_nouns(entry),
        two=two,
        restated=restated,
        place=name.place,
        places={**entry.places, **unit_places},
    )


def _nouns(entry: Fields) -> tuple[str, ...]:
    """The other nouns for what is counted, each of a few words."""
    found = entry.scalars("nouns")
    for one in found:
        if len(one.text.split()) > MOST_WORDS or "{" in one.text:
            entry.wrong("nouns", "a list of nouns", one.place, variant="nouns")
    return tuple(one.text.strip() for one in found)


def _restated(entry: Fields) -> list[Restated]:
    found = []
    for key in filter(entry.__contains__, VALUE_KEYS):
        node = entry.node(key)
        if isinstance(node, Scalar):
            found.append(Restated(key, node.text, node.quoted, node.place))
        elif isinstance(node, Listing | Mapping):
            entry.report("F017", entry.key_place(key), key=key)
    return found


def _derived(name: Scalar, entry: Fields) -> Derived | None:
    """A metric that is computed: of its value only what the sheet expects is known here."""
    derivation = read_derivation(entry)
    kind = _kind(entry)
    currency = read_currency(entry)
    measure, rate_of = measured(entry)
    is_change = "change_of" in entry and kind is not None and "change" in kind.keys
    details = Details(currency=currency, measure=measure, change=is_change or entry.flag("change"))
    if kind is not None:
        _refuse_foreign_keys(entry, kind)
    for key in set(ESTIMATE_KEYS) - {PER}:
        if key in entry:
            entry.report("N111", entry.key_place(key), key=key, kind=kind.name if kind else "count")
    scalar = entry.scalar("value", "a number")
    if derivation is None:
        return None
    return Derived(
        id=name.text,
        derivation=derivation,
        kind=kind.name if kind else None,
        value=Restated("value", scalar.text, scalar.quoted, scalar.place) if scalar else None,
        bound=_bound(entry) if "bound" in entry else None,
        rest={**_settled(entry, kind or DEFAULT, details), PER: rate(entry, rate_of)},
        place=name.place,
        places=entry.places,
    )


def _metric(name: Scalar, entry: Fields) -> Metric | None:
    kind, details, rate_of = _way(entry)
    if (scalar := entry.scalar("value", "a number")) is None:
        if entry.node("value") is None:
            quote = entry.node("quote")
            better = amount_meant(quote).get("better") if isinstance(quote, Scalar) else None
            place = entry.key_place("value") if "value" in entry else name.place
            entry.report("N102", place, metric=name.text, near=better)
        return None
    try:
        value = kind.read(scalar, details)
    except BadValue as bad:
        mentioned = {"N116": "currency", "N118": "measure"}.get(bad.code)
        if mentioned is None or mentioned not in entry:
            meant = _more_meant(entry, scalar, bad)
            refuse(entry, scalar, bad, lambda one: kind.read(one, details), metric=name.text, **meant)
        return None
    found = _of_value(name, entry, (kind, details, rate_of), value)
    if not kind.takes(found.bound, value):
        entry.report("N157", entry.key_place("bound"), metric=name.text, bound=found.bound, value=scalar.text)
    return found


def _more_meant(entry: Fields, scalar: Scalar, bad: BadValue) -> dict[str, str]:
    """What else than a number a refused value says; of an amount without a currency, that which its quote names."""
    said = amount_meant(quote) if isinstance(quote := entry.node("quote"), Scalar) else {}
    if bad.code == "N116":
        return {"near": said["currency"]} if said.get("currency") else {}
    if bad.code == "N103" and not bad.variant and f"`value: {scalar.text}`, " in said.get("better", ""):
        return {"variant": "said", "better": said["better"]}
    if bad.code == "N101" and bad.variant in {"", "quoted"}:
        for kind in KIND_BY_NAME.values() if "kind" not in entry else ():
            with suppress(BadValue):
                if kind.is_time and kind.read(replace(scalar, quoted=False), Details()):
                    return {"variant": "kind", "kind": kind.name}
        return amount_meant(scalar)
    return {}


def common(name: Scalar, entry: Fields) -> Metric:
    """Read what the cells of a column have in common: a metric whose value is not known yet."""
    return _of_value(name, entry, _way(entry), Decimal(0))


Way = tuple[Kind, Details, str | None]
"""As which kind a value is read, in which unit, and per what."""


def _of_value(name: Scalar, entry: Fields, way: Way, value: Value) -> Metric:
    """Make the metric of a value with all that is declared beside it."""
    kind, details, rate_of = way
    return Metric(
        id=name.text,
        kind=kind.name,
        value=value,
        bound=_bound(entry),
        **_settled(entry, kind, details),
        **estimate(entry, kind, value, per=rate_of),
        place=name.place,
        places=entry.places,
    )


def _way(entry: Fields) -> Way:
    """How a value is to be read: as which kind, in which unit, and per what; keys that the kind has not are told."""
    kind = _kind(entry) or DEFAULT
    currency = read_currency(entry)
    measure, rate_of = measured(entry)
    _refuse_foreign_keys(entry, kind)
    change = entry.flag("change")
    return kind, Details(currency=currency, measure=measure, change=change, is_rate=is_rate(entry)), rate_of


def _settled(entry: Fields, kind: Kind, details: Details) -> dict[str, Any]:
    """The fields of `Metric` that are as they are declared, whatever the value."""
    return {
        "currency": details.currency,
        "measure": details.measure,
        "change": details.change,
        "display": _display(entry),
        "digits": _digits(entry),
        "round_to": positive(entry, "round_to", is_whole=True),
        "as_of": entry.moment("as_of"),
        "recheck_by": entry.day("recheck_by"),
        "source": entry.text("source"),
        "quote": entry.text("quote"),
        "confirmed_by": _confirmation(entry),
        "history": read_history(entry, kind, details),
        "series": read_series(entry),
    }


def _confirmation(entry: Fields) -> Confirmation | None:
    if (mapping := entry.mapping("confirmed_by")) is None:
        return None
    own = Fields(mapping, ("source", "quote"), entry.problems, within=f"{entry.within}.confirmed_by")
    source, quote = own.required_text("source"), own.required_text("quote")
    return Confirmation(source=source, quote=quote, place=own.place, places=own.places) if source and quote else None


def _kind(entry: Fields) -> Kind | None:
    """The kind that is named, or the one that another key implies; None where nothing says it."""
    from factsheet.l10n.reading.synonyms import names_meant

    implied = implied_kind(entry.places.keys())
    if (scalar := entry.scalar("kind", "a word")) is None:
        return implied
    if scalar.text in KIND_BY_NAME:
        return KIND_BY_NAME[scalar.text]
    near = names_meant(scalar.text, KIND_BY_NAME) or belonging("kind", scalar.text, scalar.language)
    near = near or nearest(scalar.text, KIND_BY_NAME)
    said = {"metric": entry.within, "kind": scalar.text, "kinds": listed(KIND_BY_NAME)}
    if implied is not None and near is None:
        said |= {"implied": implied.name, "key": next(key for key in entry.places if key in implied.implied_by)}
    entry.report("N110", scalar.place, variant="implied" if "implied" in said else "", near=near, **said)
    return KIND_BY_NAME.get(near or "", implied)


def _refuse_foreign_keys(entry: Fields, kind: Kind) -> None:
    for key in _KIND_KEYS:
        if key in entry and key not in kind.keys:
            entry.report("N111", entry.key_place(key), key=key, kind=kind.name)
    if "unit" in entry and not kind.has_unit:
        entry.report("N111", entry.key_place("unit"), key="unit", kind=kind.name)


def _bound(entry: Fields) -> str:
    from factsheet.l10n.reading.synonyms import bound_meant

    return entry.choice("bound", BOUNDS, "exact", meant=lambda word: belonging("bound", word, "") or bound_meant(word))


def _display(entry: Fields) -> str:
    """How the number is written; a scale that is named says it alone."""
    display = entry.choice("display", DISPLAYS, "auto", meant=lambda word: belonging("display", word, ""))
    if "scale" not in entry:
        return display
    if "display" in entry:
        entry.report("N152", entry.key_place("display"))
    return entry.choice("scale", tuple(SCALES), display, meant=_scale_meant)


def _scale_meant(word: str) -> str | None:
    from factsheet.l10n.reading.synonyms import power_meant

    power = power_meant(word)
    return next((name for name, one in SCALES.items() if one == power), belonging("scale", word, ""))


def _digits(entry: Fields) -> int | None:
    def read(scalar: Scalar) -> int:
        text = scalar.text
        if scalar.quoted or not (text.isascii() and text.isdigit()) or int(text[:4]) > _MAX_DIGITS:
            said = {"key": f"{entry.within}.digits", "expected": f"a whole number from 0 to {_MAX_DIGITS}"}
            places = len(text.partition(".")[2]) if text.replace(".", "").isdigit() else 0
            raise BadValue("F008", variant="places" if places else "", better=places, **said)
        return int(text)

    scalar = entry.scalar("digits", "a whole number")
    try:
        return read(scalar) if scalar else None
    except BadValue as bad:
        if scalar:
            refuse(entry, scalar, bad, read)
        return None
