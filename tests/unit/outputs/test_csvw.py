"""The metadata beside each table (CSV on the Web)."""

import json

from factsheet.outputs.csvw import NAME
from factsheet.outputs.data import COLUMNS
from tests.rich_site import rich_site


def test_every_table_has_its_metadata() -> None:
    """Beside each figures.csv stands a file that names it, by the name a reader of CSVW looks for."""
    tables = [path for path in rich_site().files if path.endswith("figures.csv")]
    assert len(tables) == 12
    for path in tables:
        told = json.loads(rich_site().files[f"{path}-metadata.json"])
        assert told["url"] == "figures.csv"
        assert [column["name"] for column in told["tableSchema"]["columns"]] == list(COLUMNS)


def test_it_speaks_the_language_and_names_the_terms() -> None:
    """Title and language are those of the sheet; licence and publisher those of the site."""
    told = json.loads(rich_site().files[f"en/more/{NAME}"])
    assert told["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]
    assert told["dc:title"] == "Figures of “More”"
    assert told["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert told["dc:publisher"] == "Ziarul <Exemplu> & fiii"


def test_pages_offer_it() -> None:
    """A page links to the metadata of the table that it offers, and to the package of the language."""
    html = rich_site().text("en/more/index.html")
    assert 'href="figures.csv-metadata.json" download' in html
    assert 'href="../datapackage.json" download' in html
