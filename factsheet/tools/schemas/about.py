"""What each key of a sheet means, in a sentence: for the schema, the reference page and an editor's hints."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from factsheet.content.model import (
    Chart,
    ColumnGroup,
    ColumnWords,
    Correction,
    Group,
    MetricWords,
    Sheet,
    Source,
    TableWords,
)
from factsheet.content.settings import LocaleSettings
from factsheet.content.sheets.metrics import KEYS as METRIC_KEYS
from factsheet.content.sheets.read import CHART_KEYS, CORRECTION_KEYS, GROUP_KEYS, KEYS, SOURCE_KEYS
from factsheet.content.sheets.tables import COLUMN_GROUP_KEYS, COLUMN_KEYS, TABLE_KEYS
from factsheet.content.sheets.tables import METRIC_KEYS as SHARED_KEYS
from factsheet.content.texts import descriptions
from factsheet.core.records import fields

TEXTS: Final[Mapping[str, Mapping[str, str]]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
"""The sentences of the keys that are no texts of a sheet, by what they are keys of."""


def _of(name: str, keys: Iterable[str], *more: Mapping[str, str]) -> Mapping[str, str]:
    """The sentences of keys in their order; those that are in no file are given."""
    texts = {one: text for rows in (*more, TEXTS[name]) for one, text in rows.items()}
    return {key: texts[key] for key in keys}


_SHARED = {key: f"`{key}` of the metrics in all columns that do not say otherwise." for key in SHARED_KEYS}

SHEET = _of("sheet", KEYS, descriptions(Sheet))
METRIC = _of("metric", METRIC_KEYS, descriptions(MetricWords))
TABLE = _of("table", TABLE_KEYS, descriptions(TableWords), _SHARED)
COLUMN = _of("column", COLUMN_KEYS, METRIC, descriptions(ColumnWords))
COLUMN_GROUP = _of("column_group", COLUMN_GROUP_KEYS, descriptions(ColumnGroup))
SOURCE = _of("source", SOURCE_KEYS, descriptions(Source))
CHART = _of("chart", CHART_KEYS, descriptions(Chart))
GROUP = _of("group", GROUP_KEYS, descriptions(Group))
CORRECTION = _of("correction", CORRECTION_KEYS, descriptions(Correction))
LOCALE = _of("locale", [field.name for field in fields(LocaleSettings)])
