"""Cases that a stranger tried from outside, who had read the promises and not the code: refused, or made harmless."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from factsheet.builder.pipeline import Options, Result, build
from factsheet.checks.verify import read_back
from factsheet.core.problems import Severity
from tests.costs import costs_at_most
from tests.hostile.activity import active_parts
from tests.support import ENGLISH, ROMANIAN, ROOT, SETTINGS, SMALL_SITE, write_site

SECONDS: Final = 20
MARKER: Final = "V908"
"""The list of published files is written when publishing."""

CATALOGUE: Final = (ROOT / "locales/ro.po").read_text(encoding="utf-8")


def built(root: Path, files: Mapping[str, str | bytes]) -> Result:
    """Build the small site with some files replaced; what was published does not act, and reads back."""
    with costs_at_most(SECONDS):
        result = build(write_site(root, {**SMALL_SITE, **files}), Options())
        for path, data in result.artifacts.items():
            if path.endswith(".html"):
                assert active_parts(data.decode()) == [], path
        assert [problem for problem in read_back(dict(result.artifacts)) if result.artifacts] == []
    return result


def errors(result: Result, path: str = "") -> set[str]:
    """The codes of the errors, in one file or all; each stands at a line of a file."""
    assert all(problem.place.path and problem.place.line >= 1 for problem in result.problems)
    found = [problem for problem in result.problems if problem.severity is Severity.ERROR]
    return {problem.code for problem in found if path in {"", problem.place.path}}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("literals: &a [x]", "F011"),
        ("literals: *nobody", "F005"),
        ("literals: !!binary aGk=", "F011"),
        ("literals: !<tag:yaml.org,2002:python/name:os.system> x", "F011"),
        ("literals: !!set {a}", "F011"),
        ("<<: {title: X}", "F007"),
        ("__proto__: x", "F007"),
        ("? [a, b]\n: c", "F008"),
        ("{a: b}: c", "F008"),
        ("~: x", "F007"),
        ('"title": Again', "F006"),
        ('literals: ["a\\0b"]', "F002"),
        ('literals: ["\\ud800"]', "F005"),
        ('literals: ["\\U00110000"]', "F005"),
        ('literals: ["\\uffff"]', "F002"),
        ("literals: ['a\u2800b']", "F002"),
        ("literals: ['a\u3164b']", "F002"),
        ("literals: ['a\u034fb']", "F002"),
        ("literals: ['a\U000e0041b']", "F002"),
        ("literals: ['a\x1b[31mb']", "F002"),
        ("\tliterals: [a]", "F005"),
        ("literals: " + "[" * 10_000, "F012"),
        ("literals: " + "{a: " * 3_000, "F012"),
        ("- " * 5_000 + "a", "F012"),
        ("? " * 5_000, "F012"),
        ("k" * 5_000 + ": x", "F005"),
        ("x:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 300)), "F012"),
        ("date: 2025-02-30", "F010"),
        ("date: 0001-01-01", "F010"),
        ("date: 10000-01-01", "F010"),
        ("date: 2025-11-13T10:00:00Z", "F010"),
        ("date: ٢٠٢٥-١١-١٣", "F010"),
        ("layout: ../base", "F008"),
        ("highlight: [../x/arrests]", "R501"),
    ],
)
def test_front_matter(tmp_path: Path, line: str, code: str) -> None:
    """A line that no editor needs is refused where it stands."""
    sheet = ROMANIAN.replace("title: Exemplu\n", f"title: Exemplu\n{line}\n")
    found = errors(built(tmp_path, {"content/ro/index.md": sheet}))
    assert any(one.startswith(code) for one in found), found


@pytest.mark.parametrize(
    "value",
    [
        *("017", "0o17", "0x1F", "1_209", "12:30", "NO", "~", ".inf", ".nan", "1e3", "1e400", "+1209", "-5", "1.209"),
        *(
            '"1209"',
            "[1209]",
            "9" * 5_000,
            "٣",
            "１２０９",
            "Infinity",
            "1/2",
            "$1209",
            "1'209",
            "!!int 1209",
            "=",
            "<<",
        ),
    ],
)
def test_values(tmp_path: Path, value: str) -> None:
    """What is not a plain number is no value, whatever YAML makes of it."""
    sheet = ROMANIAN.replace("value: 1209", f"value: {value}")
    assert errors(built(tmp_path, {"content/ro/index.md": sheet}))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("label: Arestări", 'label: "{{ 7*7 }}"', "S301"),
        ("one: {n} arestare".replace("{n} arestare", '"{n} arestare"'), 'one: "{n} {{7*7}}"', "N108"),
        ('one: "{n} arestare"', 'one: "{n.__class__}"', "N108"),
        ('one: "{n} arestare"', 'one: "{n:>1000000000}"', "N108"),
        ('one: "{n} arestare"', f'one: "{{n}}{"a" * 5_000}"', "F012"),
        ("arrests:\n", '"a onclick":\n', "F"),
        ("lang: ro}", "lang: '\"><script>'}", "Q409"),
        ("lang: ro}", "lang: ro, url: 'java\tscript:alert(1)'}", "F"),
        ("lang: ro}", "lang: ro, url: 'data:text/html,x'}", "F008"),
        ("lang: ro}", "lang: ro, file: ../secret.txt}", "Q4"),
        ("lang: ro}", "lang: ro, file: 'sources\\..\\x'}", "Q4"),
        ("lang: ro}", "lang: ro, file: /etc/passwd}", "Q4"),
        ("value: 1209", "value: 1209\n    currency: <b>", "N"),
        ("value: 1209", "value: 1209\n    digits: 999999999", "F008"),
        ("value: 1209", "value: 1209\n    history: {2024: 1e400}", "N"),
    ],
)
def test_words_and_sources(tmp_path: Path, old: str, new: str, code: str) -> None:
    """Words of a metric and addresses of a source hold no format, no number, no markup and no way out."""
    assert old in ROMANIAN
    found = errors(built(tmp_path, {"content/ro/index.md": ROMANIAN.replace(old, new, 1)}))
    assert any(one.startswith(code) for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]><x>&nbsp;&#0;",
        "=cmd|'/C calc'!A0",
        "@SUM(A1)",
        "' onmouseover='alert(1)",
        '" onmouseover="alert(1)',
        "{% include 'x' %}{{ config }}",
        "%s %n %(x)s {0.__class__}",
        "＝x",
    ],
)
@pytest.mark.parametrize("key", ["title", "label", "quote", "settings", "catalogue"])
def test_texts_stay_texts(tmp_path: Path, key: str, text: str) -> None:
    """A text is shown as it is in pages, linked data, feeds and tables, or refused."""
    written = "'" + text.replace("'", "''") + "'"
    places = {"title": "title: Exemplu", "label": "label: Arestări", "quote": 'quote: "1.209 arestări"'}
    toml = text.replace("\\", "\\\\").replace('"', '\\"')
    if key == "settings":
        files = {"site.toml": SETTINGS.replace('title = "Exemplu"', f'title = "{toml}"')}
    elif key == "catalogue":
        files = {"locales/ro.po": re.sub(r'(msgid "Evidence"\nmsgstr )"[^"]*"', lambda m: f'{m[1]}"{toml}"', CATALOGUE)}
    else:
        files = {"content/ro/index.md": ROMANIAN.replace(places[key], f"{key}: {written}")}
    result = built(tmp_path, files)
    for path, data in result.artifacts.items():
        if path.endswith(".csv"):
            assert not re.search(rb'(?:^|,)"?[=+@]', data, re.MULTILINE), path


@pytest.mark.parametrize(
    "settings",
    [
        'publisher = "x\\u0000"',
        'description = "a\\u202eb"',
        'license = "\\u000b"',
        'base_url = "https://[::1/"',
        'base_url = "https://a.example:99999/"',
        'base_url = "https://a.example/%2e%2e/"',
        'license_url = "javascript:alert(1)"',
        '[locales.en]\ncldr = "../../../etc/passwd"',
        '[locales."../x"]\nname = "x"',
        "x = nan",
        "x = 2025-02-30",
        "x = " + "9" * 5_000,
        "x = " + "[" * 5_000,
        "x = " + "{a=" * 3_000,
        "a" + ".a" * 5_000 + " = 1",
        "".join(f"k{number} = 1\n" for number in range(30_000)),
    ],
)
def test_settings(tmp_path: Path, settings: str) -> None:
    """Settings that cannot be meant are refused at their line, also where escapes hide them."""
    kept = SETTINGS.replace('base_url = "https://facts.example/"\n', "") if "base_url" in settings else SETTINGS
    found = errors(built(tmp_path, {"site.toml": f"{kept}{settings}\n"}))
    assert found & {"C801", "C802", "C803", "C804", "C805", "C808", "F002"}


@pytest.mark.parametrize(
    "catalogue",
    [
        CATALOGUE.replace("plural=", "plural=__import__('os').system('id'); x="),
        CATALOGUE.replace("plural=", "plural=" + "(" * 5_000),
        CATALOGUE.replace("plural=", "plural=" + "n?" * 5_000),
        CATALOGUE.replace("plural=", "plural=9**9**9+"),
        CATALOGUE.replace("nplurals=3", "nplurals=999999999"),
        CATALOGUE.replace("charset=UTF-8", "charset=utf-7"),
        CATALOGUE.replace("Language: ro", "Language: ../../etc/passwd"),
        CATALOGUE + 'msgid "q"\nmsgid_plural "qq"\nmsgstr[999999999] "x"\n',
        CATALOGUE + 'msgid "q"\nmsgid_plural "qq"\nmsgstr[-1] "x"\n',
        CATALOGUE + 'msgid "' + "\\" * 50_001 + '"\nmsgstr ""\n',
        CATALOGUE + '"' * 50_000,
        CATALOGUE + "import os\n",
        "<<<<<<< HEAD\n" + CATALOGUE,
        CATALOGUE.replace("%(label)s", "%(label)99999999s"),
        CATALOGUE.replace("%(label)s", "%(label.__class__)s"),
        CATALOGUE.replace("%(label)s", "%((label))s"),
    ],
    ids=range(16),
)
def test_catalogues(tmp_path: Path, catalogue: str) -> None:
    """A catalogue that is broken, or would compute, is a finding or harmless; nothing in it is run."""
    built(tmp_path, {"locales/ro.po": catalogue})


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[x](java\u017fcript:alert(1))", "R508"),
        ("[x](\u212aey:1)", "R508"),
        ("[x](java&Tab;script:alert(1))", ""),
        ("[x](&#106;avascript&colon;alert(1))", ""),
        ("[x](<java&#10;script:alert(1)>)", ""),
        ("[![x](javascript:1)](javascript:2)", "R508"),
        ("![x](data:image/svg+xml,<svg onload=alert(1)>)", "M101"),
        ("![x](../../../secret.txt)", ""),
        ("<div>" * 1_000, "F020"),
        ("<b><i>" * 1_000, "F020"),
        ("<data class=figure data-metric=arrests value=1>x</data>", ""),
        ("*x*{: value=9 data-metric=arrests class=figure }", ""),
        ("<span id=arrests>x</span>", ""),
        ('```"><script>alert(1)</script>\nx\n```', ""),
        ('~~~ x" onclick="alert(1)\nx\n~~~', ""),
        ('a[^"><script>]\n\n[^"><script>]: x', ""),
        ("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>", ""),
        ('<noscript><p title="</noscript><img src=x onerror=alert(1)>">', ""),
        ('<svg></p><style><a id="</style><img src=x onerror=alert(1)>">', ""),
        ("<!--><img src=x onerror=alert(1)>-->", ""),
        ("<!---><script>alert(1)</script>", ""),
        ("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", ""),
        ("\u0002klzzwxh:0000\u0003", "F002"),
        ("&#2;klzzwxh:0000&#3;", "F002"),
        ("a&#x202ez", "F002"),
        ("{{ ../../x/arrests }}", "R501"),
        ("{{ arrests.__class__ }}", "R502"),
        ("{{ {{ arrests }} }}", ""),
        ("{% for x in y %}{{ x }}{% endfor %}", "R501"),
        ("&#49;.209", "S30"),
        ("１２０９", "S30"),
        ("a" * 150_000, ""),
        ("ş" * 150_000, ""),
        ("x\u0301" * 60_000, ""),
        ("\\" * 100_000, ""),
        ("&" * 100_000, ""),
        (" " * 190_000 + "x", ""),
    ],
    ids=lambda value: value[:24],
)
def test_bodies(tmp_path: Path, body: str, code: str) -> None:
    """A text, original or translation, ends soon as HTML in which nothing acts, or as a finding in its file."""
    sheets = {"content/ro/index.md": f"{ROMANIAN}\n{body}\n", "content/en/index.md": f"{ENGLISH}\n{body}\n"}
    result = built(tmp_path, sheets)
    for path in sheets:
        found = errors(result, path)
        assert not code or any(one.startswith(code) for one in found), (path, found)
