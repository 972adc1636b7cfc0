"""The documentation is true: every command in it is run, every sample read, every addition built with."""

import json
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

import pytest

from factsheet.builder.pipeline import Options, Result, build, check
from factsheet.builder.plugins.loading import use as use_plugins
from factsheet.checks.verify import read_back
from factsheet.cli import main
from factsheet.cli.arguments import commands, parser
from factsheet.cli.speaking import EXAMPLES
from factsheet.content.config import read_settings
from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.content.settings import PluginSettings
from factsheet.content.sheets import read_sheet
from factsheet.l10n.cldr import locale
from tests.documented import code_in, recipes
from tests.previewing import preview
from tests.support import SETTINGS, SMALL_SITE, run_here, settle, write_site

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("docs/*.md"), *(path for path in [ROOT / "README.md"] if path.exists())])
FENCE = re.compile(r"(?ms)^(?P<fence>`{3,})(?P<language>\w*)\n(?P<code>.*?)^(?P=fence)$")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
LONG_RUNNING = ("serve",)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: its language and its text."""

    page: str
    language: str
    text: str


def _blocks(*languages: str) -> Iterator[Block]:
    for page in PAGES:
        for match in FENCE.finditer(page.read_text(encoding="utf-8")):
            if match["language"] in languages:
                yield Block(page.name, match["language"], match["code"])


def _console(page: Path) -> list[str]:
    blocks = FENCE.finditer(page.read_text(encoding="utf-8"))
    lines = [line for match in blocks if match["language"] == "console" for line in match["code"].splitlines()]
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


@pytest.mark.parametrize("page", [page for page in PAGES if _console(page)], ids=lambda page: page.stem)
def test_every_command_is_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of a page, one after the other, do what they should: each ends with 0 in a site newly begun."""
    here = tmp_path
    if not any("new site" in command for command in _console(page)):
        monkeypatch.chdir(here)
        _run("factsheet new site site")
        here = here / "site"
        settle(here)
    for command in _console(page):
        words = shlex.split(command)
        if words[0] == "cd":
            here = here / words[1]
            assert here.is_dir()
        elif words[1] in LONG_RUNNING:
            with preview(here) as running:
                assert running.ask("/").startswith(b"HTTP/1.1 200 ")
        else:
            monkeypatch.chdir(here)
            done = _run(command)
            assert done.returncode == 0, (command, done.stdout, done.stderr)
            if words[1:3] == ["new", "site"]:
                settle(here / words[3])


def _run(command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the documents in the working folder."""
    words = shlex.split(command)
    assert words[0] == "factsheet", command
    return run_here(*words[1:])


def test_every_sheet_is_read() -> None:
    """Every sample of a whole sheet is one, in the language that it is written in."""
    sheets = [block for block in _blocks("markdown") if block.text.startswith("---\n")]
    assert sheets
    for block in sheets:
        is_reference = "value:" in block.text
        sheet, problems = read_sheet(
            f"{block.page}.md", block.text.encode(), path="x", language="ro", is_reference=is_reference
        )
        assert sheet is not None
        assert problems == [], block


def test_every_setting_is_read() -> None:
    """Every sample of settings is accepted."""
    for block in _blocks("toml"):
        assert read_settings(block.text.encode())[1] == [], block


def test_every_link_leads_somewhere() -> None:
    """Links between pages, and to files of the repository, lead to what is there."""
    followed = 0
    for page in PAGES:
        text = re.sub(r"`[^`\n]+`", "", FENCE.sub("", page.read_text(encoding="utf-8")))
        for address in LINK.findall(text):
            if "://" not in address and not address.startswith(("#", "mailto:")):
                followed += 1
                assert (page.parent / address.partition("#")[0]).exists(), (page.name, address)
    assert followed > 20


def test_every_command_has_examples() -> None:
    """The help of each command ends in examples, each of which the parser understands."""
    assert {command.name for command in commands()} <= set(EXAMPLES)
    for name, lines in EXAMPLES.items():
        for line, about in lines:
            words = line.split(" ")
            assert words[:2] == ["factsheet", name]
            assert parser().parse_args(words[1:]).run
            assert about


def test_the_way_of_a_figure_is_the_one_that_a_build_goes(tmp_path: Path) -> None:
    """What happens to 1.209 is told in twelve stops at most: functions that a build calls first in this order."""
    text = _page("developers").partition("## What happens to 1.209")[2]
    stops = re.findall(r"(?m)^\| \d+ \|.*`(factsheet\.[\w.]+)` \|$", text.partition("\n## ")[0])
    assert 8 <= len(stops) <= 12
    codes = {pkgutil.resolve_name(stop).__code__: stop for stop in stops}
    called: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        stop = codes.get(frame.f_code) if event == "call" else None
        if stop is not None and stop not in called:
            called.append(stop)

    site = write_site(tmp_path, SMALL_SITE)
    watched = sys.getprofile()
    sys.setprofile(note)
    try:
        assert main(["build", "--root", str(site), "--verify", "--jobs", "1", "--quiet"]) == 0
    finally:
        sys.setprofile(watched)
    assert called == stops


def test_every_word_of_the_glossary_names_what_is_there() -> None:
    """Each word stands in the glossary once, and leads to what it names in the code."""
    rows = re.findall(r"(?m)^\| ([^|`]+?) \| .* \| `(factsheet\.[\w.]+)` \|$", _page("glossary"))
    words = [word for row in rows for word in row[0].split(", ")]
    assert len(words) > 40
    assert len(words) == len(set(words))
    for _, name in rows:
        pkgutil.resolve_name(name)


def _page(name: str) -> str:
    return (ROOT / f"docs/{name}.md").read_text(encoding="utf-8")


# ---- the recipes of developers.md ----


LONG_TITLE = "Un titlu din cale afară de lung, pe care nicio listă de rezultate nu îl arată întreg"


DEDICATION = "Bibliotecarilor"
TRY = """
import sys
from factsheet.cli import main
from factsheet.tools.schemas import settings_schema

root, lang = ["--root", sys.argv[1]], ["--lang", "en"]
codes = [main(["build", *root, *lang]), main(["titles", "en", *root, *lang])]
codes.append(main(["read", sys.argv[1] + "/locker.txt", "--locale", "en", *lang]))
print(settings_schema()["properties"]["quiet"]["type"])
sys.exit(max(codes))
"""
"""Uses what was added, in one process."""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the engine in which all recipes were followed."""
    copy = tmp_path_factory.mktemp("engine")
    for name in ("factsheet", "locales", "static", "templates"):
        shutil.copytree(ROOT / name, copy / name)  # with its compiled modules, which hold where no recipe changes one
    for recipe in recipes():
        for addition in recipe.additions:
            addition.write(copy)
    return copy


@pytest.fixture(scope="module")
def built(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A site built with the additions: its pages, and what was said."""
    root = _with_film(tmp_path_factory.mktemp("site"), {"locker.txt": "They took locker 12 and two keys."})
    write_site(root, {"site.toml": f"{SETTINGS}quiet = true\n"})
    sheet = root / "content/ro/index.md"
    text = sheet.read_text(encoding="utf-8").replace("summary:", f"dedication: {DEDICATION}\nsummary:", 1)
    sheet.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(root)], cwd=engine, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, (done.stdout, done.stderr)
    return root / "public", done.stdout


def _with_film(root: Path, files: Mapping[str, str]) -> Path:
    """Write a site that mentions the running time of a film, and that has a long title and a long summary."""
    runtime = """  film:
    kind: runtime
    value: 7:45
    label: Durata filmului
    source: presa
    quote: "465 de minute"
"""
    romanian = SMALL_SITE["content/ro/index.md"].replace("metrics:\n", f"metrics:\n{runtime}", 1)
    romanian = romanian.replace("title: Exemplu", f"title: {LONG_TITLE}\nsummary: {'Lung. ' * 40}").replace(
        "la {{ arrests }}", "la {{ arrests }} în {{ film }}"
    )
    english = SMALL_SITE["content/en/index.md"].replace("metrics:\n", "metrics:\n  film: {label: Running time}\n", 1)
    english = english.replace("to {{ arrests }}", "to {{ arrests }} in {{ film }}")
    return write_site(root, {**SMALL_SITE, **files, "content/ro/index.md": romanian, "content/en/index.md": english})


def test_recipes_name_the_files_that_they_touch() -> None:
    """There are eight recipes, and each names just the files that it changes."""
    found = list(recipes())
    assert len(found) == 8
    for recipe in found:
        assert {addition.path for addition in recipe.additions} == set(recipe.files), recipe.title


def test_a_kind_is_added_as_documented(built: tuple[Path, str]) -> None:
    """The running time of developers.md is read from `7:45`, shown in both languages and written for machines."""
    assert re.search(r'value="465">465\sde minute<', (built[0] / "ro/index.html").read_text(encoding="utf-8"))
    assert re.search(r'value="465">465\smin', (built[0] / "en/index.html").read_text(encoding="utf-8"))


def test_a_check_is_added_as_documented(built: tuple[Path, str]) -> None:
    """The check of developers.md finds a long title, at its line, in the words of the table."""
    assert f"content/ro/index.md:2:8: O790 the title has {len(LONG_TITLE)} characters" in built[1]


def test_an_output_is_added_as_documented(built: tuple[Path, str]) -> None:
    """The output of developers.md lists the pages of every language."""
    lines = (built[0] / "pages.txt").read_text(encoding="utf-8").splitlines()
    assert lines == [f"https://facts.example/ro/  {LONG_TITLE}", "https://facts.example/en/  Example"]


def test_a_key_and_a_variable_are_added_as_documented(built: tuple[Path, str]) -> None:
    """A key of the front matter is a text that translations must have, and reaches the page by a variable."""
    assert f'<p lang="ro">{DEDICATION}</p>' in (built[0] / "ro/index.html").read_text(encoding="utf-8")
    assert DEDICATION not in (built[0] / "en/index.html").read_text(encoding="utf-8")
    assert "content/en/index.md:1:1: T602 English has no dedication for index" in built[1]


def test_a_setting_a_command_and_a_word_are_added_as_documented(built: tuple[Path, str]) -> None:
    """The setting is read and described, the command lists the titles, and a locker has a number for a name."""
    assert built[1].splitlines()[-1] == "boolean"
    assert "index  Example" in built[1].splitlines()
    assert re.search(r"(?m)^ +12 +.*name", built[1])


# ---- the same as plugins ----


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A site whose plugins are the kind, the check and the output of developers.md, and those of plugins.md."""
    code = code_in("developers")
    ((name, texts),) = tomllib.loads(code["factsheet/core/codes/output.toml: at the end"]).items()
    codes = f"Code(id={name!r}, severity=Severity({texts.pop('severity')!r}), **{texts!r})"
    modules = [
        code[f"factsheet/{path}.py"] for path in ("content/kinds/runtime", "checks/headlines", "outputs/outline")
    ]
    given = f"PLUGIN = Plugin(kinds=(KIND,), checks=(titles_are_short,), codes=({codes},), outputs=(OUTPUT,))"
    own = "\n".join([*modules, "from factsheet.plugins import Code, Plugin, Severity", given]).replace("O790", "X790")
    files = {"film.py": own, **code_in("plugins"), "templates/parts/footer.html": "[{{ site.title | initials }}]"}
    yield _with_film(
        tmp_path_factory.mktemp("extended"),
        {**files, "site.toml": f'{SETTINGS}[plugins]\nfiles = ["film.py", "extend.py"]\n'},
    )
    use_plugins(Path(), {}, PluginSettings())


@pytest.fixture(scope="module")
def shown(extended: Path) -> Result:
    """What is made of that site."""
    result = build(extended, Options())
    assert not result.has_errors, result.problems
    return result


def test_a_kind_of_a_plugin_is_declared_shown_proven_and_told(shown: Result) -> None:
    """The running time of developers.md works as a plugin: read from `7:45`, shown, proven, and told to machines."""
    pages = [shown.artifacts[f"{tag}/index.html"].decode() for tag in ("ro", "en")]
    assert re.search(r'value="465">465\sde minute<', pages[0])
    assert re.search(r'value="465">465\smin', pages[1])
    assert shown.proofs.none == 0
    (told,) = json.loads(shown.artifacts["en/index/figures.json"])["sheets"]
    (film,) = [figure for figure in told["figures"] if figure["id"] == "film"]
    assert (film["kind"], film["value"]) == ("runtime", 465)


def test_a_kind_of_a_plugin_is_compared_and_verified(extended: Path, shown: Result) -> None:
    """A translation that restates another running time is an error, and so is a page that says one."""
    assert read_back(shown.artifacts) == []
    wrong = shown.artifacts["en/index.html"].replace(b'value="465">465', b'value="465">466')
    assert {one.code for one in read_back({**shown.artifacts, "en/index.html": wrong})} >= {"V904"}
    english = (extended / "content/en/index.md").read_text(encoding="utf-8")
    restated = english.replace("label: Running time", "label: Running time, value: 7:46")
    try:
        write_site(extended, {"content/en/index.md": restated})
        assert "P201" in {one.code for one in check(extended, Options()).problems}
    finally:
        write_site(extended, {"content/en/index.md": english})


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("în 7:45", None),
        ("465 de minute", None),
        ("465 %", "Q405"),
        ("465 de persoane", "Q405"),
        ("465 de ore", "Q405"),
        ("la ora 17:45", "Q403"),
        ("460 de minute", "Q403"),
    ],
)
def test_an_added_kind_is_proven_as_documented(shown: Result, quote: str, code: str | None) -> None:
    """A quote that says the running time proves it, as hours and minutes or in words; nothing else does."""
    assert shown.site is not None
    film = replace(shown.site.original("index").metrics["film"], quote=quote)
    mismatch = kind_of(film).read_quote(locale("ro"), film, quote).mismatch
    assert mismatch is {None: None, "Q405": Mismatch.UNIT, "Q403": Mismatch.VALUE}[code]


def test_checks_outputs_and_filters_of_plugins_work_as_documented(shown: Result) -> None:
    """The checks find what they look for, the outputs are published, and a template uses the filter."""
    found = {one.code: str(one.place) for one in shown.problems}
    assert found["X790"] == "content/ro/index.md:2:8"
    assert found["X001"] == "content/ro/index.md:3:10"
    assert shown.artifacts["pages.txt"].decode().splitlines()[1] == "https://facts.example/en/  Example"
    assert shown.artifacts["sources.txt"].decode() == "Comunicat de presă\n"
    assert b"[E]" in shown.artifacts["en/index.html"]
