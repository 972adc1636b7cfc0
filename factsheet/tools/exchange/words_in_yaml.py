"""Single words of a front matter replaced or added in place: every other byte stays as it is."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml

from factsheet.content.frontmatter import Unbearable, parsed
from factsheet.content.model import Language, Sheet
from factsheet.content.texts import Located, entries, repeated_field, sections, text_fields
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.site.site import Site
from factsheet.site.translations import TranslationBlock
from factsheet.tools.exchange.units import ExchangeUnit

# Texts as YAML scalars: plain where nothing in them could be read as anything else, else in double quotes.

_PLAIN = regex(r"[^\W\d_](?:[\w ,.;()/%’„”“\-–—]|(?<=\w)'(?=\w))*")
_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_PLAIN_KEY = regex(r"\w[\w-]*")
_INSIDE = regex(r"[\w ’\-–]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\u0085": "\\N", "\u00a0": "\\_"}


def scalar(text: str, *, inside: bool = False) -> str:
    """Write a text as one line of YAML; `inside` a mapping or list in brackets, where commas separate."""
    if _is_plain(text) and (not inside or _INSIDE.fullmatch(text)):
        return text
    return quoted(text)


def _is_plain(text: str) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and not text.endswith(" ")
        and "  " not in text
        and text.casefold() not in _WORDS_OF_YAML
    )


def quoted(text: str) -> str:
    r"""Write a text in double quotes, its line ends as escapes; a no-break space is written out as `\_`."""
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def key_text(key: str) -> str:
    """Write a key: in quotation marks where it is no plain word."""
    return key if _PLAIN_KEY.fullmatch(key) else quoted(key)


def with_word(head: str, key: str, text: str) -> str:
    """Give front matter with the word `key` (`metrics.arrests.label`) set to `text`.

    The front matter must be one that was read without findings, or that was made from such a one by setting words.
    Raises LookupError where the word has no place in it, or where earlier words have made it longer than is read.
    """
    try:
        root = parsed(head)
    except Unbearable as error:
        raise LookupError(key) from error
    return _Edit(head, text).put(root, key.split("."), inside=False)


class _Edit:
    def __init__(self, head: str, text: str) -> None:
        self.head = head
        self.text = text
        self.lines = [0]
        for line in head.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)

    def put(self, node: yaml.Node | None, keys: Sequence[str], *, inside: bool) -> str:
        """Go down the keys as far as they are there, then replace the value or add what is missing."""
        if isinstance(node, yaml.ScalarNode):
            if keys:
                raise LookupError(keys[0])
            return self._replace(node, inside=inside)
        if not keys or not isinstance(node, yaml.CollectionNode):
            raise LookupError
        inside = inside or bool(node.flow_style)
        if isinstance(node, yaml.SequenceNode):
            return self.put(_item(node, keys[0]), keys[1:], inside=inside)
        for key, value in node.value:
            if key.value == keys[0]:
                return self.put(value, keys[1:], inside=inside)
        return self._add(node, keys, inside=inside)

    def _offset(self, mark: yaml.Mark) -> int:
        return min(self.lines[min(mark.line, len(self.lines) - 1)] + int(mark.column), len(self.head))

    def _replace(self, node: yaml.ScalarNode, *, inside: bool) -> str:
        start, end = self._offset(node.start_mark), self._offset(node.end_mark)
        rest = "\n" if self.head[start:end].endswith("\n") else ""
        if node.style == '"':
            written = quoted(self.text)
        elif node.style == "'" and "\n" not in self.text:
            written = "'" + self.text.replace("'", "''") + "'"
        else:
            written = scalar(self.text, inside=inside)
        return self.head[:start] + written + rest + self.head[end:]

    def _add(self, node: yaml.CollectionNode, keys: Sequence[str], *, inside: bool) -> str:
        if inside:
            end = self._offset(node.end_mark) - 1
            comma = ", " if node.value else ""
            nested = "".join(f"{{{key_text(key)}: " for key in keys[1:])
            value = scalar(self.text, inside=True) + "}" * (len(keys) - 1)
            return f"{self.head[:end]}{comma}{key_text(keys[0])}: {nested}{value}{self.head[end:]}"
        indent = node.start_mark.column if node.value else 0
        lines = [f"{' ' * (indent + 2 * depth)}{key_text(key)}:" for depth, key in enumerate(keys)]
        lines[-1] += f" {scalar(self.text)}"
        end = self._end_of_line(node)
        return self.head[:end] + "\n".join(lines) + "\n" + self.head[end:]

    def _end_of_line(self, node: yaml.Node) -> int:
        """Where a line can be added to a mapping: after the last line of its last value."""
        last = node
        while isinstance(last, yaml.CollectionNode) and last.value and not last.flow_style:
            last = last.value[-1] if isinstance(last, yaml.SequenceNode) else last.value[-1][1]
        end = self._offset(last.end_mark)
        if end and self.head[end - 1] == "\n":
            return end
        newline = self.head.find("\n", end)
        return len(self.head) if newline < 0 else newline + 1


def _item(node: yaml.SequenceNode, name: str) -> yaml.Node:
    """An item of a list: by its `id`, or by its position."""
    for position, item in enumerate(node.value):
        if isinstance(item, yaml.MappingNode):
            ids = [value.value for key, value in item.value if key.value == "id"]
            if ids == [name] or (not ids and str(position) == name):
                return item
    raise LookupError(name)


# A sheet to begin a translation with: the words of the original, and none of its values.


def draft(original: Sheet, categories: Sequence[str]) -> str:
    """Write the sheet; `categories` are the plural categories of the language it is for."""
    head = ("---", *_words(original, categories), "draft: true", *_sections(original, categories), "---")
    return "".join(f"{line}\n" for line in head) + original.body


def _words(value: Located, categories: Sequence[str]) -> Iterator[str]:
    """The texts of one value that a translation has words for, a line each."""
    for key, declared in text_fields(type(value)).items():
        found = getattr(value, key)
        if found and declared.translatable:
            yield f"{key}: {scalar(found) if isinstance(found, str) else _phrases(found, categories)}"


def _phrases(unit: Mapping[str, str], categories: Sequence[str]) -> str:
    """A phrase for each category of the language, the original's own where it has it."""
    other = unit.get("other") or list(unit.values())[-1]
    return f"{{{', '.join(f'{one}: {scalar(unit.get(one) or other, inside=True)}' for one in categories)}}}"


def _sections(value: Located, categories: Sequence[str]) -> Iterator[str]:
    """The entries that have such texts, below the key of their section."""
    for name, key in sections(type(value)).items():
        lines = [line for id_, entry in entries(getattr(value, name)) for line in _entry(id_, entry, categories)]
        if lines:
            yield f"{key}:"
            yield from (f"  {line}" for line in lines)


def _entry(id_: str, entry: Located, categories: Sequence[str]) -> Iterator[str]:
    """One entry: below its id, or as an item of a list that begins with what a translation repeats."""
    whole = next((name for name, declared in text_fields(type(entry)).items() if declared.is_whole), "")
    if whole:
        yield f"{key_text(id_)}: {scalar(getattr(entry, whole))}"
        return
    lines = [*_words(entry, categories), *_sections(entry, categories)]
    repeated = repeated_field(type(entry))
    if lines:
        yield f"- {repeated}: {getattr(entry, repeated)}" if repeated else f"{key_text(id_)}:"
        yield from (f"  {line}" for line in lines)


# The words of the site in `site.toml`, its title and description, as units for translators, and their way back.

PATH: Final = "site.toml"
"""The file, which stands for a sheet in the names of units."""

KEYS: Final = ("title", "description")
"""The settings that are words for readers."""


_VALUE: Final = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\{[^{}\n]*\})"""
"""A text or a table on one line of TOML."""


def site_units(site: Site, language: Language) -> Iterator[ExchangeUnit]:
    """Give the title and the description; one text for all languages counts as its own translation."""
    settings = site.settings
    for key in KEYS:
        texts: Mapping[str, str] = getattr(settings, key)
        if (source := settings.text(texts, settings.reference)) is not None:
            found = next((name for name in (f"{key}.{settings.reference}", key) if name in settings.places), "")
            place = settings.places.get(found, Place(PATH))
            yield ExchangeUnit(
                id=key,
                path=PATH,
                key=key,
                kind="word",
                source=source,
                target=settings.text(texts, language.tag) or "",
                stale=False,
                place=place,
                original=TranslationBlock(key=key, kind="word", text=source, place=place),
                own=None,
            )


def with_site_word(text: str, key: str, tag: str, words: str, *, languages: tuple[str, ...]) -> str:
    """Give `site.toml` with a text of one language; one text for all languages becomes a table of one for each.

    Everything else stays as it is. Raises LookupError where the text has no place in it.
    """
    table = tomllib.loads(text)
    rest = {name: value for name, value in table.items() if name != key}
    for edited in _edits(text, key, tag, words, table.get(key), languages):
        try:
            found = tomllib.loads(edited)
        except tomllib.TOMLDecodeError:
            continue
        own = found.pop(key, None)
        if isinstance(own, dict) and own.get(tag) == words and found == rest:
            return edited
    raise LookupError(key)


def _edits(text: str, key: str, tag: str, words: str, given: object, languages: tuple[str, ...]) -> Iterator[str]:
    """Ways of putting the text in, of which the first that gives what is wanted is taken."""
    line = f"{tag} = {_quoted(words)}"
    if (header := re.search(rf"^\[{key}\][^\n]*\n", text, re.MULTILINE)) is not None:
        part = re.match(r"(?:(?!\[).*\n?)*", text[header.end() :])
        own = part[0] if part else ""
        old = rf"(?m)^{re.escape(tag)}\s*=.*$"
        body = re.sub(old, lambda _: line, own) if re.search(old, own) else f"{line}\n{own}"
        yield text[: header.end()] + body + text[header.end() + len(own) :]
    texts = dict.fromkeys(languages, given) if isinstance(given, str) else given
    if isinstance(texts, dict):
        entries = ", ".join(f"{name} = {_quoted(str(one))}" for name, one in {**texts, tag: words}.items())
        yield re.sub(rf"(?m)^{key}[ \t]*=[ \t]*{_VALUE}", lambda _: f"{key} = {{{entries}}}", text, count=1)


def _quoted(words: str) -> str:
    """A text as a basic string of TOML, which escapes as JSON does."""
    return json.dumps(words, ensure_ascii=False)
