"""The language in which a source is read."""

from factsheet.content.model import Source
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale, UnknownLocale
from factsheet.site.site import Site


def source_language(site: Site, source: Source | None) -> NumberLocale:
    """The language a quote is read in: its source's, or the reference language."""
    tag = source.lang if source else None
    if tag is None or tag == site.reference.tag:
        return site.reference.numbers
    if tag in site.by_tag:
        return site.by_tag[tag].numbers
    try:
        return cldr.locale(tag)
    except UnknownLocale:
        return site.reference.numbers
