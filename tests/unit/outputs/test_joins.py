"""What a line never parts."""

import re

import pytest
from markupsafe import Markup

from factsheet.outputs.prose import WIDEST, joined


def groups(html: str) -> list[str]:
    """What is kept together."""
    return re.findall(r'<span class="nb">(.*?)</span>', joined(Markup(html)))  # noqa: S704 - texts of these tests


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("au întocmit 13 pachete de informații", ["13 pachete"]),
        ("<data>peste 17.000 de puncte acționabile</data>", ["peste 17.000 de puncte"]),
        ("<data>97 de milioane de dolari</data>", ["97 de milioane"]),
        ("<data>over 120,000 victims</data>", ["<data>over 120,000 victims</data>"]),
        ("pe 13 noiembrie 2025.", ["13 noiembrie 2025."]),
        ("On 13 November 2025, we", ["13 November 2025,"]),
        ("(perioada 2024-2025)", ["2024-2025)"]),
        ("în 2024–2025 și", ["2024–2025 și"]),
        ("nu l-am văzut într-o zi, dintr-un loc", ["l-am", "într-o", "dintr-un"]),
        ("w domu i o tym", ["w domu", "i o tym"]),
        ("約 1.7万人超 です", ["約 1.7万人超"]),
        ("<data>US$97 million</data> <data>2025</data>", ["<data>US$97 million</data>"]),
        ("<mark><a>peste 40 de țări</a></mark>", ["<mark><a>peste 40 de țări</a></mark>"]),
        ("În 2024. Apoi 3, 4 și 5", ["4 și 5"]),
        ("Raportul din 2025, apoi", []),
        ("am 13. November 2025", ["13. November 2025"]),
        ("recuperarea a <mark>97 de lei</mark>, a <b>doua</b>", ["a ", "<mark>97 de lei</mark>", "a "]),
        ("(a <b>treia</b>) via <b>a doua</b>", ["a ", "a doua"]),
        ("no numbers at all", []),
        ("state-of-the-art and well-known", []),
        ("<code>13 packages</code> <pre>4 a b</pre> <table><tr><td>13 packages</td></tr></table>", []),
        ("<em>13</em> packages", []),
    ],
)
def test_what_belongs_together_stays_on_one_line(html: str, expected: list[str]) -> None:
    """Numbers with units, behind “de” the noun too; bounds, dates, ranges, clitics, words of one letter."""
    assert groups(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "a  b\n13 <b>x</b> &amp; 4 &lt; 5 țări",
        "<data>13 Donaudampfschifffahrtsgesellschaften und 40 de extraordinarele</data>",
        "1 a 2 b 3 c 4 d 5 e 6 f 7 g 8 h",
        "",
        " ",
        "13 ",
    ],
)
def test_the_text_stays_as_it_was(html: str) -> None:
    """Spans are put in and nothing else, and no group is wider than a narrow screen allows."""
    assert re.sub(r"</?span[^>]*>", "", joined(Markup(html))) == html  # noqa: S704 - the same
    assert all(len(group) <= WIDEST for group in groups(html) if "<" not in group)
