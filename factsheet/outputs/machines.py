"""What the head of a page holds for machines: the graph, the card, the feed and the manifest."""

from markupsafe import Markup

from factsheet.content.model import Language
from factsheet.core.records import dataclass
from factsheet.outputs import cards, csvw, datapackage, feed, manifest
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.cards import Property, properties
from factsheet.outputs.csv_text import to_script_json
from factsheet.outputs.json_ld import graph
from factsheet.outputs.views import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Machines:
    """What `parts/machines.html` is handed."""

    graph: Markup
    """JSON-LD, made safe to stand in a script element."""
    properties: tuple[Property, ...]
    card: str
    """The kind of card that networks without Open Graph show."""
    feed: str
    manifest: str
    table_metadata: str
    """The description of the table of figures that the page offers."""
    package: str
    """The package of all figures in the language."""
    touch_icon: str | None


def machines(rendering: Rendering, language: Language, page: Page, path: str) -> Machines:
    """Gather what a page tells machines, with addresses as seen from the page."""
    addresses = rendering.addresses
    folder = addresses.folder(language.tag, path)
    home = addresses.home(language.tag)
    picture = cards.picture(rendering, language, path)
    icon = rendering.assets.get(manifest.TOUCH_ICON)
    data = to_script_json(graph(rendering, language, page, path, picture.address if picture else None))
    return Machines(
        graph=Markup(data),  # noqa: S704 - to_script_json leaves nothing that ends the element
        properties=tuple(properties(rendering, language, page, path, picture)),
        card="summary_large_image" if picture else "summary",
        feed=addresses.relative(folder, home + feed.NAME),
        manifest=addresses.relative(folder, home + manifest.NAME),
        table_metadata=page.csv.removesuffix(csvw.TABLE_FILE) + csvw.NAME,
        package=addresses.relative(folder, home + datapackage.NAME),
        touch_icon=icon and addresses.relative(folder, icon),
    )
