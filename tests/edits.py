"""Edits to a site after which a build that remembers must give what a clean one gives, each for a kind of dependency.

Nothing here knows how a build finds out what an edit reaches.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from factsheet.builder.options import Options
from factsheet.builder.pipeline import Unreadable, build, look_at
from factsheet.builder.state import BuildState
from factsheet.builder.status import LanguageStatus, status
from factsheet.core.problems import Problem
from tests.support import SETTINGS, write_site

INDEX: Final = """---
title: Cifre
summary: "Pe scurt: {{ arrests }}."
sources:
  presa: {title: Comunicat, lang: ro, file: presa.txt}
metrics:
  arrests:
    value: 12
    bound: over
    label: Arestări
    unit: {one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}
    source: presa
    quote: "peste 12 arestări"
    recheck_by: 2026-02-01
---
Au fost {{ arrests }}. Vezi [urmările](urmari.md#mai-departe).[^1]

[^1]: O notă.
"""
INDEX_EN: Final = """---
title: Figures
metrics:
  arrests: {label: Arrests, unit: {one: "{n} arrest", other: "{n} arrests"}}
---
There were {{ arrests }}. See [the aftermath](urmari.md).
"""
AFTER: Final = """---
title: Urmări
order: 1
metrics:
  cases: {value: 45, label: Cazuri, unit: {one: "{n} caz", few: "{n} cazuri", other: "{n} de cazuri"}}
---
## Mai departe

După {{ index/arrests }} au fost {{ cases }}.
"""
AFTER_EN: Final = """---
title: Aftermath
metrics:
  cases: {label: Cases, unit: {one: "{n} case", other: "{n} cases"}}
---
After {{ index/arrests }} there were {{ cases }}.
"""
METHOD: Final = "---\ntitle: Metoda\norder: 2\n---\nText.\n"
DETAILS: Final = "---\ntitle: Detalii\norder: 3\n---\nVezi [tot](index.md).\n"

SITE: Final[Mapping[str, str]] = {
    "site.toml": f'{SETTINGS}security_contact = "mailto:a@facts.example"\n',
    "content/ro/index.md": INDEX,
    "content/en/index.md": INDEX_EN,
    "content/ro/urmari.md": AFTER,
    "content/en/urmari.md": AFTER_EN,
    "content/ro/method.md": METHOD,
    "content/ro/detalii.md": DETAILS,
    "presa.txt": "Au fost peste 12 arestări.\n",
}
"""Four sheets, two of which are translated; the sheets mention and link each other."""

BEFORE: Final = Options(today=date(2026, 1, 2))


@dataclass(frozen=True, kw_only=True)
class Edit:
    """A site, and what is changed of it between two builds."""

    after: Mapping[str, str | None] = field(default_factory=dict)
    """The files that are changed, by path; None where one is deleted."""
    before: Mapping[str, str | None] = field(default_factory=dict)
    """What is otherwise than in SITE before the edit."""
    day: date | None = None
    """The day of the second build, where it is another."""
    drafts: bool = False
    """Whether the second build shows drafts."""


def changed(path: str, *words: str) -> dict[str, str]:
    """A file of SITE with some words replaced, which must be there: old, new, old, new, and so on."""
    text = SITE[path]
    for old, new in zip(words[::2], words[1::2], strict=True):
        assert old in text, (path, old)
        text = text.replace(old, new)
    return {path: text}


def outcomes(root: Path, edit: Edit) -> tuple["Outcome", "Outcome"]:
    """Build a site, edit it, and build it again with what the first build remembers; and build it clean."""
    put(root, {**SITE, **edit.before})
    first = build(root, BEFORE)
    assert not first.has_errors, first.problems  # what is not published is not remembered either
    put(root, edit.after)
    options = replace(BEFORE, today=edit.day or BEFORE.today, drafts=edit.drafts)
    again = build(root, options, state=first.state)
    kept = dict(first.artifacts)
    clean = build(root, options, state=BuildState())
    files = {**{path: kept[path] for path in again.unchanged}, **again.artifacts}
    return (
        Outcome(again.has_errors, again.problems, files, _states(root, options, first.state)),
        Outcome(clean.has_errors, clean.problems, dict(clean.artifacts), _states(root, options, BuildState())),
    )


def _states(root: Path, options: Options, state: BuildState) -> tuple[LanguageStatus, ...]:
    """How far translations are; nothing of a site that must be read as a whole."""
    try:
        return status(look_at(root, options, state))
    except Unreadable:
        return ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build, and how far translations are: whether it may be published, its findings, its files."""

    has_errors: bool
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    states: tuple[LanguageStatus, ...]


def put(root: Path, files: Mapping[str, str | None]) -> None:
    """Write files, and delete those that have no text."""
    for path in [path for path, text in files.items() if text is None]:
        (root / path).unlink()
    write_site(root, {path: text for path, text in files.items() if text is not None})


PICTURE: Final = "\n![O hartă](/static/harta.svg)\n"
CARD: Final = "<p>A card.</p>\n"

EDITS: Final[Mapping[str, Edit]] = {
    "the day passes on which a figure must be checked again": Edit(day=date(2026, 3, 1)),
    "the archived source says another number": Edit(after={"presa.txt": "Au fost peste 13 arestări.\n"}),
    "the archived source is deleted": Edit(after={"presa.txt": None}),
    "a figure has another value": Edit(after=changed("content/ro/index.md", "value: 12", "value: 13")),
    "a figure that another sheet mentions has another value": Edit(
        before=changed("content/ro/detalii.md", "Vezi", "Au fost {{ urmari/cases }}. Vezi"),
        after=changed("content/ro/urmari.md", "value: 45", "value: 46"),
    ),
    "a body has other words": Edit(after=changed("content/ro/index.md", "Au fost", "S-au făcut")),
    "a title has other words": Edit(after=changed("content/ro/urmari.md", "title: Urmări", "title: Ce a urmat")),
    "a translated title has other words": Edit(after=changed("content/en/urmari.md", "Aftermath", "What followed")),
    "a heading has another address": Edit(after=changed("content/ro/urmari.md", "## Mai departe", "## Altceva")),
    "a sheet is added": Edit(after={"content/ro/nou.md": "---\ntitle: Nou\n---\nText.\n"}),
    "a sheet is deleted": Edit(after={"content/ro/method.md": None}),
    "a sheet that others mention is deleted": Edit(after={"content/ro/urmari.md": None, "content/en/urmari.md": None}),
    "two sheets change places": Edit(
        after={**changed("content/ro/method.md", "order: 2", "order: 3"), **changed("content/ro/detalii.md", "3", "2")}
    ),
    "a sheet becomes a draft": Edit(after=changed("content/ro/method.md", "order: 2", "order: 2\ndraft: true")),
    "a sheet has another address": Edit(after=changed("content/ro/urmari.md", "order: 1", "order: 1\nslug: apoi")),
    "a translation is added": Edit(after={"content/en/method.md": "---\ntitle: Method\n---\nText.\n"}),
    "a translation is added as a draft": Edit(
        after={"content/en/method.md": "---\ntitle: Method\ndraft: true\n---\nText.\n"}
    ),
    "a translation that cannot be read is added": Edit(after={"content/en/method.md": "---\ntitle: [\n---\n"}),
    "a translation says the words of the original": Edit(
        after=changed(
            "content/en/urmari.md", "After {{ index/arrests }} there were", "După {{ index/arrests }} au fost"
        )
    ),
    "drafts are shown": Edit(before=changed("content/ro/method.md", "order: 2", "order: 2\ndraft: true"), drafts=True),
    "a translation is deleted": Edit(after={"content/en/urmari.md": None}),
    "a translation without an original is added": Edit(after={"content/en/gone.md": "---\ntitle: Gone\n---\nText.\n"}),
    "a translation is added of a sheet that is linked and not there": Edit(
        before={
            **changed("content/ro/detalii.md", "index.md", "gone.md"),
            "site.toml": f'{SITE["site.toml"]}checks = {{ R503 = "warning" }}\n',
            "content/en/method.md": "---\ntitle: Method\n---\nText.\n",
        },
        after={"content/en/gone.md": "---\ntitle: Gone\n---\nText.\n"},
    ),
    "a figure of another sheet makes a typed number one of ours": Edit(
        before={
            **changed("content/ro/detalii.md", "Vezi", "Au fost 77 de lucruri. Vezi"),
            **changed("content/ro/method.md", "Text", "Tot 77 de lucruri"),
            "site.toml": f'{SITE["site.toml"]}checks = {{ S301 = "warning" }}\n',
        },
        after=changed("content/ro/urmari.md", "value: 45", "value: 77"),
    ),
    "the last mention of a figure is deleted": Edit(
        before=changed("content/ro/detalii.md", "Vezi", "Au fost {{ urmari/cases }}. Vezi")
        | changed("content/ro/urmari.md", " au fost {{ cases }}", "", "order: 1", "order: 1\nhighlight: []")
        | changed("content/en/urmari.md", " there were {{ cases }}", ""),
        after={"content/ro/detalii.md": SITE["content/ro/detalii.md"]},
    ),
    "a draft has a fault": Edit(
        before={"content/en/method.md": "---\ntitle: Method\ndraft: true\n---\nText.\n"},
        after={"content/en/method.md": "---\ntitle: Method\ndraft: true\nsumary: Text.\n---\nText.\n"},
    ),
    "a setting": Edit(after={"site.toml": f'{SITE["site.toml"]}publisher = "Editura"\n'}),
    "a setting that one page needs": Edit(after={"site.toml": f"{SITE['site.toml']}embeds = false\n"}),
    "a translation is marked as made from the original": Edit(
        after={"translations.lock": ""},
    ),
    "a message of all pages": Edit(after={"locales/ro.po": 'msgid "Key figures"\nmsgstr "Cifre alese"\n'}),
    "a message of a bound": Edit(
        after={"locales/ro.po": 'msgctxt "bound"\nmsgid "over %(figure)s"\nmsgstr "mai mult de %(figure)s"\n'}
    ),
    "a message of a bound that one sheet shows": Edit(
        before=changed("content/ro/urmari.md", "value: 45", "value: 45, bound: at-least"),
        after={"locales/ro.po": 'msgctxt "bound"\nmsgid "at least %(figure)s"\nmsgstr "minimum %(figure)s"\n'},
    ),
    "a part of a figure that is computed has another value": Edit(
        before={
            **changed(
                "content/ro/index.md",
                "metrics:\n",
                "metrics:\n  both:\n    sum_of: [index/arrests, urmari/cases]\n    label: Toate\n"
                '    unit: {one: "{n} caz", few: "{n} cazuri", other: "{n} de cazuri"}\n',
                "value: 12\n    bound: over\n",
                "value: 12\n",
                '"peste 12 arestări"',
                '"12 arestări"',
            ),
            **changed(
                "content/en/index.md",
                "metrics:\n",
                'metrics:\n  both: {label: All, unit: {one: "{n} case", other: "{n} cases"}}\n',
            ),
        },
        after=changed("content/ro/urmari.md", "value: 45", "value: 46"),
    ),
    "words of a bound come to say another": Edit(
        before={
            **changed("content/ro/index.md", "Au fost {{ arrests }}", "Au fost {{ arrests }}, {{ urmari/cases }}"),
            **changed(
                "content/en/index.md", "There were {{ arrests }}", "There were {{ arrests }}, {{ urmari/cases }}"
            ),
            **changed("content/ro/urmari.md", "value: 45", "value: 45, bound: at-least"),
        },
        after={"locales/ro.po": 'msgctxt "bound"\nmsgid "at least %(figure)s"\nmsgstr "sub %(figure)s"\n'},
    ),
    "a message of the text's typography": Edit(
        after={"locales/ro.po": 'msgid "Back to the text"\nmsgstr "Înapoi la citit"\n'}
    ),
    "a catalogue with a fault": Edit(
        after={"locales/ro.po": 'msgctxt "bound"\nmsgid "over %(figure)s"\nmsgstr "mai mult de %(figur)s"\n'}
    ),
    "a bound that reads as another": Edit(
        after={"locales/ro.po": 'msgctxt "bound"\nmsgid "over %(figure)s"\nmsgstr "sub %(figure)s"\n'}
    ),
    "a word of all pages says money in which nothing is": Edit(
        after={"locales/ro.po": 'msgid "All figures"\nmsgstr "Toate cifrele, în lei"\n'}
    ),
    "a message that nobody asks for": Edit(after={"locales/ro.po": 'msgid "Nobody asks"\nmsgstr "Nimeni"\n'}),
    "a template": Edit(after={"templates/parts/card.html": CARD}),
    "a template of the site's own": Edit(
        before={"templates/parts/card.html": CARD}, after={"templates/parts/card.html": f"{CARD}{CARD}"}
    ),
    "a word of a page with a chart": Edit(
        before=changed(
            "content/ro/index.md",
            "metrics:\n",
            "charts: [{id: c, type: bars, title: Grafic, metrics: [arrests]}]\nmetrics:\n",
        ),
        after={"locales/ro.po": 'msgid "Back to the text"\nmsgstr "Înapoi la citit"\n'},
    ),
    "a template with a fault": Edit(after={"templates/parts/card.html": "{% if %}"}),
    "a template that a sheet asks for is deleted": Edit(
        before={
            **changed("content/ro/method.md", "order: 2", "order: 2\nlayout: wide"),
            "templates/wide.html": '{% extends "sheet.html" %}\n',
        },
        after={"templates/wide.html": None},
    ),
    "a picture": Edit(
        before={**changed("content/ro/method.md", "Text.\n", f"Text.\n{PICTURE}"), "static/harta.svg": "<svg/>\n"},
        after={"static/harta.svg": "<svg></svg>\n"},
    ),
    "a picture is deleted": Edit(
        before={**changed("content/ro/method.md", "Text.\n", f"Text.\n{PICTURE}"), "static/harta.svg": "<svg/>\n"},
        after={"static/harta.svg": None},
    ),
    "the style of all pages": Edit(after={"static/style.css": "p { color: red }\n"}),
    "a file that no page names": Edit(after={"static/more.css": "p { color: red }\n"}),
}
