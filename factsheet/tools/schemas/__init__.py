"""JSON Schemas (2020-12) of front matter and of site.toml, and snippets for editors, made from the code itself."""

import json
from collections.abc import Mapping
from typing import get_origin, get_type_hints

from factsheet.content.config import DIRECTIVES, FALLBACKS, FIXED_FAMILIES, SETTINGS
from factsheet.content.kinds import KINDS
from factsheet.content.settings import LocaleSettings, PluginSettings, Settings
from factsheet.content.theme import FACES, INKS, Theme
from factsheet.core.codes import CODES, OF_PLUGINS
from factsheet.core.problems import Severity
from factsheet.core.records import fields
from factsheet.tools.schemas.sheet import DIALECT, LOCALE, Schema, sheet_schema

# The schema of site.toml, made from the fields of the settings.

_TEXT: Schema = {"type": "string", "minLength": 1}
_BY_LANGUAGE: Schema = {"type": ["string", "object"], "additionalProperties": _TEXT}


def settings_schema() -> dict[str, object]:
    """Make the schema of site.toml."""
    hints = get_type_hints(Settings)
    special: dict[str, Schema] = {"fallback": {"enum": list(FALLBACKS)}, "checks": _checks(), "locales": _locales()}
    origins = {"type": ["array", "string"], "items": _TEXT}
    special["csp"] = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(DIRECTIVES, origins)}
    special["theme"] = _theme()
    special["plugins"] = _plugins()
    phrases = {"type": ["array", "string"], "items": _TEXT}
    special["classes"] = {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": phrases}}
    special["redirects"] = {"type": "object", "additionalProperties": _TEXT}
    return {
        "$schema": DIALECT,
        "title": "The settings of a fact-sheet site",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            field.name: {
                "description": field.metadata["about"],
                **(special.get(field.name) or _of_type(hints[field.name])),
            }
            for field in SETTINGS
        },
    }


def _of_type(hint: object) -> Schema:
    if hint is bool:
        return {"type": "boolean"}
    if hint == int | None:
        return {"type": "integer", "minimum": 0}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _TEXT}
    return _BY_LANGUAGE if get_origin(hint) is Mapping else _TEXT


def _checks() -> Schema:
    """The codes that can be given another weight: numbers are never published wrong."""
    weights = {"enum": [severity.value for severity in Severity]}
    free = [
        code.id for code in CODES.values() if code.id[0] not in FIXED_FAMILIES or code.severity is not Severity.ERROR
    ]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {code: {"description": CODES[code].meaning, **weights} for code in free},
        "patternProperties": {f"^{OF_PLUGINS.pattern}$": weights},
    }


def _plugins() -> Schema:
    names = {"type": ["array", "string"], "items": _TEXT}
    keys = {one.name: {"description": one.metadata["about"], **names} for one in fields(PluginSettings) if one.metadata}
    return {"type": "object", "additionalProperties": False, "properties": keys}


def _theme() -> Schema:
    colour: Schema = {"type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"}
    both = {
        "type": "object",
        "additionalProperties": False,
        "properties": dict.fromkeys(INKS, colour),
        "required": ["light"],
    }
    known: Mapping[str, Schema] = {
        "accent": {"oneOf": [colour, both]},
        "logo": {"type": "string", "pattern": r"\.([sS][vV][gG]|[pP][nN][gG])$"},
        "font": {"enum": list(FACES)},
        "footer": _BY_LANGUAGE,
    }
    keys = {field.name: {"description": field.metadata["about"], **known[field.name]} for field in fields(Theme)}
    return {"type": "object", "additionalProperties": False, "properties": keys}


def _locales() -> Schema:
    known: Mapping[str, Schema] = {"dir": {"enum": ["ltr", "rtl"]}}
    keys = {
        field.name: {"description": LOCALE[field.name], **known.get(field.name, _TEXT)}
        for field in fields(LocaleSettings)
    }
    return {
        "type": "object",
        "additionalProperties": {"type": "object", "additionalProperties": False, "properties": keys},
    }


def schema_files() -> dict[str, bytes]:
    """Give the schemas by the names of their files."""
    return {"sheet.schema.json": _json(sheet_schema()), "site.schema.json": _json(settings_schema())}


def snippets() -> bytes:
    """Give the snippets for metrics, sources and references, as VS Code reads them."""
    made: dict[str, object] = {
        f"Metric: {kind.name}": _snippet(f"metric-{kind.name}", kind.snippet[0], ("  ${1:id}:", *kind.snippet[1]))
        for kind in KINDS
        if kind.snippet
    }
    source = ("  ${1:id}:", "    title: ${2:Title}", "    publisher: ${3:Publisher}", "    date: ${4:2025-11-13}")
    made["Source"] = _snippet("source", "Where figures come from", (*source, "    lang: ${5:ro}"))
    made["Figure"] = _snippet("figure", "A figure in the text", ("{{ ${1:id} }}",))
    return _json(made)


def _snippet(prefix: str, about: str, body: tuple[str, ...]) -> dict[str, object]:
    return {"scope": "markdown,yaml", "prefix": prefix, "description": about, "body": list(body)}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
