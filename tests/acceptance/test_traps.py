"""Where formatters are known to fail: each trap, through what the command line writes and prints."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.acceptance.polyglot import built, data, icu, problems, sheets, texts, values
from tests.exhibits import published, served
from tests.proving import ENGLISH, ROMANIAN, SETTINGS, place
from tests.support import run_cli, run_here, tree, write_site

N, T, THIN, LRM = "\u00a0", "\u202f", "\u2009", "\u200e"

SITE = 'reference = "en"\nbase_url = "https://facts.example/"\n'

TAGS = (
    "ro", "fr", "es", "es-MX", "pl", "pt-PT", "hu", "it", "bg", "ja", "zh", "ko",
    "sw", "sv", "tr", "ar", "ar-EG", "fa", "de-CH", "hi",
)  # fmt: skip

ROMANIAN_NOUNS = {1: "1 punct"}
ROMANIAN_NOUNS |= {n: f"{n} puncte" for n in (0, 2, 19, 101, 119)} | {1209: "1.209 puncte"}
ROMANIAN_NOUNS |= {n: f"{n} de puncte" for n in (20, 120)} | {1220: "1.220 de puncte"}

NOUNS = {
    "ro": {"one": "{n} punct", "few": "{n} puncte", "other": "{n} de puncte"},
    "fr": {"one": "{n} point", "many": "{n} de points", "other": "{n} points"},
}

METRICS = {
    **{f"n{n}": f"value: {n}; unit" for n in ROMANIAN_NOUNS},
    "grouped": "value: 1209",
    "thousands": "value: 17000; display: compact-long; unit",
    "tenths": "value: 1200; display: compact-long; unit",
    "millions": "value: 97000000; currency: USD; unit",
    "million": "value: 1000000; unit",
    "billions": "value: 1500000000; unit",
    "short": "value: 1500000000; display: compact-short",
    "almost": "value: 999999; bound: about; display: compact-short; digits: 0",
    "whole": "value: 999999",
    "lei": "value: 97; currency: RON",
    "share": "kind: percent; value: 12.5",
    "small": "kind: percent; value: 0.125",
    "cold": "value: -5; measure: celsius",
    "two-days": "value: 2; measure: day",
    "days": "value: 20; measure: day",
    "since": "kind: year; value: 2025",
    "day": "kind: date; value: 2025-09-03",
    "autumn": "kind: period; value: 2025-09-03–2025-10-20",
    "winter": "kind: period; value: 2024-12-30–2025-01-02",
    "month": "kind: period; value: 2025-09-03–2025-09-20",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One sheet full of traps in twenty-one languages."""
    folder = tmp_path_factory.mktemp("traps")
    return built(folder, {"site.toml": SITE, **sheets(METRICS, TAGS, NOUNS)})


@pytest.mark.parametrize("number", ROMANIAN_NOUNS)
def test_1_romanian_nouns(output: Path, number: int) -> None:
    """The noun takes `de` from 20 to 100 and after each hundred anew, and never before."""
    assert texts(output, "ro")[f"n{number}"] == ROMANIAN_NOUNS[number]


def test_2_nouns_after_scale_words(output: Path) -> None:
    """After a scale word the Romanian noun takes `de`, also where its number is small or a fraction."""
    said = texts(output, "ro")
    assert said["thousands"] == "17 mii de puncte"
    assert said["tenths"] == "1,2 mii de puncte"
    assert said["millions"] == "97 de milioane de puncte"
    assert said["billions"] == "1,5 miliarde de puncte"
    assert said["million"] == "1 milion de puncte"


@pytest.mark.parametrize("tag", TAGS)
def test_3_a_half_is_never_rounded_away(output: Path, tag: str) -> None:
    """1,500,000,000 is written as ICU writes it with all its digits, and nowhere as 2."""
    said = data(output, tag)
    assert said["billions"]["number"] == icu(tag, "compact-long", "1500000000")
    assert said["short"]["number"] == icu(tag, "compact-short", "1500000000")
    assert not re.search("[2۲٢]", said["billions"]["text"] + said["short"]["text"])


@pytest.mark.parametrize("tag", TAGS)
def test_4_a_carry_chooses_the_scale_anew(output: Path, tag: str) -> None:
    """About 999,999 without decimals is a million, never a thousand thousands; exactly 999,999 keeps its digits."""
    said = data(output, tag)
    assert said["almost"]["number"] == icu(tag, "compact-short 0 digits", "999999")
    assert "1000" not in said["almost"]["text"]
    assert said["whole"]["text"] == icu(tag, "decimal", "999999")


def test_4_an_exact_figure_is_not_rounded(tmp_path: Path) -> None:
    """A display that would turn 999,999 into a million is refused, with the way out."""
    site = {"site.toml": SITE, **sheets({"almost": "value: 999999; display: compact-long; digits: 0"}, (), {})}
    code, said = problems(tmp_path, site)
    assert code == 1
    assert "content/en/index.md:7:14: N109 showing almost this way in English would lose a digit of 999999" in said
    assert "display: standard" in said


@pytest.mark.parametrize("tag", ["es", "pl", "pt-PT", "hu", "it", "bg"])
def test_5_four_digits_are_not_grouped_everywhere(output: Path, tag: str) -> None:
    """In these languages grouping begins with five digits."""
    assert texts(output, tag)["grouped"] == "1209"


@pytest.mark.parametrize(("tag", "text"), [("es-MX", "1,209"), ("ro", "1.209"), ("de-CH", "1’209"), ("fr", f"1{T}209")])
def test_5_four_digits_are_grouped_elsewhere(output: Path, tag: str, text: str) -> None:
    """In Mexico, unlike in Spain, and in most languages 1209 takes its separator."""
    assert texts(output, tag)["grouped"] == text


def test_6_french(output: Path) -> None:
    """Exactly one million is singular, and the narrow no-break space survives every step."""
    assert texts(output, "fr")["million"] == "1 million de points"
    page = (output / "fr/index.html").read_text("utf-8")
    assert f">1{T}209 points</data>" in page


@pytest.mark.parametrize(
    ("tag", "text"), [("ja", "9700万 [other]"), ("zh", "9700万 [other]"), ("ko", "9700만 [other]")]
)
def test_7_long_scales_without_a_long_form(output: Path, tag: str, text: str) -> None:
    """Languages whose only scale words are short ones use these in the long display."""
    assert texts(output, tag)["millions"] == text


def test_8_swahili(output: Path) -> None:
    """Scale words that stand before the digits do not move the decimal point."""
    said = data(output, "sw")
    assert said["millions"]["number"] == "milioni 97"
    assert said["thousands"]["number"] == "elfu 17"
    assert said["short"]["number"] == "1.5B"


@pytest.mark.parametrize(
    ("tag", "two", "twenty"),
    [("it", "2 giorni", "20 giorni"), ("tr", "2 gün", "20 gün"), ("ar", "2 يوم", "20 يومًا"), ("ja", "2 日", "20 日")],
)
def test_9_units_have_names(output: Path, tag: str, two: str, twenty: str) -> None:
    """Days are called days in every language, and their number is shown, also in Arabic with its dual."""
    said = texts(output, tag)
    assert (said["two-days"], said["days"]) == (two, twenty)
    assert values(output, tag)["two-days"] == "2"


def test_10_a_code_keeps_its_distance(output: Path) -> None:
    """A currency written by its code is set off by a no-break space."""
    assert texts(output, "en")["lei"] == f"RON{N}97"
    assert texts(output, "ro")["lei"] == f"97{N}RON"


NATIVE = {"ar-EG": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹"}


@pytest.mark.parametrize("tag", NATIVE)
def test_11_digits_are_never_mixed(output: Path, tag: str) -> None:
    """Where a language has digits of its own, all figures are written in them: numbers, percentages, dates."""
    for text in texts(output, tag).values():
        assert {character for character in text if character.isdigit()} <= set(NATIVE[tag])
    assert texts(output, tag)["since"] == "".join(NATIVE[tag][int(digit)] for digit in "2025")
    assert values(output, tag)["grouped"] == "1209"


def test_11_the_site_may_ask_for_other_digits(tmp_path: Path) -> None:
    """`numerals` sets the digits of a whole language, dates included."""
    settings = SITE + '[locales.fa]\nnumerals = "latn"\n[locales.ar-EG]\nnumerals = "latn"\n'
    settings += '[locales.hi]\nnumerals = "deva"\n'
    output = built(tmp_path, {"site.toml": settings, **sheets(METRICS, ("fa", "ar-EG", "hi"), {})})
    for tag in ("fa", "ar-EG"):
        assert all(text.isascii() for text in "".join(texts(output, tag).values()) if text.isdigit())
    assert texts(output, "fa")["day"] == "3 سپتامبر 2025"
    assert texts(output, "hi")["day"] == "३ सितंबर २०२५"
    assert texts(output, "hi")["grouped"] == "१,२०९"


def test_12_minus_signs(output: Path) -> None:
    """The minus sign is the language's own: U+2212 in Swedish, after a mark in Persian."""
    assert texts(output, "sv")["cold"] == "−5 grader Celsius"
    assert texts(output, "fa")["cold"].startswith(f"{LRM}−۵")
    assert values(output, "sv")["cold"] == "-5"


@pytest.mark.parametrize(
    ("tag", "share", "small"),
    [
        ("ro", f"12,5{N}%", f"0,125{N}%"),
        ("en", "12.5%", "0.125%"),
        ("tr", "%12,5", "%0,125"),
        ("ar", f"12.5{LRM}%{LRM}", f"0.125{LRM}%{LRM}"),
        ("fa", "۱۲٫۵٪", "۰٫۱۲۵٪"),
    ],
)
def test_13_percentages_are_what_was_declared(output: Path, tag: str, share: str, small: str) -> None:
    """12.5 means 12.5 %, and 0.125 an eighth of one: no digit is lost, none is shifted."""
    said = texts(output, tag)
    assert (said["share"], said["small"]) == (share, small)


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag not in NATIVE])
def test_14_years_are_not_grouped(output: Path, tag: str) -> None:
    """A year has no separator in any language."""
    assert "2025" in texts(output, tag)["since"]


@pytest.mark.parametrize(
    ("tag", "month", "autumn", "winter"),
    [
        (
            "ro",
            "3–20 septembrie 2025",
            f"3 septembrie{THIN}–{THIN}20 octombrie 2025",
            f"30 decembrie 2024{THIN}–{THIN}2 ianuarie 2025",
        ),
        (
            "en",
            "September 3 – 20, 2025",
            "September 3 – October 20, 2025",
            "December 30, 2024 – January 2, 2025",
        ),
    ],
)
def test_15_ranges_of_days(output: Path, tag: str, month: str, autumn: str, winter: str) -> None:
    """A range of days names the month and the year once where it may, and the month is never cut short."""
    said = texts(output, tag)
    spaces = {ord(THIN): THIN}
    assert [said[name].translate(spaces).replace(THIN, " ") for name in ("month", "autumn", "winter")] == [
        text.replace(THIN, " ") for text in (month, autumn, winter)
    ]


def test_16_cedillas_are_for_turkish(tmp_path: Path) -> None:
    """The old Romanian letters ş and ţ are reported in Romanian, and are right in Turkish."""
    files = {
        "site.toml": 'reference = "ro"\n',
        "content/ro/index.md": "---\ntitle: Ştiri\n---\nO ţară şi o insulă.\n",
        "content/tr/index.md": "---\ntitle: İş\n---\nBir şehir ve bir ada.\n",
    }
    _, said = problems(tmp_path, files)
    found = re.findall(r"(content/\S+): (T614) “(\w+)”", said)
    assert [word for _, _, word in found] == ["Ştiri", "ţară", "şi"]
    assert all(where.startswith("content/ro/index.md:") for where, _, _ in found)


def test_17_numbers_written_the_way_of_another_language(tmp_path: Path) -> None:
    """1.209 in English text is recognised as 1,209 written the Romanian way."""
    english = ENGLISH.replace("{{ arrests }}", "1.209 arrests")
    code, said = problems(
        tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": ROMANIAN, "content/en/index.md": english}
    )
    assert code == 1
    assert f"content/en/index.md:{place(english, '1.209')}: S303 “1.209” in English text looks like 1,209" in said


@pytest.mark.parametrize("quote", ["97 milioane de dolari", "97 de milioane de dolari", "97.000.000 de dolari"])
def test_18_quotes_that_say_the_value(tmp_path: Path, quote: str) -> None:
    """A quote may give the value in words of scale, with or without `de`, or in digits."""
    assert "Q403" not in _quoted(tmp_path, quote)


@pytest.mark.parametrize("quote", ["97 mii de dolari", "9,7 milioane de dolari", "97 de dolari"])
def test_18_quotes_that_say_another(tmp_path: Path, quote: str) -> None:
    """A quote that gives another value is reported, with what it gives."""
    text = ROMANIAN.replace("97 milioane de dolari", quote)
    where = f"content/ro/index.md:{place(text, json.dumps(quote, ensure_ascii=False))}"
    assert f"{where}: Q403 the quote of recovered does not say 97000000" in _quoted(tmp_path, quote)


def _quoted(root: Path, quote: str) -> str:
    text = ROMANIAN.replace("97 milioane de dolari", quote)
    return problems(root, {"site.toml": SETTINGS, "content/ro/index.md": text, "content/en/index.md": ENGLISH})[1]


HEADER = 'msgid ""\nmsgstr ""\n"Language: ro\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
PLURALS = '"Plural-Forms: nplurals=3; plural=(n == 1 ? 0 : n == 0 || n % 100 >= 1 && n % 100 <= 19 ? 1 : 2);\\n"\n'
COUNTED = (
    '\nmsgid "%(count)s page"\nmsgid_plural "%(count)s pages"\nmsgstr[0] "o pagină"\nmsgstr[1] "%(count)s pagini"\n'
)


@pytest.mark.parametrize(
    ("catalogue", "said"),
    [
        (HEADER + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n' + COUNTED, "locales/ro.po:5:1: T612"),
        (
            HEADER + PLURALS + '\nmsgctxt "bound"\nmsgid "over %(figure)s"\nmsgstr "peste %(cifra)s"\n',
            "locales/ro.po:9:1: T609",
        ),
        (HEADER + PLURALS + '\nmsgid "Sources"\nmsgstr "<b>Surse</b>"\n', "locales/ro.po:8:1: T610"),
    ],
)
def test_19_catalogues_are_not_trusted(tmp_path: Path, catalogue: str, said: str) -> None:
    """A wrong plural header, a lost placeholder and foreign markup are each reported at their line."""
    site = {"site.toml": SETTINGS, "content/ro/index.md": ROMANIAN, "content/en/index.md": ENGLISH}
    assert said in problems(tmp_path, {**site, "locales/ro.po": catalogue})[1]


def test_19_what_is_fuzzy_is_not_used(tmp_path: Path) -> None:
    """An entry marked as fuzzy is reported, and the page never shows it."""
    plurals = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    catalogue = HEADER.replace("ro", "it") + plurals + '\n#, fuzzy\nmsgid "Sources"\nmsgstr "Sorgenti"\n'
    files = {f"content/{tag}/index.md": f"---\ntitle: {tag}\n---\nWords.\n" for tag in ("en", "it")}
    site = {"site.toml": SITE, **files, "locales/it.po": catalogue}
    assert "locales/it.po:9:1: T608" in problems(tmp_path, site)[1]
    assert "Sorgenti" not in (built(tmp_path, site) / "it/index.html").read_text("utf-8")


def test_20_a_broken_template_costs_no_translation(tmp_path: Path) -> None:
    """Collecting messages from a template with a fault leaves every catalogue as it was."""
    catalogue = HEADER + PLURALS + '\nmsgid "Sources"\nmsgstr "Surse"\n'
    site = {
        "site.toml": SETTINGS,
        "content/ro/index.md": ROMANIAN,
        "templates/page.html": '<p>{{ _("Sources") }}</p>\n{% if %}\n',
        "locales/ro.po": catalogue,
    }
    done = run_here("extract", "--root", write_site(tmp_path, site))
    assert done.returncode != 0
    assert "page.html:2" in done.stdout + done.stderr
    assert tree(tmp_path / "locales") == {"ro.po": catalogue.encode()}


def test_21_and_22_language_tags(tmp_path: Path) -> None:
    """A language keeps the tag that its folder has, in addresses and in `lang`, and its own name and direction."""
    tags = ("zh-Hans", "pt-BR", "sr-Latn", "ro-MD", "iw", "rmy")
    settings = SITE + '[locales.rmy]\ncldr = "ro"\nname = "Romani"\n'
    plain = {tag: f"---\ntitle: {tag}\n---\nWords.\n" for tag in ("en", *tags)}
    files = {f"content/{tag}/index.md": text for tag, text in plain.items()}
    output = built(tmp_path, {"site.toml": settings, **files})
    page = (output / "en/index.html").read_text("utf-8")
    switcher = re.findall(r'<a href="\.\./([^"]+)/" lang="([^"]+)" dir="(\w+)" hreflang="([^"]+)"[^>]*>([^<]+)<', page)
    assert {folder: (lang, way, hreflang, name) for folder, lang, way, hreflang, name in switcher} == {
        "iw": ("iw", "rtl", "iw", "עברית"),
        "pt-BR": ("pt-BR", "ltr", "pt-BR", "Português (Brasil)"),
        "rmy": ("rmy", "ltr", "rmy", "Romani"),
        "ro-MD": ("ro-MD", "ltr", "ro-MD", "Română (Republica Moldova)"),
        "sr-Latn": ("sr-Latn", "ltr", "sr-Latn", "Srpski (latinica)"),
        "zh-Hans": ("zh-Hans", "ltr", "zh-Hans", "中文 (简体)"),
    }
    for tag in tags:
        assert f'<html lang="{tag}"' in (output / tag / "index.html").read_text("utf-8")


def test_21_a_tag_that_nobody_knows(tmp_path: Path) -> None:
    """A language that CLDR lacks is refused until the site says whose numbers it uses."""
    done = run_here(
        "check", "--root", write_site(tmp_path, {"site.toml": SITE, "content/en/index.md": "", "content/rmy/a.md": ""})
    )
    assert done.returncode == 2
    assert "content/rmy:1:1: C808" in done.stdout + done.stderr
    assert "cldr" in done.stdout + done.stderr


def test_23_sorting(tmp_path: Path, browser: Browser) -> None:
    """A table is sorted by the alphabet of the page: ș after s and ț after t, before the letter that follows."""
    ordered = ["ac", "ăsta", "bec", "iad", "înger", "jar", "sutană", "șapte", "tare", "Tulcea", "țară", "ura"]
    names = [f"w{number}" for number in range(len(ordered))]
    metrics = "".join(
        f"  {name}: {{value: {len(word)}, label: {word}}}\n"
        for name, word in zip(names, reversed(ordered), strict=True)
    )
    sheet = f"---\ntitle: Cuvinte\nmetrics:\n{metrics}---\n" + " ".join(f"{{{{ {name} }}}}" for name in names)
    exhibit = published(tmp_path, {"site.toml": 'reference = "ro"\n', "content/ro/index.md": sheet + "\n"})
    with served(exhibit) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}ro/")
        page.locator("details:has(table.figures) > summary").click()
        page.locator("table.figures thead button").first.click()
        assert page.locator("table.figures tbody th").all_inner_texts() == ordered
        context.close()


def test_24_spanish_and_changes_its_sound(tmp_path: Path) -> None:
    """Before a word that begins with the sound i, Spanish says `e` for and."""
    metrics = "metrics:\n  a: {value: 3, label: España}\n  b: {value: 4, label: Italia}\n"
    sheet = f"---\ntitle: Países\n{metrics}---\n{{{{ a }}}} {{{{ b }}}}\n"
    output = built(tmp_path, {"site.toml": 'reference = "es"\n', "content/es/index.md": sheet})
    assert "España e Italia" in (output / "es/index.html").read_text("utf-8")


def test_25_two_builds_on_two_machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same site gives the same bytes whatever the system's language, time zone, day, folder and hash seed."""
    files = {"site.toml": SITE, **sheets(METRICS, ("ro", "ar-EG", "ja"), NOUNS)}
    made = []
    for name, run, variables, day in (
        ("one", run_here, {"LC_ALL": "C", "TZ": "Pacific/Kiritimati"}, "2025-01-01"),
        ("another", run_cli, {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York", "PYTHONHASHSEED": "2"}, "2031-12-31"),
    ):
        for variable, value in variables.items():
            monkeypatch.setenv(variable, value)
        root = write_site(tmp_path / name, files)
        done = run("build", "--root", root, "--quiet", "--no-cache", "--today", day)
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(tree(root / "public"))
    assert made[0] == made[1]
