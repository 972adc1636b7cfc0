"""Small faults that can be put into a module, one at a time: the mutants of its source.

Each replaces one piece of the text, so that the difference shows nothing else. Left alone are annotations, docstrings
and the words that people read, which no test should have to spell.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_COMPARISONS: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_SPOKEN: Final = frozenset(
    {"ArgumentParser", "TypeVar", "cast", "complain", "counted", "say", "spoken", "tell", "tell_count"}
)
"""Functions whose texts are words for people, or names that only tools for types read."""
_UNSEEN: Final = frozenset({"dataclass", "lru_cache"})
"""Decorators whose arguments no result shows: how a class may be used, which the tool for types holds, and how much is
kept in memory."""
_PROMISES: Final = frozenset({"strict=True"})
"""Keywords that change nothing while what they promise holds, as that two lists are of one length."""
_STRIPS: Final = frozenset({"strip", "lstrip", "rstrip"})
"""Methods that take a set of signs, to which another sign adds next to nothing: with the fault, they strip no other."""
_WORDS: Final = frozenset({"HELP", "description", "epilog", "help", "metavar"})
"""Names and keywords whose texts are words for people."""
_PLAIN_WORD: Final = re.compile(r"(?<![^ ])[a-z]{2,}(?![^ ,;:.])")
_SENTENCE: Final = 3
"""A text with so many plain words is one for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A fault: the bytes from `start` to `end` of a module's source become `new`."""

    line: int
    """The line on which the piece begins, from 1."""
    statement: tuple[int, int]
    """The first and the last line of the statement around the piece; of a compound one, of its head."""
    owner: str
    """Where the piece runs when the module is imported: the name that is made of it; else empty."""
    start: int
    end: int
    old: str
    new: str

    def apply(self, source: bytes) -> bytes:
        """The source with the fault in it."""
        return source[: self.start] + self.new.encode() + source[self.end :]


def mutants(source: bytes) -> Iterator[Mutant]:
    """All mutants of a module, in the order of its syntax tree; raises SyntaxError."""
    tree = ast.parse(source)
    inside = {id(node) for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for node in ast.walk(text)}
    yield from _Walk(source, frozenset(inside)).body(tree.body, "")


class _Walk:
    """A walk through a module."""

    def __init__(self, source: bytes, inside: frozenset[int]) -> None:
        self.source = source
        self.inside = inside
        """The nodes inside of f-strings, where Python before 3.12 gives some places wrong, and allows fewer quotes."""
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def body(self, statements: list[ast.stmt], owner: str | None) -> Iterator[Mutant]:
        """The mutants of statements; `owner` is None inside of functions, whose statements run when called."""
        for statement in statements:
            if not _is_left_alone(statement):
                yield from self._statement(statement, owner)

    def _statement(self, statement: ast.stmt, owner: str | None) -> Iterator[Mutant]:
        name = None if owner is None else _name(statement) or owner
        bodies = [getattr(statement, field, []) for field in ("body", "orelse", "finalbody")]
        bodies += [part.body for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ()))]
        last = min((part[0].lineno - 1 for part in bodies if part), default=statement.end_lineno or statement.lineno)
        lines = (statement.lineno, max(last, statement.lineno))
        for node, new in (*_of_statement(statement), *_of_heads(statement)):
            found = self._mutant(node, new, lines, name or "")
            if id(node) not in self.inside or (_is_of(node, found.old) and _parses(found.apply(self.source))):
                yield found
        inner = None if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef) else name
        for part in bodies:
            yield from self.body(part, inner)

    def _mutant(self, node: ast.expr | ast.stmt, new: str, lines: tuple[int, int], owner: str) -> Mutant:
        start = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        old = self.source[start:end].decode()
        return Mutant(line=node.lineno, statement=lines, owner=owner, start=start, end=end, old=old, new=new)


def _is_of(node: ast.AST, text: str) -> bool:
    """Whether a piece of source is that of a node."""
    return _parses(text.encode()) and ast.unparse(ast.parse(text)) == ast.unparse(node)


def _parses(source: bytes) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def _is_left_alone(statement: ast.stmt) -> bool:
    """Docstrings and the text of `...`, what only tools for types read, and lists of public names.

    A name that is deleted was not needed, as an argument that a signature asks for: nobody can tell it from one kept.
    """
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Delete):
        return all(isinstance(target, ast.Name) for target in statement.targets)
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Subscript):
        return ast.unparse(statement.value.value) == "Literal"
    if isinstance(statement, ast.If):
        return "TYPE_CHECKING" in ast.dump(statement.test)
    return _name(statement) in {"__all__", *_WORDS} or isinstance(statement, ast.Import | ast.ImportFrom)


def _name(statement: ast.stmt) -> str:
    """The name that a statement makes."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return statement.name
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return next((target.id for target in targets if isinstance(target, ast.Name)), "")


def _of_statement(statement: ast.stmt) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """The mutants of a statement as a whole."""
    match statement:
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Delete():
            yield statement, "pass"
        case ast.Return(value=ast.expr() as value) if not _is_answer(value):
            yield value, "None"
        case ast.Break():
            yield statement, "continue"
        case ast.Continue():
            yield statement, "break"
        case ast.If(test=test) | ast.While(test=test):
            yield test, f"not ({ast.unparse(test)})"
        case ast.AugAssign(op=op) if type(op) in _ARITHMETIC:
            changed = ast.AugAssign(target=statement.target, op=_ARITHMETIC[type(op)](), value=statement.value)
            yield statement, ast.unparse(changed)


def _of_heads(statement: ast.stmt) -> Iterator[tuple[ast.expr, str]]:
    """The mutants of the expressions of a statement: of a compound one, of its head alone."""
    skipped = {"annotation", "returns", "type_params", "body", "orelse", "finalbody", "handlers", "cases"}
    for field, value in ast.iter_fields(statement):
        for part in value if isinstance(value, list) else [value]:
            if field not in skipped and isinstance(part, ast.AST):
                yield from _of_expression(part)


def _of_expression(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    if isinstance(node, ast.expr):
        for changed in _changed(node):
            text = ast.unparse(changed)
            yield node, text if isinstance(changed, ast.Constant) else f"({text})"
    if isinstance(node, ast.comprehension):
        yield from ((test, f"not ({ast.unparse(test)})") for test in node.ifs)
    for child in _children(node):
        yield from _of_expression(child)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """What stands below a node, but annotations, promises, words for people and the fixed parts of f-strings."""
    is_told = isinstance(node, ast.keyword) and (node.arg in _WORDS or ast.unparse(node) in _PROMISES)
    if is_told or isinstance(node, ast.arg) or (isinstance(node, ast.Call) and _called(node) in _UNSEEN):
        return
    is_spoken = isinstance(node, ast.Call) and _called(node) in _SPOKEN | _STRIPS
    is_text = isinstance(node, ast.JoinedStr) or _is_error(node)
    for child in ast.iter_child_nodes(node):
        is_words = isinstance(child, ast.Constant) and isinstance(child.value, str)
        if not (is_words and (is_spoken or is_text)) and not (
            isinstance(node, ast.FormattedValue) and child is node.format_spec
        ):
            yield child


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _is_error(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _called(node).endswith(("Error", "Exception"))


def _is_answer(node: ast.expr) -> bool:
    """Whether an expression is None, or yes or no, in whose place the tool for types would not let None stand."""
    return isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, bool))


def _changed(node: ast.expr) -> Iterator[ast.expr]:
    """The expressions that may take the place of one."""
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            for index, op in enumerate(ops):
                flipped = [*ops[:index], _COMPARISONS[type(op)](), *ops[index + 1 :]]
                yield ast.Compare(left=left, ops=flipped, comparators=others)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(op=ast.Or() if isinstance(op, ast.And) else ast.And(), values=values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            yield ast.BinOp(left=left, op=_ARITHMETIC[type(op)](), right=right)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test=ast.UnaryOp(op=ast.Not(), operand=test), body=body, orelse=orelse)
        case ast.Call(func=ast.Attribute(attr=attr) as func, args=[ast.Constant(value=str())]) if attr in _STRIPS:
            yield ast.Call(func=func, args=[ast.Constant(value="XX")], keywords=[])
        case ast.Dict(keys=[]):
            yield ast.Constant(value=None)
        case ast.Constant(value=value):
            yield from map(ast.Constant, _other_values(value))
        case _:
            pass


def _other_values(value: object) -> Iterator[bool | int | str | bytes]:
    """The constants that may take the place of one."""
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, *([value - 1] if value else []))
        case str() if len(_PLAIN_WORD.findall(value)) < _SENTENCE:
            yield f"XX{value}"
        case bytes():
            yield b"XX" + value
        case _:
            pass
