"""site.toml to frozen settings; every fault is reported, unknown keys with a suggestion."""

import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from factsheet.content.settings import LocaleSettings, PluginSettings, Settings, check_base_url, of_nobody, url_meant
from factsheet.content.text import decode
from factsheet.content.theme import FACES, LOGOS, Accent, Theme, accent_of, hex_of, look_meant
from factsheet.content.toml_table import ADDRESS, MOST_REPORTED, PATH, TableReader, origins_meant, syntax_problem
from factsheet.core.codes import CODES, OF_PLUGINS, code_meant
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem, Severity
from factsheet.core.records import fields
from factsheet.core.suggest import listed
from factsheet.l10n import cldr
from factsheet.l10n.numbers import LAST

FALLBACKS = ("notice", "omit", "error")
FIXED_FAMILIES = ("N", "P")
"""Codes of these families are errors whatever `[checks]` says: a wrong number is never published."""

SAMPLE_PUBLISHER = "Biblioteca din Valea Mică"
"""Who publishes the site that `new site` makes, until somebody says otherwise."""

_YEARS = regex(r"(?P<first>[12]\d{3})[ ]?[-–][ ]?(?P<last>[12]\d{3})")
TAG = regex(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,6}")
"""A language tag of BCP 47 (RFC 5646) as far as its shape goes."""

SETTINGS = tuple(one for one in fields(Settings) if "about" in one.metadata)
"""The keys of site.toml."""

_KEYS = tuple(one.name for one in SETTINGS)
_LOCALE_KEYS, _THEME_KEYS = (tuple(one.name for one in fields(kind)) for kind in (LocaleSettings, Theme))
_PLUGINS = {
    "files": (regex(r"[A-Za-z_][A-Za-z0-9_]*\.py"), 'names of Python files beside site.toml, as in ["extend.py"]'),
    "installed": (regex(r"[A-Za-z0-9_][A-Za-z0-9_.-]*"), 'names of entry points, as in ["film-times"]'),
}
_TEXTS = ("title", "description")
_TYPES: Mapping[str, object] = {one.name: one.type for one in SETTINGS}
_READERS: Mapping[object, str] = {bool: "_one_of", str: "_text", str | None: "_text", tuple[str, ...]: "_texts"}
"""What reads a key whose name no method has, by the type of its field."""
_FEW: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "": (lambda value: isinstance(value, bool), "true or false"),
    "fallback": (lambda value: value in FALLBACKS, '"notice", "omit" or "error"'),
    "words_to": (lambda value: type(value) is int and 0 <= value <= LAST, f"a whole number from 0 to {LAST}"),
}
"""For keys that take one of few values, what fits and how it is called; truth is what all others take."""
DIRECTIVES = ("script-src", "connect-src", "img-src", "style-src", "font-src")
"""The directives of the content security policy (CSP Level 3) to which a site may add origins."""
_ORIGIN = (
    regex(r"https://(?:\*\.)?[A-Za-z0-9.\-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%/\-]*)?"),
    "a list of origins such as https://x.example",
)


def read_settings(data: bytes | None) -> tuple[Settings, list[Problem]]:
    """Read the settings; without a file the defaults hold."""
    if data is None:
        return Settings(), []
    text, problems = decode(PATH, data)
    if problems:
        return Settings(), problems
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return Settings(), [syntax_problem(PATH, str(error), text)]
    reader = _Reader(text, _KEYS)
    settings = reader.settings(table)
    return settings, reader.problems


class _Reader(TableReader):
    """Turns the table into settings and finds the line of what is wrong."""

    _base = ""

    def settings(self, table: Mapping[str, Any]) -> Settings:
        known = self._known(table, _KEYS, "", theme=_THEME_KEYS)
        values: dict[str, Any] = {}
        for key in known:
            if (value := self._reader(key)(key, table[key])) is not None:
                values[key] = value
        texts = {key: values.get(key, {}) for key in _TEXTS}
        if "theme" in values:
            texts["theme.footer"] = values["theme"].footer
        every = ((key, tag, text) for key, given in texts.items() for tag, text in given.items())
        places = {f"{key}.{tag}".rstrip("."): self._place_of_text(key, text) for key, tag, text in every}
        for key in ("menu", "terms"):
            places |= {f"{key}.{text}": self._item_place(key, text) for text in values.get(key, ())}
        for key, words in values.get("classes", {}).items():
            places |= {f"classes.{key}.{tag}": self._place(tag, f"classes.{key}") for tag in words}
        locales = values.get("locales", {}).items()
        own = [(f"locales.{tag}", key) for tag, one in locales for key in ("cldr", "numerals") if getattr(one, key)]
        places |= {f"locales.{tag}": self._place(tag, "locales") for tag, _ in locales}
        for section, key in (("theme", "logo"), ("", "head"), ("", "base_url"), *own):
            places[f"{section}.{key}".lstrip(".")] = self._value_place(key, section)
        return Settings(**values, places=places)

    def _reader(self, key: str) -> Callable[[str, object], Any]:
        """What reads a key: the method of its name, else the one for what its field is."""
        name = f"_{key}"
        reader: Callable[[str, object], Any] = getattr(self, name if hasattr(self, name) else _READERS[_TYPES[key]])
        return reader

    def _reference(self, key: str, value: object) -> str | None:
        tag = self._text(key, value)
        if tag is not None and not TAG.fullmatch(tag):
            self._report("C804", key, "", tag=tag, near=cldr.called(tag))
            return None
        return tag

    _root = _reference

    def _text_by_language(self, key: str, value: object, section: str = "") -> dict[str, str] | None:
        if isinstance(value, dict):
            inner = f"{section}.{key}".lstrip(".")
            good = {tag: self._text(tag, text, inner) for tag, text in self._own(value, inner).items()}
            return {tag: text for tag, text in good.items() if text is not None}
        if isinstance(value, str) or not value:
            text = self._text(key, value, section)
            return None if text is None else {"": text}
        self._report("C803", key, section, key=key, expected='a text in quotes, or a table such as { en = "…" }')
        return None

    _title = _description = _text_by_language

    def _edit_url(self, key: str, value: object) -> str | None:
        text = self._text(key, value)
        if text is None or (ADDRESS.fullmatch(text.replace("{file}", "a")) and text.count("{file}") == 1):
            return text
        folder = "" if "/edit/" in text else "/edit/main"
        whole = re.sub(r"\{\w*\}", "{file}", text) if "{" in text else f"{text.rstrip('/')}{folder}/{{file}}"
        near = whole if "://" in text and whole.count("{file}") == 1 else None
        expected = 'an address with {file}: "https://…/edit/main/{file}"'
        self._report("C803", key, "", key=key, near=near, expected=expected)
        return None

    def _base_url(self, key: str, value: object) -> str | None:
        text = self._text(key, value)
        url = None if text is None else check_base_url(text)
        if text is not None and url is None:
            self._report("C805", key, "", value=text, near=url_meant(text))
        elif text and url and (code := of_nobody(url)):
            self._report(code, key, "", key=key, value=text)
        self._base = url or self._base
        return url

    def _publisher(self, key: str, value: object) -> str | None:
        text = self._text(key, value)
        if text == SAMPLE_PUBLISHER:
            self._report("O707", key, "", variant="publisher", key=key, value=text)
        return text

    def _one_of(self, key: str, value: object) -> object:
        """A value that is one of few."""
        fits, expected = _FEW.get(key, _FEW[""])
        if fits(value):
            return value
        plain = next((str(one).lower() for one in self._plainly(value) if fits(one)), "")
        variant = "plain" if plain else key if key == "fallback" else ""
        self._report("C803", key, "", variant=variant, key=key, expected=expected, better=plain)
        return None

    _fallback = _words_to = _one_of

    def _years(self, key: str, value: object) -> tuple[int, int] | None:
        found = _YEARS.fullmatch(value.strip()) if isinstance(value, str) else None
        if found and int(found["first"]) <= int(found["last"]):
            return int(found["first"]), int(found["last"])
        self._report("C803", key, "", key=key, expected='years such as "2015–2026"')
        return None

    def _texts(self, key: str, value: object) -> tuple[str, ...] | None:
        if isinstance(value, list) and all(isinstance(one, str) and one and one.isprintable() for one in value):
            for one in [one for at, one in enumerate(value) if one in value[:at]][:1]:
                self._report("R518", key, "", key=key, text=one)
            return tuple(dict.fromkeys(value))
        said = {"expected": "a list of texts in quotes", "better": self._listed(value)}
        self._report("C803", key, "", variant="texts", key=key, **said)
        return None

    def _classes(self, key: str, value: object) -> dict[str, dict[str, tuple[str, ...]]]:
        """The phrases of each class by language, one or several."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for name, words in self._table(key, value).items():
            if not isinstance(words, dict):
                self._report("C803", name, key, variant="class", key=name, expected="a table", heading=f"{key}.{name}")
                continue
            own = self._own(words, f"{key}.{name}").items()
            phrases = {tag: self._texts(tag, [given] if isinstance(given, str) else given) for tag, given in own}
            found[name] = {tag: given for tag, given in phrases.items() if given}
        return found

    def _checks(self, key: str, value: object) -> dict[str, Severity] | None:
        table = self._table(key, value)
        weights: dict[str, Severity] = {}
        for code, weight in [*table.items()][:MOST_REPORTED]:
            if code not in CODES and not OF_PLUGINS.fullmatch(code):
                begun = listed(one for one in CODES if code and one.startswith(code))
                said = {"begun": begun, "near": None if begun else code_meant(code)}
                self._report("C806", code, key, variant="begun" if begun else "", code=code, **said)
            elif weight not in list(Severity):
                self._report("C803", code, key, variant="weight", key=code, expected='"error", "warning" or "notice"')
            elif code[0] in FIXED_FAMILIES and CODES[code].severity is Severity.ERROR and weight != Severity.ERROR:
                self._report("C807", code, key, code=code)
            else:
                weights[code] = Severity(weight)
        return weights

    def _theme(self, key: str, value: object) -> Theme:
        table = self._table(key, value)
        values: dict[str, Any] = {}
        for name in self._known(table, _THEME_KEYS, key):
            read = self._text_by_language if name == "footer" else self._look
            if (given := read(name, table[name], key)) is not None:
                values[name] = given
        return Theme(**values)

    def _look(self, key: str, value: object, section: str) -> str | Accent | None:
        """The face, the logo or the accent of a theme."""
        if key == "accent":
            return self._accent(key, value, section)
        if value in FACES if key == "font" else str(value).lower().endswith(LOGOS) and "://" not in str(value):
            return str(value)
        expected = '"display" or "system"' if key == "font" else "the name of an SVG or PNG file in static/"
        self._report("C803", key, section, key=key, expected=expected, **look_meant(key, value))
        return None

    def _accent(self, key: str, value: object, section: str) -> Accent | None:
        """The accent of a theme; a colour on which text cannot be read is reported."""
        accent, faint = accent_of(value)
        if accent is None:
            variant, near = "schemes" if isinstance(value, dict) else "", hex_of(value)
            expected = 'a colour of six digits, such as "#ffd400"'
            self._report("C803", key, section, variant=variant, key=key, near=near, expected=expected)
        for scheme, said in faint.items():
            self._report("C811", key, section, variant="dark" if scheme == "dark" else "", **said)
        return accent

    def _plugins(self, key: str, value: object) -> PluginSettings:
        found = self._lists(key, value, _PLUGINS)
        return PluginSettings(**found, places={name: self._place(name, key) for name in found})

    def _csp(self, key: str, value: object) -> dict[str, tuple[str, ...]]:
        return self._lists(key, value, dict.fromkeys(DIRECTIVES, _ORIGIN))

    def _lists(
        self, key: str, value: object, allowed: Mapping[str, tuple[re.Pattern[str], str]]
    ) -> dict[str, tuple[str, ...]]:
        """The lists of a table, or single values in their place; each name has what its values look like, in words."""
        found: dict[str, tuple[str, ...]] = {}
        table = self._table(key, value)
        for name in self._known(table, tuple(allowed), key):
            pattern, expected = allowed[name]
            given = table[name] if isinstance(table[name], list) else [table[name]]
            if all(isinstance(one, str) and pattern.fullmatch(one) for one in given):
                found[name] = tuple(dict.fromkeys(given))
            else:
                self._report("C803", name, key, key=name, expected=expected, **origins_meant(given, pattern))
        return found

    def _redirects(self, key: str, value: object) -> dict[str, tuple[str, Place]]:
        found: dict[str, tuple[str, Place]] = {}
        for source, target in self._table(key, value).items():
            if len(self.problems) >= MOST_REPORTED:
                break
            if not source.startswith("/"):
                whole = source.removeprefix(self._base.rstrip("/")).lstrip("/")
                meant = f'"/{whole.split("/", 3)[-1] if "://" in whole else whole}"'
                near = f'"{target}" = "{source}"' if str(target).startswith("/") and source.endswith(".md") else None
                self._report("C803", source, key, key=source, expected=meant, heading=key, near=near)
            elif (text := self._text(source, target, key)) is not None and "://" in text and len(text.split()) > 1:
                said = {"expected": "an address without spaces", "near": f'"{"%20".join(text.split())}"'}
                self._report("C803", source, key, key=source, **said)
            elif text is not None:
                found[source] = (text, self._value_place(source, key))
        return found

    def _locales(self, key: str, value: object) -> dict[str, LocaleSettings] | None:
        found: dict[str, LocaleSettings] = {}
        for tag, table in self._table(key, value).items():
            if len(self.problems) >= MOST_REPORTED:
                break
            section = f"{key}.{tag}"
            if not TAG.fullmatch(tag):
                self._report("C804", tag, key, tag=tag)
                continue
            entries = self._table(tag, table, key)
            known = self._known(entries, _LOCALE_KEYS, section)
            texts = {name: self._text(name, entries[name], section) for name in known}
            if texts.get("dir") not in {None, "ltr", "rtl"}:
                self._report("C803", "dir", section, key="dir", expected='"ltr" or "rtl"')
                texts["dir"] = None
            found[tag] = LocaleSettings(**texts)
        return found
