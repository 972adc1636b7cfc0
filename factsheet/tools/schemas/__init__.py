"""JSON Schemas (2020-12) of front matter and of site.toml, and snippets for editors, made from the code itself."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, get_origin, get_type_hints

from factsheet.content import model
from factsheet.content.config import DIRECTIVES, FALLBACKS, FIXED_FAMILIES, SETTINGS
from factsheet.content.kinds import KIND_BY_NAME, KINDS
from factsheet.content.settings import LocaleSettings, PluginSettings, Settings
from factsheet.content.sheets import tables
from factsheet.content.sheets.histories import POINT_KEYS, SERIES_KEYS, SHARED
from factsheet.content.sheets.metrics import KEYS as METRIC_KEYS
from factsheet.content.sheets.read import CHART_KEYS, CORRECTION_KEYS, GROUP_KEYS, ID, KEYS, SOURCE_KEYS
from factsheet.content.sheets.tables import METRIC_KEYS as SHARED_KEYS
from factsheet.content.texts import descriptions
from factsheet.content.theme import FACES, Theme
from factsheet.core.codes import CODES, OF_PLUGINS
from factsheet.core.problems import Severity
from factsheet.core.records import fields
from factsheet.l10n.decimals import SCALES

# The schema of a sheet's front matter. What only the build can judge is left to the build.

Schema = Mapping[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SHAPES = tomllib.loads(Path(__file__).with_name("shapes.toml").read_text("utf-8"))
_TEXT, _TEXTS, _DAY = (_SHAPES["shapes"][one] for one in ("text", "texts", "day"))


def _shapes(name: str) -> dict[str, Schema]:
    """The shapes of keys that are known beforehand, by what they are keys of."""
    return {key: _SHAPES["shapes"][shape] for key, shape in _SHAPES[name].items()}


_METRIC: Mapping[str, Schema] = {
    **_shapes("metric"),
    "kind": {"enum": list(KIND_BY_NAME)},
    "bound": {"enum": list(model.BOUNDS)},
    "display": {"enum": list(model.DISPLAYS)},
    "scale": {"enum": list(SCALES)},
    "history": {
        "type": ["object", "string"],
        "properties": dict.fromkeys((*SHARED, *SERIES_KEYS), _TEXT),
        "additionalProperties": {
            "type": ["number", "object"],
            "required": ["value"],
            "additionalProperties": False,
            "properties": {key: {"enum": list(model.BOUNDS)} if key == "bound" else _TEXT for key in POINT_KEYS},
        },
    },
    **dict.fromkeys(model.OPERATIONS, _SHAPES["shapes"]["parts"]),
}
_CHART = {**_shapes("chart"), "type": {"enum": list(model.CHART_TYPES)}, "series": {"enum": list(model.CHART_SERIES)}}


def sheet_schema() -> dict[str, object]:
    """Make the schema of the front matter, in whichever language it is."""
    shapes = _shapes("sheet")
    sheet = {key: _described(shapes.get(key, _TEXT), SHEET[key]) for key in KEYS}
    sheet["metrics"] = _described(_named(_object(METRIC_KEYS, _METRIC, METRIC)), SHEET["metrics"])
    sheet["tables"] = _described(_named(_table()), SHEET["tables"])
    source = _object(SOURCE_KEYS, _shapes("source"), SOURCE, required=("title",))
    sheet["sources"] = _described(_named(source), SHEET["sources"])
    chart = _object(CHART_KEYS, _CHART, CHART, required=("id",))
    sheet["charts"] = _described(_listed(chart), SHEET["charts"])
    group = _object(GROUP_KEYS, {"metrics": _TEXTS}, GROUP, required=("id",))
    sheet["groups"] = _described(_listed(group), SHEET["groups"])
    correction = _object(CORRECTION_KEYS, {"date": _DAY}, CORRECTION, required=("date", "text"))
    sheet["corrections"] = _described(_listed(correction), SHEET["corrections"])
    return {
        "$schema": DIALECT,
        "title": "The front matter of a fact sheet",
        "type": "object",
        "required": ["title"],
        "additionalProperties": False,
        "properties": sheet,
    }


def _table() -> dict[str, object]:
    group = _object(tables.COLUMN_GROUP_KEYS, {"columns": _TEXTS}, COLUMN_GROUP, required=("id",))
    column = _object(tables.COLUMN_KEYS, _METRIC, COLUMN)
    choices = {"decimal": {"enum": list(tables.DECIMALS)}, "delimiter": {"enum": list(tables.DELIMITERS)}}
    known: Mapping[str, Schema] = {
        **_METRIC,
        **_shapes("table"),
        **choices,
        "archive": {
            "type": ["object", "string"],
            "required": ["file"],
            "additionalProperties": False,
            "properties": {key: choices.get(key, _TEXT) for key in tables.ARCHIVE_KEYS},
        },
        "columns": {"type": "object", "additionalProperties": {**column, "type": ["object", "string", "null"]}},
        "groups": _listed(group),
        "total": {
            "type": "object",
            "required": ["row"],
            "additionalProperties": False,
            "properties": {key: _TEXTS if key in {"of", "columns"} else _TEXT for key in tables.TOTAL_KEYS},
        },
    }
    return _object(tables.TABLE_KEYS, known, TABLE)


def _object(
    keys: tuple[str, ...], known: Mapping[str, Schema], texts: Mapping[str, str], *, required: tuple[str, ...] = ()
) -> dict[str, object]:
    made: dict[str, object] = {"type": "object", "additionalProperties": False}
    if required:
        made["required"] = list(required)
    made["properties"] = {key: _described(known.get(key, _TEXT), texts[key]) for key in keys}
    return made


def _named(entry: Schema) -> dict[str, object]:
    return {"type": ["object", "null"], "propertyNames": {"pattern": f"^{ID.pattern}$"}, "additionalProperties": entry}


def _listed(entry: Schema) -> dict[str, object]:
    return {"type": "array", "items": entry}


def _described(schema: Schema, text: str) -> dict[str, object]:
    return {"description": text, **schema}


# What each key of a sheet means, in a sentence: for the schema, the reference page and an editor's hints.

TEXTS: Final[Mapping[str, Mapping[str, str]]] = tomllib.loads(Path(__file__).with_name("about.toml").read_text("utf-8"))
"""The sentences of the keys that are no texts of a sheet, by what they are keys of."""


def _of(name: str, keys: Iterable[str], *more: Mapping[str, str]) -> Mapping[str, str]:
    """The sentences of keys in their order; those that are in no file are given."""
    texts = {one: text for rows in (*more, TEXTS[name]) for one, text in rows.items()}
    return {key: texts[key] for key in keys}


_SHARED = {key: f"`{key}` of the metrics in all columns that do not say otherwise." for key in SHARED_KEYS}

SHEET = _of("sheet", KEYS, descriptions(model.Sheet))
METRIC = _of("metric", METRIC_KEYS, descriptions(model.MetricWords))
TABLE = _of("table", tables.TABLE_KEYS, descriptions(model.TableWords), _SHARED)
COLUMN = _of("column", tables.COLUMN_KEYS, METRIC, descriptions(model.ColumnWords))
COLUMN_GROUP = _of("column_group", tables.COLUMN_GROUP_KEYS, descriptions(model.ColumnGroup))
SOURCE = _of("source", SOURCE_KEYS, descriptions(model.Source))
CHART = _of("chart", CHART_KEYS, descriptions(model.Chart))
GROUP = _of("group", GROUP_KEYS, descriptions(model.Group))
CORRECTION = _of("correction", CORRECTION_KEYS, descriptions(model.Correction))
LOCALE = _of("locale", [field.name for field in fields(LocaleSettings)])


# The schema of site.toml, made from the fields of the settings.

_LINE: Schema = _SHAPES["shapes"]["line"]
_LINES: Schema = {"type": ["array", "string"], "items": _LINE}
_BY_LANGUAGE: Schema = {"type": ["string", "object"], "additionalProperties": _LINE}


def settings_schema() -> dict[str, object]:
    """Make the schema of site.toml."""
    hints = get_type_hints(Settings)
    origins = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(DIRECTIVES, _LINES)}
    known: Mapping[str, Schema] = {
        **{field.name: _of_type(hints[field.name]) for field in SETTINGS},
        "fallback": {"enum": list(FALLBACKS)},
        "checks": _checks(),
        "locales": _mapping(_locale()),
        "csp": origins,
        "theme": _theme(),
        "plugins": _of_fields(PluginSettings, dict.fromkeys(("files", "installed"), _LINES)),
        "classes": _mapping(_mapping(_LINES)),
        "redirects": _mapping(_LINE),
    }
    about = {field.name: field.metadata["about"] for field in SETTINGS}
    return {"$schema": DIALECT, "title": "The settings of a fact-sheet site", **_object(tuple(about), known, about)}


def _of_type(hint: object) -> Schema:
    if hint is bool:
        return {"type": "boolean"}
    if hint == int | None:
        return {"type": "integer", "minimum": 0}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _LINE}
    return _BY_LANGUAGE if get_origin(hint) is Mapping else _LINE


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


def _theme() -> Schema:
    return _of_fields(Theme, {**_shapes("theme"), "font": {"enum": list(FACES)}, "footer": _BY_LANGUAGE})


def _of_fields(record: type, known: Mapping[str, Schema]) -> Schema:
    """The schema of a part of the settings, of which each field says what it means."""
    about = {one.name: one.metadata["about"] for one in fields(record) if one.metadata}
    return _object(tuple(about), {name: known[name] for name in about}, about)


def _locale() -> Schema:
    names = tuple(field.name for field in fields(LocaleSettings))
    return _object(names, {**dict.fromkeys(names, _LINE), "dir": {"enum": ["ltr", "rtl"]}}, LOCALE)


def _mapping(entry: Schema) -> dict[str, object]:
    return {"type": "object", "additionalProperties": entry}


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
