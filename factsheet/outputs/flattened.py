"""The engine's own templates, made one piece of code each: what they include and extend stands in them.

A page is put together of some thirty templates. Each that is included costs a look-up, a context and a generator, and
each `page.title` a question whether a template may ask for it. Templates that come with the engine to the byte ask for
nothing that they may not, so their trees are joined when they are compiled, and what they name, ask for and call is
asked for and called directly. `outputs.running` runs the code. Where a site changes one of them, all go through the
sandbox (`outputs.templating`), piece by piece.
"""

import keyword
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping

from jinja2 import BaseLoader, nodes
from jinja2.compiler import Frame

from factsheet.outputs.running import without_indentation
from factsheet.outputs.sandbox import Generator, Sandbox, environment

Parse = Callable[[str], nodes.Template]
"""Gives the tree of a template by its name; a new one each time, since trees are changed."""


class DirectGenerator(Generator):
    """Jinja's compiler for templates that are trusted: no question is asked before a name, an attribute or a call."""

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        """Write a name that is read as it is: what was not given fails by itself."""
        if node.ctx == "load":
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the same
        """Write a look-up of Python's own."""
        if keyword.iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - the same
        """Write a look-up of Python's own."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - the same
        """Write a call as it is, unless its arguments are lists of them."""
        if node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")


class _DirectSandbox(Sandbox):
    code_generator_class = DirectGenerator


def compiled(name: str, texts: Mapping[str, bytes]) -> tuple[bytes, tuple[str, ...]]:
    """Compile a template of the engine for `outputs.running`; give its code and the names of all that it is made of."""
    made = environment(BaseLoader(), _DirectSandbox)

    def parse(name: str) -> nodes.Template:
        return made.parse(without_indentation(texts[name]).decode(), name)

    tree, names = joined(name, parse)
    tree.set_environment(made)
    source = made.compile(tree, name, raw=True).partition("\n")[2]  # without the import of Jinja, which is not needed
    return marshal.dumps(compile(source, f"templates/{name}", "exec")), names


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
