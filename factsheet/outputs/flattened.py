"""The engine's own templates as one piece of code each: what they include and extend stands in them.

A page is put together of some thirty templates. Each that is included costs a look-up, a context and a generator, and
each `page.title` a question whether a template may ask for it. Templates that come with the engine to the byte ask for
nothing that they may not, so their trees are joined when they are compiled, and their attributes are looked up
directly. Where a site changes one of them, all go through the sandbox (`outputs.templating`), piece by piece.
"""

import keyword
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from typing import Any, Final

from jinja2 import BaseLoader, Environment, Template, nodes
from jinja2.compiler import Frame

from factsheet.core.derived import derived
from factsheet.outputs.sandbox import Generator, Sandbox, environment

_TRANSLATED: Final = frozenset(("_", "gettext", "pgettext"))
"""The functions that are called directly: those of `outputs.bounds.Translator`."""

Parse = Callable[[str], nodes.Template]
"""Gives the tree of a template by its name; a new one each time, since trees are changed."""


class DirectGenerator(Generator):
    """Jinja's compiler for templates that are trusted: no question is asked before an attribute or a text."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        """Write a look-up of Python's own."""
        if keyword.iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - the same
        """Write a call of a translator as it is; others, as of macros, take a context."""
        is_plain = node.dyn_args is None and node.dyn_kwargs is None
        if is_plain and isinstance(node.node, nodes.Name) and node.node.name in _TRANSLATED:
            self.visit(node.node, frame)
            self.write("(")
            for given in (*node.args, *node.kwargs):
                self.visit(given, frame)
                self.write(", ")
            self.write(")")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)


class DirectSandbox(Sandbox):
    """The environment of such templates."""

    code_generator_class = DirectGenerator
    loader: "_Loader"

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:  # noqa: A002 - as Jinja has it
        found = super()._load_template(name, globals)
        for part in self.loader.parts[name]:
            self.note(f"template {part}")
        return found


@lru_cache(maxsize=2)
def flattened(sources: tuple[tuple[str, bytes], ...]) -> DirectSandbox:
    """Make the environment for the templates of the engine, by name and source."""
    made = environment(_Loader(dict(sources)), DirectSandbox)
    assert isinstance(made, DirectSandbox)  # noqa: S101 - told to the type checker
    return made


class _Loader(BaseLoader):
    """Templates by their names, each joined with what it includes and extends."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        """Take the templates of the engine."""
        self._texts = texts
        self._all = b"\0".join(part for name, data in texts.items() for part in (name.encode(), data))
        self.parts: dict[str, tuple[str, ...]] = {}
        """The templates that each is made of."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja has it
    ) -> Template:
        """Give a template, compiled, or as it was kept; raises KeyError where there is none of the name."""
        code, self.parts[name] = derived(f"whole-{name}", self._all, lambda: self._compiled(environment, name))
        return environment.template_class.from_code(environment, marshal.loads(code), globals or {}, lambda: True)  # noqa: S302 - of the engine's own

    def _compiled(self, environment: Environment, name: str) -> tuple[bytes, tuple[str, ...]]:
        def parse(name: str) -> nodes.Template:
            return environment.parse(without_indentation(self._texts[name]).decode(), name)

        tree, names = joined(name, parse)
        tree.set_environment(environment)
        return marshal.dumps(environment.compile(tree, name, f"templates/{name}")), names


def without_indentation(template: bytes) -> bytes:
    """Give a template without what its lines begin with, which no reader of a page sees and each would load."""
    return b"\n".join(line.lstrip(b" ") for line in template.split(b"\n"))


def joined(name: str, parse: Parse) -> tuple[nodes.Template, tuple[str, ...]]:
    """Give the tree of a template with all that it includes and extends in it, and the names of these and its own."""
    names: dict[str, None] = {}

    def body(name: str, blocks: Mapping[str, nodes.Block]) -> list[nodes.Node]:
        names[name] = None
        tree = parse(name)
        blocks = {**{block.name: block for block in tree.find_all(nodes.Block)}, **blocks}
        parent = next(tree.find_all(nodes.Extends), None)
        if parent is None:
            return list(filled(tree.body, blocks))
        return [*(one for one in tree.body if isinstance(one, nodes.Assign)), *body(_name(parent.template), blocks)]

    def filled(given: Iterable[nodes.Node], blocks: Mapping[str, nodes.Block]) -> Iterator[nodes.Node]:
        for node in given:
            if isinstance(node, nodes.Include):
                yield nodes.Scope(body(_name(node.template), {}), lineno=node.lineno)
            elif isinstance(node, nodes.Block):
                yield nodes.Scope(list(filled(blocks[node.name].body, blocks)), lineno=node.lineno)
            else:
                for inside in ("body", "elif_", "else_"):
                    inner = getattr(node, inside, None)
                    if isinstance(inner, list):
                        setattr(node, inside, list(filled(inner, blocks)))
                yield node

    return nodes.Template(body(name, {}), lineno=1), tuple(names)


def _name(template: nodes.Expr) -> str:
    """The name of a template that another asks for; raises KeyError where it is not written out."""
    if not isinstance(template, nodes.Const) or not isinstance(template.value, str):
        raise KeyError(template)
    return template.value
