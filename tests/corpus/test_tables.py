"""What is made of the words of a language, and of CLDR's, for the readers: every table is as it was when it was kept.

`tables/` has a few words of each list of some languages, so that a new word in the engine's own files changes nothing
here. A table is told by its entries, a long one by their number and a digest. All are made anew, since the engine keeps
what it has made. `make golden` writes the files.
"""

import hashlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any, Final

import pytest

from factsheet.content import statements
from factsheet.content.statements import language as sentence_rules
from factsheet.core import derived
from factsheet.core.records import fields
from factsheet.l10n import reading
from factsheet.l10n.cldr import locale
from factsheet.l10n.reading import language as reading_rules
from factsheet.l10n.reading.phrases import Phrases

HERE: Final = Path(__file__).parent / "tables"
TAGS: Final = ("ro", "en", "de", "fr", "ar", "ja", "hu")
MONEY: Final = ("USD", "CHF", "XAF")
LONGEST: Final = 160
_TOLD_ELSEWHERE: Final = frozenset(("own", "lex", "language"))
"""Fields that hold another of the tables."""
_MADE: Final = (
    ("l10n.reading.language", "language"),
    ("content.statements.language", "sentences"),
    ("l10n.reading.lexicon", "lexicon"),
    ("content.statements.grammar", "grammar"),
    ("content.statements.grammar", "measures"),
    ("l10n.reading.calendar", "_calendar"),
    ("l10n.reading.units", "_index"),
    ("l10n.reading.currencies", "_nouns"),
    *(
        ("l10n.reading.currencies", f"{name} {code}")
        for name in ("_words_of_names", "_words_of_short_names")
        for code in MONEY
    ),
    ("l10n.reading.stretches", "_decades_in_words"),
    ("l10n.reading.stretches", "_week_patterns"),
    ("l10n.reading.stretches", "_patterns"),
    ("l10n.reading.rates", "_words"),
    ("l10n.reading.qualifiers", "_words"),
    ("l10n.reading.shares", "_joints"),
    ("l10n.reading.words", "_decimals"),
    ("l10n.reading.words", "_phrases"),
)
"""The functions that make tables, of a language and of what else is written behind them."""


def made(tag: str) -> Iterator[str]:
    """All tables of a language."""
    loc = locale(tag)
    for module, call in _MADE:
        name, *given = call.split(" ")
        make = getattr(import_module(f"factsheet.{module}"), name)
        is_of_code = next(iter(signature(make).parameters)) == "code"
        yield from told(call.strip("_"), make(loc.code if is_of_code else loc, *given))


@pytest.fixture
def _anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make all tables anew of the words of `tables/`, and forget them at the end."""
    monkeypatch.setattr(derived, "_kept", lambda *_: None)
    monkeypatch.setattr(derived, "_keep", lambda *_: None)
    monkeypatch.setattr(reading_rules, "FOLDER", HERE / "words")
    monkeypatch.setattr(sentence_rules, "FOLDER", HERE / "sentences")
    _forget()
    yield
    _forget()


def _forget() -> None:
    for package in (reading, statements):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for one in vars(import_module(found.name)).values():
                if callable(clear := getattr(one, "cache_clear", None)):
                    clear()


def told(name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever tables hold
    """Each table below a name: its entries, or their number and a digest."""
    if isinstance(value, Phrases):
        yield from told(name, value.table)
    elif hasattr(value, "__dataclass_fields__"):
        for one in fields(value):
            if one.name not in _TOLD_ELSEWHERE:
                yield from told(f"{name}.{one.name}", getattr(value, one.name))
    elif type(value).__module__.startswith("factsheet.") and not hasattr(value, "pattern"):
        for slot in getattr(type(value), "__slots__", None) or vars(value):
            yield from told(f"{name}.{slot}", getattr(value, slot))
    elif text := described(value).strip("(){}"):
        size = len(value) if isinstance(value, Mapping | AbstractSet | tuple | list) else len(text)
        parts = " ".join(sorted(re.findall(r"\w+|\W", text)))  # those of a set may stand in any order
        digest = hashlib.sha256(parts.encode()).hexdigest()[:12]
        yield f"{name}: {text if len(text) <= LONGEST else f'{size}, {digest}'}"


def described(value: Any) -> str:  # noqa: ANN401 - as above
    """A value as text, the entries of sets and mappings in the order of the alphabet."""
    if isinstance(value, Phrases):
        value = value.table
    if hasattr(value, "__dataclass_fields__"):
        value = {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{described(key)}: {described(one)}' for key, one in value.items()))}}}"
    if isinstance(value, AbstractSet):
        return f"{{{', '.join(sorted(map(described, value)))}}}"
    if isinstance(value, tuple | list):
        return f"({', '.join(map(described, value))})"
    if hasattr(value, "pattern"):
        return " ".join(sorted(re.split(r"[|()]", str(value.pattern))))
    return str(value)


@pytest.mark.usefixtures("_anew")
@pytest.mark.parametrize("tag", TAGS)
def test_tables(tag: str, *, rewrite_golden: bool) -> None:
    """All tables of a language are what they were."""
    lines, file = list(made(tag)), HERE / f"{tag}.txt"
    if rewrite_golden:
        file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert file.read_text("utf-8").splitlines() == lines
