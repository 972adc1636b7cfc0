"""Old addresses: `_redirects`, as Netlify and Cloudflare Pages read it, and pages for the redirects of the settings."""

import json
from collections.abc import Iterator, Mapping

from factsheet.outputs import aliases
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import site_title
from factsheet.site.addresses import addresses_of, of_settings, of_sheet


def gather(rendering: Rendering, path: str) -> str:
    """Give the old addresses of a sheet, each with the new one."""
    return json.dumps([addresses_of(rendering.site, redirect) for _, redirect in of_sheet(rendering.site, path)])


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `_redirects`, where anything has moved, and a page for each redirect of the settings."""
    site = rendering.site
    moved = [pair for text in gathered.values() for pair in json.loads(text)]
    for redirect in of_settings(site):
        moved.append(addresses_of(site, redirect))
        yield from aliases.page(rendering, redirect, site_title(rendering, site.by_tag[redirect.tag]))
    lines = [f"{old} {new} 301\n" for olds, new in moved for old in olds]
    if lines:
        yield "_redirects", "".join(lines).encode()


OUTPUT = Output(name="redirects", gather=gather, combine=combine, gives_way=True)
