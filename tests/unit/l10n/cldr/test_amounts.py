"""Currencies and units."""

from factsheet.l10n import cldr


def test_currency() -> None:
    """A currency has a sign, a narrow sign, names by category and a number of decimals."""
    french = cldr.locale("fr")
    assert cldr.currency_symbol(french, "USD") == "$US"
    assert cldr.currency_narrow(french, "USD") == "$"
    assert cldr.currency_narrow(french, "EUR") == "€"
    assert cldr.currency_names(french, "EUR")["other"] == "euros"
    assert cldr.currency_name(french, "XYZ") == "XYZ"
    assert (cldr.currency_digits("USD"), cldr.currency_digits("JPY"), cldr.currency_digits("KWD")) == (
        2,
        0,
        3,
    )
    assert "RON" in cldr.currency_codes()


def test_symbol_that_babel_has_otherwise() -> None:
    """Where Babel's sign is not the one CLDR publishes, CLDR's is given."""
    assert cldr.currency_symbol(cldr.locale("es-MX"), "MRO") == "MRU"


def test_glue() -> None:
    """Amount and name are joined by the language's pattern."""
    assert cldr.currency_glue(cldr.locale("ro"))["other"] == "{0} de {1}"


def test_units_have_patterns_everywhere() -> None:
    """Every unit can be written in every language, in one width at least."""
    missing = [
        (tag, unit)
        for tag in ("ro", "en", "aa", "ja", "sw", "yue", "ckb")
        for unit in cldr.unit_ids()
        if not any(cldr.unit_patterns(cldr.locale(tag), unit, width) for width in ("long", "short", "narrow"))
    ]
    assert missing == []


def test_aliased_unit() -> None:
    """A unit that a language does not name is written as the one CLDR links it to."""
    assert cldr.unit_patterns(cldr.locale("ro"), "duration-day-person", "long")["one"] == "{0} zi"
