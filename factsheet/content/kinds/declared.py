"""Numbers as front matter declares them: plain digits, with a point before decimals."""

import re
from decimal import Decimal

from factsheet.content.frontmatter import Scalar
from factsheet.core.patterns import listed_in, regex

MAX_DIGITS = 30
"""How many digits a declared number may have."""

_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
TWO_ENDS = regex(r"(-?[0-9.]+)[ ]*(?:\u2013|\.\.|-)[ ]*(-?[0-9.]+)")
_LIKE_THOUSANDS = regex(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_REFUSALS = tuple((name, regex(refused)) for name, refused in listed_in("content/data/refusals.txt"))
_LONGEST_EXPONENT = 6
"""A longer number with an exponent, such as 1e9999, is not written out."""


class BadValue(Exception):
    """A value that its kind refuses: the code of the finding, the fix to offer and what fills them."""

    def __init__(self, code: str, *, variant: str = "", **values: object) -> None:
        """Keep what the finding will say."""
        super().__init__(code)
        self.code = code
        self.variant = variant
        self.values = values


def read_number(scalar: Scalar, *, signed: bool = False) -> Decimal:
    """Read a plain decimal number such as 1209, -3, 12.5 or, if `signed`, +3; raises BadValue for anything else."""
    text = scalar.text.removeprefix("+") if signed and not scalar.text.startswith("+-") else scalar.text
    if scalar.quoted and (better := plain_number(text[:80])).strip("-"):
        raise BadValue("N101", variant="quoted", value=text, better=better)
    if not _NUMBER.fullmatch(text):
        variant = next((name for name, pattern in _REFUSALS if pattern.fullmatch(text)), "")
        raise BadValue("N101", variant=variant, value=scalar.text, better=_meant(text, variant))
    if sum(character.isdigit() for character in text) > MAX_DIGITS:
        raise BadValue("N114", digits=MAX_DIGITS)
    value = Decimal(text)
    return value or value.copy_abs()  # "-0" is nought, which has no sign for machines either


def read_large(scalar: Scalar) -> Decimal:
    """Read a number that is mostly whole; `100.000` is refused: it could be meant as 100000."""
    if _LIKE_THOUSANDS.fullmatch(scalar.text):
        raise BadValue("N103", variant="thousands", value=scalar.text, joined=scalar.text.replace(".", ""))
    return read_number(scalar)


def read_whole(scalar: Scalar, *, signed: bool = False) -> Decimal:
    """Read a whole number, not negative unless it is `signed`; `1.209` is refused: it could be meant as 1209."""
    value = read_number(scalar, signed=signed)
    if value != value.to_integral_value() or "." in scalar.text:
        joined = scalar.text.replace(".", "")
        variant = "thousands" if _LIKE_THOUSANDS.fullmatch(scalar.text) else ""
        raise BadValue("N103", variant=variant, value=scalar.text, joined=joined)
    if value < 0 and not signed:
        raise BadValue("N103", variant="negative", value=scalar.text, joined="")
    return value


def _meant(text: str, variant: str) -> str:
    """The number that was most likely meant, as it is written here."""
    if variant == "letters":
        return text.translate(str.maketrans("OoIl", "0011"))
    return f"{Decimal(text):f}" if variant == "exponent" and len(text) <= _LONGEST_EXPONENT else plain_number(text[:80])


def plain_number(text: str) -> str:
    """The number without separators and signs, its decimals behind a point: `1.209,5 %` is 1209.5."""
    digits = re.sub(r"[^0-9.,-]", "", text)
    decimals = re.search(r"[.,]([0-9]{1,2}|[0-9]{4,})$", digits)
    whole = re.sub(r"[.,]", "", digits[: decimals.start()] if decimals else digits)
    return f"{whole}.{decimals[1]}" if decimals else whole
