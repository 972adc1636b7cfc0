"""What a sentence says around a figure is what the figure is called, and of the time that it is of."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import dropwhile
from typing import Final

from factsheet.checks.beside import denied_word
from factsheet.checks.claimed import lengths_of
from factsheet.checks.contrary import denies, may_be_denied
from factsheet.checks.mentions import Mention, mentions
from factsheet.checks.reading import with_original
from factsheet.checks.scoped import ENDS, YEARS, compared_with, is_compared, of_other, of_other_end, siblings
from factsheet.checks.senses import Said, words_said
from factsheet.checks.subjects import names, words_of
from factsheet.checks.timed import led, of_unnamed_time
from factsheet.checks.undone import undone
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric, Span
from factsheet.content.statements.comparing import StatementKind
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import is_related, related, share
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import LAST_LETTERS, LETTERS, regex
from factsheet.core.problems import Place, Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch, TimeOfDay
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS, back_over_space, stands_in
from factsheet.l10n.reading.times import WrittenDuration, durations
from factsheet.l10n.reading.words import in_figures
from factsheet.site.proof import source_language
from factsheet.site.proof.quotes import year_of
from factsheet.site.site import Site

PHASES: Final = {"edge": "phase"}
"""What says the same of one text: the beginning of a season, and that it began."""

_FURTHER: Final = frozenset(("season", "phase", "month"))
_TOLD_ELSEWHERE: Final = frozenset(("gauge", "account", "amount", "sex"))
"""What the label of a figure says that its sentence does not turn round; the beginning of hours is that of a phase."""

_ENDS: Final = frozenset(("most", "mean", "least", "sum"))
_LIMITS: Final = frozenset(("over", "under", "at-least", "up-to"))
_STALE: Final = 4
"""How many years before its figures the title of a sheet may be left over from; an event may be older."""

_NEAR: Final = 3
"""How many words stand between a year and the figure that is of it: not “In 2025 the mayor said that”."""

_YEAR_ALONE: Final = regex(r"(?:[^\W\d_]+ )?([12]\d{3})")
_JOINT: Final = " – "
_SHOWN: Final = 60


def sentences_say_what_figures_are(site: Site) -> Iterator[Problem]:
    """Report figures beside the contrary of their label, or said of another year: "closed on {{ opening }}"."""
    for tag, path in with_original(site):
        known = names(site, tag, path)
        alike = siblings(known)
        for at in mentions(site, tag, path):
            if at.block.passage.is_exempt:
                continue
            words = _contrary(site, at) or _denied(site, at) or _unlike_label(at) or undone(site, at)
            words = words or of_other(known, alike, at)
            if words is None and not {*ENDS}.isdisjoint(_called(at.loc, at.figure.label, at.figure.text)):
                words = of_other_end(site, at, _around(at))
            if words is not None:
                yield report("S326", at.place, words=words, metric=at.figure.id, label=at.figure.label[:_SHOWN])
            limit = _limit_over(at) if at.shown.is_number else _limit_before(site, at)
            if limit is not None:
                yield report("S328", at.place, head=limit[:_SHOWN], metric=at.figure.id, own=at.shown.text)
            if year := _another_year(at) or _year_over(at) or compared_with(at):
                yield of_another_year(at.place, year, at.figure.metric)
            elif led(at.loc).search(at.block.text):
                yield from of_unnamed_time(site, at)


def _contrary(site: Site, at: Mention) -> str | None:
    """Give a word around a figure that says the contrary of its label or its passage, where none says the same."""
    loc, figure = at.loc, at.figure
    quoted = _called(source_language(site, figure.source), figure.metric.quote or "", "")
    called = _called(loc, figure.label, figure.text)  # a change may be told from its end, and not as the passage does
    own = {of: quoted[of] | called.get(of, frozenset()) for of in quoted if of != "direction"}
    own = {**called, **own}
    if not own or figure.label_language != figure.language:
        return None
    around = _around(at)
    near = around.partition(_JOINT)[0] + _JOINT + PHRASE_ENDS.split(around.partition(_JOINT)[2])[0]
    for of, said in _by_meaning(loc, words_said(loc, around)).items():
        ends = own.get(of)
        is_time = of == "gate" and isinstance(figure.metric.value, TimeOfDay)  # "closed until 7:30"
        is_time |= of == "month" and kind_of(figure.metric).is_time
        both = {*(ends or ()), *(one[0] for one in said)}
        is_sum = "sum" in both and both != {"sum", "mean"}  # a total may be the highest
        is_other = of == "extreme" and (is_sum or _is_of_another_thing(loc, figure.label, around, said[0]))
        is_other |= of not in called and said[0][1] not in near
        is_contrary = ends and not (is_time or is_other) and ends.isdisjoint(one[0] for one in said)
        if is_contrary and denies(loc, around) is False:
            return said[0][1]
    return None


def _denied(site: Site, at: Mention) -> str | None:
    """Give the denial of a word around a figure that its label or its passage affirms: "do not come back"."""
    if not may_be_denied(at.loc, at.block.text):
        return None
    lead, _, behind = _around(at).lower().replace("’", "'").partition(_JOINT)
    own, sides = grammar(at.loc), (PHRASE_ENDS.split(lead)[-1], PHRASE_ENDS.split(behind)[0])
    if own.until.before(lead, back_over_space(lead, len(lead))):
        return None  # before a day all may have been otherwise
    if not any(denies(at.loc, side) for side in sides):
        return None
    quote = at.figure.metric.quote if source_language(site, at.figure.source) == at.loc else None
    if any(denies(at.loc, text) is not False for text in (at.figure.label, quote or "")):
        return None
    named = words_of(own, f"{at.figure.label} {quote or ''}")
    return denied_word(own, sides, named)


def _unlike_label(at: Mention) -> str | None:
    """Give what the label of a figure says that there is none of, or another length of time than it names."""
    noun, named = _excluded_by(at.loc, at.figure.label)
    around = _around(at) if noun or named else ""
    words = WORD.findall(around.lower()) if noun else ()
    is_said = bool(noun) and share((noun,), words) and {*grammar(at.loc).own.negations}.isdisjoint(words)
    if is_said and denies(at.loc, around) is False:
        return noun
    here = durations(at.loc, around) if named and lengths_of(at.figure.metric) is None else ()
    is_other = len(here) == 1 and here[0].value.length != named[0].value.length
    return in_figures(at.loc, around)[here[0].start : here[0].end] if is_other else None


@lru_cache(maxsize=2_048)
def _excluded_by(loc: NumberLocale, label: str) -> tuple[str, tuple[WrittenDuration, ...]]:
    """Give the noun of which a label says that there is none, and the one length of time that it names."""
    own, words = grammar(loc), WORD.findall(label.lower())
    behind = list(dropwhile(lambda word: word not in own.own.negations, words))[1:]
    named = durations(loc, label) if share(own.durations, words) else ()
    return next((word for word in behind if word not in own.stops), ""), named if len(named) == 1 else ()


def _is_of_another_thing(loc: NumberLocale, label: str, around: str, said: Said) -> bool:
    """Tell an end of what the label does not name: "the highest point had" beside the lowest temperature."""
    following = LETTERS.search(around.lower(), said[2] + len(said[1]))
    named, words = LETTERS.findall(label.lower()), LETTERS.findall(around.lower())
    is_named = related(named, words)
    return not is_named and following is not None and following[0] not in grammar(loc).stops


@lru_cache(maxsize=2_048)
def _called(loc: NumberLocale, label: str, text: str) -> dict[str, frozenset[int | str]]:
    """What the label and the unit of a figure say of which there is a contrary."""
    said = _by_meaning(loc, words_said(loc, f"{label}{_JOINT}{text}"))
    return {of: frozenset(one[0] for one in every) for of, every in said.items()}


def _by_meaning(loc: NumberLocale, said: Mapping[str, Sequence[Said]]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for of, every in said.items():
        meant = [one for one in every if of != "extreme" or one[0] in _ENDS]
        if meant and of in _turned(loc):
            found.setdefault(PHASES.get(of, of), []).extend(meant)
    return found


@lru_cache(maxsize=256)
def _turned(loc: NumberLocale) -> frozenset[str]:
    """What a sentence may turn round in a language."""
    return _FURTHER.union(key.partition(" ")[0] for key in grammar(loc).own.contraries) - _TOLD_ELSEWHERE


def _around(at: Mention) -> str:
    """The words of the clause of a figure, as far as the figures before and behind it."""
    every, number, text = at.block.shown, at.number, at.block.text
    start, is_last = every[number - 1].end if number else 0, number + 1 == len(every)
    end = len(text) if is_last else every[number + 1].start
    lead = CLAUSE_ENDS.split(text[start : at.shown.start])[-1]
    behind = CLAUSE_ENDS.split(text[at.shown.end : end])[0]
    behind = behind if is_last else PHRASE_ENDS.split(behind)[0]
    return f"{lead}{_JOINT}{behind}"


def _limit_over(at: Mention) -> str | None:
    """Give a heading of a column, a row or a list that says nothing but a bound which its figure does not have."""
    loc, block, metric = at.loc, at.block, at.figure.metric
    for head in (block.head, block.row, at.over.rpartition("\n")[2] if block.passage.element == "li" else ""):
        said = head.strip(" :.").lower().rpartition(", ")[2]
        bound = grammar(loc).lex.bounds.after(said, 0) if said else None
        is_limit = bound is not None and bound[1] == len(said) and bound[0] in _LIMITS - {metric.bound}
        if is_limit and "extreme" not in words_said(loc, said):  # “Maximum” and “Minimum” name columns
            return head
    return None


def _limit_before(site: Site, at: Mention) -> str | None:
    """Give the limit between the verb of a label and its day, where no passage limits it: "founded before 1973"."""
    metric, own, lower = at.figure.metric, grammar(at.loc), at.before.lower()
    if isinstance(metric.value, Span) or not (kind_of(metric).is_time or isinstance(metric.value, TimeOfDay)):
        return None
    place = back_over_space(lower, len(lower))
    limit = own.until.before(lower, place) or own.since.before(lower, place)
    words = at.before[limit[1] :].strip(" ") if limit else ""
    is_strict = bool(words) and (own.until.before(lower, place) or words.lower().startswith(own.own.later))
    lead = PHRASE_ENDS.split(lower[: limit[1]].rstrip(" "))[-1] if limit and is_strict else ""
    verb, label = LAST_LETTERS.search(lead), words_of(own, at.figure.label)
    is_named = len(label) > 1 and all(related((one,), LETTERS.findall(lead)) for one in label)
    there, quote = grammar(source_language(site, at.figure.source)), (metric.quote or "").lower()
    is_named = is_named or (there is own and verb is not None and verb[0] in WORD.findall(quote))
    if verb is None or not (is_named or is_related(next(iter(label), ""), verb[0])):
        return None
    known = (*there.until.table, *there.own.later)
    is_limited = any(stands_in(quote, phrase) for phrase in known) or denies(at.loc, PHRASE_ENDS.split(lower)[-1])
    return None if is_limited else words


def of_another_year(place: Place, year: str, metric: Metric) -> Problem:
    """Tell of a figure that is said of a year, and is of another."""
    own = metric.as_of or (f"> {max(str(one.when) for one in metric.history)}" if metric.history else metric.quote)
    return report("S327", place, year=year, metric=metric.id, own=own)


def year_in(loc: NumberLocale, text: str, metric: Metric) -> str:
    """Give the only year that a text names, behind a word such as "in", if a figure is of another; else nothing."""
    years = list(YEARS.finditer(text)) if has_time(metric) else []
    at = back_over_space(text, years[0].start()) if len(years) == 1 else 0
    said = grammar(loc).years_in.before(text.lower(), at) if at else None
    is_other = said is not None and is_compared(loc, text[: said[1]].lower())
    return years[0][0] if said and not is_other and _is_of_another(metric, int(years[0][0])) else ""


def _year_over(at: Mention) -> str:
    """Give the year that heads the column, the row or the section of a figure which is of another; else nothing."""
    loc, block, metric, title = at.loc, at.block, at.figure.metric, at.over.partition("\n")[0]
    if not has_time(metric):
        return ""
    lead, colon, _ = block.text[: at.shown.start].rpartition(":")
    alone = (_YEAR_ALONE.fullmatch(head.strip()) for head in (block.head, block.row, lead.rstrip() if colon else ""))
    year = next((one[1] for one in alone if one is not None and _is_of_another(metric, int(one[1]))), "")
    is_named = not year and YEARS.search(title) and not YEARS.search(block.text)
    words = words_of(grammar(loc), title) if is_named else ()
    is_of_it = share(words_of(grammar(loc), at.figure.label), words)
    return year or (year_in(loc, title, metric) if is_of_it else "")


def has_time(metric: Metric) -> bool:
    """Whether it is known of which time a figure is, and it is none itself."""
    kind = kind_of(metric)
    return not kind.is_time and (metric.as_of is not None or bool(metric.history))


def _another_year(at: Mention) -> str:
    """Give the year that begins a sentence near a figure, or stands right behind it, if this is not of it."""
    loc, block, shown, metric = at.loc, at.block, at.shown, at.figure.metric
    start, end = block.clause(shown.start)
    for year in block.statements if has_time(metric) else ():
        is_year = year.kind is StatementKind.YEAR and year.figure is None and year.start in range(start, end)
        if not is_year or year.value is None or not _is_of_another(metric, int(year.value)):
            continue
        before = grammar(loc).years_in.before(block.text.lower(), back_over_space(block.text, year.start), start)
        if before is None:
            continue
        lead, between = block.text[start : before[1]], block.text[year.end : shown.start].lstrip(", ")
        is_near = len(LETTERS.findall(between)) <= _NEAR and not PHRASE_ENDS.search(between)
        is_end = year.end == len(block.text) or PHRASE_ENDS.match(block.text, year.end)
        is_behind = shown.end <= before[1] and not block.text[shown.end : before[1]].strip(" ")
        if (is_behind and is_end) or (year.start < shown.start and is_near and not lead.strip(" ")):
            return year.text
    return ""


def titles_are_of_their_time(site: Site) -> Iterator[Problem]:
    """Report the title or the summary of a sheet that names a year some years before all of its figures are of."""
    for tag, path in with_original(site):
        own, sheet, original = grammar(site.by_tag[tag].numbers), site.sheets[tag, path], site.original(path)
        dated = [one for one in original.metrics.values() if one.as_of is not None]
        first = min((int(str(one.as_of)[:4]) for one in dated), default=0)
        texts = (one.title for one in original.sources.values())
        known = " ".join((*texts, *site.literals(tag, path), *(str(one.value) for one in original.metrics.values())))
        for key, text in (("title", sheet.title), ("short_title", sheet.short_title), ("summary", sheet.summary)):
            years = list(YEARS.finditer(text or ""))
            year = years[0] if len(years) == 1 else None
            if year is None or text is None or not first - _STALE <= int(year[0]) < first or year[0] in known:
                continue
            lead = back_over_space(text, year.start())
            within = own.years_in.before(text.lower(), lead)
            if within and is_compared(site.by_tag[tag].numbers, text[: within[1]].lower()):
                continue
            if within or (key != "summary" and not text[year.end() :].strip(" .")):
                yield of_another_year(sheet.place_of(key), year[0], dated[0])


def _is_of_another(metric: Metric, year: int) -> bool:
    """Tell whether a figure is not of a year: by `as_of`, or because its history has another value for it."""
    when = metric.as_of
    if when is None:
        return any(year == year_of(point.when) for point in metric.history)
    if isinstance(when, Stretch):
        return not when.first.year <= year <= when.last.year
    return year not in {when.year, when.year - 1}  # at the beginning of a year the one that ended is told
