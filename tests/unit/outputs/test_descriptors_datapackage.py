"""The package of data of each language."""

import json
import re

from factsheet.outputs.data import COLUMNS
from tests.rich_site import build_rich, rich_site


def test_it_describes_files_that_are_there() -> None:
    """Each resource is a file beside the package; the table's fields are its columns, the schema is published."""
    for tag in ("ro", "en", "ar"):
        told = json.loads(rich_site().files[f"{tag}/datapackage.json"])
        table, tree = told["resources"]
        assert {f"{tag}/{table['path']}", f"{tag}/{tree['path']}"} <= set(rich_site().files)
        assert [field["name"] for field in table["schema"]["fields"]] == list(COLUMNS)
        assert tree["jsonSchema"] == "https://facts.example/atlas/figures.schema.json"


def test_its_name_is_one_that_tools_take() -> None:
    """The name holds small letters, digits and hyphens only."""
    told = json.loads(rich_site().files["ro/datapackage.json"])
    assert re.fullmatch(r"[a-z0-9-]+", told["name"])
    assert told["licenses"] == [{"title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]


def test_what_is_not_set_is_not_said() -> None:
    """Without a licence and a publisher the package names none."""
    told = json.loads(build_rich({"site.toml": 'reference = "ro"\n'}).files["ro/datapackage.json"])
    assert {"licenses", "contributors", "description"}.isdisjoint(told)
