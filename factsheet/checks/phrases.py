"""The phrases that are put around figures leave them what they are: units of metrics, and bounds of catalogues."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from factsheet.checks.reading import alone, declared, known_nouns, read_marked, unit_id, with_original
from factsheet.content.kinds import kind_of
from factsheet.content.model import MetricWords, Sheet
from factsheet.content.statements.comparing import POINTS, FigureSpan, MetricFacts, Relation, Statement, in_short, says
from factsheet.content.statements.grammar import measures
from factsheet.content.statements.heading import per_behind, per_of
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import replace
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.phrases import skip_space
from factsheet.l10n.reading.rates import denominators
from factsheet.site.figures import BOUND_MESSAGES, Figure
from factsheet.site.site import Site

_SAMPLE = Decimal(1300)
"""A number that no bound, scale or phrase has in itself."""
_SCALED_SAMPLE = Decimal("130.5")
"""The same before a scale word: of three digits, which a digit before them may seem to go on with."""
_DIGITS = regex(r"\d(?:[\d.,'\u00a0\u202f]*\d)?(?=[ \u00a0\u202f]?[^\W\d_])")
"""The digits before a scale word: "97" in "97 million"."""

_MEASURES = ("gram", "tonne", "meter", "mile", "hectare", "acre", "liter")
"""The ends of units of CLDR whose names are no containers: a "cup" of tea may be counted."""

_NONE = Nouns()
_CODES = {Relation.CONTRADICTS: "N126", Relation.DOUBTFUL: "N127"}


def phrases_say_the_figure(site: Site) -> Iterator[Problem]:
    """Report units that, with the number put in, read as another figure: “{n} thousand arrests”, “minus {n}”."""
    for tag, path in with_original(site):
        nouns, loc, original = known_nouns(site, tag), site.by_tag[tag].numbers, site.original(path)
        for words in site.sheets[tag, path].words.values():
            metric, first = original.metrics.get(words.id), original.words.get(words.id)
            is_said = metric is not None and kind_of(metric).is_number and words.unit
            figure = site.shown_figure(tag, path, words.id) if is_said else None
            if figure is not None:
                yield from _of_metric(loc, path, words, figure, nouns)
            if figure is not None and first is not None:
                yield from _per_other(loc, site.reference.numbers, words, figure, first)
                yield from _weighed(loc, site.reference.numbers, words, figure, first)
        yield from _of_another(original, site.sheets[tag, path])


def _of_metric(loc: NumberLocale, path: str, words: MetricWords, figure: Figure, nouns: Nouns) -> Iterator[Problem]:
    facts = declared(path, figure, nouns)
    number = figure.number
    sample = _sample(loc, number)
    shared = replace(facts, id="")
    for category, phrase in (words.unit or {}).items():
        # With the sample each phrase is read once for all metrics that share it; only a find is read with the number.
        counted = _counting(loc, sample, (phrase, _per(loc, figure)), unit_id(figure), shared)
        if counted is not None and not (facts.is_counted and facts.id not in (nouns.metrics_of(counted) or {facts.id})):
            continue
        sampled = alone(loc, figure, sample, nouns)
        if sampled is None or _judged(loc, figure, (sample, phrase), sampled, facts, nouns)[0] not in _CODES:
            continue
        own = alone(loc, figure, number, nouns)
        relation, found = _judged(loc, figure, (number, phrase), own, facts, nouns)
        if relation in _CODES:
            is_in_points = relation is Relation.CONTRADICTS and found is not None and found.unit == POINTS
            place, variant = words.place_of(f"unit.{category}"), "points" if is_in_points else ""
            said = {"shown": phrase.replace("{n}", number), "read": in_short(loc, found), "own": in_short(loc, own)}
            yield report(_CODES[relation], place, variant=variant, metric=words.id, **said)


def _sample(loc: NumberLocale, number: str) -> str:
    """Give what stands for a number in phrases: another with its scale word; with other words, the number itself."""
    whole, scaled = _samples(loc)
    if not any(map(str.isalpha, number)):
        return whole
    digits = _DIGITS.match(number)
    scale = number[digits.end() :] if digits else ""
    return f"{scaled}{scale}" if scale and not any(map(str.isdigit, scale)) else number


@lru_cache(maxsize=64)
def _samples(loc: NumberLocale) -> tuple[str, str]:
    return numbers.decimal(loc, _SAMPLE).text, numbers.decimal(loc, _SCALED_SAMPLE).text


@lru_cache(maxsize=4_096)
def _counting(
    loc: NumberLocale, sample: str, phrase: tuple[str, str], unit: str | None, facts: MetricFacts
) -> tuple[str, ...] | None:
    """Give the words behind a sample in the phrase of a unit; None where it may be read as another figure there."""
    own = read(loc, sample, marks=(FigureSpan(0, len(sample), unit),))
    found = _read_in(loc, sample, phrase, unit, _NONE)
    if len(own) != 1 or found is None or says(loc, found, own[0], _allowing(loc, facts, found)) in _CODES:
        return None
    return found.nouns


def _per_other(
    loc: NumberLocale, reference: NumberLocale, words: MetricWords, figure: Figure, first: MetricWords
) -> Iterator[Problem]:
    """Report a unit that is per something else than its metric, or in a translation alone per anything."""
    per, shown = figure.metric.per, _per(loc, figure)
    if per is None and words is first:
        return
    number = figure.number
    for category, phrase in (words.unit or {}).items():
        before, gap, after = phrase.replace("{per}", shown).partition("{n}")
        text, end, place = f"{before}{number}{after}", len(before) + len(number), words.place_of(f"unit.{category}")
        said = denominators(loc, text, end) if per is not None else per_behind(loc, text, end)
        if gap and isinstance(per, Decimal) and per in said and "{per}" not in phrase:
            values = {"metric": words.id, "shown": figure.text, "read": f"{number}/{per:f}/{per:f}"}
            yield report("N126", place, variant="per", own=f"{number}/{per:f}", **values)
            return
        if gap and said and per not in said and not (per is None and _is_rate(reference, first)):
            code, own = ("N127", number) if per is None else ("N126", f"{number}/{per}")
            yield report(code, place, metric=words.id, shown=text, read=f"{number}/{max(map(str, said))}", own=own)
            return


def _weighed(
    loc: NumberLocale, reference: NumberLocale, words: MetricWords, figure: Figure, first: MetricWords
) -> Iterator[Problem]:
    """Report a unit that in a translation alone measures what it counts: "{n} kg of dogs"."""
    if words is first or figure.metric.measure or figure.metric.currency:
        return
    for category, phrase in (words.unit or {}).items():
        if unit := _measured(loc, phrase):
            if not any(_measured(reference, one) for one in (first.unit or {}).values()):
                read_as = f"{figure.number} {unit}"
                values = {"metric": words.id, "shown": phrase.replace("{n}", figure.number), "read": read_as}
                yield report("N127", words.place_of(f"unit.{category}"), own=figure.number, **values)
            return


@lru_cache(maxsize=1_024)
def _measured(loc: NumberLocale, phrase: str) -> str:
    """The unit of mass, length, area or volume that stands in a phrase before what is measured in it; or nothing."""
    sample = numbers.decimal(loc, _SAMPLE).text
    found, own = _read_in(loc, sample, (phrase, ""), None, _NONE), lexicon(loc)
    if found is None or found.unit is None or not found.unit.endswith(_MEASURES):
        return ""
    text = phrase.replace("{n}", sample).lower()
    return found.unit if own.links.after(text, skip_space(text, found.end)) else ""


def _is_rate(loc: NumberLocale, words: MetricWords) -> bool:
    """Whether the label, the note or a unit says that a figure is per something."""
    texts = (words.label, words.note, *(phrase.replace("{n}", "") for phrase in (words.unit or {}).values()))
    return any(per_of(loc, text) for text in texts if text)


def _judged(
    loc: NumberLocale, figure: Figure, parts: tuple[str, str], own: Statement | None, facts: MetricFacts, nouns: Nouns
) -> tuple[Relation, Statement | None]:
    """How a number in a phrase stands to `own`, the number alone, and what it is read as there."""
    found = _read_in(loc, parts[0], (parts[1], _per(loc, figure)), unit_id(figure), nouns)
    relation = Relation.EQUAL if own is None else says(loc, found, own, _allowing(loc, facts, found))
    return relation, found


def _per(loc: NumberLocale, figure: Figure) -> str:
    """What stands in the phrase of a unit for what a rate is per."""
    per = figure.metric.per
    return numbers.decimal(loc, per).text if isinstance(per, Decimal) else "{per}"


def _read_in(
    loc: NumberLocale, number: str, phrase: tuple[str, str], unit: str | None, nouns: Nouns
) -> Statement | None:
    before, gap, after = phrase[0].replace("{per}", phrase[1]).partition("{n}")
    if not gap:
        return None
    mark = FigureSpan(len(before), len(before) + len(number), unit)
    found = read_marked(loc, f"{before}{number}{after}", mark, nouns)
    return next((one for one in found if one.figure == 0), None)


def _allowing(loc: NumberLocale, facts: MetricFacts, found: Statement | None) -> MetricFacts:
    """What a phrase may say: the unit of a metric that declares no measure ("{n} days"), and no bound."""
    is_unit = found is not None and facts.unit is None and found.unit in measures(loc)
    unit = found.unit if found is not None and is_unit else facts.unit
    return replace(facts, bound=None, unit=unit, is_relative=True)  # "{n} a day": the unit declares it


def _of_another(original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    """Report a unit that counts, word for word, what another metric counts, where the original tells them apart."""
    seen: dict[str, str] = {}
    for words in sheet.words.values():
        phrase = _plural(words)
        other = seen.setdefault(phrase, words.id) if phrase else words.id
        one, two = original.words.get(words.id), original.words.get(other)
        if other != words.id and one and two and _plural(one) != _plural(two):
            yield report("N128", words.place_of("unit"), metric=words.id, other=other)


def _plural(words: MetricWords) -> str:
    return (words.unit or {}).get("other", "")


def bounds_are_translated(site: Site) -> Iterator[Problem]:
    """Report translations of a bound that read as another one: `under %(figure)s` for over."""
    for language in site.published:
        loc = language.numbers
        sample = numbers.decimal(loc, _SAMPLE).text
        for bound, msgid in BOUND_MESSAGES.items():
            message = site.catalogs[language.tag].messages.get(("bound", msgid))
            if message is None or not message.is_translated or "%(figure)s" not in message.strings[0]:
                continue
            text = message.strings[0].replace("%(figure)s", sample)
            [own] = read(loc, sample, marks=(FigureSpan(0, len(sample)),))
            at = message.strings[0].index("%(figure)s")
            found = [one for one in read(loc, text, marks=(FigureSpan(at, at + len(sample)),)) if one.figure == 0]
            relation = says(loc, found[0] if found else None, own, MetricFacts(id="", bound=bound))
            is_lost = relation is Relation.DOUBTFUL and bound in lexicon(loc).bounds.table.values()
            if relation is Relation.CONTRADICTS or is_lost or (found and found[0].changes):
                known = [f"“{each}”" for each, one in lexicon(loc).bounds.table.items() if one == bound]
                known = [each for each in known if each == each.lower() and each[1].isalpha()]
                variant, it = ("known" if known else ""), in_short(loc, found[0] if found else None)
                said = {"message": msgid, "shown": text, "read": it, "own": in_short(loc, own, bound)}
                yield report("T616", message.place, variant=variant, known=", ".join(known[:4]), **said)
