"""A sheet to begin a translation with: the words of the original, and none of its values."""

from collections.abc import Iterator, Mapping, Sequence

from factsheet.content.model import Sheet
from factsheet.content.texts import Located, entries, repeated_field, sections, text_fields
from factsheet.tools.exchange.yaml_text import key_text, scalar


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
