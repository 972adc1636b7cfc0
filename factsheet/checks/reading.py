"""The final text of each passage of a sheet, and the statements that a reader finds in it: read once for all checks."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.content.kinds import kind_of
from factsheet.content.markup import GAP, Reference
from factsheet.content.model import Metric
from factsheet.content.passages import TextBlock, literal_spans
from factsheet.content.statements.comparing import OPEN, FigureSpan, MetricFacts, Statement
from factsheet.content.statements.grammar import unit_name
from factsheet.content.statements.heading import per_of
from factsheet.content.statements.nouns import Nouns, metrics_counted, nouns_of
from factsheet.content.statements.reader import read
from factsheet.core.patterns import LETTERS
from factsheet.core.problems import Place
from factsheet.core.records import dataclass, replace
from factsheet.l10n import amounts
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import unit_id_of
from factsheet.l10n.reading.digits import Foreign, Numeral, foreign_reading
from factsheet.l10n.reading.phrases import clauses_of
from factsheet.l10n.reading.shares import shares
from factsheet.site.figures import Figure
from factsheet.site.site import Site

_DIFFERENCES: Final = frozenset(("difference_of", "change_of"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stands in a gap of a passage: the text of a figure, at its place in the final text."""

    start: int
    end: int
    reference: Reference
    figure: Figure | None
    """None for a label, which is words, and where there is no such metric."""
    text: str
    filled: int
    """By how much the figures up to this one make the final text longer than the passage's."""

    @property
    def is_number(self) -> bool:
        """Whether it is the figure of one number."""
        return self.figure is not None and kind_of(self.figure.metric).is_number


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBlock:
    """A passage as a reader sees it: behind the number of its item, and with its figures filled in."""

    passage: TextBlock
    text: str
    shown: tuple[Shown, ...]
    statements: tuple[Statement, ...]
    figures: tuple[tuple[int, Shown, Figure], ...] = ()
    """What is shown but labels: each with the number of its element, and the figure that it is."""
    row: str
    """The first cell of its row, for another cell of a table."""
    head: str = ""
    """The heading of its column, for a cell of a table."""

    def offset(self, at: int) -> int:
        """The offset in the passage's text of a place in the final text that is typed."""
        before = bisect_right(self.shown, at, key=lambda one: one.end)
        return at - self.shown[before - 1].filled if before else max(0, at - len(self.passage.marker))

    def place(self, at: int) -> Place:
        """Where what is typed at a place of the final text stands in its file."""
        return self.passage.place(self.offset(at))

    def place_of(self, shown: Shown) -> Place:
        """Where the reference stands that shows something."""
        return self.passage.place_of(shown.reference)

    def clause(self, at: int) -> tuple[int, int]:
        """Where the clause begins and ends in which a place of the final text is."""
        return next((start, end) for start, end in clauses_of(self.text) if at in range(start, end))

    def foreign(self, loc: NumberLocale, others: tuple[NumberLocale, ...], one: Statement) -> Foreign | None:
        """What a typed number says by the rules of another language, where only they make sense of it."""
        if one.word or one.figure is not None or one.value is None or one.kind not in OPEN:
            return None
        start, end = one.digits
        return foreign_reading(loc, others, self.text, Numeral(start, end, self.text[start:end], one.value, one.ulp))

    def typed(self, literals: Iterable[str]) -> list[Statement]:
        """The statements that stand in no figure's element and no literal; none where digits are no figures."""
        if not self.statements or self.passage.is_exempt:
            return []
        typed = [one for one in self.statements if one.figure is None]
        spans = literal_spans(self.text, literals) if typed else []
        return [one for one in typed if not one.overlaps(spans)]

    def by_figure(self) -> dict[int, list[Statement]]:
        """What is read at each figure's element, by the number of the element."""
        found: dict[int, list[Statement]] = {}
        for one in self.statements:
            if one.figure is not None:
                found.setdefault(one.figure, []).append(one)
        return found


def with_original(site: Site) -> Iterator[tuple[str, str]]:
    """Give language and path of every sheet that is an original, or has one: no other has figures of its own."""

    def make() -> list[tuple[str, str]]:
        return [(tag, path) for tag, path in site.sheets if (site.settings.reference, path) in site.sheets]

    yield from make() if site.sheets.focus is None else site.once(site.sheets.focus, ("with original",), make)


def language_of(site: Site, loc: NumberLocale) -> tuple[str, Nouns]:
    """The language of the site that is written so, with the nouns known in it; empty where it is none of them."""
    tag = next((one.tag for one in site.languages if one.numbers == loc), "")
    return tag, known_nouns(site, tag) if tag else Nouns()


def blocks(site: Site, tag: str, path: str) -> tuple[ReadBlock, ...]:
    """Every passage of a sheet as it is read in a language."""

    def make() -> tuple[ReadBlock, ...]:
        nouns, passages = known_nouns(site, tag), site.passages(tag, path)
        heads = _heads(passages)
        return tuple(_block(site, tag, path, one, nouns, head) for one, head in zip(passages, heads, strict=True))

    return site.once(path, ("read", tag), make)


def _heads(passages: Iterable[TextBlock]) -> Iterator[tuple[str | None, str, str | None]]:
    """Give the headings of the column and the row for each cell of a table, none for the first column and outside.

    The third is that of the column in any case.
    """
    columns: dict[int, str] = {}
    row, first, is_head = 0, "", False
    for passage in passages:
        cell = passage.cell
        if cell is None:
            columns, is_head = {}, False
        elif passage.element == "th":
            columns = columns if is_head else {}
            columns[cell[1]], is_head = passage.text, True
        else:
            first = passage.text if cell[1] == 0 else first if cell[0] == row else ""
            row, is_head = cell[0], False
            head = columns.get(cell[1], "" if columns else None)
            yield (head, first, head) if cell[1] else (None, "", head)
            continue
        yield None, "", None


def known_nouns(site: Site, tag: str) -> Nouns:
    """The nouns that the units and labels of the metrics at hand name in a language."""
    return nouns_of(site.by_tag[tag].numbers, site.phrases(tag), site.settings.years)


def declared(where: str, figure: Figure, nouns: Nouns) -> MetricFacts:
    """What the metric of a figure declares; `where` is the sheet that does."""
    name = f"{where}/{figure.metric.id}"
    return stated(figure.metric, name, is_counted=name in metrics_counted(nouns))


def stated(metric: Metric, name: str, *, is_counted: bool = False) -> MetricFacts:
    """What a metric declares, of which no nouns are known, or such as are counted."""
    return MetricFacts(
        id=name,
        bound=None if metric.bound == "exact" else metric.bound,
        currency=metric.currency,
        unit=_spoken_unit(metric),
        is_counted=is_counted,
        is_relative=is_relative(metric),
    )


def is_relative(metric: Metric) -> bool:
    """Whether a figure is a change, a rate or a rank: "fewer", "a day" or "No." beside it only names what it is."""
    is_difference = metric.derivation is not None and metric.derivation.operation in _DIFFERENCES
    return metric.change or metric.per is not None or is_difference or kind_of(metric).is_relative


_ROUND: Final = frozenset(map(Decimal, (10, 100, 1000)))
"""Wholes that nobody has counted; behind an article ("of the 10") they have been."""


def is_of_share(loc: NumberLocale, metric: Metric, part: str, one: Statement) -> bool:
    """Tell the whole of a part, and the part of a round whole: "1 in 20 people" are no 20, "3 in 10 people" no 3."""
    every = shares(loc, part) if kind_of(metric).needs_unit else ()
    said = [share for share in every if share.start <= one.digits[0] < share.end]
    return any(share.whole in _ROUND or (share.part == 1 and share.whole == one.value) for share in said)


def may_be(metric: Metric, one: Statement) -> bool:
    """Tell whether a statement may be the one that gives the figure."""
    if one.value is None or not isinstance(metric.value, Decimal):
        return False
    own, size = _in_measure(metric, one)
    value, said = (abs(metric.value), abs(own)) if metric.change else (metric.value, own)  # "fell by 6 %"
    return said == value or (metric.bound != "exact" and abs(said - value) * 2 <= size)


def _in_measure(metric: Metric, one: Statement) -> tuple[Decimal, Decimal]:
    """The value of a statement and the unit of its last digit, as the figure has them: 2.4 TWh are 2,400 GWh."""
    value = one.value or Decimal(0)
    if metric.currency and one.currency == f"{metric.currency}/100":
        return value / 100, one.ulp / 100
    sizes = amounts.convertible(unit_id_of(metric.measure) or "") if metric.measure and one.unit else {}
    factor = sizes.get(unit_id_of(one.unit or "") or "")
    both = [amounts.multiplied(number, factor) for number in (value, one.ulp)] if factor else []
    return (both[0], both[1]) if both and both[0] is not None and both[1] is not None else (value, one.ulp)


def is_called_rate(loc: NumberLocale, figure: Figure) -> bool:
    """Whether the label, the text or the note of a figure says what it is per."""
    return any(per_of(loc, text) for text in (figure.label, figure.text, figure.note or ""))


def _spoken_unit(metric: Metric) -> str | None:
    kind = kind_of(metric)
    if kind.unit_text(metric) == "%":
        return "percent"
    return "points" if kind.is_in_points else unit_name(kind.unit_id(metric.measure) or "") or None


def alone(loc: NumberLocale, figure: Figure, text: str, nouns: Nouns) -> Statement | None:
    """What the text of a figure says by itself; None where it is not read as one number."""
    found = read_marked(loc, text, FigureSpan(0, len(text), unit_id(figure)), nouns)
    beside = _numbers_beside(figure) if text != figure.number else 0
    return found[0] if found and len(found) in {1, 1 + beside} else None


def _numbers_beside(figure: Figure) -> int:
    """How many numbers stand in the text of a figure behind its own."""
    metric = figure.metric
    ends = 2 if metric.interval is not None else 0
    return ends + sum(isinstance(one, Decimal) for one in (metric.per, metric.margin, metric.out_of))


@lru_cache(maxsize=4_096)
def read_marked(loc: NumberLocale, text: str, mark: FigureSpan, nouns: Nouns) -> tuple[Statement, ...]:
    """Read a text around one figure."""
    found = ((one, nouns.metrics_of(one.nouns)) for one in read(loc, text, marks=(mark,)))
    return tuple(replace(one, counted=metrics) if metrics else one for one, metrics in found)


def unit_id(figure: Figure) -> str | None:
    """The id of the CLDR unit that a figure is in, with its family; None for one without a measure."""
    return kind_of(figure.metric).unit_id(figure.metric.measure)


def _block(
    site: Site, tag: str, path: str, passage: TextBlock, nouns: Nouns, heads: tuple[str | None, str, str | None]
) -> ReadBlock:
    loc = site.by_tag[tag].numbers
    is_of_metric = bool(heads[1]) and bool(nouns.of_any(tuple(LETTERS.findall(heads[1].lower()))))
    column = None if is_of_metric else heads[2]  # a row of arrests counts them, below "No." too
    if GAP not in passage.text:
        text = passage.marker + passage.text
        statements = read(loc, text, nouns=nouns, head=heads[0], column=column)
        return ReadBlock(passage=passage, text=text, shown=(), statements=statements, row=heads[1])
    pieces = passage.text.split(GAP)
    parts = [passage.marker, pieces[0]]
    shown: list[Shown] = []
    end, filled = len(passage.marker) + len(pieces[0]), len(passage.marker)
    for reference, typed in zip(passage.references, pieces[1:], strict=False):
        figure = site.shown_figure(tag, path, reference.target)
        text = figure.form(figure.asked(reference.form)) if figure else GAP
        parts += [text, typed]
        start, end = end, end + len(text)
        filled += len(text) - len(GAP)
        named = None if reference.form == "label" else figure
        shown.append(Shown(start=start, end=end, reference=reference, figure=named, text=text, filled=filled))
        end += len(typed)
    final = GAP.join(("".join(parts), *pieces[len(shown) + 1 :]))  # one without a reference stays a gap
    marks = tuple(FigureSpan(one.start, one.end, unit_id(one.figure) if one.figure else None) for one in shown)
    return ReadBlock(
        passage=passage,
        text=final,
        shown=tuple(shown),
        figures=tuple((number, one, one.figure) for number, one in enumerate(shown) if one.figure is not None),
        statements=read(loc, final, marks=marks, nouns=nouns, head=heads[0], column=column),
        row=heads[1],
        head=heads[2] or "",
    )
