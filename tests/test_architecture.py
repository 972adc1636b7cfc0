"""What the code promises of itself beyond what the linters can say."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

import factsheet

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "factsheet"
MODULES = sorted(ENGINE.rglob("*.py"))

OUTWARD = (
    "__main__",
    "builder/state",
    "builder/plugins/",
    "builder/up_to_date",
    "builder/store",
    "builder/workers",
    "cli/",
    "core/derived",
    "core/engine",
    "core/modules",
    "files/",
    "library",
    "preview/",
)
"""What meets the world: the disk, the clock, the terminal, the network, other processes."""

APART = frozenset({"factsheet/content/markup/apart.py", "factsheet/outputs/offline.py"})
"""Modules that meet it to keep it out: a process that is stopped in time, a renderer that must not see the clock."""

MEASURES = (
    *sorted(APART),
    "factsheet/outputs/share_cards.py",
    "factsheet/outputs/typefaces.py",
    "factsheet/outputs/bounds.py",
    "factsheet/content/theme.py",
)
"""Modules whose floats are seconds, lengths on a picture or the light of a colour: never quantities."""

WORLD = {
    "date": frozenset({"today"}),
    "datetime": frozenset({"now", "today", "utcnow"}),
    "os": frozenset({"chdir", "cpu_count", "environ", "getcwd", "getenv"}),
    "time": frozenset({"monotonic", "perf_counter", "time", "time_ns"}),
    "Path": frozenset({"cwd", "home"}),
}
"""What tells the time, the machine, its user and the current folder."""

DISK = frozenset(
    {
        "iterdir",
        "mkdir",
        "read_bytes",
        "read_text",
        "rglob",
        "rmtree",
        "scandir",
        "unlink",
        "write_bytes",
        "write_text",
    }
)
PACKAGE_DATA = frozenset(
    {
        "factsheet/content/assets.py",
        "factsheet/content/sources.py",
        "factsheet/core/patterns.py",
        "factsheet/outputs/data.py",
        "factsheet/outputs/offline.py",
        "factsheet/outputs/typefaces.py",
        "factsheet/l10n/reading/language.py",
        "factsheet/l10n/supplement.py",
        "factsheet/core/codes/__init__.py",
        "factsheet/tools/scaffold/__init__.py",
        "factsheet/tools/schemas/__init__.py",
    }
)
"""Modules that read a file of the package itself, which is as fixed as code."""

NAMELESS = ("common", "helpers", "manager", "misc", "util", "utils")
HEAVY = frozenset({"asyncio", "babel", "jinja2", "livereload", "markdown", "nh3", "tornado", "watchfiles", "yaml"})


def test_modules_are_short() -> None:
    """No module of the engine has more than 300 lines."""
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_the_house_can_be_seen_at_a_glance() -> None:
    """The engine has at most 14 rooms on 9 floors, entry points counted, and each has its place in the contract."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"]: contract["layers"] for contract in project["tool"]["importlinter"]["contracts"]}
    floors = [floor.strip("()").split(" | ") for floor in contracts["rooms"]]
    rooms = {room for floor in floors for room in floor}
    assert len(floors) <= 9
    assert len(rooms) <= 14
    found = {path.relative_to(ENGINE).parts[0].removesuffix(".py") for path in MODULES}
    assert rooms == found - {"__init__"}


def test_modules_are_named_for_their_subject() -> None:
    """No module is called helpers, utils or the like."""
    assert [_name(path) for path in MODULES if path.stem.strip("_") in NAMELESS] == []


def test_no_two_public_classes_have_one_name() -> None:
    """A class that a reader meets by its name is one thing everywhere in the engine."""
    names = [
        node.name
        for path in MODULES
        for node in _module(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert len(names) > 300
    assert sorted(name for name, count in Counter(names).items() if count > 1) == []


def test_quantities_are_never_floats() -> None:
    """The pure layers hold no float, neither by name nor as a literal, but for the likeness of two words."""
    likeness = set(_places(_is_likeness, outside=OUTWARD))
    found = set(_places(_is_float, outside=OUTWARD)) - likeness
    assert {place for place in found if not place.startswith(MEASURES)} == set()


def test_the_pure_layers_do_not_know_the_world() -> None:
    """Time, environment, folder and machine reach the pure layers as arguments only."""
    found = _places(_asks_the_world, outside=OUTWARD)
    assert [place for place in found if place.partition(":")[0] not in APART] == []


def test_disk_access_stays_in_its_layers() -> None:
    """Only the layers for files, the cache and the commands read or write files."""
    found = _places(lambda node: _attribute(node) in DISK or _calls_open(node), outside=OUTWARD)
    assert [place for place in found if place.partition(":")[0] not in PACKAGE_DATA] == []


def test_only_the_command_line_speaks() -> None:
    """Nothing but the command line and the preview writes to the terminal."""
    speaks = {"print", "stderr", "stdout"}
    found = _places(lambda node: (_attribute(node) or _identifier(node)) in speaks, outside=OUTWARD)
    assert [place for place in found if place.partition(":")[0] not in APART] == []


def test_one_adapter_knows_the_locale_data() -> None:
    """Babel's locale data is imported by one module; its catalogue readers may be used elsewhere."""
    users = {_name(path) for path in MODULES if any(_is_locale_data(each) for each in _imports(path))}
    assert users == {"factsheet/l10n/cldr/source.py"}


def test_starting_is_cheap() -> None:
    """Importing the command line loads none of the packages that a build with nothing to do can spare."""
    code = "import sys, factsheet.cli; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert HEAVY.intersection(done.stdout.split()) == set()


def test_no_module_needs_itself() -> None:
    """Modules can be run one after the other, each behind those that it imports: so one import loads all in a piece."""
    names = {_dotted(path): path for path in MODULES}
    needed = {name: {*_at_the_top(_module(path).body, names)} - {name} for name, path in names.items()}
    assert len(list(TopologicalSorter(needed).static_order())) == len(names)


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _at_the_top(body: Iterable[ast.stmt], names: Collection[str]) -> Iterator[str]:
    """The modules of the engine that are imported where a module is run, and not for types alone."""
    for node in body:
        if isinstance(node, ast.If) and _identifier(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.If | ast.Try):
            yield from _at_the_top(ast.iter_child_nodes(node), names)  # type: ignore[arg-type]  # others are passed over
        if isinstance(node, ast.ImportFrom) and node.module in names:
            inner = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (one if one in names else str(node.module) for one in inner)


def test_checks_and_outputs_read_no_markdown() -> None:
    """A build that finds all texts as they were converted before does not load what converts them."""
    code = "import sys, factsheet.builder.pipeline, factsheet.checks, factsheet.outputs; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"livereload", "markdown", "tornado"}.intersection(done.stdout.split()) == set()


def test_the_package_says_its_version() -> None:
    """The version is a plain number of three parts."""
    assert [part.isdecimal() for part in factsheet.__version__.split(".")] == [True, True, True]


@pytest.mark.parametrize(
    ("package", "registry", "of"), [("content.kinds", "KINDS", "Kind"), ("outputs", "OUTPUTS", "Output")]
)
def test_what_is_written_is_registered(package: str, registry: str, of: str) -> None:
    """Every kind and every output that a module has stands in the tuple that is used."""
    home = importlib.import_module(f"factsheet.{package}")
    offered = {value for module in _modules(home) for value in _offered(module, getattr(home, of))}
    assert offered == set(getattr(home, registry))


def test_every_check_is_registered() -> None:
    """Every public function from a site to problems in factsheet/checks stands in one of the tuples."""
    home = importlib.import_module("factsheet.checks")
    offered = {function for module in _modules(home) for function in _checks(module)}
    assert offered == {*home.CHECKS, *home.CATALOG_CHECKS, *home.WORD_CHECKS}


@pytest.mark.parametrize("package", ["checks", "content.kinds", "outputs"])
def test_what_is_registered_is_tested(package: str) -> None:
    """The module of every registered kind, check and output has tests: `test_<module>.py`, `test_<module>_*.py`."""
    home = importlib.import_module(f"factsheet.{package}")
    registered = {_home(home, entry) for entry in getattr(home, package.rpartition(".")[2].upper())}
    files = (ROOT / "tests/unit" / package.replace(".", "/")).glob("test_*.py")
    tests = [f"{path.stem.removeprefix('test_')}_" for path in files if _count_of_tests(path)]
    assert {module for module in registered if not any(name.startswith(f"{module}_") for name in tests)} == set()


def _count_of_tests(path: Path) -> int:
    """How many tests a file has; that each of them can fail is seen in test_tests.py."""
    module = ast.parse(path.read_bytes())
    return sum(isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in module.body)


def test_kinds_are_named_in_their_folder_only() -> None:
    """No module outside the kinds compares a kind with a name, lists or looks up kinds by name, or imports one."""
    inside = ENGINE / "content/kinds"
    modules = [path for path in MODULES if not path.is_relative_to(inside)]
    assert [place for path in modules for place in _named_kinds(_nodes(path), _name(path))] == []


@pytest.mark.parametrize(
    "line",
    [
        'metric.kind == "percent"',
        'found[1].kind in {"year", "date"}',
        'told.facts["kind"] != "money"',
        'kind.name == "range"',
        'TIMES = ("year", "date", "period")',
        'UNITS = {"count": 1, "money": 2}',
        'match metric.kind:\n    case "count":\n        pass',
        "from factsheet.content.kinds.percent import PERCENTAGE",
        "from factsheet.content.kinds import percent",
        "import factsheet.content.kinds.percent",
        'kind = metric.kind\nif kind == "percent":\n    pass',
        'ONLY = frozenset({"year"})\nif metric.kind in ONLY:\n    pass',
        'YEAR: Final = "year"\nif metric.kind == YEAR:\n    pass',
        'metric.kind.startswith("per")',
        'getattr(metric, "kind") == "date"',
        'facts.get("kind") == "money"',
        'KIND_BY_NAME["ratio"]',
        'KIND_BY_NAME.get("ratio")',
        'Literal["count", "money"]',
    ],
)
def test_naming_a_kind_is_noticed(line: str) -> None:
    """Each way in which a module could know a kind by its name is found."""
    assert list(_named_kinds(tuple(ast.walk(ast.parse(line))), "line")) != []


@pytest.mark.parametrize(
    "line",
    [
        "kind_of(metric).is_moment",
        "KIND_BY_NAME[scalar.text]",
        'entry.date("date")',
        'if block.kind == "table":\n    pass',
        "from factsheet.content.kinds import KIND_BY_NAME, kind_of",
        'NOTES = ("note", "date")',
    ],
)
def test_other_names_are_none_of_a_kind(line: str) -> None:
    """What is asked of a kind, and words that only look like names of kinds, are let alone."""
    assert list(_named_kinds(tuple(ast.walk(ast.parse(line))), "line")) == []


def _named_kinds(nodes: tuple[ast.AST, ...], name: str) -> Iterator[str]:
    """The places of a module at which a kind is named; `nodes` are all of its syntax tree."""
    constants = dict(constant for node in nodes for constant in _constants(node))
    for node in nodes:
        if _names_a_kind(node, constants):
            yield f"{name}:{getattr(node, 'lineno', 0)}"


def _constants(node: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """The words of a constant, with its name."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    for target in targets:
        if isinstance(target, ast.Name) and target.id.isupper():
            yield (
                target.id,
                _words(node.value) if isinstance(node, ast.Assign | ast.AnnAssign) and node.value else set(),
            )


def _names_a_kind(node: ast.AST, constants: Mapping[str, set[str]]) -> bool:
    names = _kinds()
    match node:
        case ast.Import() | ast.ImportFrom():
            return bool(_imported(node) & _homes())
        case ast.Compare():
            sides = [node.left, *node.comparators]
            said = set().union(*(_words(side) | constants.get(_identifier(side) or "", set()) for side in sides))
            return any(map(_is_kind, sides)) and bool(said & names)
        case ast.Call(func=ast.Attribute(value=asked, attr=method)):
            words = set().union(*map(_words, node.args))
            is_begun = any(name.startswith(word) or name.endswith(word) for name in names for word in words if word)
            is_lookup = _identifier(asked) == "KIND_BY_NAME" and bool(words & names)
            return is_lookup or (_is_kind(asked) and method in {"startswith", "endswith"} and is_begun)
        case ast.Subscript(value=ast.Name(id="KIND_BY_NAME")):
            return bool(_words(node.slice) & names)
        case ast.match_case():
            return bool(_words(node.pattern) & names)
        case _:
            pass
    keys = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
    return len(names & {key.value for key in keys if isinstance(key, ast.Constant)}) > 1


def _imported(node: ast.Import | ast.ImportFrom) -> set[str]:
    """The modules that a statement may import."""
    if isinstance(node, ast.Import):
        return {one.name for one in node.names}
    return {node.module or "", *(f"{node.module}.{one.name}" for one in node.names)}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(importlib.import_module("factsheet.content.kinds").KIND_BY_NAME)


@cache
def _homes() -> frozenset[str]:
    """The modules that hold a kind."""
    home = importlib.import_module("factsheet.content.kinds")
    return frozenset(module.__name__ for module in _modules(home) if any(_offered(module, home.Kind)))


def _is_kind(node: ast.AST) -> bool:
    """Whether an expression is a kind's name: `metric.kind`, `facts["kind"]`, `kind.name`, `kind`."""
    if isinstance(node, ast.Subscript):
        return _words(node.slice) == {"kind"}
    if isinstance(node, ast.Call):
        return "kind" in {word for one in node.args for word in _words(one)}
    if isinstance(node, ast.Name):
        return node.id == "kind"
    return isinstance(node, ast.Attribute) and (
        node.attr == "kind" or (node.attr == "name" and "kind" in ast.unparse(node.value))
    )


def _words(node: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _module(path: Path) -> ast.Module:
    """A module, read once for all tests."""
    return ast.parse(path.read_bytes())


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of a module, which many tests look at."""
    return tuple(ast.walk(_module(path)))


def _places(wanted: Callable[[ast.AST], bool], *, outside: Iterable[str]) -> Iterator[str]:
    for path in MODULES:
        if not path.relative_to(ENGINE).as_posix().startswith(tuple(outside)):
            for node in _nodes(path):
                if wanted(node):
                    yield f"{_name(path)}:{getattr(node, 'lineno', 0)}"


def _is_float(node: ast.AST) -> bool:
    return _identifier(node) == "float" or (isinstance(node, ast.Constant) and isinstance(node.value, float))


def _is_likeness(node: ast.AST) -> bool:
    return isinstance(node, ast.keyword) and node.arg == "cutoff"


def _asks_the_world(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in WORLD.get(_identifier(node.value) or "", ())


def _identifier(node: ast.AST) -> str | None:
    return node.id if isinstance(node, ast.Name) else None


def _attribute(node: ast.AST) -> str | None:
    return node.attr if isinstance(node, ast.Attribute) else None


def _calls_open(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and "open" in {_identifier(node.func), _attribute(node.func)}


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _is_locale_data(module: str) -> bool:
    return module.partition(".")[0] == "babel" and not module.startswith("babel.messages")


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{found.name}")


def _offered(module: ModuleType, of: type) -> Iterator[object]:
    """The values of a type that a module names."""
    return (value for value in vars(module).values() if isinstance(value, of))


def _checks(module: ModuleType) -> Iterator[Callable[..., object]]:
    checks = importlib.import_module("factsheet.checks")
    for name, function in inspect.getmembers(module, inspect.isfunction):
        own = function.__module__ == module.__name__ and not name.startswith("_")
        if own and list(get_type_hints(function).values()) == list(checks.Check.__args__):
            yield function


def _home(package: ModuleType, entry: object) -> str:
    """The last part of the name of the module of a package that a registered function or object comes from."""
    offering = [module.__name__ for module in _modules(package) if entry in _offered(module, type(entry))]
    module = entry.__module__ if inspect.isfunction(entry) else offering[0]
    return module.rpartition(".")[2]
