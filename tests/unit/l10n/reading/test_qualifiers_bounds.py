"""What bounds words put on a number, before it and behind it."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.numerals import read


@pytest.mark.parametrize(
    ("tag", "text", "bound"),
    [
        ("ja", "20人以上が参加", "at-least"),
        ("ja", "20か国を超える", "over"),
        ("ja", "20人未満", "under"),
        ("ja", "20ページ以下", "up-to"),
        ("ja", "20人ほど", "about"),
        ("ja", "3年弱", "nearly"),
        ("ja", "3年弱体化が続く", None),
        ("ja", "20人まで", None),
        ("zh", "20岁以上", "at-least"),
        ("zh", "20人多次参加", None),
        ("ko", "20세 이상", "at-least"),
        ("ko", "20명 이하", "up-to"),
        ("ar", "20 شخصا على الأقل", "at-least"),
        ("ar", "20 شخصا على الأكثر", "up-to"),
        ("de", "20 Personen oder weniger", "up-to"),
        ("de", "20 Kinder und jünger", "up-to"),
        ("en", "20 people or more", "at-least"),
    ],
)
def test_behind_what_is_counted(tag: str, text: str, bound: str | None) -> None:
    """A bound behind the noun holds for the number before it, with or without spaces between the words."""
    assert read(cldr.locale(tag), text)[0].bound == bound
