"""Tests can fail: each asserts something, whatever the collections that it goes through hold."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
CHECKING: Final = frozenset({"expect", "pytest.raises", "pytest.fail", "pytest.warns"})
WAITING: Final = ("wait_for", "expect_")
"""How a browser is asked for something, which fails when it does not come."""
BROAD: Final = frozenset({"Exception", "BaseException"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> Mapping[str, ast.Module]:
    """All modules of tests, by their path."""
    files = sorted((ROOT / "tests").rglob("*.py"))
    return {file.relative_to(ROOT).as_posix(): ast.parse(file.read_bytes()) for file in files}


def functions() -> Iterator[tuple[str, Function]]:
    """All functions of the tests, each with its file."""
    for file, module in modules().items():
        for node in ast.walk(module):
            if isinstance(node, Function):
                yield file, node


def every_test() -> dict[str, Function]:
    """All tests, by file, line and name."""
    return {f"{file}:{node.lineno} {node.name}": node for file, node in functions() if node.name.startswith("test_")}


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """The calls in a piece of code."""
    return (one for one in ast.walk(node) if isinstance(one, ast.Call))


def called(call: ast.Call) -> str:
    """The last part of the name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def checks(node: ast.AST) -> bool:
    """Whether code itself can fail on purpose."""
    return any(isinstance(one, ast.Assert) for one in ast.walk(node)) or any(
        ast.unparse(call.func) in CHECKING
        or called(call).startswith(WAITING)
        or any(word.arg == "check" and ast.unparse(word.value) == "True" for word in call.keywords)
        for call in calls(node)
    )


@cache
def helpers() -> frozenset[str]:
    """The names of functions in the tests that can fail on purpose, or call one that can."""
    every = [(node.name, node, {called(call) for call in calls(node)}) for _, node in functions()]
    found = {name for name, node, _ in every if checks(node)}
    while more := {name for name, _, names in every if name not in found and names & found}:
        found |= more
    return frozenset(found)


def can_fail(node: ast.AST) -> bool:
    """Whether code can fail on purpose, by itself or through a helper."""
    return checks(node) or any(called(call) in helpers() for call in calls(node))


def is_full(node: ast.expr, full: frozenset[str]) -> bool:
    """Whether a collection surely holds something: it is written out, a constant, or made of one that does."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(not isinstance(one, ast.Starred) or is_full(one.value, full) for one in node.elts)
    if isinstance(node, ast.Dict | ast.Constant):
        return bool(node.keys if isinstance(node, ast.Dict) else node.value)
    if isinstance(node, ast.Name | ast.Attribute) and (named(node).isupper() or ast.unparse(node) in full):
        return True
    return any(is_full(part, full) for part in made_of(node))


def named(node: ast.Name | ast.Attribute) -> str:
    """The last part of a name."""
    return node.id if isinstance(node, ast.Name) else node.attr


def made_of(node: ast.expr) -> list[ast.expr]:
    """The collections of which a collection is made, any of which gives it something to hold."""
    match node:
        case ast.Call(func=ast.Name(), args=args):
            return args
        case ast.Call(func=ast.Attribute(value=value, attr="items" | "values" | "keys" | "split" | "splitlines")):
            return [value]
        case ast.Attribute(value=value) | ast.Subscript(value=value):
            return [value]
        case ast.BinOp(left=left, right=right):
            return [left, right]
        case _:
            return []


def asserts_only_in_loops(test: Function) -> bool:
    """Whether nothing is asserted where the collections that are gone through hold nothing."""
    full = frozenset(_parameters(test))

    def can_fail_here(statements: list[ast.stmt]) -> bool:
        return any(fails(statement) for statement in statements)

    def fails(statement: ast.stmt) -> bool:
        if isinstance(statement, ast.For):
            return can_fail(statement.iter) or (is_full(statement.iter, full) and can_fail_here(statement.body))
        if isinstance(statement, ast.With | ast.AsyncWith):
            return any(can_fail(item.context_expr) for item in statement.items) or can_fail_here(statement.body)
        if isinstance(statement, ast.If):
            return can_fail_here(statement.body) or can_fail_here(statement.orelse)
        return not isinstance(statement, Function) and can_fail(statement)

    return not can_fail_here(test.body)


def _parameters(test: Function) -> Iterator[str]:
    """What a test is called with: a case that somebody wrote."""
    for decorator in test.decorator_list:
        if "parametrize" in ast.unparse(decorator):
            yield from (argument.arg for argument in test.args.args)


def test_every_test_can_fail() -> None:
    """A test asserts something, itself or through a helper."""
    assert [name for name, test in every_test().items() if not can_fail(test)] == []


def test_no_test_depends_on_what_a_collection_holds() -> None:
    """A test that only asserts of what it goes through also asserts that there is something to go through.

    Laws that are tried on many random cases are left alone: some of these hold nothing.
    """
    found = {name: test for name, test in every_test().items() if "given(" not in _decorators(test)}
    assert [name for name, test in found.items() if asserts_only_in_loops(test)] == []


def test_no_test_is_content_with_any_exception() -> None:
    """`pytest.raises` names what is raised, or what is said."""
    every = [(file, call) for file, module in modules().items() for call in calls(module)]
    raising = [(file, call) for file, call in every if ast.unparse(call.func) == "pytest.raises"]
    assert len(raising) > 100
    assert [f"{file}:{call.lineno}" for file, call in raising if _takes_anything(call)] == []


def test_what_a_test_exchanges_is_there() -> None:
    """A name of the engine that has moved fails at once: what runs in its place might wait without end.

    What only some systems or versions have, and what a module takes from `builtins`, may be missing.
    """
    may_be_missing = {"exec", "_cache", "F_FULLFSYNC", "IO_REPARSE_TAG_MOUNT_POINT", "O_BINARY"}
    found = [
        f"{file}:{call.lineno}"
        for file, module in modules().items()
        for call in calls(module)
        if called(call) == "setattr" and ast.unparse(call).endswith("raising=False)")
        if ast.literal_eval(call.args[1]) not in may_be_missing
    ]
    assert found == []


@pytest.mark.parametrize(
    ("body", "is_empty"),
    [
        ("for a in nobody_knows(): assert a", True),
        ("for a in nobody_knows():\n  for b in (1, 2): assert a", True),
        ("with thing:\n  for a in b.items(): assert a", True),
        ("for a in (1, 2): assert a", False),
        ("for a, b in zip(nobody_knows(), (1, 2), strict=True): assert a", False),
        ("for a in CASES: assert a", False),
        ("for a in {'b': 1}.items(): assert a", False),
        ("b = nobody_knows()\nassert b\nfor a in b: assert a", False),
        ("for a in nobody_knows(): b(a)\nassert a", False),
    ],
)
def test_empty_loops_are_found(body: str, is_empty: bool) -> None:  # noqa: FBT001 - a table
    """What is written out surely holds something, what is given by others need not."""
    lines = "\n".join(f"  {line}" for line in body.split("\n"))
    function = ast.parse(f"def test():\n{lines}\n").body[0]
    assert isinstance(function, Function)
    assert asserts_only_in_loops(function) is is_empty


def _decorators(test: Function) -> str:
    return " ".join(ast.unparse(one) for one in test.decorator_list)


def _takes_anything(call: ast.Call) -> bool:
    """Whether any exception at all will do."""
    return ast.unparse(call.args[0]) in BROAD and not any(word.arg == "match" for word in call.keywords)
