"""What modules declare as they are imported is what was read and kept: limits, tables, and the defaults of calls.

A threshold of a check, a word of a table or the default of an option is a promise that few sites come near enough to
feel. So one that moves is seen in the difference that `make golden` makes in `declared.txt`; whether it is right, the
tests of its module say. What a pattern finds stands in `patterns.txt`, and words for people are not repeated.
"""

import ast
import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FunctionType

import pytest

from tests.calls.rendering import in_lines, shown
from tests.support import ROOT

HERE = Path(__file__).parent
FILE = HERE / "declared.txt"
_LONGEST = 1200
"""How many characters of a table are kept: what comes from a file of its own is compared elsewhere."""
_SAID_ELSEWHERE = {"regex", "re.compile", "Command", "TypeVar", "field", "optional_text"}
"""What is called for patterns, whose finds are kept, for words for people, and for types."""
_MARK = "# "


MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "factsheet").rglob("*.py")
    if path.name not in {"__main__.py", "speaking.py"}
)
"""All but what is named to run, and a table of words."""


@pytest.mark.parametrize(("file", "module"), [(FILE.name, module) for module in MODULES])
def test_declared(file: str, module: str, *, rewrite_golden: bool) -> None:
    """What a module declares, and what stands there instead of nothing where it is called, has not moved unseen."""
    kept = sections((HERE / file).read_text("utf-8"))
    made = "".join(f"{line}\n" for one in declared(module) for line in in_lines(one))
    if rewrite_golden:
        kept = {name: text for name, text in {**kept, module: made}.items() if text and name in MODULES}
        (HERE / file).write_text("\n".join(f"{_MARK}{name}\n\n{kept[name]}" for name in sorted(kept)), "utf-8")
    else:
        assert kept.get(module, "") == made


def sections(text: str) -> dict[str, str]:
    """What is kept of each module; a section begins with the module's name behind a `#`."""
    parts = (part.partition("\n\n") for part in f"\n{text}".split(f"\n{_MARK}")[1:])
    return {name: f"{lines.rstrip(chr(10))}\n" for name, _, lines in parts}


def declared(module: str) -> Iterator[str]:
    """What a module declares, in the order in which it stands there."""
    found = importlib.import_module(module)
    for node in ast.parse(Path(found.__file__ or "").read_text("utf-8")).body:
        yield from _of(node, vars(found), "")


def _of(node: ast.stmt, names: Mapping[str, object], owner: str) -> Iterator[str]:
    match node:
        case ast.ClassDef(name=name) if isinstance(found := names.get(name), type):
            defaults = {key: each.default for key, each in getattr(found, "__dataclass_fields__", {}).items()}
            for inner in node.body:
                yield from _of(inner, {**vars(found), **defaults}, f"{owner}{name}.")
        case ast.FunctionDef(name=name):
            found = getattr(names.get(name), "__wrapped__", names.get(name))
            given = ", ".join(_defaults(found)) if isinstance(found, FunctionType) else ""
            if given:
                yield f"{owner}{name}({given})"
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=ast.expr() as value)
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
        ):
            text = _text(names.get(name))
            if _is_told(value) and not name.startswith("__") and not text.startswith(("<", f'"{ROOT}')):
                yield f"{owner}{name} = {text}"
        case _:
            pass


def _is_told(value: ast.expr) -> bool:
    """Whether a value is made of texts, numbers, or yes and no, and is no pattern and none of the words for people."""
    calls = {ast.unparse(part.func) for part in ast.walk(value) if isinstance(part, ast.Call)}
    parts = (part.value for part in ast.walk(value) if isinstance(part, ast.Constant))
    return not calls & _SAID_ELSEWHERE and any(isinstance(part, str | int | bytes) for part in parts)


def _defaults(function: FunctionType) -> Iterator[str]:
    """The arguments with a default that says more than that there is nothing."""
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    given = function.__defaults__ or ()
    pairs = (*zip(names[len(names) - len(given) :], given, strict=True), *(function.__kwdefaults__ or {}).items())
    yield from (f"{name}={_text(one)}" for name, one in pairs if isinstance(one, str | int | bytes))


def _text(value: object) -> str:
    return shown(value)[:_LONGEST]
