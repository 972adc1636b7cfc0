"""The schemas that editors are given."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from factsheet.content.config import SETTINGS
from factsheet.content.kinds import KIND_BY_NAME
from factsheet.content.settings import LocaleSettings
from factsheet.content.sheets.metrics import KEYS as METRIC_KEYS
from factsheet.content.sheets.read import CHART_KEYS, KEYS, SOURCE_KEYS
from factsheet.core.codes import CODES
from factsheet.l10n.cldr import locale, plural_categories
from factsheet.tools import schemas
from factsheet.tools.schemas import schema_files, settings_schema, sheet_schema, snippets

ROOT = Path(__file__).resolve().parents[4]
LANGUAGES = ("ar", "en", "ro", "pl")
"""Languages that have all six plural categories between them."""

SHEET = Draft202012Validator(sheet_schema())
SITE = Draft202012Validator(settings_schema())


def test_every_key_is_described() -> None:
    """Each key that the code reads has its sentence, and no other key has one."""
    assert [
        key for name, texts in schemas.TEXTS.items() for key in texts.keys() - getattr(schemas, name.upper()).keys()
    ] == []
    assert all(text for name in schemas.TEXTS for text in getattr(schemas, name.upper()).values())
    assert set(settings_schema()["properties"]) == {field.name for field in SETTINGS}  # type: ignore[call-overload] # a mapping


def test_the_schemas_are_schemas() -> None:
    """Both are valid in their dialect, and are written out as they are."""
    for name, schema in (("sheet.schema.json", sheet_schema()), ("site.schema.json", settings_schema())):
        Draft202012Validator.check_schema(schema)
        assert json.loads(schema_files()[name]) == schema


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("content/*/*.md")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_the_sheets_of_this_site_fit(path: Path) -> None:
    """Every sheet of this repository's own site fits the schema."""
    head = yaml.safe_load(path.read_text(encoding="utf-8").split("\n---")[0].removeprefix("---"))
    assert list(SHEET.iter_errors(json.loads(json.dumps(head, default=str)))) == []


def test_the_settings_of_this_site_fit() -> None:
    """The settings of the repository itself fit the schema."""
    assert list(SITE.iter_errors(tomllib.loads((ROOT / "site.toml").read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(("value", "is_good"), [(9, True), ("9", False), (-1, False)])
def test_a_whole_number_is_one(value: object, is_good: bool) -> None:  # noqa: FBT001 - what the table says
    """A setting that is a whole number is no text."""
    assert (list(SITE.iter_errors({"words_to": value})) == []) is is_good


@pytest.mark.parametrize(
    "entries",
    [
        {},
        {"title": "x", "titel": "x"},
        {"title": "x", "metrics": {"Arrests": {"value": 1}}},
        {"title": "x", "metrics": {"a": {"bound": "more"}}},
        {"title": "x", "metrics": {"a": {"unit": {"other": "none"}}}},
        {"title": "x", "metrics": {"a": {"unit": {"one": "{n} a"}}}},
        {"title": "x", "metrics": {"a": {"currency": "usd"}}},
        {"title": "x", "sources": {"a": {}}},
        {"title": "x", "date": "13.11.2025"},
    ],
)
def test_slips_do_not_fit(entries: dict[str, object]) -> None:
    """Unknown keys, ids and words, and values of another type, are marked in the editor."""
    assert list(SHEET.iter_errors(entries)) != []


KEYWORDS = {*Draft202012Validator.VALIDATORS, "$schema", "$id", "title", "description", "default"}
"""What a schema is made of: the keywords of its dialect, and those that only tell."""


def _subschemas(schema: object) -> Iterator[Mapping[str, Any]]:
    """A schema, and all that are in it."""
    if isinstance(schema, Mapping):
        yield schema
        for keyword, inside in schema.items():
            named = keyword in {"properties", "patternProperties", "$defs"}
            for each in inside.values() if named else inside if isinstance(inside, list) else [inside]:
                yield from _subschemas(each)


@pytest.mark.parametrize("schema", [sheet_schema(), settings_schema()], ids=["sheet", "settings"])
def test_the_schemas_say_nothing_that_is_not_heard(schema: Mapping[str, Any]) -> None:
    """Every word of a schema is a keyword, which an editor would pass over otherwise; what has properties is closed."""
    inside = list(_subschemas(schema))
    assert len(inside) > 40
    assert {keyword for one in inside for keyword in one} <= KEYWORDS
    assert [one for one in inside if "properties" in one and one.get("additionalProperties", True) is True] == []


NONSENSE: object = [[{"x": [[]]}]]
"""What no key takes."""


@pytest.mark.parametrize(
    ("schema", "places"),
    [
        (SHEET, [(key,) for key in KEYS]),
        (SHEET, [("metrics", "a", key) for key in METRIC_KEYS]),
        (SHEET, [("sources", "a", key) for key in SOURCE_KEYS]),
        (SITE, [(field.name,) for field in SETTINGS]),
        (SITE, [("locales", "ro", field.name) for field in fields(LocaleSettings)]),
    ],
    ids=["sheet", "metric", "source", "settings", "locale"],
)
def test_every_key_refuses_nonsense(schema: Draft202012Validator, places: list[tuple[str, ...]]) -> None:
    """A value that no key can have is marked at each key, so that each has a type."""
    for place in places:
        entries: object = NONSENSE
        for key in reversed(place):
            entries = {key: entries}
        marked = [tuple(error.absolute_path) for error in schema.iter_errors(entries)]
        assert any(where[: len(place)] == place for where in marked), place


def test_every_plural_category_has_its_form() -> None:
    """A unit may have a form for each plural category of CLDR, and no others."""
    categories = {category for tag in LANGUAGES for category in plural_categories(locale(tag))}
    assert len(categories) == 6
    for category in categories:
        unit = {"other": "{n} a", category: "{n} b"}
        assert list(SHEET.iter_errors({"title": "x", "metrics": {"a": {"unit": unit}}})) == [], category
    assert list(SHEET.iter_errors({"title": "x", "metrics": {"a": {"unit": {"other": "{n} a", "all": "{n} b"}}}})) != []


def test_numbers_cannot_be_made_warnings() -> None:
    """The schema of `[checks]` offers the codes that can be weighed, and no error of the numbers."""
    assert list(SITE.iter_errors({"checks": {"S301": "warning"}})) == []
    assert list(SITE.iter_errors({"checks": {"N101": "warning"}})) != []
    assert list(SITE.iter_errors({"checks": {"Z999": "warning"}})) != []
    assert list(SITE.iter_errors({"checks": {"X999": "warning"}})) == []  # of a plugin
    assert "S301" in CODES


def test_there_is_a_snippet_for_the_common_kinds() -> None:
    """Each snippet of a metric is of a kind that is known, and can be filled in to YAML."""
    made = json.loads(snippets())
    names = {
        entry["prefix"].removeprefix("metric-") for entry in made.values() if entry["prefix"].startswith("metric-")
    }
    assert names <= set(KIND_BY_NAME)
    assert {"count", "money", "percent"} <= names
    assert all(entry["body"] and entry["description"] for entry in made.values())


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (schemas._shapes("sheet"), KEYS),  # noqa: SLF001 - a key that nobody reads would leave the one that was meant without a type
        (schemas._METRIC, METRIC_KEYS),  # noqa: SLF001
        (schemas._shapes("source"), SOURCE_KEYS),  # noqa: SLF001
        (schemas._CHART, CHART_KEYS),  # noqa: SLF001
    ],
    ids=["sheet", "metric", "source", "chart"],
)
def test_types_are_given_to_keys_that_are_read(table: Mapping[str, object], keys: Sequence[str]) -> None:
    """Each key with a type of its own is one that the code reads."""
    assert set(table) <= set(keys)
