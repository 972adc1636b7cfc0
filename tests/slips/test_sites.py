"""Mistakes outside sheets: settings, sources, catalogues, templates and folders, each told once with the way out."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factsheet import library
from factsheet.tools.findings.words import told, words_of
from tests.support import SETTINGS, SMALL_SITE, write_site

PO = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
UNTRANSLATED = {"T601", "T621"}
FOOTER = "templates/parts/footer.html"

Row = tuple[str, str | bytes, str, int, int, str]

ROWS: Mapping[str, Row] = {
    "settings utf16": ("site.toml", SETTINGS.encode("utf-16"), "F001", 1, 1, "save the file as UTF-8"),
    "settings latin2": (
        "site.toml",
        b'reference = "ro"\ntitle = "Exemplu \xba"\nbase_url = "https://facts.example/"\n',
        "F001",
        2,
        18,
        "save the file as UTF-8",
    ),
    "settings unquoted": (
        "site.toml",
        SETTINGS.replace('title = "Exemplu"', "title = Exemplu"),
        "C801",
        2,
        9,
        'put the text in quotation marks: "Exemplu"',
    ),
    "settings colon": (
        "site.toml",
        SETTINGS.replace('title = "Exemplu"', 'title: "Exemplu"'),
        "C801",
        2,
        6,
        'write `=` between a key and its value, as in `reference = "ro"`',
    ),
    "settings smart quotes": (
        "site.toml",
        SETTINGS.replace('title = "Exemplu"', "title = “Exemplu”"),
        "C801",
        2,
        9,
        'write straight quotation marks: "Exemplu"',
    ),
    "settings typo": (
        "site.toml",
        SETTINGS.replace('title = "Exemplu"', 'titel = "Exemplu"'),
        "C802",
        2,
        1,
        "did you mean `title`?",
    ),
    "setting below a heading": (
        "site.toml",
        f'{SETTINGS}\n[redirects]\n"/old.html" = "ro/index.md"\nmenu = ["index.md"]\n',
        "C803",
        SETTINGS.count("\n") + 4,
        1,
        "move this line up, above `[redirects]`",
    ),
    "theme below a heading": (
        "site.toml",
        f'{SETTINGS}\n[theme]\nmenu = ["index.md"]\n',
        "C802",
        SETTINGS.count("\n") + 3,
        1,
        "move this line up, above `[theme]`",
    ),
    "robots beside the root": ("static/robots.txt", "User-agent: *\n", "O730", 1, 1, "`static/root/robots.txt`"),
    "part of pages outside its folder": (
        "templates/footer.html",
        "<p>Contact</p>\n",
        "O724",
        1,
        1,
        "did you mean `templates/parts/footer.html`?",
    ),
    "settings twice": (
        "site.toml",
        SETTINGS + 'title = "B"\n',
        "C801",
        4,
        12,
        "this key stands in the file twice: keep one of the two",
    ),
    "settings quotes in quotes": (
        "site.toml",
        SETTINGS.replace('title = "Exemplu"', 'title = "Un "alt" exemplu"'),
        "C801",
        2,
        14,
        "put the text between quotation marks that it does not hold",
    ),
    "settings reference lacking": (
        "site.toml",
        SETTINGS.replace('reference = "ro"', 'reference = "de"'),
        "C809",
        1,
        13,
        "use one of: en, ro",
    ),
    "settings reference name": (
        "site.toml",
        SETTINGS.replace('reference = "ro"', 'reference = "Romanian"'),
        "C809",
        1,
        13,
        "use one of: en, ro",
    ),
    "settings no url": (
        "site.toml",
        SETTINGS.replace('base_url = "https://facts.example/"', 'base_url = "facts.example/"'),
        "C805",
        3,
        1,
        "did you mean `https://facts.example/`?",
    ),
    "settings bool": (
        "site.toml",
        SETTINGS + "search = yes\n",
        "C801",
        4,
        10,
        "write true, in small letters and without quotation marks",
    ),
    "settings int text": (
        "site.toml",
        SETTINGS + 'words_to = "9"\n',
        "C803",
        4,
        1,
        "write a whole number from 0 to 100 here",
    ),
    "settings section lost": (
        "site.toml",
        SETTINGS + "[checks]\nS301 = warning\n",
        "C801",
        5,
        8,
        'put the text in quotation marks: "warning"',
    ),
    "settings check unknown": (
        "site.toml",
        SETTINGS + '[checks]\nS399 = "warning"\n',
        "C806",
        5,
        1,
        "did you mean `S309`?",
    ),
    "settings check off": (
        "site.toml",
        SETTINGS + '[checks]\nS301 = "off"\n',
        "C803",
        5,
        1,
        'write "error", "warning" or "notice" here',
    ),
    "settings check severity": (
        "site.toml",
        SETTINGS + '[checks]\nS301 = "warn"\n',
        "C803",
        5,
        1,
        'write "error", "warning" or "notice" here',
    ),
    "settings check silence N": (
        "site.toml",
        SETTINGS + '[checks]\nN101 = "ignore"\n',
        "C803",
        5,
        1,
        'write "error", "warning" or "notice" here',
    ),
    "settings inline quote lost": (
        "site.toml",
        SETTINGS.replace('title = "Exemplu"', 'title = "Exemplu'),
        "C801",
        2,
        17,
        "a quotation mark is missing on this line",
    ),
    "settings backslash": (
        "site.toml",
        SETTINGS.replace('title = "Exemplu"', 'title = "C:\\Date"'),
        "C801",
        2,
        14,
        "put the text between quotation marks that it does not hold",
    ),
    "settings list as text": (
        "site.toml",
        SETTINGS + 'terms = "Tip 2"\n',
        "C803",
        4,
        1,
        'write it as in `terms = ["one", "two"]`',
    ),
    "a file with spaces": ("content/ro/Despre noi.md", "---\ntitle: A\n---\n", "O704", 1, 1, "`despre-noi.md`"),
    "a file that Windows cannot store": ("content/ro/con.md", "---\ntitle: A\n---\n", "O704", 1, 1, "than `con`"),
    "po unclosed": (
        "locales/en.po",
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "Search\nmsgstr "x"\n',
        "T604",
        5,
        1,
        "open the file in a translation editor such as Poedit",
    ),
    "po placeholder": (
        "locales/en.po",
        PO + 'msgid "As of %(date)s"\nmsgstr "As of %(data)s"\n',
        "T609",
        7,
        1,
        "write the placeholders as they stand in the original",
    ),
    "po latin": (
        "locales/ro.po",
        PO.encode() + b'msgid "As of"\nmsgstr "P\xe2n\xe3 la"\n',
        "F001",
        7,
        10,
        "save the file as UTF-8",
    ),
    "po upper": ("locales/RO.po", 'msgid ""\nmsgstr ""\n', "T641", 1, 1, "rename it to `locales/ro.po`"),
    "template fault": (FOOTER, "<footer>\n{% if x %}</footer>\n", "O701", 2, 1, "write `{% endif %}` where it ends"),
    "template undefined": (FOOTER, "<footer>\n{{ sit.home }}</footer>\n", "O702", 2, 1, "did you mean `site`?"),
    "template attribute": (
        FOOTER,
        "<footer>\n{{ site.publischer }}</footer>\n",
        "O702",
        2,
        1,
        "did you mean `publisher`?",
    ),
    "template brace": (
        FOOTER,
        "<footer>\n{{ site.publisher }</footer>\n",
        "O701",
        2,
        1,
        "write the sign that is missing",
    ),
    "template latin": (FOOTER, b"<footer>\xba</footer>", "F001", 1, 9, "save the file as UTF-8"),
    "template smart": (
        FOOTER,
        "<footer>{{ _(“Search”) }}</footer>\n",
        "O701",
        1,
        1,
        "write straight quotation marks, `\"` or `'`",
    ),
    "template include missing": (
        FOOTER,
        '<footer>\n  {% include "parts/foter2.html" %}</footer>\n',
        "O702",
        2,
        1,
        "correct the name, or write the template",
    ),
    "template filter": (FOOTER, '<footer>\n{{ "a"|uper }}</footer>\n', "O701", 2, 1, "did you mean `upper`?"),
    "css missing": (
        "static/own.css",
        "body {\n  background: url(logo.png) }\n",
        "O712",
        2,
        19,
        "put the file there, or correct its name",
    ),
    "po fuzzy": (
        "locales/en.po",
        f'{PO}#, fuzzy\nmsgid "Sources"\nmsgstr "Origins"\n',
        "T608",
        8,
        1,
        "check the text, then remove `fuzzy` from the line above it",
    ),
    "po quote missing": (
        "locales/en.po",
        f'{PO}msgid "Sources"\nmsgstr "Origins\n',
        "T604",
        7,
        1,
        "open the file in a translation editor such as Poedit, or correct this line",
    ),
    "picture that is none": ("static/hall.png", "%PDF-1.7", "O725", 1, 1, "save the picture again in its program"),
    "sheet with capitals": (
        "content/en/Contact Page.MD",
        "---\ntitle: Contact\n---\nText.\n",
        "F023",
        1,
        1,
        "rename it to `content/en/contact-page.md`",
    ),
    "settings code cut": (
        "site.toml",
        f'{SETTINGS}\n[checks]\nS31 = "off"\n',
        "C806",
        SETTINGS.count("\n") + 3,
        1,
        "name each finding that is meant: S310",
    ),
    "folder lang unknown": (
        "content/xx-yy-zz/index.md",
        "---\ntitle: Method\n---\nText.\n",
        "C808",
        1,
        1,
        "name it by a BCP 47 tag",
    ),
    "folder lang word": (
        "content/english/index.md",
        "---\ntitle: Method\n---\nText.\n",
        "C808",
        1,
        1,
        "did you mean `en`? Otherwise add `[locales.english]` with `cldr",
    ),
    "sheet at content": (
        "content/nou.md",
        "---\ntitle: Method\n---\nText.\n",
        "F021",
        1,
        1,
        "move it into the folder of its language, such as `content/ro/`",
    ),
}
"""A file beside a good site, what stands in it, and what is said of it."""


@pytest.mark.parametrize("name", ROWS)
def test_a_slip_is_told_once_where_it_was_made(tmp_path: Path, name: str) -> None:
    """One finding, with the code, line and column of the slip, and the way out."""
    file, text, code, line, column, words = ROWS[name]
    root = write_site(tmp_path, {**SMALL_SITE, file: text})
    (problem,) = [problem for problem in library.check(root).problems if problem.code not in UNTRANSLATED]
    place = problem.place
    assert file.startswith(place.path)
    assert (problem.code, place.line, place.column) == (code, line, column)
    assert words in told(problem, words_of("en"))[1]
