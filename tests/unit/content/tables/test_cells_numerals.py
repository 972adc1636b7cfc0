"""How numbers in files are written: what a publisher's sign before decimals is, and which numbers could be two."""

import pytest

from factsheet.content.tables.cells import decimal_sign, is_ambiguous, published_number, published_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (" 5.3 ", "5.3"), ("5.3 p", "5.3"), ("5.3b", "5.3"), ("5,3*", "5,3"), ("\u22125.3", "-5.3"),
        ("\u200e5.3", "5.3"), ("five", "five"), (": u", ": u"),
    ],
)  # fmt: skip
def test_what_stands_around_a_number_is_passed_over(written: str, plain: str) -> None:
    """Spaces, marks of provisional values, and a minus sign of print are no part of a number."""
    assert published_text(written) == plain


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["5,3", "1.209"], ","),
        (["5.3", "1,209"], "."),
        (["1.209,5"], ","),
        (["1 209.5"], "."),
        (["0,125"], ","),
        (["1209,125"], ","),
        (["1.209", "12"], ""),
        (["5,3", "5.3"], ""),
        ([], ""),
    ],
)
def test_numbers_show_what_stands_before_their_decimals(texts: list[str], sign: str) -> None:
    """One number that can be read in one way only tells for all; two that contradict each other tell nothing."""
    assert decimal_sign(texts) == sign


@pytest.mark.parametrize(
    ("text", "decimal", "is_whole", "number"),
    [
        ("-5,3", ",", False, "-5.3"),
        ("5.3", ".", False, "5.3"),
        ("1.209,5", ",", False, "1209.5"),
        ("1,209.5", ".", False, "1209.5"),
        ("1'209.5", ".", False, "1209.5"),
        ("1.209", ",", False, "1209"),
        ("1.209", ".", False, "1.209"),
        ("1.209", "", False, ""),
        ("1.209", "", True, "1209"),
        ("1,209,345", "", True, "1209345"),
        ("1.209,345", "", True, ""),
        ("1 209", "", False, "1209"),
        ("5,3", ".", False, ""),
        ("12", "", False, "12"),
        ("five", "", False, ""),
    ],
)
def test_a_number_that_could_be_two_is_none(text: str, decimal: str, is_whole: bool, number: str) -> None:  # noqa: FBT001
    """Thousands and decimals are told apart by the sign before decimals, or because what is counted has none."""
    assert published_number(text, decimal, is_whole=is_whole) == number


def test_a_sign_before_three_digits_is_ambiguous() -> None:
    """1.209 is twelve hundred in one country and a little more than one in another."""
    assert is_ambiguous("1.209")
    assert not is_ambiguous("0.209")
    assert not is_ambiguous("1.2090")
