"""Jinja as this engine runs it: in a sandbox for templates of a site, and without questions for its own."""

import keyword
import marshal
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import lru_cache
from types import CodeType
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from factsheet.content.sources import is_default_template
from factsheet.core.derived import derived
from factsheet.core.records import fields, is_dataclass
from factsheet.outputs import bounds
from factsheet.outputs.running import without_indentation, written
from factsheet.site.extraction import READING, taken, with_gettext

# Jinja's sandbox as templates of a site run in it: escaping, strict, bounded, with a short way to our own values.


class Generator(CodeGenerator):
    """Jinja's compiler, which has the parts of `~` looked at before they are joined: it is no operator to intercept."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        """Write a call of the sandbox's `checked` around the join that Jinja writes."""
        markup = "context.eval_ctx.autoescape" if frame.eval_ctx.volatile else frame.eval_ctx.autoescape
        self.write(f"(markup_join if {markup} else str_join)(environment.checked(")
        self.visit(nodes.List(node.nodes), frame)
        self.write("))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Have what is put out escaped by `written` where Jinja would write `escape`."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


class _Views(dict[Hashable, frozenset[str]]):
    """The public fields and properties of the frozen dataclasses that templates are handed; nothing for others."""

    def __missing__(self, kind: Hashable) -> frozenset[str]:
        names: list[str] = []
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__.startswith("factsheet.outputs."):
            names = [field.name for field in fields(kind)]
            names += [name for name, value in vars(kind).items() if isinstance(value, property)]
        found = self[kind] = frozenset(name for name in names if not name.startswith("_"))
        return found


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with a short way to the fields of our own values, which hold nothing that acts."""

    _views: Final = _Views()
    note: Callable[[str], None]
    """Is told the name of each template that is loaded."""

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:  # noqa: A002 - as Jinja has it
        self.note(f"template {name}")
        return super()._load_template(name, globals)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Take the tree that was parsed already to find its messages, or parse the template."""
        if (tree := taken(source)) is None:
            return super()._parse(source, name, filename)
        tree.set_environment(self)
        return tree

    intercepted_binops = frozenset(("*", "**", "%", "+"))
    code_generator_class = Generator

    def written(self, value: Any) -> str:  # noqa: ANN401 - the same
        """Escape a value that is put out, unless it is no text; raises UnfitValue."""
        text = written(value)
        if text is not value:  # else it was a text
            bounds.check_text(value, self._views[value.__class__])
        return text

    def checked(self, parts: Sequence[object]) -> Sequence[object]:
        """Give the parts of `~` back, unless their join would be a giant."""
        bounds.check_parts(parts)
        return parts

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja has it
        """Look up `obj.attribute`; what is no field or property of a view goes the long way."""
        if attribute in self._views[obj.__class__]:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, called: Any, /, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - the same
        """Call what a template may call, unless its result would be a giant; our own translators need no looking at."""
        if called.__class__ is bounds.Translator:
            return called(*arguments, **named)
        bounds.check_arguments(arguments, named)
        if getattr(called, "__name__", "") in {"format", "format_map"}:
            bounds.check_format(getattr(called, "__self__", ""))
        return super().call(context, called, *arguments, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - the same
        """Add, multiply, raise to a power or format, unless the result would be a giant."""
        bounds.check_operands(operator, left, right)
        return super().call_binop(context, operator, left, right)


def environment(loader: BaseLoader, kind: type[Sandbox] = Sandbox) -> Sandbox:
    """Make the environment: the i18n extension, no access to internals, undefined names as errors."""
    made = kind(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        **READING,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters.update(bounds.bounded_filters(made.filters))
    del made.filters["random"], made.globals["lipsum"]  # the same sources give the same bytes
    with_gettext(made)
    return made


@lru_cache(maxsize=2)
def environment_of(
    sources: tuple[tuple[str, bytes], ...], filters: tuple[tuple[str, Callable[..., object]], ...]
) -> Sandbox:
    """The environment for these sources, kept as long as a warm process builds with the same ones."""
    made = environment(_Loader(dict(sources), {} if filters else _CODE))
    made.filters.update(filters)
    return made


MOST_CODE: Final = 512
"""How many compiled templates a process keeps."""

_Codes = MutableMapping[tuple[str, bytes], CodeType]

_CODE: _Codes = {}
"""The code of templates in this process, by name and source, so that an edit to one compiles no other again."""


class _Loader(BaseLoader):
    """Templates by their names, each known to tracebacks by its file."""

    def __init__(self, texts: Mapping[str, bytes], codes: _Codes) -> None:
        """Take the texts, and where codes are kept: apart from others where filters are the site's own.

        Jinja works filters of constants out as it compiles.
        """
        self._texts = texts
        self._codes = codes

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja has it
    ) -> Template:
        """Give a template, compiled; raises TemplateNotFound and TemplateSyntaxError."""
        if name not in self._texts:
            raise TemplateNotFound(name)
        key = name, self._texts[name]
        if key not in self._codes:
            self._codes[key] = self._code(environment, *key)
            if len(self._codes) > MOST_CODE:
                del self._codes[next(iter(self._codes))]
        return environment.template_class.from_code(environment, self._codes[key], globals or {}, lambda: True)

    def _code(self, environment: Environment, name: str, data: bytes) -> CodeType:
        """Compile a template, or take its code from beside the engine's own where it comes with the engine.

        Bytes from there are run: no site may put any there. The engine's templates are compiled without their
        indentation, which no reader of a page sees and each would load.
        """
        if not is_default_template(name, data):
            return _compiled(environment, name, data)
        flush = without_indentation(data)
        if self._codes is not _CODE:
            return _compiled(environment, name, flush)
        kept = derived(f"template-{name}", data, lambda: marshal.dumps(_compiled(environment, name, flush)))
        code: CodeType = marshal.loads(kept)  # noqa: S302 - as above
        return code


def _compiled(environment: Environment, name: str, data: bytes) -> CodeType:
    return environment.compile(data.decode("utf-8-sig", "replace"), name, f"templates/{name}")


# The engine's own templates, made one piece of code each: what they include and extend stands in them.
#
# A page is put together of some thirty templates. Each that is included costs a look-up, a context and a generator,
# and each `page.title` a question whether a template may ask for it. Templates that come with the engine to the byte
# ask for nothing that they may not, so their trees are joined when they are compiled, and what they name, ask for and
# call is asked for and called directly. `outputs.running` runs the code. Where a site changes one of them, all go
# through the sandbox (`outputs.templating`), piece by piece.

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
        if (parent := next(tree.find_all(nodes.Extends), None)) is None:
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
