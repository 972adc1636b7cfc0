"""Jinja for the site owner's templates: sandboxed, escaping, strict, and without trust in translators."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import is_dataclass
from functools import lru_cache
from typing import Any

from jinja2 import BaseLoader, DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from factsheet.catalogs import Catalog, fill
from factsheet.codes import report
from factsheet.problems import Place, Problem


class TemplateFault(Exception):
    """A template that cannot be rendered; carries the finding."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Templates:
    """The templates of a site, compiled once."""

    def __init__(self, sources: Mapping[str, bytes]) -> None:
        """Take the templates by their path below `templates/`."""
        self.environment = environment(
            DictLoader({name: data.decode("utf-8-sig") for name, data in sources.items()})
        )

    def render(self, name: str, catalog: Catalog, values: Mapping[str, Any]) -> str:
        """Render one template in the language of a catalogue.

        Raises TemplateFault with the place of what is wrong.
        """
        try:
            template = self.environment.get_template(name)
            return template.render(**translators(catalog), **values)
        except TemplateSyntaxError as error:
            place = Place(f"templates/{error.name or name}", error.lineno)
            raise TemplateFault(report("O701", place, reason=error.message or "")) from error
        except (
            TemplateError,
            ArithmeticError,
            AttributeError,
            LookupError,
            TypeError,
            ValueError,
            RecursionError,
        ) as error:
            raise TemplateFault(report("O702", _place(name, error), reason=str(error)[:300])) from error


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with a short way to the fields of our own values, which hold nothing that acts."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja has it
        """Look up `obj.attribute`; names that begin with an underscore go the long way, which refuses them."""
        if _is_view(obj.__class__) and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


@lru_cache(maxsize=256)
def _is_view(kind: Hashable) -> bool:
    """Whether a value is one of the frozen dataclasses that this project hands to templates."""
    return isinstance(kind, type) and is_dataclass(kind) and kind.__module__.startswith("factsheet.outputs.")


def environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """Make the environment: the i18n extension, no access to internals, undefined names as errors."""
    made = _Sandbox(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.newstyle_gettext = True  # type: ignore[attr-defined]
    made.policies["ext.i18n.trimmed"] = True
    return made


def translators(catalog: Catalog) -> dict[str, Callable[..., Markup]]:
    """The functions that templates call for a text: each escapes what the translator wrote."""

    def translated(context: str, message: str, values: Mapping[str, Any]) -> Markup:
        found = catalog.find(message, context)
        text = str(escape(found.strings[0] if found else message))
        escaped = {name: str(escape(value)) for name, value in values.items()}
        return Markup(fill(text, escaped))  # noqa: S704 - text and values are escaped above

    def gettext(message: str, /, **values: Any) -> Markup:  # noqa: ANN401 - templates hand over anything
        return translated("", message, values)

    def pgettext(context: str, message: str, /, **values: Any) -> Markup:  # noqa: ANN401 - the same
        return translated(context, message, values)

    return {"gettext": gettext, "pgettext": pgettext}


def _place(name: str, error: Exception) -> Place:
    """The line of the template in which an error arose, found in its traceback."""
    place = Place(f"templates/{name}")
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == "<template>" or code.co_filename.endswith(".html"):
            found = trace.tb_frame.f_globals.get("name", name)
            place = Place(f"templates/{found}", trace.tb_lineno)
        trace = trace.tb_next
    return place
