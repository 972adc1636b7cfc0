"""What is read at a range, a part, a length of time or a moment in its sentence is what is read of it alone."""

from collections.abc import Iterator
from typing import Final

from factsheet.checks.beside import counts_other
from factsheet.checks.claimed import lengths_of
from factsheet.checks.headings import headed, is_fall, is_in_other_time, is_other, is_rate_of_none
from factsheet.checks.left_out import BARE, adds_to_it, money_ahead, names_money, names_unit
from factsheet.checks.mentions import Mention
from factsheet.checks.reading import ReadBlock, Shown, is_called_rate, is_relative, read_marked, stated, unit_id
from factsheet.checks.senses import words_said
from factsheet.checks.subjects import Names, of_others
from factsheet.content.kinds import kind_of
from factsheet.content.model import Span
from factsheet.content.statements.comparing import FigureSpan, MetricFacts, Statement
from factsheet.content.statements.heading import heading, per_behind
from factsheet.content.statements.nouns import Nouns
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import TimeOfDay
from factsheet.l10n.reading.phrases import PHRASE_ENDS
from factsheet.l10n.reading.times import is_of_other_part
from factsheet.site.figures import Figure

MORE: Final = "it and something more"
_AROUND: Final = 15
_REACH: Final = 40
_END: Final = regex(r"[ \u00a0](?:[^\s]+[ \u00a0]?){1,2}(?=[.,;:!?)\n]|\Z)")
"""One or two words that end a clause: what a length of time is per, "a day", and not when, "a day earlier"."""
_SAID_AHEAD: Final = regex(r"(?:\A|[.!?,]\s)([^.,;:!?]{3,40})(?=,[^.;:!?]*\Z)")
"""The words between commas before a figure in its sentence: "In thousands, …", "The grant, in millions of lei, is"."""

_COLON: Final = regex(r"(?:\A|[.;!?\n] ?)([^\n.;:!?]{3,60}?)[ \u00a0]?:[ \u00a0]?\Z")
"""The words of a clause before a colon right before its figure: "Clinics (thousands): "."""

_COLON_AND_SPACE: Final = 2
_FURTHEST: Final = 400
"""How far before a figure its sentence may begin, in characters."""

_LAST_SENTENCE: Final = regex(r"[;!?\n]|\.(?= )|:(?= \S)")
_FIRST: Final = regex(r"(?:\A|[.!?;:,\n] ?)(?:[^\W\d_]+[ \u00a0])?\Z")
"""One word that begins a clause: Romanian "peste 10 zile" is then "in 10 days"."""


def beside_another(at: Mention, known: Names) -> Iterator[Problem]:
    """Report what changes a figure that is not one number: a scale word behind a range, "half of" before a length."""
    code = "S305" if adds_to_it(at) else "S306" if _lacks_unit(at) else _read_otherwise(at, known.nouns)
    if code:
        said = {"shown": at.around(_AROUND), "read": MORE, "own": at.figure.text}
        yield report(code, at.place, metric=at.reference.target, **said)
    else:
        facts = stated(at.figure.metric, at.figure.id)
        yield from of_others(at, at.said[-1] if at.said else None, facts, known)
        yield from below_unit(at, facts)
        yield from counts_other(known, at, at.said[-1] if at.said else None)


def below_unit(at: Mention, facts: MetricFacts) -> Iterator[Problem]:
    """Report a figure below a heading that says another scale, currency or unit: "Thousands", "Budget (euros)"."""
    loc, block, shown, figure = at.loc, at.block, at.shown, at.figure
    for sign, head in _heads(block, shown):
        said = heading(loc, head, is_label=bool(sign))
        is_any = sign != "," and shown.is_number
        is_of_it = is_any or facts.currency or facts.unit or (said and not (said.currency or said.unit))
        is_again = sign and said is not None and said.text.split()[0] in shown.text  # "in millions, it is 18 million"
        is_of_other = said is not None and is_of_it and not is_again and is_other(loc, said, facts)
        is_of_other = is_of_other or is_in_other_time(loc, head, figure.metric, is_label=bool(sign))
        is_rate = not sign and is_rate_of_none(loc, head, figure)
        is_fallen = head == block.head and is_fall(loc, head, figure.metric)
        if is_of_other or is_rate or is_fallen:
            yield headed(at.place, head, figure.metric.id, shown.text)
            return
    own = figure.metric.currency
    if own is None:
        return
    done = max((one.end for one in block.shown if one.end <= shown.start), default=0)
    clause = _LAST_SENTENCE.split(block.text[done : shown.start])[-1]
    if money_ahead(loc, clause) not in {None, own} and not names_money(loc, clause, own):
        yield headed(at.place, clause, figure.metric.id, shown.text)


def _heads(block: ReadBlock, shown: Shown) -> Iterator[tuple[str, str]]:
    """Give what heads a figure: its column, its row, and behind the sign that ends them the words before it."""
    yield from (("", head) for head in (block.head, block.row) if head)
    begin = max(0, shown.start - _FURTHEST)
    for words, sign, least in ((_SAID_AHEAD, ",", begin), (_COLON, ":", max(begin, shown.start - _COLON_AND_SPACE))):
        if block.text.find(sign, least, shown.start) >= 0:
            yield from ((sign, found[1]) for found in words.finditer(block.text, begin, shown.start))


def _read_otherwise(at: Mention, nouns: Nouns) -> str:
    """Give the code for what is read at a figure otherwise than in its text alone; empty where nothing is."""
    loc, block, shown, figure = at.loc, at.block, at.shown, at.figure
    value, behind = figure.metric.value, at.behind(_REACH)
    before = block.text[: shown.start][-_REACH:]
    if isinstance(value, TimeOfDay) and is_of_other_part(loc, before, behind, value):
        return "S305"
    is_from_bottom = kind_of(figure.metric).has_ordinals and "place" in words_said(loc, PHRASE_ENDS.split(behind)[0])
    if _is_rate(at, behind) or (is_from_bottom and "place" not in words_said(loc, figure.label)):
        return "S306"
    alone = read_marked(loc, shown.text, FigureSpan(0, len(shown.text), unit_id(figure)), nouns)
    if len(at.said) != len(alone):
        return ""
    pairs = list(zip(at.said, alone, strict=True))
    if any(_is_joined(one, two, figure) for one, two in pairs) and not _is_ordinal(loc, shown.text + behind, figure):
        return "S305"
    is_first = _FIRST.search(before) is not None
    return "S306" if any(_is_changed(one, two, figure, is_first=is_first) for one, two in pairs) else ""


def _lacks_unit(at: Mention) -> bool:
    """Whether nothing says in what the bare ends of a range are: "25–35 hours" of minutes."""
    figure, facts = at.figure, stated(at.figure.metric, at.figure.id)
    if not isinstance(figure.metric.value, Span) or at.shown.text != figure.number or figure.text == figure.number:
        return False
    lacks_money = facts.currency is not None and not names_money(at.loc, at.context, facts.currency)
    return lacks_money or (facts.unit is not None and not names_unit(at.loc, at.context, facts.unit))


def _is_joined(one: Statement, alone: Statement, figure: Figure) -> bool:
    """Whether digits or letters that are typed right beside a number make another of it: "13", "3th"."""
    is_odd = one.odd and not alone.odd and not kind_of(figure.metric).is_time
    return is_odd or (one.value != alone.value and None not in {one.value, alone.value})


def _is_ordinal(loc: NumberLocale, text: str, figure: Figure) -> bool:
    """Whether a place in an order is written with the ending of an ordinal: "3rd", "3e", "3ème"."""
    metric, word = figure.metric, text.split(maxsplit=1)[0]
    return kind_of(metric).has_ordinals and kind_of(metric).read_quote(loc, metric, word).mismatch is None


def _is_changed(one: Statement, alone: Statement, figure: Figure, *, is_first: bool) -> bool:
    """Whether words beside a figure limit it, multiply or deny it, or make a number of years of a year."""
    metric, kind = figure.metric, kind_of(figure.metric)
    if kind.is_time:
        return alone.unit is None and one.unit is not None
    is_time = is_first and lengths_of(metric) is not None  # Romanian "peste 2–3 zile" is "in 2 or 3 days"
    is_limit = one.bound not in {None, "about", alone.bound, metric.bound} and not is_time
    is_span = isinstance(metric.value, Span)
    return (is_limit and (is_span or one.bound in kind.bounds)) or (
        kind.is_drawn and not is_relative(metric) and bool(set(one.changes) - set(alone.changes))
    )


def _is_rate(at: Mention, behind: str) -> bool:
    """Whether a length of time, a part or a range is said to be per something: "2 hours a day"."""
    kind = kind_of(at.figure.metric)
    if kind.is_time or not kind.is_drawn or at.reference.form in BARE or is_relative(at.figure.metric):
        return False
    end = _END.match(behind)
    return end is not None and bool(per_behind(at.loc, end[0], 0)) and not is_called_rate(at.loc, at.figure)
