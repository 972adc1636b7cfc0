"""The texts of a sheet: which fields of its values hold words for readers is declared where the fields stand.

A field of `optional_text(...)`, or with `metadata=as_text(...)`, is read from the front matter, described in the
schema, checked for typed figures, compared with the state it was translated in, exported, imported and shown to
translators; nothing else lists it.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, Protocol, TypeVar

from factsheet.core.problems import Place
from factsheet.core.records import MISSING, NamedTuple, dataclass, field, fields, replace

_TEXT: Final = "text"
_SECTION: Final = "section"
_REPEATED: Final = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """What is declared of a field that holds a text, or a phrase for each plural category."""

    about: str
    """What the key means, in a sentence."""
    translatable: bool
    """Whether each translation has words of its own; a name is the same in every language."""
    filled: bool
    """Whether `{{ references }}` in it are filled with figures; elsewhere readers would see the braces."""
    is_exempt: bool
    """Whether digits in it are no figures of the site: names of sources, and what was wrong once."""
    is_required: bool = False
    """Whether each entry must have it."""
    is_whole: bool
    """Whether the entry is this text and nothing else: `rows: {ro: Romania}`."""


class SheetText(NamedTuple):
    """One text of a sheet's front matter; a tuple, since a build asks for them again and again."""

    key: str
    """Where it stands: `title`, `metrics.arrests.unit`, `corrections.0.text`."""
    form: str
    """The plural category of a phrase; empty for other texts."""
    text: str
    place: Place
    parent: Place
    """Where the key stands: for a phrase, that of all phrases."""
    language: str
    declared: TextField


class Located(Protocol):
    """A value that knows where its keys are written; in practice a frozen data class of `factsheet.content.model`."""

    def place_of(self, key: str) -> Place:
        """Where `key` is written, or the value itself where it is not."""
        ...


Value = TypeVar("Value", bound=Located)


def as_text(
    about: str, *, translatable: bool = True, filled: bool = False, is_exempt: bool = False, is_whole: bool = False
) -> Mapping[str, Any]:
    """Make the metadata of a field that holds a text; see `TextField`."""
    text = TextField(about=about, translatable=translatable, filled=filled, is_exempt=is_exempt, is_whole=is_whole)
    return {_TEXT: text}


def optional_text(about: str, *, translatable: bool = True, filled: bool = False, is_exempt: bool = False) -> Any:  # noqa: ANN401
    """Make a field that may hold a text, or a phrase for each plural form; see `TextField`."""
    words = as_text(about, translatable=translatable, filled=filled, is_exempt=is_exempt)
    return field(default=None, metadata=words)


def section(key: str) -> Mapping[str, Any]:
    """Make the metadata of a field that holds entries with texts: a mapping by id, or a tuple."""
    return {_SECTION: key}


REPEATED: Final[Mapping[str, Any]] = {_REPEATED: True}
"""The metadata of the field that a translation repeats to say which entry of a list it translates."""


@lru_cache(maxsize=64)
def text_fields(kind: type) -> Mapping[str, TextField]:
    """Give the fields of a data class that hold texts, by their names, which are the keys of front matter."""
    return {
        one.name: replace(one.metadata[_TEXT], is_required=one.default is MISSING)
        for one in fields(kind)
        if _TEXT in one.metadata
    }


@lru_cache(maxsize=64)
def sections(kind: type) -> Mapping[str, str]:
    """Give the fields of a data class that hold entries with texts, each with its key of front matter."""
    return {one.name: one.metadata[_SECTION] for one in fields(kind) if _SECTION in one.metadata}


@lru_cache(maxsize=64)
def repeated_field(kind: type) -> str:
    """Give the field that a translation repeats; empty for entries that have ids of their own."""
    return next((one.name for one in fields(kind) if _REPEATED in one.metadata), "")


def text_keys(kind: type) -> tuple[str, ...]:
    """Give the keys of front matter that hold the texts of a data class."""
    return tuple(text_fields(kind))


def descriptions(kind: type) -> Mapping[str, str]:
    """Give what each text of a data class means."""
    return {name: declared.about for name, declared in text_fields(kind).items()}


def texts_in(value: Located, language: str, *, within: str = "") -> Iterator[SheetText]:
    """Give the texts of a value and of its entries in the order of the fields; empty ones are left out."""
    for key, entry in declarations(value, within=within):
        own = getattr(entry, "lang", None) or language
        for name, declared in text_fields(type(entry)).items():
            found = getattr(entry, name)
            for form, words in {"": found}.items() if isinstance(found, str) else (found or {}).items():
                if words:
                    parent = entry.place_of(name)
                    place = entry.place_of(f"{name}.{form}") if form else parent
                    path = key.removesuffix(".") if declared.is_whole else f"{key}{name}"
                    yield SheetText(path, form, words, place, parent, own, declared)


def declarations(value: Located, *, within: str = "") -> Iterator[tuple[str, Located]]:
    """Give a value and all entries below it, each with what stands before its keys: `metrics.arrests.`."""
    yield within, value
    for name, key in sections(type(value)).items():
        for id_, entry in entries(getattr(value, name)):
            yield from declarations(entry, within=f"{within}{key}.{id_}.")


def entries(found: Mapping[str, Value] | tuple[Value, ...]) -> Iterator[tuple[str, Value]]:
    """Give the entries of a section with what they are known by: an id, or their position."""
    if isinstance(found, tuple):
        yield from ((getattr(entry, "id", "") or str(position), entry) for position, entry in enumerate(found))
    else:
        yield from found.items()


def with_words(value: Value, change: Callable[[str], str]) -> Value:
    """Give the value with each text that is translated changed, those of its entries too."""
    changed: dict[str, Any] = {}
    for name, declared in text_fields(type(value)).items():
        found = getattr(value, name)
        if found and declared.translatable:
            is_text = isinstance(found, str)
            changed[name] = change(found) if is_text else {form: change(words) for form, words in found.items()}
    for name in sections(type(value)):
        found = getattr(value, name)
        changed_entries = {id_: with_words(entry, change) for id_, entry in entries(found)}
        changed[name] = changed_entries if isinstance(found, Mapping) else tuple(changed_entries.values())
    return replace(value, **changed)  # type: ignore[type-var]  # it is a data class
