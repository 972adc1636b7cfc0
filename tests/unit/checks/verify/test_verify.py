"""A published site is read back as a stranger would read it."""

import json

import pytest

from factsheet.builder.pipeline import Options, build, publish_result
from factsheet.checks.verify import read_back, verify
from factsheet.checks.verify.digests import PublishedContext, read_published
from factsheet.checks.verify.figures import data_says, page_says
from factsheet.checks.verify.pages import PublishedFigure, PublishedPage
from factsheet.checks.verify.records import KEYS, Right, Told
from factsheet.core.codes import message
from factsheet.files.marker import check_output
from tests.proving import SITE
from tests.support import codes, write_site

RO, EN = "ro/index.html", "en/index.html"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A small site as it is published."""
    root = write_site(tmp_path_factory.mktemp("site"), SITE)
    folder = root / "public"
    publish_result(check_output(root, str(folder)), build(root, Options()))
    return read_published(folder)


def said(files: dict[str, bytes], path: str, *changes: tuple[str, str]) -> list[str]:
    """What is found by reading once words of a file are replaced: code, file and message."""
    text = files[path].decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    problems = read_back({**files, path: text.encode()})
    return [f"{problem.code} {problem.place.path} {message(problem)}" for problem in problems]


def test_a_site_as_published_is_clean(published: dict[str, bytes]) -> None:
    """Nothing is found in a site that was just published."""
    assert verify(published) == []


def test_what_was_read_before_is_compared_and_not_read_again(published: dict[str, bytes]) -> None:
    """A data file that is known still bears on pages and on other files; that its words say its values was seen."""
    path = "ro/index/figures.json"
    for old, new, left in (("1.209 arest", "1.290 arest", ""), ('"value": 1209', '"value": 1290', "V905")):
        text = published[path].decode()
        assert old in text
        files = {**published, path: text.replace(old, new).encode()}
        assert "V904" in codes(read_back(files))
        assert " ".join({one.code for one in read_back(files, {path})}) == left


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (RO, ">1.209 arestări<", ">1.290 arestări<", "V904"),
        (RO, ">peste 120.000 de victime<", ">120.000 de victime<", "V904"),
        (RO, "milioane de dolari<", "mii de dolari<", "V904"),
        (RO, "milioane de dolari<", "milioane de euro<", "V904"),
        (EN, 'datetime="2025-11-13"', 'datetime="2025-11-12"', None),
        (EN, 'value="1209"', 'value="1290"', "V905"),
        (EN, 'data-metric="arrests"', 'data-metric="arests"', "V909"),
        (EN, "The results of", "The 17 results of", "V906"),
        ("en/figures.json", '"value": 1209', '"value": 1290', "V905"),
        ("en/figures.json", '"bound": "over"', '"bound": "exact"', "V905"),
        ("en/figures.json", '"currency": "USD"', '"currency": "EUR"', "V905"),
        ("en/figures.json", '"currency": "USD"', '"currency": null', "V905"),
        ("en/figures.json", "}", "]", "V907"),
        ("en/figures.json", '"value": 1209', '"value": NaN', "V907"),
        ("en/figures.csv", ",1209,", ",1290,", "V905"),
        ("en/figures.csv", "currency", "curency", "V907"),
        ("en/figures.csv", '"over 120,000 victims"', '"over 120,001 victims"', "V904"),
    ],
)
def test_each_kind_of_disagreement_has_its_code(
    published: dict[str, bytes], path: str, old: str, new: str, code: str | None
) -> None:
    """What a page or data file says otherwise is told of in that file; a page without the words is left alone."""
    if code is None:
        assert old not in published[path].decode()
        return
    found = said(published, path, (old, new))
    assert {one.partition(" ")[0] for one in found} >= {code}
    assert all(one.split(" ")[1] in {path, path.replace(".json", ".csv")} for one in found)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ({"full": "5 kilometers", "short": "5 km"}, []),
        ({"full": "5 miles", "short": "5 km"}, ["unit"]),
        ({"full": "5 kilometers", "short": "5"}, ["unit"]),
        ({"full": "5 kilometers", "short": "5 mi", "text": "5 stretches of road"}, ["unit"]),
    ],
)
def test_a_quantity_is_read_in_its_unit(forms: dict[str, str], expected: list[str]) -> None:
    """Where CLDR's words stand, they must name the declared measure; a phrase of the sheet's own may stand for it."""
    told = Told(
        file="en/figures.json",
        line=1,
        lang="en",
        sheet="index",
        id="road",
        url="",
        facts=facts(kind="quantity", value="5", measure="kilometer"),
        forms={"text": "5", "number": "5", **forms},
    )
    assert [problem.variant for problem in data_says([told], PublishedContext(), set())] == expected


def facts(**more: str) -> dict[str, str]:
    """What is told of a figure, all else being as usual."""
    return {**dict.fromkeys(KEYS, ""), "bound": "exact", "change": "false", **more}


@pytest.mark.parametrize(
    ("told", "text", "expected"),
    [
        (facts(kind="count", value="46", interval="43/50"), "46 [43–50] people", []),
        (facts(kind="count", value="46", interval="43/50"), "46 [43–51] people", ["V904"]),
        (facts(kind="count", value="46", interval="43/50"), "46 people", ["V904"]),
        (facts(kind="count", value="46"), "46 [43–50] people", ["V904"]),
        (facts(kind="number", value="0.87", margin="0.12"), "0.87 ± 0.12", []),
        (facts(kind="number", value="0.87", margin="0.12"), "0.87 ± 0.21", ["V904"]),
        (facts(kind="count", value="9.6", per="1000"), "9.6 cases per 1,000", []),
        (facts(kind="count", value="9.6", per="1000"), "9.6 cases per 10,000", ["V904"]),
        (facts(kind="count", value="9.6", per="day"), "9.6 cases per day", []),
        (facts(kind="number", value="4.5", out_of="5"), "4.5 out of 5", []),
        (facts(kind="number", value="4.5", out_of="5"), "4.5 out of 6", ["V904"]),
        (facts(kind="points", value="0.7"), "0.7 percentage points", []),
        (facts(kind="points", value="0.7"), "0.7%", ["V904"]),
        (facts(kind="percent", value="0.7"), "0.7 percentage points", ["V904"]),
        (facts(kind="ratio", value="1/5"), "1 in 5", []),
        (facts(kind="ratio", value="1/5"), "1 in 6", ["V904"]),
        (facts(kind="count", value="-285", change="true"), "-285 people", []),
        (facts(kind="count", value="-285", change="true"), "285 people", ["V904"]),
    ],
)
def test_what_stands_beside_a_value_is_read(told: dict[str, str], text: str, expected: list[str]) -> None:
    """The interval, the margin, what a rate is per, the most of a score, and the sign are read back as well."""
    one = Told(file="en/figures.json", line=1, lang="en", sheet="index", id="a", url="", facts=told, forms={})
    found = figures_said(one, text)
    assert found == expected


def figures_said(told: Told, text: str) -> list[str]:
    """The codes of what is found where a page shows a figure with this text."""
    mark = PublishedFigure(lang="en", metric="a", form="", value=told.facts["value"], text=text, line=1, column=1)
    page = PublishedPage(marks=[mark], canonical="https://facts.example/en/")
    return codes(
        list(
            page_says(
                "en/index.html", page, {"index/a": told}, {"https://facts.example/en/": "index"}, PublishedContext()
            )
        )
    )


def test_the_size_of_a_change_is_read_without_its_sign() -> None:
    """`.size` leaves out the sign, and no digit."""
    told = facts(kind="count", value="-285", change="true")
    one = Told(file="en/figures.json", line=1, lang="en", sheet="index", id="a", url="", facts=told, forms={})
    for text, expected in (("285 people", []), ("258 people", ["V904"])):
        mark = PublishedFigure(lang="en", metric="a", form="size", value="-285", text=text, line=1, column=1)
        page = PublishedPage(marks=[mark], canonical="x")
        assert (
            codes(list(page_says("en/index.html", page, {"index/a": one}, {"x": "index"}, PublishedContext())))
            == expected
        )


def test_a_figure_is_placed_at_its_element(published: dict[str, bytes]) -> None:
    """The line and column are those of the element in the page."""
    text = published[EN].decode().replace(">1,209 arrests<", ">1,290 arrests<")
    places = {problem.place for problem in read_back({**published, EN: text.encode()})}
    lines = text.split("\n")
    assert places
    assert all(lines[place.line - 1][place.column - 1 :].startswith("<data") for place in places)


def test_a_number_is_placed_where_it_stands(published: dict[str, bytes]) -> None:
    """A number typed by hand is found at its line and column, on the first line of its text and on later ones."""
    text = published[EN].decode().replace("</main>", "<p>Then 17 came,\nand 18 or\n19 left.</p></main>")
    lines = text.split("\n")
    problems = read_back({**published, EN: text.encode()})
    found = [lines[one.place.line - 1][one.place.column - 1 :][:2] for one in problems]
    assert found == ["17", "18", "19"]


def test_text_outside_of_prose_may_repeat_a_figure(published: dict[str, bytes]) -> None:
    """A title or a link may show a figure as plain text, but not another number."""
    repeated = ("<title>", "<title>over 120,000 victims: "), ("</nav>", "<a href='x'>1,209 arrests</a></nav>")
    assert said(published, EN, *repeated) == []
    assert [one[:4] for one in said(published, EN, ("<title>", "<title>120,001 victims: "))] == ["V906"]


def test_what_only_frames_a_text_needs_no_element(published: dict[str, bytes]) -> None:
    """A number that `check` leaves alone, or only warns of, is left alone on the page too: ages, bases, names."""
    framing = "People aged 15 to 49, line 7 and the index (2015 = 100). Boeing 737 and others flew. The results of"
    assert said(published, EN, ("The results of", framing)) == []


def test_quotes_code_and_marks_are_not_read(published: dict[str, bytes]) -> None:
    """Passages of sources, code, and the numbers of notes are no figures of the site."""
    added = (
        "<blockquote>97 victims</blockquote><q>98</q><cite>99 things</cite><code>17</code><pre>18</pre>"
        '<a href="#_source-1">Source 1</a><sup><a href="#fn-2">2</a></sup><template>19</template>'
    )
    assert said(published, EN, ("</main>", f"{added}</main>")) == []


def test_the_language_is_the_nearest_one(published: dict[str, bytes]) -> None:
    """A part in another language is read by that language's rules."""
    ours = '<p lang="ro"><data value="1209">1.209</data></p>'
    wrong = '<p><data value="1209">1.209</data></p>'
    assert said(published, EN, ("</main>", f"{ours}</main>")) == []
    assert [one[:4] for one in said(published, EN, ("</main>", f"{wrong}</main>"))] == ["V904"]


def test_linked_data_tells_the_same(published: dict[str, bytes]) -> None:
    """What a page tells search engines of a figure is compared with the data files, in every language."""
    url = json.loads(published["ro/figures.json"])["sheets"][0]["figures"][0]["url"]
    for value, code in ((1209, []), (1290, ["V905"])):
        script = json.dumps({"@graph": [{"@type": "Observation", "@id": url, "value": value}]})
        added = f'<script type="application/ld+json">{script}</script></head>'
        assert [one[:4] for one in said(published, RO, ("</head>", added))] == code
    broken = '<script type="application/ld+json">{</script></head>'
    assert [one[:4] for one in said(published, RO, ("</head>", broken))] == ["V907"]


def test_missing_foreign_and_unlisted_files_are_told_apart(published: dict[str, bytes]) -> None:
    """A listed file must be there, another one is only noticed, and without the list nothing is sure."""
    fewer = {path: data for path, data in published.items() if path != "robots.txt"}
    assert [(one.code, one.place.path) for one in verify(fewer)] == [("V902", "robots.txt")]
    more = {**published, "CNAME": b"facts.example"}
    assert [(one.code, one.severity.value) for one in verify(more)] == [("V903", "notice")]
    unlisted = {path: data for path, data in published.items() if path != ".factsheet.json"}
    assert [one.code for one in verify(unlisted)] == ["V908"]


def test_hostile_files_do_not_stop_it(published: dict[str, bytes]) -> None:
    """Files that are no HTML, JSON or CSV at all are findings, not crashes."""
    for path in (RO, "ro/figures.json", "ro/figures.csv", "build-info.json", ".factsheet.json"):
        for data in (b"", b"\xff\xfe\x00", b"[" * 50_000, b"<" * 50_000, b'{"sheets": [1]}', b"null"):
            assert verify({**published, path: data})


def test_what_a_data_file_says_rightly_is_read_once() -> None:
    """A text that says its facts in a data file says them on a page; one that does not is right in neither."""
    one = Told(
        file="en/figures.json",
        line=1,
        lang="en",
        sheet="index",
        id="a",
        url="",
        facts=facts(kind="count", value="285"),
        forms={"text": "285 people", "full": "258 people"},
    )
    right: set[Right] = set()
    assert codes(list(data_says([one], PublishedContext(), right))) == ["V904"]
    assert [form for _, form, *_ in right] == ["text"]
    for text, value, expected in (
        ("285 people", "285", []),
        ("258 people", "285", ["V904"]),
        ("285 people", "258", ["V905", "V904"]),
    ):
        mark = PublishedFigure(lang="en", metric="index/a", form="", value=value, text=text, line=1, column=1)
        found = list(
            page_says("en/index.html", PublishedPage(marks=[mark]), {"index/a": one}, {}, PublishedContext(), right)
        )
        assert codes(found) == expected
