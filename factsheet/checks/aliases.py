"""The addresses that pages had before are good ones."""

from collections.abc import Iterator

from factsheet.checks.pages import RESERVED
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.redirects import is_address, of_sheet
from factsheet.site.site import Site


def aliases_are_good(site: Site) -> Iterator[Problem]:
    """Report aliases that cannot be an address; whether another page has one is seen with the pages."""
    for path in site.paths:
        for tag, redirect in of_sheet(site, path):
            sheet = site.sheet(tag, path)
            if sheet is None or not redirect.key:
                continue
            alias = sheet.aliases[int(redirect.key.rpartition(".")[2])]
            if not is_address(alias) or not redirect.source or alias.strip("/").split("/")[0] in RESERVED:
                yield report("O710", sheet.place_of(redirect.key), alias=alias[:80])
