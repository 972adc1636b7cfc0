"""Front matter that means harm, or means well and would be misread: each is refused at its line, and quickly."""

import pytest

from factsheet.content.sheets import read_sheet
from tests.costs import costs_at_most
from tests.support import codes, said

HEAD = "title: Exemplu\n"


def read(head: str | bytes, body: str = "Text.\n") -> list[str]:
    """Read a sheet of the reference language with this front matter; give the codes of what is found."""
    data = head if isinstance(head, bytes) else f"---\n{head}\n---\n{body}".encode("utf-8", "surrogatepass")
    with costs_at_most(5):
        _, problems = read_sheet("content/ro/index.md", data, path="index", language="ro", is_reference=True)
    assert all(problem.place.line >= 1 for problem in problems)
    return codes(problems)


def metric(value: str) -> str:
    """Front matter with one metric of this value."""
    return f"{HEAD}metrics:\n  arrests:\n    value: {value}\n    label: Arestări\n"


@pytest.mark.parametrize(
    "head",
    [
        "a: !!python/object/apply:os.system [id]",
        "!!python/object/apply:os.system [id]",
        "a: !!python/name:os.system",
        "a: !!binary aGk=",
        "a: !!set {b}",
        "a: !!omap []",
        "a: !own b",
        "title: !!str x",
        "order: !!int 3",
        "title: ! x",
        "title: &name x",
        "a: &a [*a]",
        "a: &a {b: c}\nd: *a",
        "a: &a {b: 1}\nc:\n  <<: *a",
        "a: &a [x, x]\n"
        + "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)),
    ],
)
def test_yaml_beyond_plain_data(head: str) -> None:
    """Tags, anchors and aliases are refused, whatever they would do."""
    assert "F011" in read(head)


@pytest.mark.parametrize(
    "head",
    [
        "a: " + "[" * 5000,
        "a: " + "{" * 5000,
        "a: " + "[{a: " * 3000,
        "- " * 5000,
        "a:\n " + "- " * 5000,
        "? " * 5000,
        "- ? " * 20_000,
        "? - " * 20_000,
        "-\t" * 5000,
        ": " * 5000,
        "\n".join(" " * n + "a:" for n in range(600)),
        "\n".join(" " * n + "-" for n in range(600)),
        "\n".join(" " * (24 * n) + "- " * 12 for n in range(120)),
        "\n".join(" " * n + "? a" for n in range(600)),
        "a: |\n" + "\n".join(" x" * 100 for _ in range(1000)),
        "title: " + "x" * 30_000,
        "a: " + "x" * 300_000,
    ],
)
def test_giants(head: str) -> None:
    """Nesting by brackets, indicators or indentation, and long texts, are refused before they cost anything."""
    assert set(read(head)) & {"F012", "F005", "F007", "F008"}


@pytest.mark.parametrize(
    "escape",
    [
        "\\u202e",
        "\\u2066",
        "\\ue000",
        "\\0",
        "\\x07",
        "\\e",
        "\\u200b",
        "\\ufeff",
        "\\U000e0041",
        "\\ufdd0",
        "\\N",
        "\\P",
    ],
)
def test_escapes_bring_in_nothing_unseen(escape: str) -> None:
    """A character that is refused as itself is refused as an escape of YAML too."""
    assert "F002" in read(f'title: "a{escape}b"')


@pytest.mark.parametrize("escape", ["\\ud800", "\\U00110000", "\\x", "\\q"])
def test_escapes_that_are_none(escape: str) -> None:
    """Halves of characters and unknown escapes are faults of the grammar, at their line."""
    assert read(f'{HEAD}summary: "a{escape}b"') == ["F005"]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "RIGHT-TO-LEFT OVERRIDE"),
        ("\u2067", "RIGHT-TO-LEFT ISOLATE"),
        ("\u200b", "ZERO WIDTH SPACE"),
        ("\u00ad\u2060", "WORD JOINER"),
        ("\ufeff", "ZERO WIDTH NO-BREAK SPACE"),
        ("\U000e0041", "TAG LATIN CAPITAL LETTER A"),
        ("\x00", "control"),
        ("\x1b", "control"),
        ("\x85", "control"),
        ("\u2028", "LINE SEPARATOR"),
        ("\ue000", "private"),
        ("\uffff", "control or private"),
    ],
)
def test_unseen_characters(character: str, name: str) -> None:
    """Direction overrides, invisible, private and control characters are refused by name, in words and in text."""
    for head, body in ((f"title: a{character}b", ""), (HEAD, f"a{character}b")):
        data = f"---\n{head}\n---\n{body}\n".encode()
        problems = read_sheet("content/ro/index.md", data, path="index", language="ro", is_reference=True)[1]
        assert any(problem.code == "F002" and name in said(problem) for problem in problems)


@pytest.mark.parametrize(
    "data",
    [
        "---\ntitle: Țări\n---\n".encode("utf-16"),
        "---\ntitle: Țări\n---\n".encode("utf-16-le"),
        "---\ntitle: Țări\n---\n".encode("utf-32"),
        "---\ntitle: Țări\n---\n".encode("cp1250", "replace"),
        b"---\ntitle: \xed\xa0\x80\n---\n",
        b"---\ntitle: \xc0\xae\n---\n",
        b"\xff\xfe\x00",
        bytes(range(256)),
    ],
)
def test_other_encodings(data: bytes) -> None:
    """UTF-16, UTF-32, code pages, encoded surrogates and overlong forms are refused with a reason."""
    assert set(read(data)) & {"F001", "F002"}


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\nText.\r\n", b"---\rtitle: T\r---\rText."])
def test_marks_and_line_ends_of_other_systems(data: bytes) -> None:
    """A byte-order mark and the line ends of Windows and of old Macs are fine."""
    assert read(data) == []


@pytest.mark.parametrize(
    "value",
    [
        *("1e3", "1e400", "1.0e+400", ".inf", "-.inf", ".nan", "Infinity", "017", "0o17", "0x1F", "0b1", "1_000"),
        *("12:30:45", "1:30", "NO", "no", "yes", "on", "off", "true", "~", "null", '""', "''", '"1209"', "'1.209'"),
        *("1.209", "1,209", "1 209", "1'209", "-5", "+5", "5-", "--5", "1..2", ".5", "5.", "٣٤", "１２", "½", "²", "Ⅻ"),
        *("[1]", "{a: 1}", "9" * 200, "9" * 5000, "0." + "0" * 200 + "1", "1" + "0" * 40, "2025-02-30", "2025-01-01"),
        *("12 %", "$5", "<b>1</b>", "{{ arrests }}", "1\u00a0209", "1\u202f209", "1e", "e1", "0e0", "00", "01"),
    ],
)
def test_numbers_that_are_none(value: str) -> None:
    """What YAML would read as another number, or a person as another, is refused for a count."""
    found = read(metric(value))
    assert found
    assert all(code[0] in "NF" for code in found)


@pytest.mark.parametrize("code", ["usd", "US", "USDD", "<b>", "ZZQ", "€", '""', "XXX1", "../x"])
def test_currencies_that_are_none(code: str) -> None:
    """A currency is a code of ISO 4217, in capitals, or an error."""
    assert set(read(metric(f"5\n    currency: {code}"))) & {"N104", "N116", "N102", "F009"}


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("title: a\ntitle: b", "F006"),
        ('title: a\n"title": b', "F006"),
        ("title: a\nTitle: b", "F007"),
        ("tit\u0131e: a", "F007"),
        ("title: a: b", "F005"),
        ("title:\n\t- a", "F005"),
        ("title: @a", "F005"),
        ("title: %a", "F005"),
        ("title: `a`", "F005"),
        ("title: 'a", "F005"),
        ("- a", "F008"),
        ("just words", "F008"),
        ("? [a, b]\n: c", "F008"),
        ("{a: b}: c", "F008"),
        ("title: [a]", "F008"),
        ("title: {a: b}", "F008"),
        ("%YAML 9.9\n--- \ntitle: a", "F003"),
        ("draft: maybe", "F008"),
        ("draft: NO", "F008"),
        ("order: 1e5", "F008"),
        ("order: 017x", "F008"),
        ("date: 2025-02-30", "F010"),
        ("date: 25-01-01", "F010"),
        ("date: ２０２５-01-01", "F010"),
        ("layout: ../base", "F008"),
        ("layout: parts/card", "F008"),
        ("metrics: {../x: {value: 1}}", "F016"),
        ("metrics: {__proto__: {value: 1}}", "F016"),
        ("metrics: {Arrests: {value: 1}}", "F016"),
        ("sources: {s: {title: t, url: 'javascript:alert(1)'}}", "F008"),
        ("sources: {s: {title: t, url: 'data:text/html,x'}}", "F008"),
        ("sources: {s: {title: t, url: 'https://x/\"onclick=1'}}", "F008"),
        ("sources: {s: {title: t, url: '//evil.example'}}", "F008"),
    ],
)
def test_shapes(head: str, code: str) -> None:
    """Repeated and unknown keys, wrong types, broken grammar and unsafe names each have their finding."""
    data = f"---\n{head}\n---\n".encode()
    found = codes(read_sheet("content/ro/index.md", data, path="index", language="ro", is_reference=True)[1])
    assert code in found or ("F005" in found and code == "F003")


def test_many_unknown_keys_are_quick() -> None:
    """Twenty thousand unknown keys are reported within seconds."""
    assert "F007" in read("".join(f"k{n}: v\n" for n in range(20_000)))


@pytest.mark.parametrize(
    "text", ["", "\n", "---", "---\n", "---\n---", "--- \n---\n", "----\na: b\n----\n", " ---\n---\n"]
)
def test_nearly_nothing(text: str) -> None:
    """Empty and unfinished files are findings, not crashes."""
    assert read(text.encode())


def test_mixed_scripts_are_warned_of() -> None:
    """A word of Latin letters with a Cyrillic one among them is warned of; words of one script are not."""
    assert "F013" in read("title: pаypal")
    assert "F013" not in read("title: Москва și România, Ελλάδα")
