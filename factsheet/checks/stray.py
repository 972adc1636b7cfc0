"""No figure is typed into a text: each number is a reference, a date, a literal or a name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from factsheet.checks.doubled import repeated
from factsheet.checks.reading import ReadBlock, blocks, with_original
from factsheet.content.kinds import kind_of
from factsheet.content.markup import CODE
from factsheet.content.markup.values import CITATION
from factsheet.content.model import LOWER_BOUNDS, Metric, Sheet
from factsheet.content.passages import TextBlock, indexed
from factsheet.content.statements.comparing import PERCENT, POINTS, Statement, StatementKind
from factsheet.content.statements.grammar import DURATIONS
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass
from factsheet.l10n import numbers
from factsheet.l10n.numbers import LosesDigits
from factsheet.l10n.reading.digits import Foreign, Numeral
from factsheet.l10n.reading.rates import is_per
from factsheet.site.site import Site

_NAMED = ("literals", "terms")
"""The keys of a sheet whose texts are names with digits."""

_OF_COUNTS = frozenset((StatementKind.FRACTION, StatementKind.ORDINAL, StatementKind.ROMAN))
"""Kinds that are figures only before the noun of a metric."""

_OPEN = frozenset((*LOWER_BOUNDS, "about", "nearly"))
"""Bounds of what may be more than it says."""

_STEM = 4
"""How many letters of a name stay the same in all its cases."""

_LABEL = ".label"
"""The key of a label, in which an age or a length of time tells whom or what the figure is of: "Women aged 15–49"."""

_MARK = 60
"""How long what a chat program puts where it names a source is at the most."""
_MARKS = regex(CITATION)

_MOST_OF_A_PART = 10
"""Up to this, a number in words is mostly of some of those that a metric counts: "two victims have spoken"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A number typed by hand, and the metric that it equals, if one does."""

    passage: TextBlock
    offset: int
    """Where it begins in the passage."""
    statement: Statement
    code: str
    foreign: Foreign | None
    metric: Metric | None
    where: str
    """The path of the sheet that declares the metric."""
    reference: str
    """How a text of this sheet refers to the metric."""
    is_only: bool
    """Whether no other metric has the same value."""


def no_figure_is_typed(site: Site) -> Iterator[Problem]:
    """Report numbers that are neither references nor dates nor declared literals, and literals in vain."""
    for tag, path in with_original(site):
        for stray in strays(site, tag, path):
            yield _reported(site, tag, path, stray)
        yield from _literals(site, tag, path)


def strays(site: Site, tag: str, path: str) -> Iterator[Stray]:
    """Give the numbers of a sheet that were typed by hand."""
    loc = site.by_tag[tag].numbers
    others = tuple(language.numbers for language in site.languages if language.tag != tag)
    names = site.no_figures(tag, path)
    for block in blocks(site, tag, path):
        for statement in block.typed(names):
            foreign = block.foreign(loc, others, statement)
            at = block.offset(statement.start)
            is_code = any(one.kind in CODE and at in range(one.start, one.end) for one in block.passage.spans)
            value = foreign.value if foreign else statement.value
            every = [] if is_code else _equal(site, tag, path, statement, value)  # code fills in no reference
            equal = _meant(site, tag, block, statement, every) if len(every) > 1 else every
            is_much = statement.is_much and block.passage.is_body and not is_per(loc, block.text, statement.start)
            code = code_of(statement, foreign, equal) or (("S302" if equal else "S308") if is_much else "")
            if code and _is_denominator(block, statement):
                code = ""
            if code == "S308" and statement.kind is StatementKind.ORDINAL and _is_beyond_all(site, statement):
                code = "S307"
            if is_code and code in {"S301", "S308"} and not statement.counted:
                # a port, a key, an answer of a server: what code says is a figure only now and then
                code = "" if block.text[statement.end + 1 : statement.end + 2].isalpha() else "S308"
            if code and not (code == "S309" and block.passage.key.endswith(_LABEL)):
                where, metric = equal[0] if equal else ("", None)
                name = metric.id if metric else ""
                yield Stray(
                    passage=block.passage,
                    offset=block.offset(statement.start),
                    statement=statement,
                    code=code,
                    foreign=foreign,
                    metric=metric,
                    where=where,
                    reference=name if where in {"", path} else f"{where}/{name}",
                    is_only=len(every) == 1,
                )


def _is_denominator(block: ReadBlock, one: Statement) -> bool:
    """Whether a number is what a rate in its clause is declared to be per: "Per thousand tourists there were 6.6"."""
    start, end = block.clause(one.start)
    return any(figure.metric.per == one.value for _, at, figure in block.figures if at.start in range(start, end))


def _is_beyond_all(site: Site, one: Statement) -> bool:
    """Whether there are fewer of what an ordinal number counts: the 1290th of 1,209 books."""
    names = (name.rpartition("/") for name in one.counted)
    metrics = (site.original(where).metrics.get(name) for where, _, name in names)
    least = [metric.value for metric in metrics if metric and metric.bound not in _OPEN]
    return bool(least) and all(isinstance(value, Decimal) and value < (one.value or 0) for value in least)


def _numeral(one: Statement, text: str) -> Numeral:
    """A statement as kinds of values and other languages' rules ask about it."""
    value, is_percent = one.value or Decimal(0), one.unit == "percent"
    start, end = one.digits
    return Numeral(start, end, text, value, one.ulp, one.currency, percent=is_percent, bound=one.bound, word=one.word)


def code_of(one: Statement, foreign: Foreign | None, equal: list[tuple[str, Metric]]) -> str:
    """The code of what a typed statement is; empty for what is no figure."""
    if one.word and one.kind is StatementKind.COUNT:
        if not one.counted:
            is_amount = one.currency is not None or (one.unit is not None and one.unit not in DURATIONS)
            is_amount &= one.unit in {None, PERCENT, POINTS} or one.value is None or one.value > _MOST_OF_A_PART
            return ("S302" if equal else "S308") if is_amount and not one.changes else ""
        if any(f"{where}/{metric.id}" in one.counted for where, metric in equal):
            return "S302"
        return "S307" if one.value is None or one.value > _MOST_OF_A_PART else "S308"
    if one.kind is StatementKind.COUNT or (one.kind is StatementKind.FRACTION and one.odd):
        return "S303" if foreign else "S308" if one.lone and not equal else "S301"
    if one.kind is StatementKind.DOUBT or (one.kind in _OF_COUNTS and one.counted):
        return "S308"
    return "S309" if one.kind in {StatementKind.AGE, StatementKind.DURATION} else ""


def _reported(site: Site, tag: str, path: str, stray: Stray) -> Problem:
    language, metric = site.by_tag[tag], stray.metric
    values: dict[str, object] = {"numeral": stray.statement.text}
    if stray.foreign:
        values |= {
            "language": language.name,
            "own": numbers.decimal(language.numbers, stray.foreign.value).text,
            "foreign": next(one.name for one in site.languages if one.numbers == stray.foreign.loc),
            "machine": format(stray.foreign.value, "f"),
        }
    if metric:
        values |= {"metric": metric.id, "reference": stray.reference, "other": metric.place_of("value")}
        values["typed"] = _with_noun(site, tag, stray, metric)
    if stray.code == "S307":
        values |= _of_noun(site, tag, stray)
    variant = "metric" if metric and stray.code in {"S301", "S303"} else ""
    mark = _MARKS.search(stray.passage.text, stray.offset - _MARK) if stray.code == "S301" else None
    if mark and mark.start() <= stray.offset < mark.end():
        variant, values["mark"] = "citation", mark[0]
    place = stray.passage.place(stray.offset)
    plain = unicodedata.normalize("NFKC", stray.statement.text)
    raised = _raised(site.sheets.get((tag, path)), place, stray.statement.text) if stray.code == "S301" else ""
    if raised:
        variant, values["numeral"], values["raised"] = "footnote", plain, raised
    return report(stray.code, place, variant=variant, **values)


def _raised(sheet: Sheet | None, place: Place, numeral: str) -> str:
    """How a number was raised by hand, in the place of the mark of a footnote; empty where it was not."""
    if sheet is None or sheet.file != place.path or place.line < sheet.body_line:
        return ""
    lines, plain = sheet.body.split("\n"), unicodedata.normalize("NFKC", numeral)
    before = lines[place.line - sheet.body_line][: place.column - 1]
    by_tag = before.endswith("<sup>") and any(line.startswith(f"[^{plain}]:") for line in lines)
    is_raised = len(numeral) == 1 and unicodedata.decomposition(numeral).startswith("<super>")
    return f"<sup>{plain}</sup>" if by_tag else numeral if is_raised else ""


def _with_noun(site: Site, tag: str, stray: Stray, metric: Metric) -> str:
    """The typed number with the words behind it that a reference to the metric brings along."""
    text = stray.statement.text
    try:
        shown = site.figure(tag, stray.where, metric.id).text
    except (KeyError, LosesDigits):
        return text
    noun = repeated(shown, stray.passage.text[stray.offset + len(text) :])
    return f"{text} {noun}" if noun else text


def _of_noun(site: Site, tag: str, stray: Stray) -> dict[str, object]:
    """What a wrong number in words is compared with: the first metric whose noun it counts."""
    where, _, name = min(stray.statement.counted).rpartition("/")
    metric = site.original(where).metrics.get(name)
    loc, both = site.by_tag[tag].numbers, (stray.statement.value, metric.value if metric else None)
    read, own = (numbers.decimal(loc, one).text if isinstance(one, Decimal) else "—" for one in both)
    return {"read": read, "metric": name, "own": own, "other": metric.place_of("value") if metric else ""}


def _equal(site: Site, tag: str, path: str, one: Statement, value: Decimal | None) -> list[tuple[str, Metric]]:
    """The metrics that a number equals with the paths of their sheets, its own first; else cells of its tables."""
    if value is None:
        return []
    loc = site.by_tag[tag].numbers
    at_hand = site.metrics_by_value.get(value, [])
    if not at_hand and not one.word and one.kind is StatementKind.COUNT:
        at_hand = site.everywhere.metrics_by_value.get(value, [])
    numeral = _numeral(one, one.text)
    at_hand = at_hand or [(path, cell) for cell in site.cells_of_value(path, value)]
    found = [(where, metric) for where, metric in at_hand if kind_of(metric).is_typed(loc, metric, numeral)]
    return sorted(found, key=lambda pair: (pair[0] != path, pair[0] != "index"))


def _meant(
    site: Site, tag: str, block: ReadBlock, one: Statement, equal: list[tuple[str, Metric]]
) -> list[tuple[str, Metric]]:
    """Of several cells of one value, those whose row the text names last before it, and of these, whose column."""
    text = block.text.casefold()

    def distance(name: str) -> int:
        """How far before the number a name stands, whose ending may be another; those behind it are further away."""
        stem = name.casefold()[: max(_STEM, len(name) - 2)]
        starts = [found.start() for found in re.finditer(rf"\b{re.escape(stem)}", text)]
        return min((one.start - at if at < one.start else len(text) + at for at in starts), default=2 * len(text))

    def ranked(pair: tuple[str, Metric]) -> tuple[int, int]:
        cell = pair[1].cell
        if cell is None or (words := site.wordings(tag, pair[0], cell.table)) is None:
            return 0, 0
        return distance(words.row(cell.row).text), distance(words.column(cell.column).text)

    least = min(map(ranked, equal))
    return [pair for pair in equal if ranked(pair) == least]


def _literals(site: Site, tag: str, path: str) -> Iterator[Problem]:
    """Report names and classes that stand nowhere, and such as cover a count of what a metric counts."""
    sheet = site.sheets[tag, path]
    every = [language.tag for language in site.languages if site.sheet(language.tag, path)]
    own = _covered(site, tag, path)
    everywhere = [_covered(site, one, path) for one in every] if tag == site.settings.reference else [own]
    titles = [source.title for source in sheet.sources.values()]
    in_sources = {name for title in titles for name, _ in indexed(site.no_figures(tag, path)).places(title)}
    named: list[tuple[str, str, tuple[str, ...]]]
    named = [(key, f"{key}.{at}", (text,)) for key in _NAMED for at, text in enumerate(getattr(sheet, key))]
    named += [("classes", f"classes.{name}", texts) for name, texts in sheet.classes.items()]
    for key, at, texts in named:
        places = [own] if key == "classes" else everywhere
        covered = [one for there in places for text in texts for one in there.get(text, ())]
        if _counts_something(covered) or (not covered and in_sources.isdisjoint(texts)):
            literal = " / ".join(texts)
            parts = literal.split(",") if "," in literal and not covered else ()
            several = ", ".join(f'"{one.strip()}"' for one in parts)
            said = {"key": key, "literal": literal, "better": several}
            yield report("S310" if covered else "S304", sheet.place_of(at), variant="list" if several else "", **said)
    for term in site.settings.terms:
        if _counts_something(own.get(term, ())):
            yield report("S310", site.settings.places[f"terms.{term}"], key="terms", literal=term)


def _counts_something(covered: Iterable[Statement | None]) -> bool:
    return any(one is not None and one.counted and one.figure is None for one in covered)


def _is_named_by(text: str, span: tuple[int, int], one: Statement) -> bool:
    """Tell whether a literal is a name that ends with its number: "Velo 2.0", whatever stands behind it."""
    name, end = text[span[0] : one.digits[0]], text[one.digits[1] : span[1]]
    return one.bound is None and name[:1].isupper() and not any(map(str.isalpha, end))


def _covered(site: Site, tag: str, path: str) -> Mapping[str, list[Statement | None]]:
    """What each name or class covers in a language: each statement in it, None where it is a name or has none."""

    def make() -> dict[str, list[Statement | None]]:
        literals = indexed(site.no_figures(tag, path))
        found: dict[str, list[Statement | None]] = {}
        for block in blocks(site, tag, path):
            for literal, span in literals.places(block.text):
                inside = [one for one in block.statements if one.overlaps([span])]
                counts = [None if _is_named_by(block.text, span, one) else one for one in inside]
                found.setdefault(literal, []).extend(counts or [None])
        return found

    return site.once(path, ("covered", tag), make)
