"""What a reader reads beside a figure leaves it what it is, and a change keeps its direction."""

from collections.abc import Iterator

from factsheet.checks.beside import counts_other, is_change
from factsheet.checks.left_out import (
    BARE,
    adds_to_it,
    is_multiplied,
    is_of_another_rate,
    is_turned,
    left_out,
    with_lead,
)
from factsheet.checks.reading import (
    ReadBlock,
    Shown,
    alone,
    blocks,
    declared,
    is_relative,
    with_original,
)
from factsheet.checks.senses import extremes
from factsheet.checks.subjects import Names, names, of_others, words_of
from factsheet.checks.surrounded import MORE, below_unit, beside_others
from factsheet.content.calculations import in_round_numbers
from factsheet.content.model import Metric
from factsheet.content.statements.comparing import MetricFacts, Relation, Statement, StatementKind, in_short, says
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import share
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.directions import direction, knows_directions
from factsheet.l10n.reading.phrases import PHRASE_ENDS, back_over_space
from factsheet.l10n.reading.rates import denominators, says_bound_before
from factsheet.site.figures import Figure
from factsheet.site.site import Site

# What a reader reads at a figure's element is the figure: no sign, digit or word beside it makes it another.

_AROUND = 15
_CODES = {Relation.CONTRADICTS: "S305", Relation.DOUBTFUL: "S306"}


def figures_stay_what_they_are(site: Site) -> Iterator[Problem]:
    """Report figures that read otherwise in their sentence than alone: “€97 million”, “half of over 17,000”."""
    for tag, path in with_original(site):
        known = names(site, tag, path)
        for block, over in with_lead(blocks(site, tag, path)):
            if block.shown:
                yield from _changed(block, over, known)
                yield from beside_others(known, block, over)


def _way_out(metric: Metric, *, is_limit: bool) -> str:
    """The variant of S305: whether a limit beside a figure is to be declared, or is declared already."""
    return "" if not is_limit else "bound" if metric.bound in {None, "exact"} else "twice"


def _changed(block: ReadBlock, over: str, known: Names) -> Iterator[Problem]:
    loc, nouns, by_figure = known.loc, known.nouns, block.by_figure()
    for number, shown, mentioned in block.figures:
        if not shown.is_number:
            continue
        figure = _as_shown(mentioned, shown.reference.form)
        facts = declared(figure.sheet, figure, nouns)
        inside = by_figure.get(number, [])
        read = inside[0] if inside else None
        is_changed = adds_to_it(loc, block, shown, figure) or is_turned(loc, block, shown, figure.metric)
        is_rate = is_of_another_rate(loc, block, shown, figure) or is_multiplied(loc, block, shown, figure)
        is_plain = len(inside) == 1 and _says_no_more(inside[0], shown, figure, facts)
        is_limited = facts.bound is not None and says_bound_before(loc, block.text, shown.start)
        if is_plain and not (is_changed or is_rate or is_limited):
            yield from of_others(block, number, read, figure, facts, known)
            yield from below_unit(loc, block, shown, figure, facts)
            yield from counts_other(known, block, over, shown, read)
            continue
        own = alone(loc, figure, shown.text, nouns)
        if own is None:
            continue
        if facts.bound is not None:
            whole = alone(loc, figure, figure.text, nouns)
            if whole is None or whole.bound is None:
                facts = replace(facts, bound=None)  # this language's words for it are not read
        facts = replace(facts, is_relative=facts.is_relative or _is_rate(loc, figure))
        code = _CODES.get(says(loc, read, own, facts))
        is_twice = code is None and own.bound is not None and says_bound_before(loc, block.text, shown.start)
        code = "S305" if is_twice or is_changed or _is_per_other(loc, block, shown, figure) else code
        if code is None and read is not None and shown.reference.form in BARE:
            missing = left_out(loc, block, over, own, read, figure, facts)
            code, own = ("S306", missing) if missing else (None, own)
        code = "S306" if code is None and (is_rate or _is_of_unclear_money(known, figure, read)) else code
        if code is None:
            yield from of_others(block, number, read, figure, facts, known)
            yield from below_unit(loc, block, shown, figure, facts)
            yield from counts_other(known, block, over, shown, read)
            continue
        said, meant = in_short(loc, read), in_short(loc, own, facts.bound)
        is_bound = read is not None and read.value == own.value and (read.bound != own.bound or read.second_bound)
        if is_bound and own.bound is None and not (is_twice or is_changed) and _is_end(loc, figure):
            code = "S306"  # "no class has fewer than" the smallest of them
        yield report(
            code,
            block.place_of(shown),
            variant=_way_out(figure.metric, is_limit=bool(is_twice or is_bound) and code == "S305"),
            metric=shown.reference.target,
            shown=block.around(shown, _AROUND),
            read=MORE if said == meant else said,
            own=figure.text if said == meant else meant,
        )


def _is_of_unclear_money(known: Names, figure: Figure, read: Statement | None) -> bool:
    """Whether a number is called dollars where its sheet has what this most often is, and the figure is another."""
    currency, said = figure.metric.currency, read.currency if read is not None else None
    others = {one.currency for one in known.site.original(figure.sheet).metrics.values()}
    return currency is not None and said is not None and said != currency and said in others


def _is_per_other(loc: NumberLocale, block: ReadBlock, shown: Shown, figure: Figure) -> bool:
    """Whether a rate shown without what it is per is said to be per something else: "€1.90 a month" of a day."""
    per, form = figure.metric.per, shown.reference.form
    said = denominators(loc, block.text, shown.end) if per is not None and form in BARE else frozenset()
    return bool(said) and per not in said


def _is_end(loc: NumberLocale, figure: Figure) -> bool:
    """Whether the label of a figure calls it the most or the least, which sentences may say as a limit of all."""
    return any(end in {"most", "least"} for end, _ in extremes(loc, figure.label))


def _says_no_more(read: Statement, shown: Shown, figure: Figure, facts: MetricFacts) -> bool:
    """Tell quickly that what is read at a figure is what its metric declares, and all of it stands in the element."""
    return (
        figure.metric.per is None
        and read.value == figure.metric.value
        and read.kind is StatementKind.COUNT
        and read.currency == facts.currency
        and read.unit == facts.unit
        and shown.start <= read.start
        and read.end <= shown.end
        and (read.counted <= {facts.id} or not facts.is_counted)
        and read.bound == facts.bound
        and not (read.second_bound or read.changes or read.beside or read.conflict or read.odd)
    )


def _is_rate(loc: NumberLocale, figure: Figure) -> bool:
    """Whether the label or the text of a figure says that it is of a day, a year or another length of time."""
    own = grammar(loc)
    return not own.durations.isdisjoint(WORD.findall(f"{figure.label} {figure.text} {figure.note or ''}".lower()))


def _as_shown(figure: Figure, form: str) -> Figure:
    """The figure that is mentioned: one in round numbers has a value and a bound of its own."""
    if form != "rounded":
        return figure
    return replace(figure, metric=in_round_numbers(figure.metric), text=figure.rounded)


# The words around a change say which way it went.

_NEAR = 20
_MOST_OF_CLAUSE = 8
_VERB = regex(r"[^\W\d_]+(?: [^\W\d_]{1,5})? \Z")
"""The word before a figure, with a short one such as "by" between them."""
_SIGNS = {1: "+", -1: "-\u2212", 0: ""}


def changes_keep_their_direction(site: Site) -> Iterator[Problem]:
    """Report a rise that the words call a fall or the reverse, and a fall shown without its sign or a word for it."""
    for tag, path in with_original(site):
        loc = site.by_tag[tag].numbers
        for block in blocks(site, tag, path):
            yield from _turned(loc, block)


def _turned(loc: NumberLocale, block: ReadBlock) -> Iterator[Problem]:
    for _, shown, figure in block.figures:
        if shown.is_number and _is_level_of_change(loc, block, shown, figure):
            yield _told("S306", block, shown, read=f"“{block.around(shown, _NEAR)}”", own=figure.text)
        if not (shown.is_number and figure.metric.change):
            continue
        words, own = direction(loc, block.text, shown.start, shown.end), _sign(figure.metric)
        is_lost = shown.reference.form == "size" and own < 0 and not words and knows_directions(loc)
        if is_lost or words * own < 0:
            yield _told("S320", block, shown, variant="lost" if is_lost else "", own=figure.number)
        elif _is_twice(loc, block, shown, own):
            yield _told("S321", block, shown)


def _told(code: str, block: ReadBlock, shown: Shown, **values: str) -> Problem:
    """A finding about a figure that a reference shows, with the words around it."""
    target, around = shown.reference.target, block.around(shown, _NEAR)
    return report(code, block.place_of(shown), metric=target, shown=around, **values)


def _is_level_of_change(loc: NumberLocale, block: ReadBlock, shown: Shown, figure: Figure) -> bool:
    """Whether a whole is said to have changed by all of itself: "revenue rose by" what the revenue is."""
    if is_relative(figure.metric) or is_change(loc, figure.label):
        return False
    own, lower = grammar(loc), block.before(shown).lower()
    if own.by.before(lower, back_over_space(lower, len(lower))) is None:
        return False
    clause = PHRASE_ENDS.split(lower)[-1]
    words = WORD.findall(clause)
    return (
        direction(loc, clause, len(clause), len(clause)) != 0
        and len(words) <= _MOST_OF_CLAUSE
        and bool(words_of(own, figure.label))
        and all(share((one,), words) for one in words_of(own, figure.label))
    )


def _is_twice(loc: NumberLocale, block: ReadBlock, shown: Shown, own: int) -> bool:
    """Whether a figure shows its sign right behind a verb that says it too: "fell by −285"."""
    lead = _VERB.search(block.before(shown))
    is_signed = shown.text[:1] in _SIGNS[own]
    return is_signed and lead is not None and direction(loc, lead[0], len(lead[0]), len(lead[0])) == own


def _sign(metric: Metric) -> int:
    value = metric.value
    return 0 if value == 0 else -1 if str(value).startswith("-") else 1
