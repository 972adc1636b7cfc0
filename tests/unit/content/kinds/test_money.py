"""Money: an amount with no more decimals than its currency has."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import Details
from factsheet.content.kinds.money import KIND
from factsheet.l10n import cldr
from tests.counting import DOLLARS, EN, RO, forms, machine, metric, read, refusal, text

USD, KWD, JPY = (Details(currency=code) for code in ("USD", "KWD", "JPY"))


@pytest.mark.parametrize(("written", "details"), [("97000000", USD), ("12.50", USD), ("1.209", KWD), ("-3", JPY)])
def test_amounts_are_read_with_the_decimals_of_their_currency(written: str, details: Details) -> None:
    """Two decimals for dollars, three for Kuwaiti dinars, none for yen; a loss is an amount too."""
    assert read("money", written, details) == Decimal(written)


@pytest.mark.parametrize(
    ("written", "details", "expected"),
    [
        ("5", Details(), ("N116", "")),
        ("1.209", USD, ("N117", "thousands")),
        ("1.25", JPY, ("N117", "")),
        ("0.5", JPY, ("N117", "")),
    ],
)
def test_what_is_no_amount(written: str, details: Details, expected: tuple[str, str]) -> None:
    """An amount without a currency, or finer than its smallest coin, is refused."""
    assert refusal("money", written, details) == expected


def test_words_and_signs() -> None:
    """With a unit the translator's phrase is used, without one CLDR's sign or code."""
    money = metric("money", "97000000", currency="USD")
    assert text(money, RO, DOLLARS) == "97 de milioane de dolari"
    assert text(money, EN) == "$97 million"
    assert text(metric("money", "12.50", currency="USD"), EN) == "$12.50"


def test_every_form_but_the_number_names_the_currency() -> None:
    """All digits and the short form carry the sign; the number alone does not."""
    shown = forms(metric("money", "97000000", currency="USD"), EN)
    assert (shown.number, shown.full, shown.short) == ("97 million", "$97,000,000", "$97M")


def test_machines_get_the_amount() -> None:
    """The machine value is in the main unit, without needless zeros."""
    assert machine("money", "12.50", USD) == "12.5"


def test_a_rate_of_exchange_has_more_decimals() -> None:
    """Four decimals are no slip of the thousands, as three may be."""
    assert text(metric("money", "4.9775", currency="RON")) == "4,9775 RON"
    assert refusal("money", "4.977", Details(currency="RON")) == ("N117", "thousands")


def test_a_phrase_shows_the_small_coins_too() -> None:
    """99.5 lei are 99,50 lei, with words as with a sign."""
    lei = {"one": "{n} leu", "few": "{n} lei", "other": "{n} de lei"}
    assert forms(metric("money", "99.5", currency="RON"), RO, lei).text == "99,50 lei"
    assert forms(metric("money", "99", currency="RON"), RO, lei).text == "99 de lei"


def test_a_scale_of_the_editors_choice() -> None:
    """An amount is written in millions, with the noun that follows a scale word, and with its sign."""
    made = metric("money", "207636200000", currency="RON", display="million")
    lei = {"one": "{n} leu", "few": "{n} lei", "other": "{n} de lei"}
    assert text(made, RO, lei) == "207.636,2 milioane de lei"
    assert text(made, RO) == "207.636,2 milioane RON"
    assert text(made, EN) == "RON 207,636.2 million"
    assert forms(made, RO, lei).full == "207.636.200.000 RON"


@pytest.mark.parametrize(
    ("value", "quote", "mismatch"),
    [
        ("100", "100 euro cents", "unit"),
        ("100", "about 100 euro cents a minute", "unit"),
        ("1", "100 euro cents", None),
        ("28", "28 euros", None),
        ("28.72", "28 euros and 72 cents", None),
        ("28", "28 euros and 72 cents", "value"),
        ("28", "28 euros, and 72 cents for postage", None),
        ("100", "100 euro-cents", "unit"),
    ],
)
def test_hundredths_are_not_the_whole(value: str, quote: str, mismatch: str | None) -> None:
    """One hundred euro cents are one euro, though “100 euro” stands in “100 euro cents”."""
    money = metric("money", value, currency="EUR")
    assert KIND.read_quote(EN, money, quote).mismatch == mismatch


@pytest.mark.parametrize(("value", "mismatch"), [("28.72", None), ("28", "value"), ("0.72", "value"), ("72", "unit")])
def test_an_amount_with_its_hundredths_is_one(value: str, mismatch: str | None) -> None:
    """“28 lei 72 bani” says neither 28 lei nor 72 bani alone."""
    money = metric("money", value, currency="RON")
    assert KIND.read_quote(RO, money, "28 lei 72 bani").mismatch == mismatch


@pytest.mark.parametrize(
    ("tag", "currency", "quote", "mismatch"),
    [
        ("en", "INR", "100 rupees", None),
        ("en", "MXN", "100 pesos", None),
        ("en", "INR", "100 Pakistani rupees", "unit"),
        ("en", "INR", "100 people", "unit"),
        ("ro", "EUR", "100 de euro-cenți", "unit"),
        ("en", "USD", "$100 Canadian", "unit"),
        ("en", "CAD", "$100 Canadian", None),
        ("en", "USD", "100 dollars (Canadian)", "unit"),
        ("en", "USD", "$100 (CAD)", "unit"),
        ("en", "CAD", "$100 CAD", None),
        ("en", "USD", "S$100", "unit"),
        ("en", "SGD", "S$100", None),
        ("en", "USD", "Bds$100", "unit"),
        ("en", "USD", "100 (a hundred) dollars", None),
        ("en", "USD", "100 American dollars", None),
        ("ro", "USD", "100 $ canadieni", "unit"),
        ("ro", "CHF", "100 de franci CFA", "unit"),
        ("ro", "CHF", "100 de franci elvețieni", None),
        ("fr", "CHF", "100 francs CFA", "unit"),
        ("de", "DKK", "100 dänische Kronen", None),
        ("de", "NOK", "100 dänische Kronen", "unit"),
    ],
)
def test_a_noun_of_several_currencies_is_each_of_them(
    tag: str, currency: str, quote: str, mismatch: str | None
) -> None:
    """“Rupees” are those of India and of Pakistan; with the name of the land they are its own alone."""
    assert KIND.read_quote(cldr.locale(tag), metric("money", "100", currency=currency), quote).mismatch == mismatch
