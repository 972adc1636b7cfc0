"""What the terminal shows, in the language chosen: findings on standard output, how it goes on standard error."""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from factsheet.core.patterns import regex
from factsheet.core.problems import LANGUAGES, Problem, Severity, Words, filled

if TYPE_CHECKING:
    from factsheet.tools.findings import Excerpt, FileProblems, Finding

# The language in which the terminal speaks: asked for with `--lang`, else that of the system. English is the one of
# the code, so speaking it imports nothing; another one is read from its catalogue at the first word that is wanted.

_GROUPS: Mapping[str, str] = {"en": ",", "ro": "."}
_POINTS: Mapping[str, str] = {"en": ".", "ro": ","}


class _Chosen:
    """What `choose` chose; English until it is asked."""

    language = LANGUAGES[0]


def choose(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Speak the language asked for, else the one of the environment, from now on in this process; give its tag."""
    _Chosen.language = chosen_language(wanted, environment)
    return _Chosen.language


def chosen_language(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Choose by what was asked for, else by the variables that POSIX gives to the language of messages."""
    if wanted in LANGUAGES:
        return wanted
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for entry in environment.get(name, "").split(":"):
            language = re.split(r"[._@-]", entry)[0]
            if language in LANGUAGES:
                return language
    return LANGUAGES[0]


def asked_for(words: Sequence[str]) -> str | None:
    """The value of the last `--lang` of a command line that has not been parsed yet."""
    found = None
    for index, word in enumerate(words):
        if word.startswith("--lang="):
            found = word.partition("=")[2]
        elif word == "--lang":
            found = words[index + 1] if index + 1 < len(words) else None
    return found


def words() -> Words:
    """The texts of the tool in the language chosen."""
    return str if _Chosen.language == LANGUAGES[0] else _translated(_Chosen.language)


def spoken(text: str, /, **values: object) -> str:
    """Give a text of the tool in the language chosen; its `{name}` fields are filled with values, translated too."""
    return _filled(words()(text), values)


def counted(one: str, many: str, /, count: int, **values: object) -> str:
    """Give the text that fits a count, as in `{count} file` or `{count} files`, by the language's plural forms."""
    language = _Chosen.language
    if language == LANGUAGES[0]:
        text = one if count == 1 else many
    else:
        from factsheet.tools.findings import plural_of

        text = plural_of(language, one, many, count)
    return _filled(text, {"count": number(count), **values})


def number(count: int) -> str:
    """Write a whole number with the separators of the language chosen."""
    return f"{count:,}".replace(",", _GROUPS[_Chosen.language])


def seconds(amount: float, digits: int = 3) -> str:
    """Write an amount of seconds, rounded, with the decimal mark of the language chosen."""
    return f"{amount:.{digits}f}".replace(".", _POINTS[_Chosen.language])


@cache
def _translated(language: str) -> Words:
    from factsheet.tools.findings import words_of

    return words_of(language)


def _filled(text: str, values: Mapping[str, object]) -> str:
    if not values:
        return text
    given = {name: str(value) for name, value in values.items()}
    if _Chosen.language != LANGUAGES[0]:
        from factsheet.tools.findings import told_value

        given = {name: told_value(value, words()) for name, value in given.items()}
    return filled(text, given)


# What is said.


def show(problems: Iterable[Problem], root: Path, *, capped: bool = True) -> str:
    """Print findings, each with the way to correct it and its line in the file below `root`; give what was printed."""
    if not (found := list(problems)):
        return ""
    colour = wants_colour(sys.stdout, os.environ)
    text = "".join(f"{line}\n" for line in report_lines(root, found, words(), colour=colour, capped=capped))
    try:
        print(text, end="", flush=True)
    except BrokenPipeError:  # the reader has seen enough; what is to be published is published all the same
        fall_silent()
    return text


def fall_silent() -> None:
    """Let what is still printed go nowhere, once the reader of standard output has closed it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def tally(problems: Iterable[Problem]) -> str:
    """Count findings by their weight, as in `2 errors, 1 warning`."""
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        counts[problem.severity] += 1
    parts = (
        counted("{count} error", "{count} errors", counts[Severity.ERROR]) if counts[Severity.ERROR] else "",
        counted("{count} warning", "{count} warnings", counts[Severity.WARNING]) if counts[Severity.WARNING] else "",
        counted("{count} notice", "{count} notices", counts[Severity.NOTICE]) if counts[Severity.NOTICE] else "",
    )
    return ", ".join(part for part in parts if part)


def say(text: str, /, **values: object) -> None:
    """Say how the build goes, on standard error, in the language chosen."""
    tell(spoken(text, **values))


def tell(text: str) -> None:
    """Print a line that is in the right language already, such as a path, on standard error."""
    print(text, file=sys.stderr)


def tell_count(one: str, many: str, /, count: int, **values: object) -> None:
    """Say a text that fits a count, as `counted` gives it, on standard error."""
    tell(counted(one, many, count, **values))


class Ended(Exception):
    """A command cannot go on, and has said why; carries its exit code."""

    def __init__(self, code: int) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def complain(what: str, way_out: str, /, *, near: object = None, **values: object) -> int:
    """Say what is wrong with how the tool was called, and what to do; give the exit code of that, 2.

    Fields of both texts are filled. Where there is something `near` that was most likely meant, asking for it takes the
    place of the way out.
    """
    hint = spoken("did you mean {near}?", near=near) if near else spoken(way_out, **values)
    print(f"factsheet: {spoken(what, **values)}\n    {hint}", file=sys.stderr)
    return 2


# How findings look in a terminal: place, code and message, the fix, the line with a caret; by file.

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}
_PLACE, _QUIET = "1", "2"

Paint = Callable[[str, str], str]
"""Colours a text, or leaves it plain."""

MORE_IN_FILE = "… and {count} more in {file}"
MORE_FILES = "… and {count} more in {files} other files"


def report_lines(
    root: Path, problems: Iterable[Problem], words: Words, *, colour: bool, capped: bool = True
) -> Iterator[str]:
    """Give the lines of a report: for each finding `path:line:column: CODE message`, the fix, the excerpt."""
    from factsheet.tools.findings import make_report

    paint: Paint = _painted if colour else lambda text, _: text
    report = make_report(root, problems, words, capped=capped)
    for index, group in enumerate(report.groups):
        if index:
            yield ""
        yield from _group_lines(group, words, paint)
    if report.hidden:
        text = words(MORE_FILES).replace("{count}", number(report.hidden))
        yield paint(text.replace("{files}", number(report.hidden_files)), _QUIET)


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether to colour: on a terminal that can, unless NO_COLOR is set (no-color.org), or if forced."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def _group_lines(group: "FileProblems", words: Words, paint: Paint) -> Iterator[str]:
    for finding in group.findings:
        yield from _finding_lines(finding, paint)
    if group.hidden:
        text = words(MORE_IN_FILE).replace("{count}", number(group.hidden))
        yield paint(text.replace("{file}", group.path), _QUIET)


def _finding_lines(finding: "Finding", paint: Paint) -> Iterator[str]:
    code = paint(finding.code, _COLOURS[finding.severity])
    yield f"{paint(f'{finding.place}:', _PLACE)} {code} {finding.message}"
    yield f"    {finding.fix}"
    if finding.excerpt is not None and finding.excerpt.text.strip(" "):
        yield from _excerpt_lines(finding.excerpt, paint, _COLOURS[finding.severity])


def _excerpt_lines(excerpt: "Excerpt", paint: Paint, colour: str) -> Iterator[str]:
    line = f"{excerpt.line:>7}"
    yield f"{paint(f'{line} |', _QUIET)} {excerpt.text}"
    yield f"{paint(' ' * len(line) + ' |', _QUIET)} {' ' * excerpt.indent}{paint('^', colour)}"


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"


# Where the time of a command goes: seconds by part of the engine and by package, for `--profile`.

_PART = regex(r"[\\/]factsheet[\\/]([a-z0-9_]+)")
_PACKAGE = regex(r"[\\/](?:site|dist)-packages[\\/]([A-Za-z0-9_]+)")
_SHOWN = 12


def profiled(run: Callable[[], int]) -> tuple[int, list[str]]:
    """Run something; give its exit code, and lines that say where the time went, the longest first."""
    import cProfile
    import pstats

    profile = cProfile.Profile()
    code = profile.runcall(run)
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined] # not in the stubs
        spent[part(file)] += own  # without what it called
    rows = [f"{seconds(amount):>8} s  {name}" for name, amount in spent.most_common(_SHOWN)]
    last = spoken("in all, the profiler's own work included")
    return code, [*rows, f"{seconds(spent.total()):>8} s  {last}"]


def part(file: str) -> str:
    """Name the part of the engine, or the package, that a file belongs to."""
    for pattern, name in ((_PACKAGE, "{}"), (_PART, "factsheet.{}")):
        if found := pattern.search(file):
            return name.format(found[1])
    return spoken("Python itself")
