"""Which figures of a sheet have a card, and in which order."""

from factsheet.content.model import Sheet


def ungrouped(sheet: Sheet) -> tuple[str, ...]:
    """The metrics with a card in no group, in their order: `highlight`, or all where nothing is said."""
    if sheet.highlight is None:
        return () if sheet.groups else tuple(sheet.metrics)
    grouped = {target for group in sheet.groups for target in group.metrics}
    return tuple(dict.fromkeys(target for target in sheet.highlight if target not in grouped))


def highlighted(sheet: Sheet) -> tuple[str, ...]:
    """Every metric with a card, in the order of the page."""
    grouped = (target for group in sheet.groups for target in group.metrics)
    return tuple(dict.fromkeys((*ungrouped(sheet), *grouped)))
