"""Which messages the engine's own modules ask for, for the template of catalogues that comes with it."""

import ast
from collections.abc import Iterator, Mapping

from factsheet.content.catalogs import Wanted
from factsheet.site.extraction import Found, collected


def engine_messages(modules: Mapping[str, bytes]) -> list[Wanted]:
    """The messages of the engine's own modules, by their path.

    They are asked for as `catalog.text("...", "context")`, the texts being literals or constants of the module; a
    constant `BOUND_MESSAGES` holds messages of the context `bound`, and `MESSAGES` those without one. A pair of texts
    is a message with its plural.
    """
    found: list[tuple[str, Found]] = []
    for path, data in sorted(modules.items()):
        if b".text(" in data or b"MESSAGES" in data:
            found.extend((path, (*message, "")) for message in _of_module(data))
    return collected(found)


def _of_module(data: bytes) -> Iterator[tuple[str, str, str | None]]:
    """The messages of a module: context, text and plural."""
    tree = ast.parse(data)
    constants: dict[str, str] = {}
    for node in tree.body:
        name = _assigned(node)
        value = getattr(node, "value", None)
        if name and (text := _literal(value, {})) is not None:
            constants[name] = text
        if name and name.endswith("MESSAGES") and value is not None:
            context = name.removesuffix("MESSAGES").strip("_").lower()
            values = value.values if isinstance(value, ast.Dict) else getattr(value, "elts", [])
            yield from ((context, *message) for each in values for message in _texts(each))
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _asks_a_catalog(call.func):
            texts = [_literal(argument, constants) for argument in call.args[:2]]
            if texts and texts[0] is not None:
                yield (texts[1] if len(texts) > 1 else None) or "", texts[0], None


def _texts(node: ast.expr | None) -> Iterator[tuple[str, str | None]]:
    """A text, or a pair of texts: singular and plural."""
    if isinstance(node, ast.Tuple):
        one, many = (_literal(each, {}) for each in node.elts)
        if one is not None:
            yield one, many
    elif (text := _literal(node, {})) is not None:
        yield text, None


def _assigned(node: ast.stmt) -> str:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return targets[0].id if isinstance(targets[0], ast.Name) else ""


def _asks_a_catalog(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and function.attr == "text" and "catalog" in ast.unparse(function.value)


def _literal(node: ast.expr | None, constants: Mapping[str, str]) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return constants.get(node.id) if isinstance(node, ast.Name) else None
