"""The page on which readers search a language's sheets, where an index is asked for; without script, a list."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.core.records import replace
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import SEARCH_POLICY, search_folder, site_view, with_origins
from factsheet.outputs.figure_markup import Mentions
from factsheet.outputs.views import PageLink

TEMPLATE: Final = "search.html"
SCRIPT: Final = "search.js"

FOLDER: Final = "pagefind/"
"""Where the index stands in the output; its main file is `pagefind.js`."""


def gather(rendering: Rendering, path: str) -> str:
    """Give the title and the folder of a sheet in every language in which it is shown."""
    site = rendering.site
    found = {}
    for language in site.published:
        sheet = site.shown(language.tag, path)
        if sheet is not None:
            title = Mentions(rendering, sheet, taken=set()).plain(sheet.title)
            lang = None if sheet.language == language.tag else sheet.language
            found[language.tag] = [title, rendering.addresses.folder(language.tag, path), lang]
    return json.dumps(found, ensure_ascii=False)


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the page of each language; none where no index is asked for."""
    if "search" not in rendering.formats:
        return
    parts = [json.loads(text) for text in gathered.values()]
    policy = with_origins(SEARCH_POLICY, rendering.site.settings.csp)
    for language in rendering.site.published:
        folder = search_folder(rendering, language)
        sheets = [
            PageLink(title=title, summary=None, href=rendering.addresses.relative(folder, target), lang=lang)
            for title, target, lang in (part[language.tag] for part in parts if language.tag in part)
        ]
        values = {
            "lang": language.tag,
            "dir": language.dir,
            "site": replace(site_view(rendering, language, folder), policy=policy),
            "index": f"{rendering.addresses.base_path}{FOLDER}pagefind.js",
            "base": rendering.addresses.base_path,
            "script": rendering.addresses.relative(folder, rendering.assets[SCRIPT]),
            "sheets": sheets,
        }
        html = rendering.templates.render(TEMPLATE, rendering.site.catalogs[language.tag], values)
        yield f"{folder}index.html", html.encode()


OUTPUT = Output(name="search", gather=gather, combine=combine)
