"""The engine as a library, for programs that build, check and read fact sheets without a command line.

In come paths, options and texts; out go sites, problems and numbers as values. Nothing is printed, and every refusal is
a FactsheetError. The command line is one user of the same functions.
"""

from decimal import Decimal
from pathlib import Path
from typing import Literal

from factsheet.builder import pipeline
from factsheet.builder.assembly import assemble
from factsheet.builder.options import Options
from factsheet.builder.pipeline import Result
from factsheet.builder.result import read_back
from factsheet.checks import verify as reading_back
from factsheet.checks.verify.digests import read_published
from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import KIND_BY_NAME, BadValue, Details
from factsheet.content.model import Language, Metric, Sheet, Source
from factsheet.content.settings import Settings
from factsheet.content.sources import read_sources
from factsheet.content.statements import reader
from factsheet.content.statements.comparing import Statement
from factsheet.core.codes import fix, message, report
from factsheet.core.problems import FactsheetError, Place, Problem, Severity
from factsheet.files.marker import OutputRefused, PublishFailed, check_output
from factsheet.files.publishing import Published
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import UnknownLocale
from factsheet.l10n.numbers import LosesDigits
from factsheet.site.site import Site

Form = Literal["text", "number", "full", "short"]
"""How a figure is shown: with its unit, as a number alone, with all its digits, or as short as no digit is lost."""

_NOWHERE = Place("")


class SiteRefused(FactsheetError):
    """Sources of which no site can be made, such as settings that cannot be read; `problems` say why, and where."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems."""
        self.problems = problems
        super().__init__("; ".join(f"{problem.place}: {problem.code} {message(problem)}" for problem in problems[:3]))


class NotPublished(FactsheetError):
    """A folder that must not or cannot hold the site; what stood there before is untouched."""


class ValueRefused(FactsheetError, ValueError):
    """A value that its kind does not take, as front matter would refuse it."""


def load(root: str | Path = ".", options: Options | None = None) -> Site:
    """Read the sources below a folder into a site: its settings, languages, catalogues and sheets.

    Raises SiteRefused where too much is wrong to make one. What is wrong with the rest is what `check` tells.
    """
    home = Path(root)
    site, problems = assemble(home, read_sources(home), options or Options())
    if site is None:
        raise SiteRefused(tuple(problems))
    return site


def check(root: str | Path = ".", options: Options | None = None) -> Result:
    """Prove a site without rendering it; the result has its problems, in the order of files and lines."""
    return pipeline.check(Path(root), options or Options())


def build(root: str | Path = ".", options: Options | None = None) -> Result:
    """Prove and render a site; the result has its files only where no error stops publication."""
    return pipeline.build(Path(root), options or Options())


def publish(result: Result, folder: str | Path, *, root: str | Path = ".") -> Published:
    """Put the files of a build into a folder, all or none; a relative one is taken from the current folder.

    Raises SiteRefused where the build has errors, or its templates or plugins changed a figure, and NotPublished for a
    folder that holds other things, such as the sources at `root`, or that cannot be written; what stood there before
    is untouched then.
    """
    if result.has_errors:
        raise SiteRefused(result.problems)
    try:
        home = check_output(Path(root), folder, base=Path.cwd())
        if result.needs_readback and (problems := read_back(home, result)):
            raise SiteRefused(tuple(problems))
        return pipeline.publish_result(home, result)
    except (OutputRefused, PublishFailed) as refused:
        raise NotPublished(str(refused)) from refused


def verify(folder: str | Path) -> tuple[Problem, ...]:
    """Read a published site back, and compare every figure in it with all other tellings of it."""
    return tuple(reading_back.verify(read_published(Path(folder))))


def read_numbers(text: str, locale: str) -> tuple[Statement, ...]:
    """Read the numbers of a text in the language of a BCP 47 tag: value, unit, bound, place; raises UnknownLocale."""
    return reader.read(cldr.locale(locale), text)


def format_number(  # noqa: PLR0913 - as many as a figure has choices
    value: Decimal | int | str,
    locale: str,
    *,
    kind: str = "count",
    currency: str | None = None,
    measure: str | None = None,
    display: str = "auto",
    digits: int | None = None,
    form: Form = "text",
) -> str:
    """Write a value as a page in the language of a BCP 47 tag writes it.

    `kind` is one of front matter's, and `value` is written as there: "1209", "2025-08", "5–20". `currency` is an ISO
    4217 code, `measure` a unit of CLDR such as "kilometer".

    Raises UnknownLocale, ValueRefused for what the kind does not take, and LosesDigits where the display asked for
    would lose a digit.
    """
    loc = cldr.locale(locale)
    if kind not in KIND_BY_NAME:
        raise ValueRefused(f"there is no kind {kind!r}; there are {', '.join(KIND_BY_NAME)}")
    if currency is not None and not numbers.is_currency(currency):
        raise ValueRefused(f"there is no currency {currency!r}; write a code of ISO 4217, such as USD")
    if measure is not None and not numbers.is_unit(measure):
        raise ValueRefused(f"there is no measure {measure!r}; write a unit of CLDR, such as kilometer")
    owner = KIND_BY_NAME[kind]
    try:
        read = owner.read(Scalar(str(value), _NOWHERE), Details(currency=currency, measure=measure))
    except BadValue as refused:
        problem = report(refused.code, _NOWHERE, variant=refused.variant, metric="the number", **refused.values)
        raise ValueRefused(f"{message(problem)}: {fix(problem)}") from refused
    metric = Metric(
        id="value",
        kind=kind,
        value=read,
        place=_NOWHERE,
        currency=currency,
        measure=measure,
        display=display,
        digits=digits,
    )
    shown: str = getattr(owner.show(metric, None, loc), form)
    return shown


__all__ = [
    "FactsheetError", "Form", "Language", "LosesDigits", "Metric", "NotPublished", "Options", "Place", "Problem",
    "Published", "Result", "Settings", "Severity", "Sheet", "Site", "SiteRefused", "Source", "Statement",
    "UnknownLocale", "ValueRefused", "build", "check", "fix", "format_number", "load", "message", "publish",
    "read_numbers", "verify",
]  # fmt: skip
