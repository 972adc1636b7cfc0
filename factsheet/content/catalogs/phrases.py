"""The forms of a message by the plural categories of CLDR, for a number that need not be whole."""

from collections.abc import Mapping
from typing import Final

from factsheet.content.catalogs.catalog import Catalog, Message
from factsheet.content.catalogs.plurals import Plurals, plurals_of, read_plurals
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale

_ENGLISH: Final = "en"


def phrases(catalog: Catalog, loc: NumberLocale, message: tuple[str, str], context: str) -> Mapping[str, str]:
    """Give the translation of a message, singular and plural, by plural category; placeholders are left to be filled.

    gettext counts whole numbers only: a category that none has (Polish fractions) takes the last form.
    """
    found = catalog.find(message[0], context)
    texts, rule = (found.strings, _rule(found, loc)) if found else (message, plurals_of(_ENGLISH))
    return {name: texts[_place(loc, rule, name, len(texts) - 1)] for name in cldr.plural_categories(loc)}


def _rule(message: Message, loc: NumberLocale) -> Plurals:
    return read_plurals(message.formula) or plurals_of(loc.cldr)


def _place(loc: NumberLocale, rule: Plurals, category: str, last: int) -> int:
    whole = (int(number) for number in cldr.plural_examples(loc, category) if number == int(number))
    number = next(whole, None)
    return last if number is None else min(rule.form(number), last)
