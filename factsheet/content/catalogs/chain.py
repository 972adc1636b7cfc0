"""Which catalogue serves a language that has none of its own: that of the same language in the same script."""

from factsheet.l10n.cldr import NumberLocale, script


def candidates(loc: NumberLocale, others: dict[str, NumberLocale]) -> list[str]:
    """The tags whose catalogues may be read for a language, its own first.

    `others` holds the tags there are catalogues for. `ro-MD` is served by `ro`, but `sr-Latn` never by `sr`,
    which is written in another script.
    """
    language = loc.tag.split("-", maxsplit=1)[0].casefold()
    served = [
        tag
        for tag, other in others.items()
        if tag != loc.tag and tag.casefold() == language and script(other) == script(loc)
    ]
    return [loc.tag, *served]
