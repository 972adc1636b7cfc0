"""Mistakes of translators and of those who keep a site on the web: each told once, with the one answer there is."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from factsheet import library
from factsheet.builder.options import Options
from factsheet.content.sources import default_file
from factsheet.tools.findings import told, words_of
from tests.support import ENGLISH, ROMANIAN, ROOT, SETTINGS, SMALL_SITE, run_here, write_site

METHOD = {"content/ro/metoda.md": "---\ntitle: Metoda\n---\nText.\n"}
UNTRANSLATED = {"T601", "T606", "T621"}
LAST = SETTINGS.count("\n")
PO = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n{header}\n{entries}'
PLURAL = 'msgid "%(number)s time"\nmsgid_plural "%(number)s times"\n'
CORRECTED = ROMANIAN.replace("---\n", '---\ncorrections:\n  - {date: 2062-01-01, text: "A fost 12."}\n', 1)

RAIDS = (
    "metrics:\n  raids:\n    value: 7\n    label: Razii\n"
    '    unit: {one: "{n} razie", few: "{n} razii", other: "{n} de razii"}\n    source: presa\n    quote: "7 razii"\n'
)

LOADED = {"templates/parts/tools.html": '<link rel="stylesheet" href="{{ asset("own.css") }}">\n'}

Row = tuple[Mapping[str, str], str, str]

FOOT = "templates/parts/footer.html"
BASE = default_file("templates/base.html") or b""
WITHOUT_TEXT = (
    '{% extends "base.html" %}{% set lang = page.lang %}{% set dir = page.dir %}\n'
    "{% block body %}<h1>{{ page.title }}</h1>{% endblock %}\n"
)

ROWS: Mapping[str, Row] = {
    "a colour with a letter too far": (
        {**LOADED, "static/own.css": "a:hover { color: #12g; margin: 0 }\n"},
        "static/own.css:1:18 O732",
        "with three or six digits",
    ),
    "an import behind other rules": (
        {**LOADED, "static/own.css": 'a { margin: 0 }\n@import "more.css";\n', "static/more.css": "p { margin: 0 }\n"},
        "static/own.css:2:1 O732",
        "move it to the beginning of the file",
    ),
    "a condition without parentheses": (
        {**LOADED, "static/own.css": "@media min-width: 600px { a { margin: 0 } }\n"},
        "static/own.css:1:1 O732",
        "`@media (min-width: 600px) {`",
    ),
    "a picture without its words": ({FOOT: '<img src="{{ site.icon }}">\n'}, f"{FOOT}:1:1 O749", 'or `alt=""`'),
    "a folder of another generator": ({"layouts/a.html": "A"}, "layouts:1:1 F032", "move it to `templates/`"),
    "a folder of style sheets": ({"css/a.css": "a { margin: 0 }"}, "css:1:1 F032", "move it to `static/`"),
    "an address with a space": (
        {"site.toml": SETTINGS.replace("facts.example/", "facts.example/ atlas/")},
        "site.toml:3:12 C805",
        "did you mean `https://facts.example/atlas/`?",
    ),
    "a place to edit of another name": (
        {"site.toml": f'edit_url = "https://code.example/edit/main/{{path}}"\n{SETTINGS}'},
        "site.toml:1:12 C803",
        "did you mean `https://code.example/edit/main/{file}`?",
    ),
    "an address that ends in a language": (
        {"site.toml": SETTINGS.replace("facts.example/", "facts.example/en/")},
        "site.toml:3:12 O746",
        "write `https://facts.example/`",
    ),
    "an address with a slip in its scheme": (
        {"site.toml": SETTINGS.replace("https://", "htps://")},
        "site.toml:3:12 C805",
        "did you mean `https://facts.example/`?",
    ),
    "an address with a password": (
        {"site.toml": SETTINGS.replace("https://", "https://me:word@")},
        "site.toml:3:12 C805",
        "did you mean `https://facts.example/`?",
    ),
    "a language of the settings alone": (
        {"site.toml": f'{SETTINGS}[locales.de]\nname = "Deutsch"\n'},
        f"site.toml:{LAST + 1}:1 C819",
        "begin it with `factsheet new locale de`",
    ),
    "an accent for dark pages alone": (
        {"site.toml": f'{SETTINGS}[theme]\naccent = {{ dark = "#5c4a00" }}\n'},
        f"site.toml:{LAST + 2}:10 C803",
        "write both, or `light` alone",
    ),
    "a menu for each language": (
        {"site.toml": f'menu = {{ ro = ["index.md"], en = ["index.md"] }}\n{SETTINGS}'},
        "site.toml:1:8 C803",
        'write it as in `menu = ["index.md"]`',
    ),
    "a link to another site in the menu": (
        {"site.toml": f'menu = ["https://shop.example/"]\n{SETTINGS}'},
        "site.toml:1:9 R514",
        "the menu holds sheets",
    ),
    "a repository as git clones it": (
        {"site.toml": f'repository = "git@code.example:facts/atlas.git"\n{SETTINGS}'},
        "site.toml:1:14 C803",
        "did you mean `https://code.example/facts/atlas`?",
    ),
    "a code with a letter for a digit": (
        {"site.toml": f'{SETTINGS}[checks]\ns3O1 = "warning"\n'},
        f"site.toml:{LAST + 2}:1 C806",
        "did you mean `S301`?",
    ),
    "a redirect the other way round": (
        {"site.toml": f'{SETTINGS}[redirects]\n"en/index.md" = "/old.html"\n'},
        f"site.toml:{LAST + 2}:1 C803",
        'did you mean `"/old.html" = "en/index.md"`?',
    ),
    "a redirect of what stands behind a question mark": (
        {"site.toml": f'{SETTINGS}[redirects]\n"/page.php?id=3" = "en/index.md"\n'},
        f"site.toml:{LAST + 2}:15 O710",
        "leave out what stands behind `?`",
    ),
    "a redirect to the file of a sheet": (
        {**METHOD, "site.toml": f'{SETTINGS}[redirects]\n"/old/" = "content/ro/metoda.md"\n'},
        f"site.toml:{LAST + 2}:11 R513",
        "did you mean `ro/metoda.md`?",
    ),
    "a host of another name": (
        {"static/root/CNAME": "https://facts.example/\n"},
        "static/root/CNAME:1:1 O747",
        "write `facts.example` alone into the file",
    ),
    "a map of another site": (
        {"static/root/robots.txt": "User-agent: *\nSitemap: https://old.example/sitemap.xml\n"},
        "static/root/robots.txt:2:10 O747",
        "write addresses that begin with `https://facts.example/`",
    ),
    "robots that may see nothing": (
        {"static/root/robots.txt": "User-agent: *\nDisallow: /\n"},
        "static/root/robots.txt:2:1 O748",
        "remove `Disallow: /`",
    ),
    "headers without a policy": (
        {"static/root/_headers": "/*\n  X-Frame-Options: DENY\n"},
        "static/root/_headers:1:1 O748",
        "above all `Content-Security-Policy`",
    ),
    "redirects in place of those of the settings": (
        {"static/root/_redirects": "/a /b 301\n", "site.toml": f'{SETTINGS}[redirects]\n"/old.php" = "en/index.md"\n'},
        "static/root/_redirects:1:1 O748",
        "write the old addresses of `[redirects]` into this file too",
    ),
    "a remark that never ends": (
        {**LOADED, "static/own.css": "a { color: red }\n/* ours\np { margin: 0 }\n"},
        "static/own.css:2:1 O732",
        "write `*/` where this remark ends",
    ),
    "a remark that goes on to the next": (
        {**LOADED, "static/own.css": "/* ours\np { margin: 0 }\n/* theirs */\na { color: red }\n"},
        "static/own.css:1:1 O732",
        "write `*/` where this remark ends",
    ),
    "a property that no browser knows": (
        {**LOADED, "static/own.css": "a { backgroud: red; margin: 0 }\n"},
        "static/own.css:1:5 O732",
        "write `background`: browsers know no property `backgroud`",
    ),
    "a question with one sign": (
        {FOOT: '{% if page.lang = "en" %}A{% endif %}\n'},
        f"{FOOT}:1:17 O701",
        "write `==`",
    ),
    "a catalogue in the folder of its language": (
        {"locales/en/LC_MESSAGES/messages.po": PO.format(header="", entries="").replace("uk", "en")},
        "locales/en/LC_MESSAGES/messages.po:1:1 T641",
        "rename it to `locales/en.po`",
    ),
    "a catalogue of another format": (
        {"locales/en.json": "{}\n"},
        "locales/en.json:1:1 T641",
        "put its words into `locales/en.po`",
    ),
    "marks of Word in a catalogue": (
        {"locales/en.po": PO.format(header="", entries='msgid "Sources"\nmsgstr „Sources”\n').replace("uk", "en")},
        "locales/en.po:6:1 T604",
        'write `msgstr "Sources"`',
    ),
    "the text of another translation": (
        {
            "content/ro/index.md": f"{ROMANIAN}\nToate au fost numărate de două ori.\n",
            "content/en/index.md": f"{ENGLISH}\nAll of them were counted twice.\n",
            "content/hu/index.md": f"{ENGLISH}\nAll of them were counted twice.\n",
        },
        "content/hu/index.md:8:1 T642",
        "into the one that is wrong",
    ),
    "bold words that are not bold any more": (
        {
            "content/ro/index.md": f"{ROMANIAN}\nRămâneți pe potecile **marcate**.\n",
            "content/en/index.md": f"{ENGLISH}\nStay on the marked trails.\n",
        },
        "content/en/index.md:10:1 T643",
        "write `**` before and behind the words",
    ),
    "a style sheet that nothing loads": (
        {"static/own.css": "a { color: red }\n"},
        "static/own.css:1:1 O743",
        "name it in",
    ),
    "a script that nothing loads": ({"static/own.js": "f()\n"}, "static/own.js:1:1 O743", "<script defer src="),
    "a font that nothing loads": (
        {"static/f/own.woff2": "wOF2"},
        "static/f/own.woff2:1:1 O743",
        "src: url(f/own.woff2)",
    ),
    "three rules in place of all": (
        {"static/style.css": "a { color: red }\n.address { color: blue }\n"},
        "static/style.css:1:1 O744",
        "run `factsheet eject static/style.css`",
    ),
    "a page of one language for all": (
        {"templates/base.html": BASE.decode().replace('lang="{{ lang }}"', 'lang="en"')},
        "templates/base.html:1:1 O745",
        "put it back where the default has it",
    ),
    "pages without their policy": (
        {"templates/base.html": BASE.decode().replace("{{ site.policy }}", "default-src 'self'")},
        "templates/base.html:1:1 O745",
        "put it back where the default has it",
    ),
    "a layout without the text": (
        {"templates/sheet.html": WITHOUT_TEXT},
        "templates/sheet.html:1:1 O745",
        "put it back where the default has it",
    ),
    "a script beside each page": (
        {FOOT: '<script src="js/app.js"></script>\n'},
        f"{FOOT}:1:14 O742",
        '`{{ asset("js/app.js") }}`',
    ),
    "a picture beside each page": (
        {FOOT: '<img src="../img/a.svg" alt="">\n', "static/img/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
        f"{FOOT}:1:11 O742",
        'write `{{ asset("img/a.svg") }}`',
    ),
    "a script of head beside each page": (
        {"site.toml": f"head = '<script src=\"count.js\"></script>'\n{SETTINGS}"},
        "site.toml:1:8 O742",
        "put the file into `static/root/`, and write `/count.js`",
    ),
    "a static file in head": (
        {"site.toml": f"head = '<script src=\"/static/count.js\"></script>'\n{SETTINGS}"},
        "site.toml:1:8 O716",
        "move the file to `static/root/count.js`, and write `/count.js`",
    ),
    "a command of templates in head": (
        {"site.toml": f"head = '<script src=\"{{{{ asset(1) }}}}\"></script>'\n{SETTINGS}"},
        "site.toml:1:8 O738",
        "put it into a template",
    ),
    "a base in head": (
        {"site.toml": f"head = '<base href=\"/a/\">'\n{SETTINGS}"},
        "site.toml:1:8 O738",
        "remove it: links",
    ),
    "a thing where its text is meant": ({FOOT: "<p>{{ page.menu }}</p>\n"}, f"{FOOT}:1:4 O702", "go through it"),
    "a link where its address is meant": (
        {FOOT: '<a href="{{ page.languages[0] }}"></a>\n'},
        f"{FOOT}:1:10 O702",
        "such as `.current`, `.dir`, `.href`",
    ),
    "a name that is not called": ({FOOT: "<p>{{ asset }}</p>\n"}, f"{FOOT}:1:4 O702", "write `()` behind the name"),
    "a value that may be nothing": ({FOOT: "<p>{{ page.method }}</p>\n"}, f"{FOOT}:1:4 O702", "`{% if … %}` before it"),
    "a message without its value": (
        {FOOT: '<p>{{ gettext("As of %(date)s") }}</p>\n'},
        f"{FOOT}:1:24 O702",
        'give the value too: `gettext("…", date=…)`',
    ),
    "a static file by its folder": (
        {
            FOOT: '<img src="{{ asset("static/a.svg") }}" alt="">\n',
            "static/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        },
        f"{FOOT}:1:21 O712",
        "write `a.svg`: the name counts from",
    ),
    "a folder named by a country": (
        {"content/ua/index.md": "---\ntitle: A\n---\n"},
        "content/ua:1:1 C808",
        "did you mean `uk`?",
    ),
    "digits of a language": (
        {"site.toml": f'{SETTINGS}[locales.en]\nnumerals = "roman"\n'},
        f"site.toml:{LAST + 2}:12 C810",
        "use latn, native, or another system",
    ),
    "a colour without its sign": (
        {"site.toml": f'{SETTINGS}[theme]\naccent = "FFD400"\n'},
        f"site.toml:{LAST + 2}:10 C803",
        "did you mean `#ffd400`?",
    ),
    "a colour by its parts": (
        {"site.toml": f'{SETTINGS}[theme]\naccent = "rgb(255, 212, 0)"\n'},
        f"site.toml:{LAST + 2}:10 C803",
        "did you mean `#ffd400`?",
    ),
    "an origin without its scheme": (
        {"site.toml": f'{SETTINGS}[csp]\nscript-src = "counter.example"\n'},
        f"site.toml:{LAST + 2}:14 C803",
        'did you mean `["https://counter.example"]`?',
    ),
    "a script that no policy lets in": (
        {"site.toml": f"head = '<script src=\"https://counter.example/c.js\"></script>'\n{SETTINGS}"},
        "site.toml:1:8 O734",
        'write `script-src = ["https://counter.example"]` below `[csp]`',
    ),
    "a style sheet of another site": (
        {"templates/parts/footer.html": '<p>A</p>\n<link rel="stylesheet" href="//fonts.example/css?a=b">\n'},
        "templates/parts/footer.html:2:30 O734",
        'write `style-src = ["https://fonts.example"]` below `[csp]`',
    ),
    "a style sheet that asks another site": (
        {"static/own.css": "/* //a.example */\n@import url(https://fonts.example/css?family=Inter);\n"},
        "static/own.css:2:13 O734",
        'write `style-src = ["https://fonts.example"]` below `[csp]`',
    ),
    "a font of another site": (
        {"static/own.css": "@font-face { font-family: A; src: url('https://fonts.example/a.woff2') }\n"},
        "static/own.css:1:40 O734",
        'write `font-src = ["https://fonts.example"]` below `[csp]`',
    ),
    "a picture of another site": (
        {"static/own.css": "body { background: #fff url(//pictures.example/a.png) }\n"},
        "static/own.css:1:29 O734",
        'write `img-src = ["https://pictures.example"]` below `[csp]`',
    ),
    "an address of this machine": (
        {"site.toml": SETTINGS.replace("https://facts.example/", "http://localhost:8000/")},
        "site.toml:3:12 O736",
        "write the address that the site is published at",
    ),
    "a redirect from a whole address": (
        {"site.toml": f'{SETTINGS}[redirects]\n"https://facts.example/old/a" = "en/index.md"\n'},
        f"site.toml:{LAST + 2}:1 C803",
        'write "/old/a" here',
    ),
    "a list where each language has a text": (
        {"site.toml": f'{SETTINGS}[theme]\nfooter = ["A"]\n'},
        f"site.toml:{LAST + 2}:10 C803",
        "or a table such as { en = ",
    ),
    "a unit that is one word": (
        {"content/en/index.md": ENGLISH.replace('{one: "{n} arrest", other: "{n} arrests"}', "arrests")},
        "content/en/index.md:6:11 N122",
        'did you mean `unit: {one: "{n} arrests", other: "{n} arrests"}`?',
    ),
    "a link that is lost": (
        {
            "content/ro/index.md": f"{ROMANIAN}\n[Metoda](method.md) spune mai mult.\n",
            "content/en/index.md": f"{ENGLISH}\nThe method says more.\n",
            "content/ro/method.md": "---\ntitle: Metoda\n---\nUn text.\n",
            "content/en/method.md": "---\ntitle: Method\n---\nA text.\n",
        },
        "content/en/index.md:8:1 T625",
        "write `[...](method.md)` around the words",
    ),
    "a sheet twice in the menu": (
        {"site.toml": f'menu = ["index.md", "index.md"]\n{SETTINGS}'},
        "site.toml:1:8 R518",
        "leave it out once",
    ),
    "a redirect to itself": (
        {"site.toml": f'{SETTINGS}[redirects]\n"/en/" = "en/index.md"\n'},
        f"site.toml:{LAST + 2}:10 R519",
        "leave this redirect out: there is a page at the address",
    ),
    "a redirect to an old address": (
        {"site.toml": f'{SETTINGS}[redirects]\n"/a" = "/b"\n"/b" = "en/index.md"\n'},
        f"site.toml:{LAST + 2}:8 R519",
        "did you mean `/en/`?",
    ),
    "plural forms of another language": (
        {
            "locales/en.po": PO.format(
                header='"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 ? 1 : 2);\\n"',
                entries=f'{PLURAL}msgstr[0] "%(number)s time"\nmsgstr[1] "%(number)s times"\n',
            )
        },
        "locales/en.po:4:1 T612",
        "nplurals=2; plural=(n != 1);",
    ),
    "a bound that says another": (
        {
            "locales/en.po": PO.format(
                header="", entries='msgctxt "bound"\nmsgid "over %(figure)s"\nmsgstr "under %(figure)s"\n'
            )
        },
        "locales/en.po:7:1 T616",
        "words that say the same, such as “over”",
    ),
    "a template without what its frame asks for": (
        {
            "templates/sheet.html": (ROOT / "templates/sheet.html")
            .read_text("utf-8")
            .replace("{% set lang = page.lang %}\n", "")
        },
        "templates/sheet.html:2:1 O702",
        "write `{% set lang = page.lang %}` into it, as the default has it",
    ),
    "words that no catalogue translates": (
        {"templates/parts/footer.html": '<p>{{ _("Data") }}</p>\n<p>Write to us</p>\n'},
        "templates/parts/footer.html:2:4 O735",
        'write `{{ _("Write to us") }}` and run `factsheet extract`',
    ),
    "a correction of a day to come": (
        {
            "content/ro/index.md": CORRECTED,
            "content/en/index.md": ENGLISH.replace(
                "---\n", '---\ncorrections:\n  - {date: 2062-01-01, text: "It was 12."}\n', 1
            ),
        },
        "content/ro/index.md:3:12 F028",
        "correct it, here and in the translations",
    ),
    "a correction that a translation lacks": (
        {"content/ro/index.md": CORRECTED.replace("2062", "2024")},
        "content/en/index.md:1:1 T602",
        'add `- {date: 2024-01-01, text: "..."}` to its `corrections:`',
    ),
    "a policy that lets inline scripts in": (
        {"site.toml": f"{SETTINGS}[csp]\nscript-src = [\"'unsafe-inline'\"]\n"},
        f"site.toml:{LAST + 2}:14 C803",
        "put the script, style or picture into a file of `static/`",
    ),
    "a policy that names the site itself": (
        {"site.toml": f"{SETTINGS}[csp]\nimg-src = [\"'self'\"]\n"},
        f"site.toml:{LAST + 2}:11 C803",
        "leave `'self'` out",
    ),
    "a policy that lets everything in": (
        {"site.toml": f'{SETTINGS}[csp]\nimg-src = ["*"]\n'},
        f"site.toml:{LAST + 2}:11 C803",
        "name each site in full",
    ),
    "two origins in one text": (
        {"site.toml": f'{SETTINGS}[csp]\nimg-src = ["https://a.example b.example"]\n'},
        f"site.toml:{LAST + 2}:11 C803",
        'did you mean `["https://a.example", "https://b.example"]`?',
    ),
    "an address with a question": (
        {"site.toml": SETTINGS.replace("facts.example/", "facts.example/a/?v=1")},
        "site.toml:3:12 C805",
        "did you mean `https://facts.example/a/`?",
    ),
    "a redirect with a star": (
        {"site.toml": f'{SETTINGS}[redirects]\n"/blog/*" = "/en/:splat"\n'},
        f"site.toml:{LAST + 2}:13 O710",
        "name each old address on a line of its own",
    ),
    "a redirect from below the path of the site": (
        {
            "site.toml": SETTINGS.replace("facts.example/", "facts.example/atlas/")
            + '[redirects]\n"/atlas/old/" = "en/index.md"\n'
        },
        f"site.toml:{LAST + 2}:17 O737",
        "write `/old/`: the address of the site is before it already",
    ),
    "a file in the place of a page": (
        {"static/root/en/index.html": "<p>A</p>"},
        "static/root/en/index.html:1:1 O709",
        "rename it, or put it into another folder",
    ),
    "words in the head": (
        {"site.toml": f'head = \'<meta name="a" content="b"><p>Salut\'\n{SETTINGS}'},
        "site.toml:1:8 O738",
        "what readers see belongs into a template",
    ),
    "a script in the head that is not closed": (
        {"site.toml": f"head = '<script defer src=\"/count.js\">'\n{SETTINGS}"},
        "site.toml:1:8 O738",
        "close it with `</script>`",
    ),
    "a script in an attribute": (
        {"templates/parts/footer.html": '<button class="a" onclick="print()">{{ _("Data") }}</button>\n'},
        "templates/parts/footer.html:1:19 O733",
        "give the element a class, and listen in a file of `static/`",
    ),
    "a script in a template": (
        {"templates/parts/footer.html": '<p>{{ _("Data") }}</p>\n<script>count()</script>\n'},
        "templates/parts/footer.html:2:1 O733",
        '`<script defer src="{{ asset("count.js") }}"></script>` in a template',
    ),
    "a number that a template counts": (
        {"templates/parts/footer.html": "<p>{{ page.figures | length }}</p>\n"},
        "templates/parts/footer.html:1:4 V906",
        "say it in words, or make it a metric",
    ),
    "a filter of another tool": (
        {"templates/parts/footer.html": "<p>{{ page.updated | date('Y') }}</p>\n"},
        "templates/parts/footer.html:1:22 O701",
        "figures and days come finished, as `{{ figure.element }}` and `{{ page.updated.text }}`",
    ),
    "a file without quotation marks": (
        {"templates/parts/footer.html": '<img src="{{ asset(logo.png) }}" alt="">\n'},
        "templates/parts/footer.html:1:20 O702",
        'write `asset("logo.png")`',
    ),
    "a block that no frame has": (
        {
            "templates/chooser.html": '{% extends "base.html" %}\n{% set lang = "en" %}{% set dir = "ltr" %}\n'
            "{% block boddy %}<p>{{ site.title }}</p>{% endblock %}\n"
        },
        "templates/chooser.html:3:1 O739",
        "did you mean `body`?",
    ),
    "a picture from the root of the host": (
        {"static/own.css": "body { background: url(/img/back.png) }\n"},
        "static/own.css:1:24 O740",
        "name it as seen from the style sheet, as in `url(back.png)`",
    ),
    "forms that have changed places": (
        {
            "content/pl/index.md": ENGLISH.replace("Arrests", "Rejsy").replace(
                '{one: "{n} arrest", other: "{n} arrests"}',
                '{one: "{n} rejs", few: "{n} rejsów", many: "{n} rejsy", other: "{n} rejsu"}',
            )
        },
        "content/pl/index.md:6:29 N159",
        'write `few: "{n} rejsy", many: "{n} rejsów"`',
    ),
    "two forms that are lacking": (
        {"content/pl/index.md": ENGLISH},
        "content/pl/index.md:6:11 N106",
        'few: "{n} arrests", many: "{n} arrests", other: "{n} arrests"}`, with the words',
    ),
    "a figure without any words": (
        {"content/en/index.md": "---\ntitle: A\n---\nThere were {{ arrests }}.\n"},
        "content/en/index.md:1:1 T602",
        'add `arrests: {label: "...", unit: {one: "{n} ...", other: "{n} ..."}}` under `metrics`',
    ),
    "a number in the place of its sign": (
        {"content/en/index.md": ENGLISH.replace('other: "{n} arrests"', 'other: "1,209 arrests"')},
        "content/en/index.md:6:38 N108",
        'put `{n}` where the number stands: "{n} arrests"',
    ),
    "a message without its last mark": (
        {"locales/en.po": PO.format(header="", entries='msgid "Data"\nmsgstr "Facts\n')},
        "locales/en.po:6:1 T604",
        'write `msgstr "Facts"`',
    ),
    "a message translated in its own place": (
        {
            "templates/parts/footer.html": '<p>{{ _("Write to us") }}</p>\n',
            "locales/ro.po": PO.format(header="", entries='msgid "Write to us"\nmsgstr "Scrieți-ne"\n').replace(
                "uk", "ro"
            ),
            "locales/en.po": PO.format(header="", entries='msgid "Mail us"\nmsgstr ""\n').replace("uk", "en"),
        },
        "locales/en.po:6:1 T607",
        'write `msgid "Write to us"` again, and “Mail us” behind `msgstr`',
    ),
    "a sign of emphasis without its other half": (
        {
            "content/ro/index.md": f"{ROMANIAN}\nNava *Aurora* pleacă.\n",
            "content/en/index.md": f"{ENGLISH}\nThe *Aurora leaves.\n",
        },
        "content/en/index.md:10:1 M106",
        "write a star before the words and one behind them",
    ),
    "a command that is misspelt": (
        {"templates/parts/footer.html": '{% inclde "parts/logo.html" %}\n'},
        "templates/parts/footer.html:1:4 O701",
        "did you mean `include`?",
    ),
    "a part of a text": (
        {"templates/parts/footer.html": "<p>{{ page.title.text }}</p>\n"},
        "templates/parts/footer.html:1:18 O702",
        "leave `.text` out: what stands before it is the text itself",
    ),
    "a figure of a list by its name": (
        {"templates/parts/footer.html": "<p>{{ page.figures.arrests.element }}</p>\n"},
        "templates/parts/footer.html:1:20 O702",
        '{% for figure in page.figures if figure.id == "arrests" %}{{ figure.element }}{% endfor %}',
    ),
    "a link past the path of the site": (
        {
            "site.toml": SETTINGS.replace("facts.example/", "facts.example/atlas/"),
            "templates/parts/footer.html": '<a href="/en/">{{ _("Data") }}</a>\n',
        },
        "templates/parts/footer.html:1:10 O741",
        "write `/atlas/en/` for a page of the site",
    ),
    "a property without its colon": (
        {"static/own.css": "a { color red; margin: 0 }\n"},
        "static/own.css:1:5 O732",
        "write `:` between a property and its value",
    ),
    "the plural in the place of the singular": (
        {
            "content/en/index.md": ENGLISH.replace(
                '{one: "{n} arrest", other: "{n} arrests"}', '{one: "{n} arrests", other: "{n} arrest"}'
            )
        },
        "content/en/index.md:6:12 N159",
        'write `one: "{n} arrest", other: "{n} arrests"`',
    ),
    "a figure too far in": (
        {
            "content/ro/index.md": ROMANIAN.replace("metrics:\n", RAIDS, 1) + "\nAu fost {{ raids }}.\n",
            "content/en/index.md": ENGLISH.replace(
                "\n---\n",
                '\n    raids:\n      label: Raids\n      unit: {one: "{n} raid", other: "{n} raids"}\n---\n',
                1,
            )
            + "\nThere were {{ raids }}.\n",
        },
        "content/en/index.md:7:5 F007",
        "move this line and the lines below that belong to it to the left",
    ),
    "a frame of another site": (
        {"templates/parts/footer.html": '<iframe src="https://maps.example/embed"></iframe>\n'},
        "templates/parts/footer.html:1:14 O734",
        "write a link to it",
    ),
    "a form that sends to another site": (
        {"templates/parts/footer.html": '<form action="https://a.example/"><button>{{ _("Data") }}</button></form>\n'},
        "templates/parts/footer.html:1:15 O734",
        "pages frame no other site, and send nothing to one",
    ),
    "a value of a style sheet that has no name": (
        {"static/own.css": ":root { --own-colour: red }\na { color: var(--own-color) }\n"},
        "static/own.css:2:16 O732",
        "did you mean `--own-colour`?",
    ),
    "a redirect to another site without its scheme": (
        {"site.toml": f'{SETTINGS}[redirects]\n"/shop/" = "shop.example.eu"\n'},
        f"site.toml:{LAST + 2}:12 R513",
        "did you mean `https://shop.example.eu`?",
    ),
    "a redirect to an address of the site that is misspelt": (
        {"site.toml": f'{SETTINGS}[redirects]\n"/shop/" = "https://facts.example/ro/metda/"\n', **METHOD},
        f"site.toml:{LAST + 2}:12 R513",
        "did you mean `/ro/metoda/`?",
    ),
    "a title in the head": (
        {"site.toml": f'head = "<title>Facts</title>"\n{SETTINGS}'},
        "site.toml:1:8 O738",
        "each page has the title of its sheet",
    ),
    "where sheets are edited without a file": (
        {"site.toml": f'edit_url = "https://github.com/a/b/edit/main/"\n{SETTINGS}'},
        "site.toml:1:12 C803",
        "did you mean `https://github.com/a/b/edit/main/{file}`?",
    ),
    "where sheets are kept without a file": (
        {"site.toml": f'edit_url = "https://github.com/a/b"\n{SETTINGS}'},
        "site.toml:1:12 C803",
        "did you mean `https://github.com/a/b/edit/main/{file}`?",
    ),
}
"""The files beside a good site, the place and the code of the one finding, and words of its way out."""


@pytest.mark.parametrize("name", ROWS)
def test_a_slip_is_told_once_with_its_answer(tmp_path: Path, name: str) -> None:
    """One finding, with the line and column of the slip, and what is to be written."""
    files, expected, words = ROWS[name]
    root = write_site(tmp_path, {**SMALL_SITE, **files})
    (problem,) = [
        one for one in library.check(root, Options(today=date(2026, 1, 1))).problems if one.code not in UNTRANSLATED
    ]
    assert f"{problem.place} {problem.code}" == expected
    assert words in told(problem, words_of("en"))[1]


RIGHT: Mapping[str, Mapping[str, str]] = {
    "an origin that the policy lets in": {
        "site.toml": f"head = '<script src=\"https://a.counter.example/c.js\"></script>'\n{SETTINGS}"
        '[csp]\nscript-src = ["https://*.counter.example"]\n'
    },
    "a file of the site itself, and a link": {
        "site.toml": f'head = \'<script src="https://facts.example/c.js"></script>'
        f'<link rel="me" href="https://social.example/@a">\'\n{SETTINGS}'
    },
    "files of others that the policy lets in": {
        **LOADED,
        "site.toml": f'{SETTINGS}[csp]\nimg-src = ["https://pictures.example/own"]\n',
        "static/own.css": "body { background: url(https://pictures.example/own/a.png) } /* see https://a.example */\n",
    },
    "style sheets of many kinds": {
        **LOADED,
        "static/own.css": "@import url(more.css);\n@layer a, b;\n@media print { a:hover, b > i { --x: ; c: red } }\n"
        "@font-face { font-family: A; src: url(data:font/woff2;base64,AA==) }\n"
        ".a { &:hover { margin: 0 auto } b i { top: 0 } }\n",
        "static/more.css": "a { b: c }\n",
    },
    "an address below the site, and values with another to fall back on": {
        **LOADED,
        "site.toml": f'{SETTINGS}[redirects]\n"/old" = "report.pdf"\n',
        "static/root/report.pdf": "%PDF-1.4",
        "static/own.css": "a { color: var(--none, red); margin: var(--ink) }\n:root { --ink: 1em }\n",
        "templates/parts/footer.html": '<form action="/en/search/"><button>{{ _("Data") }}</button></form>\n',
    },
    "files for hosts that say what the settings say": {
        "static/root/CNAME": "facts.example\n",
        "static/root/robots.txt": "User-agent: a\nDisallow: /\n\nUser-agent: *\nDisallow: /x/\n"
        "Sitemap: https://facts.example/sitemap.xml\n",
        "static/root/_headers": "/*\n  content-security-policy: default-src 'self'\n",
        "static/root/_redirects": "/a /b 301\n",
    },
    "properties of all kinds": {
        **LOADED,
        "static/own.css": "@font-face { font-family: A; src: local(B); font-display: swap }\n"
        "a:hover { -webkit-hyphens: auto; --own: 1; inset-inline: 0; &:focus { colr: 1 } }\n".replace("colr", "color")
        + '/* a: b; "/*" */ p::before { content: "/* x"; quotes: none }\n'.replace('"/*" ', ""),
    },
    "stars that are meant": {
        "content/ro/index.md": f"{ROMANIAN}\n\\* Date provizorii, vezi *Aurora*.\n",
        "content/en/index.md": f"{ENGLISH}\n\\* Provisional data, see *Aurora*.\n",
    },
    "a link below the path of the site": {
        "site.toml": SETTINGS.replace("facts.example/", "facts.example/atlas/"),
        "templates/parts/footer.html": '<a href="/atlas/en/">{{ _("Data") }}</a><a href="//a.b/">{{ _("Cite") }}</a>\n',
    },
    "a head with all that may stand in one": {
        "site.toml": 'head = \'<!-- a --><link rel="me" href="/a"><noscript><img src="/a.gif" alt=""></noscript>'
        f'<script defer src="/a.js"></script>\'\n{SETTINGS}'
    },
    "what a template asks without telling it": {
        "templates/parts/footer.html": '{% if page.figures | length > 1 %}<p class="n{{ page.figures | length }}">'
        '{{ _("Data") if page.figures | length else site.title }}</p>{% endif %}\n'
    },
    "a block within one that there is": {
        "templates/chooser.html": '{% extends "base.html" %}\n{% set lang = "en" %}{% set dir = "ltr" %}\n'
        "{% block body %}{% block own %}<p>{{ site.title }}</p>{% endblock %}{% endblock %}\n"
    },
    "forms of Polish in their places": {
        "content/pl/index.md": ENGLISH.replace("Arrests", "Osoby").replace(
            '{one: "{n} arrest", other: "{n} arrests"}',
            '{one: "{n} osoba", few: "{n} osoby", many: "{n} osób", other: "{n} osoby"}',
        )
    },
    "a German noun that ends as an adjective does": {
        "content/de/index.md": ENGLISH.replace("Arrests", "Freiwillige").replace(
            '{one: "{n} arrest", other: "{n} arrests"}', '{one: "{n} Freiwilliger", other: "{n} Freiwillige"}'
        )
    },
    "names, and words of one language": {
        "templates/parts/footer.html": '<p><span translate="no">Velo</span> &copy; {{ site.title }}</p>\n',
        "templates/parts/crumbs.html": '{% if page.lang == "ro" %}Acasă{% else %}Home{% endif %}\n',
        "templates/parts/actions.html": "<p>{% trans %}Data{% endtrans %} – {# Words #}</p>\n",
    },
    "bounds of Ukrainian and Hungarian": {
        **{f"content/{tag}/index.md": "---\ntitle: A\ndraft: true\n---\n" for tag in ("uk", "hu")},
        "locales/uk.po": PO.format(
            header="",
            entries='msgctxt "bound"\nmsgid "under %(figure)s"\nmsgstr "менше ніж %(figure)s"\n\n'
            'msgctxt "bound"\nmsgid "up to %(figure)s"\nmsgstr "не більше ніж %(figure)s"\n',
        ),
        "locales/hu.po": PO.format(
            header="", entries='msgctxt "bound"\nmsgid "under %(figure)s"\nmsgstr "kevesebb, mint %(figure)s"\n'
        ),
    },
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_silent(tmp_path: Path, name: str) -> None:
    """No finding where nothing is wrong."""
    root = write_site(tmp_path, {**SMALL_SITE, **RIGHT[name]})
    left = {"T607", "T622", *UNTRANSLATED}
    assert [f"{one.place} {one.code}" for one in library.check(root).problems if one.code not in left] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("build --format json", "it belongs to other commands: check, export"),
        ("check --json", "did you mean --format json?"),
        ("build --langs hu", "did you mean --locale?"),
        ("build --lang hu", "--locale names a language of the site"),
        ("status --locale hu", "it belongs to other commands: build, check, serve, read"),
        ("new locale ua", "did you mean uk?"),
        ("hosting nginx --folder srv/facts", "did you mean --folder /srv/facts?"),
    ],
)
def test_an_option_is_told_with_its_answer(tmp_path: Path, line: str, words: str) -> None:
    """An option of another command, its value without its name, and the language of pages for that of messages."""
    done = run_here(*line.split(), cwd=write_site(tmp_path, SMALL_SITE))
    assert done.returncode == 2
    assert words in done.stderr
