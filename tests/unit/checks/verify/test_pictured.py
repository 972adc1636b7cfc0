"""Drawings to take away are read back: what they write and where they draw it follows from the data beside them."""

import pytest

from factsheet.checks.verify.digests import PublishedContext
from factsheet.checks.verify.pictured import pictures_agree

HEAD = "id,label,at,value,text\r\n"
BARS = (
    f"{HEAD}a,Arrests,,40,40 arrests\r\nb,Cases 2024,,10,10 cases\r\n",
    (
        '<svg width="720"><title>2 bars</title><rect width="100%" height="100%" fill="#fff"/>'
        '<text x="24" y="35" font-size="18">2 bars of 1999</text><svg x="24" width="672">'
        '<text x="0%" y="15">Arrests</text><text x="0%" y="35">40 arrests</text>'
        '<svg y="40"><svg class="bar" width="100%"><rect width="100%" height="100%" fill="none"/>'
        '<rect width="80%" height="100%" fill="#000"/></svg></svg>'
        '<text x="0%" y="85">Cases 2024</text><text x="0%" y="105">10 cases</text>'
        '<svg y="110"><svg class="bar" width="20%"><rect width="100%" height="100%" fill="#000"/></svg></svg>'
        "</svg></svg>"
    ),
)
LINES = (
    f"{HEAD}x@1,One,2024,5,5%\r\nx@2,One,2025,15,15%\r\ny@1,Two,2024,0,0%\r\ny@2,Two,2025,10,10%\r\n",
    (
        '<svg width="720"><svg class="scale" width="26">'
        '<text x="100%" y="164.8">0%</text><text x="100%" y="4.8">10%</text>'
        '</svg><svg class="plot"><svg viewBox="0 0 100 14.75"><polyline points="2,5 98,-5" fill="none"/>'
        '<polyline points="2,10 98,0" fill="none"/></svg><line x1="0%" y1="9" x2="100%" y2="9"/>'
        '<circle cx="98%" cy="5"/>'
        '<text x="2%" y="30">2024</text><text x="98%" y="30">2025</text></svg><text x="0%" y="9">One 15%</text></svg>'
    ),
)
COLUMNS = (
    f"{HEAD}x@1,One,2024,5,5\r\nx@2,One,2025,15,15\r\n",
    (
        '<svg width="720"><svg class="plot"><rect x="1%" y="160" width="9%" height="80" fill="#000"/>'
        '<rect x="20%" y="0" width="9%" height="240" fill="#000"/></svg></svg>'
    ),
)
ARROWS = (
    f"{HEAD}x@1,One,2024,5,5\r\nx@2,One,2025,15,15\r\n",
    (
        '<svg width="720"><text x="0%" y="15">2024 5</text>'
        '<svg class="bar" width="100%"><line x1="0%" x2="0%" y1="0" y2="9"/>'
        '<line x1="25%" x2="75%" y1="50%" y2="50%"/></svg>'
        '<svg class="bar axis" width="100%"><text x="0%" y="20">0</text>'
        '<text x="100%" y="20">20</text></svg></svg>'
    ),
)
TIMES = (
    f"{HEAD}a,Launch,,2019,2019\r\nb,Study,,2021/2024,2021-2024\r\n",
    (
        '<svg width="720"><text x="0%" y="15">2021-2024</text><svg class="bar axis" width="100%">'
        '<text x="0%" y="20">2019</text><text x="90%" y="20">2025</text></svg></svg>'
    ),
)


def found(data: str, drawing: str) -> list[tuple[str, int]]:
    """The findings of a chart, by their texts and columns."""
    files = {"en/x/chart-c.csv": data, "en/x/chart-c.svg": drawing, "en/x/figures.json": '{"language": "en", '}
    read = {path: text.encode() for path, text in files.items()}
    return [(dict(one.values)["text"], one.place.column) for one in pictures_agree(read, PublishedContext())]


@pytest.mark.parametrize("chart", [BARS, LINES, COLUMNS, ARROWS, TIMES])
def test_drawings_that_show_their_data_are_right(chart: tuple[str, str]) -> None:
    """Bars, lines, columns, arrows and axes of time agree with what is told beside them."""
    assert found(*chart) == []


@pytest.mark.parametrize(
    ("chart", "old", "new", "told"),
    [
        (BARS, ">40 arrests<", ">46 arrests<", "46 arrests"),
        (BARS, ">Cases 2024<", ">Cases 2023<", "Cases 2023"),
        (BARS, 'width="20%"', 'width="25%"', "10 cases"),
        (LINES, ">One 15%<", ">One 16%<", "One 16%"),
        (LINES, "98,0", "98,1", "10%"),
        (LINES, ">10%<", ">12%<", "12%"),
        (LINES, ">2024<", ">2026<", "2026"),
        (ARROWS, 'x2="75%"', 'x2="70%"', "15"),
        (ARROWS, ">20<", ">30<", "5"),
        (TIMES, ">2019</text><text x", ">2009</text><text x", "2009"),
        (TIMES, ">2021-2024<", ">2021-2034<", "2021-2034"),
    ],
)
def test_another_number_or_place_is_found(chart: tuple[str, str], old: str, new: str, told: str) -> None:
    """One wrong digit in what a drawing writes, and a bar, a point or an arrow elsewhere, are told there."""
    data, drawing = chart
    assert old in drawing
    assert told in [text for text, _ in found(data, drawing.replace(old, new))]


def test_columns_of_another_height_are_found() -> None:
    """Three columns must end on one scale."""
    data = f"{COLUMNS[0]}x@3,One,2026,10,10\r\n"
    drawn = COLUMNS[1].replace("</svg></svg>", '<rect x="40%" y="80" width="9%" height="160" fill="#000"/></svg></svg>')
    assert found(data, drawn) == []
    assert found(data, drawn.replace('y="80"', 'y="90"')) != []
