"""Every word of the interface is there in every language and breaks no page, and every template is used."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Final

from factsheet.content.catalogs import Catalog, Message, Plurals, fits, placeholders, plurals_of, read_plurals
from factsheet.content.model import Language
from factsheet.content.settings import refused
from factsheet.content.sources import default_file, defaults, is_default_template
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import listed, nearest
from factsheet.site.extraction import lost_parts, named_templates
from factsheet.site.site import Site

MOST_OF_MESSAGE = 60
"""How much of a message a finding quotes, in characters."""

_FEW = 2
"""How many words may be the same in two languages, beside placeholders."""

_TAG = regex(r"</?[A-Za-z][^<>]{0,200}>|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
_DIGITS = regex(r"\d+")
_MARK = regex(r"[%<&\d]")
"""Where neither a message nor its form has one of these, there is no placeholder, element or number to be wrong."""
_GOOD_PERCENT = regex(r"%%|%\([a-z_]+\)s")


def catalogues_are_good(site: Site) -> Iterator[Problem]:
    """Report messages that are missing, fuzzy or broken, and headers that choose wrong plural forms."""
    if not site.messages:
        return
    settings = site.settings
    for language in site.published:
        shown = (("title", settings.title), ("description", settings.description))
        for key, texts in (*shown, ("theme.footer", settings.theme.footer)):
            if settings.reference in texts and language.tag not in texts:
                said = {"key": key, "metric": "site.toml", "section": "", "tag": language.tag}
                place = settings.places[f"{key}.{settings.reference}"]
                yield report("T602", place, variant="settings", language=language.name, **said)
        catalog = site.catalogs[language.tag]
        if catalog.unread:
            place = Place(f"content/{language.tag}")
            yield report("T606", place, language=language.name, tag=language.tag, file=catalog.file)
            continue
        wrong = _wrong_header(catalog, language)
        yield from (wrong,) if wrong else ()
        for message in catalog.messages.values():
            yield from _broken(catalog, message, language, counts=wrong is None)
        yield from _missing(site, catalog, language)


def _missing(site: Site, catalog: Catalog, language: Language) -> Iterator[Problem]:
    lacking = []
    for context, msgid in site.messages:
        message = catalog.messages.get((context, msgid))
        if message is not None and message.fuzzy and any(message.strings):
            yield report("T608", message.place, message=short(msgid))
        elif message is None or not message.is_translated or _is_english(message, language):
            lacking.append((msgid, message.place if message else Place(catalog.file), "empty" if message else ""))
    said = {"language": language.name, "file": catalog.file, "count": len(lacking)}
    own = [one for key, one in catalog.messages.items() if key not in site.messages and one.place.path == catalog.file]
    unasked = [one for one in own if not any(one.strings) or one.strings == (one.id,)]
    default, absent = (default_file(catalog.file) or b"").decode(), [one for one in lacking if not one[2]]
    unasked = [one for one in unasked if f'msgid "{one.id}"' not in default]
    if any("#" in one.context for one in own):
        yield report("T641", Place(catalog.file), variant="exported", file=catalog.file, better="")
        return
    if len(absent) == len(unasked):
        lacking = [one for one in lacking if one[2]]
        for (msgid, *_), one in zip(absent, unasked, strict=True):
            yield report("T607", one.place, variant="renamed", message=short(msgid), given=short(one.id), **said)
    if len(lacking) > MOST_OF_MESSAGE:
        lacking = [(*lacking[0][:2], "many")]
    for msgid, place, variant in lacking:
        yield report("T607", place, variant=variant, message=short(msgid), **said)


def _is_english(message: Message, language: Language) -> bool:
    """Whether a text of some words is still that of the tool, which is English."""
    words = LETTERS.findall(_GOOD_PERCENT.sub("", message.id))
    return len(words) > _FEW and message.strings == (message.id,) and not language.tag.startswith("en")


def _wrong_header(catalog: Catalog, language: Language) -> Problem | None:
    """The finding for plural forms that are not the language's, or of which no translated message has all."""
    counted = [one for one in catalog.messages.values() if one.plural is not None and any(one.strings)]
    usual, found = plurals_of(language.numbers.cldr), {len(one.strings) for one in counted}
    given = [_plurals(message, language) for message in counted]
    if all(given) and not (found == {usual.count} and any(one and one.count != usual.count for one in given)):
        return None
    place = catalog.header_place or Place(catalog.file)
    return report("T612", place, language=language.name, expected=usual.header)


def _plurals(message: Message, language: Language) -> Plurals | None:
    """Give the formula of a message's catalogue, if it serves the language."""
    given = read_plurals(message.formula)
    return given if given and fits(given, language.numbers.cldr) else None


def _broken(catalog: Catalog, message: Message, language: Language, *, counts: bool) -> Iterator[Problem]:
    """Report what is wrong with a message of this file; how many forms it has only where the header `counts`."""
    if message.place.path != catalog.file or not any(message.strings):
        return
    if message.plural is not None and counts:
        plurals = _plurals(message, language)
        if plurals and len(message.strings) != plurals.count:
            said = {"message": short(message.id), "language": language.name, "found": str(len(message.strings))}
            yield report("T613", message.place, **said, expected=plurals.count, last=plurals.count - 1)
    for text in message.strings:
        if text and _MARK.search(f"{message.id}{message.plural}{text}"):
            yield from _faults(message, text)


@lru_cache(maxsize=4_096)
def _faults(message: Message, text: str) -> tuple[Problem, ...]:
    """What is wrong with one form of a message, looked at once in a process that builds again and again."""
    return tuple(_broken_text(message, text))


def _broken_text(message: Message, text: str) -> Iterator[Problem]:
    source = message.plural or message.id
    wanted, found = placeholders(message.id) | placeholders(source), placeholders(text)
    if _has_stray_percent(text) and not _has_stray_percent(source):
        lacking = sorted(wanted - found)
        near = f"%({lacking[0]})s" if len(lacking) == 1 else None
        yield report("T611", message.place, near=near, message=short(message.id))
    elif wanted != found:
        yield report("T609", message.place, message=short(message.id), expected=_listed(wanted), found=_listed(found))
    foreign = [tag for tag in _TAG.findall(text) if tag not in source]
    if foreign:
        yield report("T610", message.place, message=short(message.id), markup=foreign[0])
    elif not _has_stray_percent(text):
        yield from _typed_number(message, source, text)


def _typed_number(message: Message, source: str, text: str) -> Iterator[Problem]:
    """Report a number that a translator has written and the message does not have."""
    known = {int(digits[:MOST_OF_MESSAGE]) for digits in _DIGITS.findall(f"{message.id} {source}")}
    typed = [digits[:MOST_OF_MESSAGE] for digits in _DIGITS.findall(text)]
    number = next((digits for digits in typed if int(digits) not in known), None)
    if number is not None:
        yield report("T615", message.place, message=short(message.id), number=number)


def _has_stray_percent(text: str) -> bool:
    """Whether a percent sign is left when doubled ones and placeholders are taken out."""
    return "%" in _GOOD_PERCENT.sub("", text)


def _listed(names: frozenset[str]) -> str:
    return listed(f"%({name})s" for name in sorted(names)) or "no placeholder"


def short(message: str) -> str:
    """A message on one line, cut where it is long."""
    line = message.replace("\n", " ")
    return line if len(line) <= MOST_OF_MESSAGE else f"{line[: MOST_OF_MESSAGE - 1]}…"


# Templates of the site that no page uses: one whose name was misspelt, most often, or whose `include` was lost.

PAGES: Final = frozenset(("404.html", "alias.html", "chooser.html", "embed.html", "search.html", "sheet.html"))
"""The templates that the tool itself asks for."""

_SUFFIX: Final = ".html"


def _part(name: str) -> str | None:
    """The part of the tool's pages that has this name, in its folder."""
    folder, base = defaults() / "templates", name.rpartition("/")[2]
    found = next((path.relative_to(folder).as_posix() for path in folder.glob("*/*.html") if path.name == base), None)
    return None if found == name else found


_REFUSED = regex(
    r"<[A-Za-z][^<>]*?\s(?:(?P<style>style\s*=)|(?P<handler>on[a-z]{3,20}\s*=|href=[\"']?javascript:))|(?P<sheet><style(?=[\s>]))|"
    r"(?P<script><script(?![^>]*\b(?:src|type=[\"']?application/))[^>]*>\s*(?!\{\{-? *site\.first_script)[^<\s])",
    re.IGNORECASE,
)
"""Styles and scripts that stand in a page."""
_OF_HEAD = regex(
    r"<(script|style|noscript|template|title)\b.*?</\1\s*>|<!--.*?-->|<(?:link|meta|base)\b(?:[^<>\"']|\"[^<>\"]*\"|'[^<>']*')*>",
    re.DOTALL | re.IGNORECASE,
)
_NOT_IN_HEAD = regex(r"(?P<title><title)|(?P<base><base)\b|(?P<braces>\{\{.*?\}\}|\{%.*?%\})", re.IGNORECASE)
_BEGINNING = regex(r"</?(?P<open>(?:script|style|noscript|template|title)\b)?[\w-]*|\S{1,20}", re.IGNORECASE)


def templates_keep_the_policy(site: Site) -> Iterator[Problem]:
    """Report styles, scripts and files of others in the site's own templates and `head` that the policy refuses."""
    head = site.settings.head or ""
    yield from _against_policy(site, head, lambda _: site.settings.places["head"])
    if lost := _NOT_IN_HEAD.search(head):
        yield report("O738", site.settings.places["head"], variant=lost.lastgroup or "", text=lost[0], name="")
    elif left := _BEGINNING.search(_OF_HEAD.sub("", head)):
        variant = "open" if left["open"] else "quote" if left[0] in {"<link", "<meta"} else ""
        yield report("O738", site.settings.places["head"], variant=variant, text=left[0], name=left["open"] or "")
    for name, data in site.templates.items():
        if name.endswith(_SUFFIX) and not is_default_template(name, data):
            text = data.decode("utf-8", "replace")
            yield from _against_policy(site, text, partial(place_at, f"templates/{name}", text))
            default = (default_file(f"templates/{name}") or b"").decode()
            for at, words in _untranslated(text) if len(site.published) > 1 else ():
                if words not in default:
                    yield report("O735", place_at(f"templates/{name}", text, at), text=short(words), template=name)


def _against_policy(site: Site, text: str, place: Callable[[int], Place]) -> Iterator[Problem]:
    for found in _REFUSED.finditer(text):
        kind = found.lastgroup or ""
        told = "O733" if kind in {"script", "handler"} else "O731"
        yield report(told, place(found.start(kind)), variant="handler" if kind == "handler" else "")
    yield from (report("O734", place(at), **said) for at, said in refused(site.settings, text))


_JINJA = regex(r"\{#.*?#\}|\{%-?\s*trans\b.*?\bendtrans\s*-?%\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->", re.DOTALL)
_ELEMENT = regex(
    r"<(script|style|svg|title)\b.*?</\1>|<[^<>]*\b(?:lang|translate)=[^<>]*>[^<]*|<[^<>]*>|&#?\w+;",
    re.DOTALL | re.IGNORECASE,
)
_OF_ONE_LANGUAGE = regex(r"\blang\b[^{}%]{0,20}(?:==|!=|\bin\b)")
_WORDS = regex(r"[^\0\s][^\0\n]*[^\W\d_]{2}[^\0\n]*|[^\W\d_]{2}[^\0\n]*")


def _untranslated(template: str) -> Iterator[tuple[int, str]]:
    """The words that a template says itself, in one language for all readers, each with where they stand."""
    if _OF_ONE_LANGUAGE.search(template):
        return
    for pattern in (_JINJA, _ELEMENT):
        template = pattern.sub(lambda found: "\0" * len(found[0]), template)
    for found in _WORDS.finditer(template):
        yield found.start(), found[0].strip()


_NEEDED: Final = (
    r'<html[^>]*\blang="\{\{', r"site\.policy", r'name="viewport"', r"<title>", r"<h1\b",
    r"\bsection\.html\b|page\.(?:body|sections)",
)  # fmt: skip
"""What the pages of sheets need of their templates."""


def pages_have_what_they_need(site: Site) -> Iterator[Problem]:
    """Report what the templates of the site's own have lost of the default ones."""
    pages = {name: data for name, data in site.templates.items() if name.endswith(_SUFFIX)}
    reached: frozenset[str] = frozenset(("sheet.html",))
    while (found := named_templates({name: pages[name] for name in reached & pages.keys()})) and not found <= reached:
        reached |= found
    own = [
        name for name in ("base.html", "sheet.html") if name in reached and not is_default_template(name, pages[name])
    ]
    whole = b"".join(pages[name] for name in sorted(reached & pages.keys())).decode("utf-8", "replace")
    default = {one: (default_file(f"templates/{one}") or b"").decode() for one in own}
    for wanted in _NEEDED if own and found is not None else ():
        said = ((one, line) for one, text in default.items() for line in text.split("\n") if re.search(wanted, line))
        if not re.search(wanted, whole) and (lost := next(said, None)):
            yield report("O745", Place(f"templates/{lost[0]}"), line=lost[1].strip())


def gather_layouts(site: Site) -> str:
    """The templates that a sheet asks for by its `layout`, in any language."""
    return "\n".join(sorted({f"{sheet.layout}{_SUFFIX}" for sheet in site.sheets.values() if sheet.layout}))


def templates_are_used(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report templates of the site that neither the tool nor a `layout` nor another template names."""
    layouts = {name for names in gathered.values() for name in names.split("\n")}
    pages = {name: data for name, data in site.templates.items() if name.endswith(_SUFFIX)}
    own = [name for name in pages.keys() - PAGES - layouts if not is_default_template(name, pages[name])]
    for name in site.templates.keys() - pages.keys():
        meant = f"{name.partition('.')[0]}{_SUFFIX}"  # of `footer.htm`
        if default_file(f"templates/{meant}") is not None:
            yield report("O724", Place(f"templates/{name}", 1, 1), near=meant, template=name)
    for name in (name for name, data in pages.items() if b"extends" in data and not is_default_template(name, data)):
        lost, known = lost_parts(pages, name)
        for line, block in lost:
            place, variant = Place(f"templates/{name}", line, 1), "" if block else "outside"
            said = {"name": f"`{block}`" if block else "what stands here", "known": listed(known, most=MOST_OF_MESSAGE)}
            yield report("O739", place, variant=variant, near=nearest(block, known) if block else None, **said)
    named = named_templates(pages) if own else frozenset()
    if named is not None:
        for name in sorted(set(own) - named):
            yield report("O724", Place(f"templates/{name}", 1, 1), near=_part(name), template=name)
