"""Plugins: code of the site owner is loaded where it is named, adds what it says, and fails at its own line."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factsheet.builder import pipeline, plugins
from factsheet.builder.assembly import assemble
from factsheet.builder.options import Options
from factsheet.builder.pipeline import Result
from factsheet.builder.plugins import loading
from factsheet.builder.workers import FEWEST
from factsheet.content.config import read_settings
from factsheet.content.kinds import KIND_BY_NAME, KINDS
from factsheet.content.settings import PluginSettings
from factsheet.content.sources import read_sources
from factsheet.core.codes import CODES, message, with_severity
from tests.support import SETTINGS, SMALL_SITE, codes, run_here, said, write_site

NAMED = f'{SETTINGS}\n[plugins]\nfiles = "extend.py"\n'
BEGIN = "from factsheet.plugins import *\n\n\n"
CHECK = """def check(site):
    for sheet in site.sheets.values():
        yield report("X001", sheet.place_of("title"), title=sheet.title)


CODE = Code(id="X001", severity=Severity.WARNING, message="called {title}", fix="f", meaning="m", example="e")
PLUGIN = Plugin(checks=(check,), codes=(CODE,))
"""


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    """What a test has loaded is not in use in the next."""
    yield
    loading.use(Path(), {}, PluginSettings())


def site(root: Path, code: str, **files: str) -> Path:
    """Write the small site with a plugin."""
    return write_site(root, {**SMALL_SITE, "site.toml": NAMED, "extend.py": BEGIN + code, **files})


def problems(root: Path, code: str) -> list[str]:
    """Check the small site with a plugin, and say what is found of plugins."""
    found = pipeline.check(site(root, code), Options()).problems
    return [said(problem) for problem in found if problem.code[0] in "COX"]


def test_nothing_runs_unless_it_is_named(tmp_path: Path) -> None:
    """A Python file beside site.toml is not read where `[plugins]` does not name it."""
    root = site(tmp_path, "raise SystemExit\n")
    write_site(root, {"site.toml": SETTINGS})
    assert read_sources(root).plugins == {}
    assert not pipeline.check(root, Options()).has_errors


def test_a_refusal_runs_nothing(tmp_path: Path) -> None:
    """With `--no-plugins` the code is not run, and the site is refused at the line that names it."""
    root = site(tmp_path, "raise SystemExit\n")
    result = pipeline.check(root, Options(plugins=False))
    assert [(problem.code, problem.place.line) for problem in result.problems] == [("C816", 6)]
    assert run_here("check", "--no-plugins", "--root", root).returncode == 2


def test_a_check_speaks_in_its_own_words(tmp_path: Path) -> None:
    """A problem of a plugin's code has its place, its words and the severity that `[checks]` gives it."""
    root = site(tmp_path, CHECK, **{"site.toml": f'{NAMED}[checks]\nX001 = "error"\n'})
    found = [one for one in pipeline.check(root, Options()).problems if one.code == "X001"]
    assert [str(one.place) for one in found] == ["content/en/index.md:2:8", "content/ro/index.md:2:8"]
    assert [message(one) for one in found] == ["called Example", "called Exemplu"]
    assert {str(one.severity) for one in found} == {"error"}


def test_a_code_is_explained(tmp_path: Path) -> None:
    """`explain` knows the codes of the plugins of the site."""
    done = run_here("explain", "X001", "--root", site(tmp_path, CHECK))
    assert done.returncode == 0
    assert "called ‹title›" in done.stdout


def test_plugins_go_with_their_site(tmp_path: Path) -> None:
    """The kinds and codes of one site are not those of the next, but metrics that were read keep their kind."""
    kind = 'class Mine(Number):\n    name = "mine"\n\n\nPLUGIN = Plugin(kinds=(Mine(),), codes=(%s,))\n'
    code = 'Code(id="X001", severity=Severity.NOTICE, message="m", fix="f", meaning="m", example="e")'
    sheet = SMALL_SITE["content/ro/index.md"].replace("    value: 1209", "    kind: mine\n    value: 1209")
    made, found = assemble(site(tmp_path / "a", kind % code, **{"content/ro/index.md": sheet}), *_read(tmp_path / "a"))
    assert made is not None, found
    assert {"mine", "X001"} <= {*KIND_BY_NAME, *CODES}
    assemble(write_site(tmp_path / "b", SMALL_SITE), *_read(tmp_path / "b"))
    assert list(KIND_BY_NAME) == [one.name for one in KINDS]
    assert "X001" not in CODES
    assert "1209" in str(made.original("index").metrics["arrests"].value)


def _read(root: Path) -> tuple[pipeline.Sources, Options]:
    return read_sources(root), Options()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def f(:\n", "extend.py:4:7: C814 the plugin cannot be loaded: SyntaxError: invalid syntax"),
        ("x = 1\ny = x / 0\n", "extend.py:5:1: C814 the plugin cannot be loaded: ZeroDivisionError: division by zero"),
        ("raise SystemExit(3)\n", "extend.py:4:1: C814 the plugin cannot be loaded: SystemExit: 3"),
        ("PLUGIN = Plugin\n", "extend.py:1:1: C813 `extend.py` holds no plugin"),
        ("PLUGIN = Plugin(kinds=(Number,))\n", "extend.py:4:1: C814 the plugin cannot be loaded: TypeError: `kinds`"),
        ("class K(Number):\n    name = 'count'\n\n\nPLUGIN = Plugin(kinds=(K(),))\n", "extend.py:8:1: C814 "),
        ("PLUGIN = Plugin(filters={'upper': str.upper})\n", "extend.py:4:1: C814 "),
        ("PLUGIN = Plugin(filters={'a b': str.upper})\n", "extend.py:4:1: C814 "),
        ("PLUGIN = Plugin(checks=('a',))\n", "extend.py:4:1: C814 "),
        (CHECK.replace("X001", "S301"), "extend.py:10:1: C814 "),
    ],
)
def test_what_cannot_be_loaded_is_told_at_its_line(tmp_path: Path, code: str, expected: str) -> None:
    """A plugin that cannot be loaded is a problem with file and line, whose command ends with 2."""
    (found,) = problems(tmp_path, code)
    assert found.startswith(expected)
    assert run_here("check", "--root", tmp_path).returncode == 2


KIND = """class Mine(Number):
    name = "mine"

    def {method}(self, *arguments):
        raise ValueError("no such number\\nmore")


PLUGIN = Plugin(kinds=(Mine(),))
"""


@pytest.mark.parametrize(
    ("method", "jobs"), [("read", 1), ("show", 1), ("read_quote", 1), ("machine", 1), ("read_quote", 2)]
)
def test_a_kind_that_fails_is_told_of(tmp_path: Path, method: str, jobs: int) -> None:
    """What a kind raises is a problem at its line, whoever asked it and in whichever process."""
    sheet = SMALL_SITE["content/ro/index.md"].replace("    value: 1209", "    kind: mine\n    value: 1209")
    more = {f"content/ro/{number}.md": sheet for number in range(FEWEST if jobs > 1 else 0)}
    root = site(tmp_path, KIND.format(method=method), **{"content/ro/index.md": SMALL_SITE["content/ro/index.md"]})
    write_site(root, more or {"content/ro/index.md": sheet})
    result = pipeline.check(root, Options(), jobs=jobs)
    (found,) = map(said, result.problems)
    assert found.startswith("extend.py:8:1: O723 the plugin failed here: ValueError: no such number | ")


@pytest.mark.parametrize("command", ["status", "export"])
def test_no_command_ends_in_a_traceback(tmp_path: Path, command: str) -> None:
    """A command that reads a site says what failed in a plugin as a build does."""
    sheet = SMALL_SITE["content/ro/index.md"].replace("    value: 1209", "    kind: mine\n    value: 1209")
    root = site(tmp_path, KIND.format(method="read"), **{"content/ro/index.md": sheet})
    done = run_here(
        command, "en" if command == "export" else "--root", *((root,) if command != "export" else ("--root", root))
    )
    assert done.returncode == 1
    assert "extend.py:8:1: O723" in done.stdout


def _outputs(function: str, argument: str = "combine") -> str:
    return f"{function}\n\nPLUGIN = Plugin(outputs=(Output(name='mine', {argument}=f),))\n"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("def f(site):\n    return [1 / 0]\n\nPLUGIN = Plugin(checks=(f,))\n", "5:1: O723 .*ZeroDivisionError"),
        ("def f(site):\n    return ['text']\n\nPLUGIN = Plugin(checks=(f,))\n", "4:1: O723 .*a check gives problems"),
        ("def f(site):\n    pass\n\nPLUGIN = Plugin(checks=(f,))\n", "4:1: O723 .*TypeError"),
        (_outputs("def f(rendering, gathered):\n    yield '../x', b''"), "4:1: O723 .*must be relative"),
        (_outputs("def f(rendering, gathered):\n    yield 'x', 'text'"), "4:1: O723 .*paths with bytes"),
        (_outputs("def f(rendering, path):\n    return 1", "gather"), "4:1: O723 .*gives a text"),
        (_outputs("def f(rendering, path):\n    yield 'x', path.nothing", "of_sheet"), "5:1: O723 .*AttributeError"),
        (_outputs("def f(rendering, tag, path):\n    yield tag, 'x'", "of_page"), "4:1: O723 .*an output gives paths"),
    ],
)
def test_what_fails_later_is_told_at_its_line(tmp_path: Path, code: str, reason: str) -> None:
    """A check or an output that raises, or gives what it should not, is a problem at its line; the rest goes on."""
    result = pipeline.build(site(tmp_path, code), Options())
    found = [said(one) for one in result.problems if one.code != "T621"]
    assert result.has_errors
    assert len(found) <= 2, found
    for one in found:
        place, _, rest = reason.partition(" ")
        assert one.startswith(f"extend.py:{place.removesuffix(':')}: "), one
        assert rest.partition(".*")[2] in one


FILTER = "def shout(text):\n    return text.upper() + missing\n\n\nPLUGIN = Plugin(filters={'shout': shout})\n"


def test_a_filter_that_fails_is_told_of_at_its_line(tmp_path: Path) -> None:
    """Not the template is at fault, but the plugin whose filter it uses."""
    root = site(tmp_path, FILTER, **{"templates/parts/footer.html": '{{ "text" | shout }}'})
    found = [said(one) for one in pipeline.build(root, Options()).problems if one.code != "T621"]
    assert found
    assert all(one.startswith("extend.py:5:1: O723 the plugin failed here: NameError") for one in found)


def test_a_changed_filter_reaches_pages_that_are_kept(tmp_path: Path) -> None:
    """A plugin that has changed renders everything again, in a process that goes on."""
    good = FILTER.replace(" + missing", "")
    root = site(tmp_path, good, **{"templates/parts/footer.html": '{{ "text" | shout }}'})
    first = pipeline.build(root, Options())
    assert b"TEXT" in first.artifacts["ro/index.html"]
    again = pipeline.build(root, Options(), state=first.state)
    assert "ro/index.html" in again.unchanged
    write_site(root, {"extend.py": BEGIN + good.replace("upper", "title")})
    changed = pipeline.build(root, Options(), state=again.state)
    assert b"Text" in changed.artifacts["ro/index.html"]
    assert changed.others == (str(root.resolve() / "extend.py"),)


def test_two_plugins_cannot_give_one_name(tmp_path: Path) -> None:
    """What two plugins give under one name is told at the line that names them."""
    root = site(tmp_path, CHECK, **{"other.py": BEGIN + CHECK})
    write_site(root, {"site.toml": NAMED.replace('"extend.py"', '["extend.py", "other.py"]')})
    found = pipeline.check(root, Options()).problems
    assert [said(one).partition(" | ")[0] for one in found] == ["site.toml:6:1: C815 two plugins give `X001`"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ('files = "extnd.py"', "site.toml:6:1: C812 there is no plugin `extnd.py` | did you mean `extend.py`?"),
        ('files = "../extend.py"', "site.toml:6:9: C803 `files` should be names of Python files beside site.toml"),
        ('installed = "nobody"', "site.toml:6:1: C812 there is no plugin `nobody` | install the distribution"),
        (
            'file = "extend.py"',
            "site.toml:6:1: C802 `file` is not a setting that is known here | did you mean `files`?",
        ),
    ],
)
def test_what_is_named_must_be_there(tmp_path: Path, settings: str, expected: str) -> None:
    """A name that leads nowhere is told at its line, with what was most likely meant."""
    root = site(tmp_path, CHECK, **{"site.toml": f"{SETTINGS}\n[plugins]\n{settings}\n"})
    assert said(pipeline.check(root, Options()).problems[0]).startswith(expected)


# ---- installed ----


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Result]]:
    """Install a distribution with some code, and check a site that names it."""
    name = f"mine_{tmp_path.name.replace('-', '_')}"

    def checked(code: str) -> Result:
        write_site(
            tmp_path / "lib",
            {
                f"{name}/__init__.py": "from .inner import PLUGIN\n",
                f"{name}/inner.py": BEGIN + code,
                f"{name}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
                f"{name}-1.0.dist-info/entry_points.txt": f"[factsheet]\nmine = {name}:PLUGIN\n",
            },
        )
        root = write_site(tmp_path / "site", {**SMALL_SITE, "site.toml": f'{SETTINGS}[plugins]\ninstalled = "mine"\n'})
        return pipeline.check(root, Options())

    monkeypatch.syspath_prepend(tmp_path / "lib")
    yield checked
    for module in [one for one in sys.modules if one.partition(".")[0] == name]:
        del sys.modules[module]
    loading._loaded.cache_clear()  # noqa: SLF001 - a process imports a distribution once


def test_an_installed_plugin_is_used(installed: Callable[[str], Result]) -> None:
    """The plugin of a distribution is found by the name of its entry point; its files are what a build stands on."""
    result = installed(CHECK)
    assert codes(list(result.problems)).count("X001") == 2
    assert {Path(file).name for file in result.others} >= {"__init__.py", "inner.py"}
    found = plugins.in_use()
    assert found is not None
    assert len(found.digest) == 64


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("PLUGIN = 1 / 0\n", "/inner.py:4:1: C814 "),
        ("PLUGIN = None\n", "site.toml:5:1: C813 "),
        ("def f(site):\n    return [1 / 0]\n\nPLUGIN = Plugin(checks=(f,))\n", "/inner.py:5:1: O723 "),
    ],
)
def test_an_installed_plugin_fails_at_its_line(installed: Callable[[str], Result], code: str, expected: str) -> None:
    """What fails in a distribution is told by the file below its package."""
    (found,) = [one for one in installed(code).problems if one.code[0] in "CO"]
    assert expected in said(found)


def test_severities_of_unknown_codes_do_no_harm() -> None:
    """A severity for a code that no plugin gives is no problem, and changes nothing."""
    settings, found = read_settings(b'[checks]\nX999 = "error"\n')
    assert found == []
    assert with_severity([], dict(settings.checks)) == []
