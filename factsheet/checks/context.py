"""What a reader reads beside a figure leaves it what it is, and a change keeps its direction."""

from collections.abc import Iterator

from factsheet.checks.beside import counts_other, is_change
from factsheet.checks.left_out import ADDED, BARE, RATED, is_inflected, left_out
from factsheet.checks.mentions import Mention, mentions
from factsheet.checks.reading import alone, declared, is_relative, with_original
from factsheet.checks.senses import words_said
from factsheet.checks.subjects import Names, names, of_others, words_of
from factsheet.checks.surrounded import MORE, below_unit, beside_another
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
from factsheet.l10n.reading.phrases import PHRASE_ENDS, back_over_space, skip_space
from factsheet.l10n.reading.qualifiers import direction, knows_directions
from factsheet.l10n.reading.rates import denominators, says_bound_before
from factsheet.site.figures import Figure
from factsheet.site.site import Site

# What a reader reads at a figure's element is the figure: no sign, digit or word beside it makes it another.

_AROUND = 15
_FEW = 4
"""How many words "none of the" has less than, before a number."""
_CODES = {Relation.CONTRADICTS: "S305", Relation.DOUBTFUL: "S306"}


def figures_stay_what_they_are(site: Site) -> Iterator[Problem]:
    """Report figures that read otherwise in their sentence than alone: “€97 million”, “half of over 17,000”."""
    for tag, path in with_original(site):
        known = names(site, tag, path)
        for at in mentions(site, tag, path):
            yield from _changed(at, known) if at.shown.is_number else beside_another(at, known)


def _changed(mentioned: Mention, known: Names) -> Iterator[Problem]:
    """Report a figure of one number that reads otherwise, or else one that its sentence takes for another."""
    at = _as_shown(mentioned)
    facts, read = declared(at.figure.sheet, at.figure, known.nouns), next(iter(at.said), None)
    is_plain = len(at.said) == 1 and _is_plain(at, at.said[0], facts)
    own = None if is_plain else alone(at.loc, at.figure, at.shown.text, known.nouns)
    if own is None and not is_plain:
        return
    found = _otherwise(at, read, own, facts, known) if own is not None else None
    if found is not None:
        yield found
    else:
        yield from of_others(at, read, facts, known)
        yield from below_unit(at, facts)
        yield from counts_other(known, mentioned, read)


def _otherwise(at: Mention, read: Statement | None, own: Statement, facts: MetricFacts, known: Names) -> Problem | None:
    """Report a figure at which something else is read than `own`, what it says alone; None where it reads as it is."""
    loc, facts = at.loc, _facts_said(at, facts, known)
    code = _CODES.get(says(loc, read, own, facts))
    is_added = any(rule(at) for rule in ADDED)
    is_twice = code is None and own.bound is not None and says_bound_before(loc, at.block.text, at.shown.start)
    code = "S305" if is_twice or is_added or _is_per_other(at) else code
    if code is None and read is not None and at.reference.form in BARE:
        missing = left_out(at, own, read, facts)
        code, own = ("S306", missing) if missing else (None, own)
    if code is None and (any(rule(at) for rule in RATED) or _is_of_unclear_money(known, at.figure, read)):
        code = "S306"
    if code is None:
        return None
    said, meant = in_short(loc, read), in_short(loc, own, facts.bound)
    is_bound = read is not None and read.value == own.value and (read.bound != own.bound or read.second_bound)
    # What the label calls it: the most or the least, which may be a limit of all, or the mean.
    is_open = is_bound and own.bound is None and not (is_twice or is_added)
    ends = {said[0] for said in words_said(at.loc, at.figure.label).get("extreme", ())} - {"sum"} if is_open else set()
    if "mean" in ends and any(one.kind is StatementKind.FRACTION for one in at.block.statements):
        return None  # "half wait less than" the median
    code = "S306" if ends else code  # "no class has fewer than" the smallest of them
    if read is not None and (
        _is_reached(at, read) if is_bound else code == "S306" and read.changes and _is_of_none(at)
    ):
        return None
    is_limit = bool(is_twice or is_bound) and code == "S305"  # to be declared, or declared already
    variant = "" if not is_limit else "bound" if at.figure.metric.bound in {None, "exact"} else "twice"
    beside = f"{at.before[-1:]} {at.behind(1)}"
    if said == meant and code == "S305" and not is_limit and (any(map(str.isalpha, beside)) or is_inflected(at)):
        variant = "glued"
    texts = {"read": MORE, "own": at.figure.text} if said == meant else {"read": said, "own": meant}
    return report(code, at.place, variant=variant, metric=at.reference.target, shown=at.around(_AROUND), **texts)


def _is_of_none(at: Mention) -> bool:
    """Whether a clause begins by saying that none of so many did something: they are all of them."""
    lead, behind = PHRASE_ENDS.split(at.before)[-1], WORD.search(PHRASE_ENDS.split(at.behind(_NEAR))[0])
    none = next(iter(words_said(at.loc, lead).get("quantity", ())), None)
    is_first = none is not None and none[0] == "none" and not WORD.search(lead[: none[2]])
    is_said = behind is not None and behind[0] not in grammar(at.loc).own.places
    return is_first and is_said and len(WORD.findall(lead)) < _FEW


def _is_reached(at: Mention, read: Statement) -> bool:
    """Whether what reads as a limit is the end of a change ("a coborât până la" is "fell to"), or of an estimate."""
    if read.bound == "about" and (at.figure.metric.interval or at.figure.metric.margin):
        return True  # "an estimated 300, from 250 to 350"
    lead = PHRASE_ENDS.split(at.before)[-1] if read.bound == "up-to" else ""
    by = grammar(at.loc).own.by
    return direction(at.loc, lead, len(lead), len(lead)) != 0 and {*by}.isdisjoint(WORD.findall(lead.lower()))


def _facts_said(at: Mention, facts: MetricFacts, known: Names) -> MetricFacts:
    """What a metric declares, without a bound for which the words of the language are not read."""
    if facts.bound is not None:
        whole = alone(at.loc, at.figure, at.figure.text, known.nouns)
        facts = replace(facts, bound=None) if whole is None or whole.bound is None else facts
    return replace(facts, is_relative=facts.is_relative or _is_rate(at))


def _is_plain(at: Mention, read: Statement, facts: MetricFacts) -> bool:
    """Tell that nothing beside a figure can make another of it."""
    is_limited = facts.bound is not None and says_bound_before(at.loc, at.block.text, at.shown.start)
    return _says_no_more(at, read, facts) and not (is_limited or any(rule(at) for rule in (*ADDED, *RATED)))


def _is_of_unclear_money(known: Names, figure: Figure, read: Statement | None) -> bool:
    """Whether a number is called dollars where its sheet has what this most often is, and the figure is another."""
    currency, said = figure.metric.currency, read.currency if read is not None else None
    others = {one.currency for one in known.site.original(figure.sheet).metrics.values()}
    return currency is not None and said is not None and said != currency and said in others


def _is_per_other(at: Mention) -> bool:
    """Whether a rate shown without what it is per is said to be per something else: "€1.90 a month" of a day."""
    per = at.figure.metric.per if at.reference.form in BARE else None
    said = denominators(at.loc, at.block.text, at.shown.end) if per is not None else frozenset()
    return bool(said) and per not in said


def _says_no_more(at: Mention, read: Statement, facts: MetricFacts) -> bool:
    """Tell quickly that what is read at a figure is what its metric declares, and all of it stands in the element."""
    return (
        at.figure.metric.per is None
        and read.value == at.figure.metric.value
        and read.kind is StatementKind.COUNT
        and read.currency == facts.currency
        and read.unit == facts.unit
        and at.shown.start <= read.start
        and read.end <= at.shown.end
        and (read.counted <= {facts.id} or not facts.is_counted)
        and read.bound == facts.bound
        and not (read.second_bound or read.changes or read.beside or read.conflict or read.odd)
    )


def _is_rate(at: Mention) -> bool:
    """Whether the label or the text of a figure says that it is of a day, a year or another length of time."""
    own, figure = grammar(at.loc), at.figure
    words = WORD.findall(f"{figure.label} {figure.text} {figure.note or ''}".lower())
    return any(word in own.durations or word in own.lex.language.per_units for word in words)  # “Monthly fee”


def _as_shown(at: Mention) -> Mention:
    """The figure as it is shown: one in round numbers has a value and a bound of its own."""
    if at.reference.form != "rounded":
        return at
    metric, text = in_round_numbers(at.figure.metric), at.figure.rounded
    return at._replace(figure=replace(at.figure, metric=metric, text=text))


# The words around a change say which way it went.

_NEAR = 20
_MOST_OF_CLAUSE = 8
_VERB = regex(r"[^\W\d_]+(?: [^\W\d_]{1,5})? \Z")
"""The word before a figure, with a short one such as "by" between them."""
_SIGNS = {1: "+", -1: "-\u2212", 0: ""}


def changes_keep_their_direction(site: Site) -> Iterator[Problem]:
    """Report a rise that the words call a fall or the reverse, and a fall shown without its sign or a word for it."""
    for tag, path in with_original(site):
        original = site.original(path)
        of_years = [int(str(one.as_of)[:4]) for one in original.metrics.values() if one.as_of]
        last = max(of_years, default=original.date.year - 1 if original.date else 0)
        for at in mentions(site, tag, path):
            if at.shown.is_number:
                yield from _turned(at, last)


def _turned(at: Mention, last: int) -> Iterator[Problem]:
    loc, shown, metric = at.loc, at.shown, at.figure.metric
    if _is_level_of_change(at) or (metric.change and _is_change_as_level(at)):
        yield _told("S306", at, read=f"“{at.around(_NEAR)}”", own=at.figure.text)
    if not metric.change:
        return
    words, own = direction(loc, at.block.text, shown.start, shown.end), _sign(metric)
    is_lost = at.reference.form == "size" and own < 0 and not words and knows_directions(loc)
    if is_lost or (words * own < 0 and not _is_of_before(at, last)):
        yield _told("S320", at, variant="lost" if is_lost else "", own=at.figure.number)
    elif _is_twice(at, own):
        yield _told("S321", at)


def _is_of_before(at: Mention, last: int) -> bool:
    """Whether a clause counts more in an earlier year than today: "in 2024 there had been 6 more" of a fall since."""
    own, lower, (start, end) = grammar(at.loc), at.block.text.lower(), at.block.clause(at.shown.start)
    years = [one for one in at.block.statements if one.kind is StatementKind.YEAR and one.start in range(start, end)]
    is_in = bool(years) and own.years_in.before(lower, back_over_space(lower, years[0].start), start) is not None
    last = int(str(at.figure.metric.as_of or last)[:4])
    is_earlier = is_in and years[0].start < at.shown.start and int(years[0].value or 0) < last
    return is_earlier and own.differences.after(lower, skip_space(lower, at.shown.end)) is not None


def _told(code: str, at: Mention, **values: str) -> Problem:
    """A finding about a figure, with the words around it."""
    return report(code, at.place, metric=at.reference.target, shown=at.around(_NEAR), **values)


def _is_level_of_change(at: Mention) -> bool:
    """Whether a whole is said to have changed by all of itself: "revenue rose by" what the revenue is."""
    loc, figure = at.loc, at.figure
    if is_relative(figure.metric) or is_change(loc, figure.label):
        return False
    own, lower = grammar(loc), at.before.lower()
    if own.by.before(lower, back_over_space(lower, len(lower))) is None:
        return False
    clause = PHRASE_ENDS.split(lower)[-1]
    words, label = WORD.findall(clause), words_of(own, figure.label)
    is_short = len(words) <= _MOST_OF_CLAUSE and direction(loc, clause, len(clause), len(clause)) != 0
    return is_short and bool(label) and all(share((one,), words) for one in label)


def _is_change_as_level(at: Mention) -> bool:
    """Whether something is said to have changed to what it has changed by: "the share fell to" 3 points."""
    own, clause = grammar(at.loc), PHRASE_ENDS.split(at.before.lower())[-1]
    words, label = WORD.findall(clause), words_of(own, at.figure.label)
    is_to = at.reference.form == "size" and bool(words) and words[-1] in own.to and not share(label[:1], words)
    return is_to and direction(at.loc, clause, len(clause), len(clause)) != 0


def _is_twice(at: Mention, own: int) -> bool:
    """Whether a figure shows its sign right behind a verb that says it too: "fell by −285"."""
    lead = _VERB.search(at.before)
    is_signed = at.shown.text[:1] in _SIGNS[own]
    return is_signed and lead is not None and direction(at.loc, lead[0], len(lead[0]), len(lead[0])) == own


def _sign(metric: Metric) -> int:
    value = metric.value
    return 0 if value == 0 else -1 if str(value).startswith("-") else 1
