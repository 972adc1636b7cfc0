"""Typed reading of a mapping: each value as the type that is wanted, or a finding at its place."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from factsheet.content.frontmatter.meant import EXAMPLES, ITEMS, OF_A_METRIC, entry_meant, way_out
from factsheet.content.frontmatter.nodes import without_brackets
from factsheet.content.frontmatter.slips import quoted
from factsheet.content.frontmatter.written import BLOCKS, Listing, Mapping, Node, Scalar
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import listed
from factsheet.l10n.iso8601 import Stretch, parse_stretch

MAX_TEXT = 20_000
"""The longest text a front-matter value may hold, in characters."""

MOST_REPORTED = 500
"""How many findings a sheet may have before further unknown keys are passed over: it is refused as it is."""

_TIME = regex(r"[12][0-9]{3}(?![0-9])")
"""How the year of an earlier value begins."""
_DATE = regex(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")
_COMMENT = regex(r"\s+//.*")
_SEVERAL = regex(r"[a-z][a-z0-9/-]*(?:(?: *[,;+] *| [/:*-] )[a-z][a-z0-9/-]*)+")
"""Identifiers with commas or signs between them."""
_COMMA = regex(r" *[,;+] *| [/:*-] ")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


def name_meant(word: str, known: Collection[str]) -> str | None:
    """Which of the known names was most likely meant, in whatever language it was typed."""
    from factsheet.l10n.reading import synonyms

    return synonyms.name_meant(word, known)


def is_nothing(node: Node) -> bool:
    """Whether nothing is written behind a key."""
    return isinstance(node, Scalar) and not node.quoted and node.text in _NOTHING


def missing(place: Place, key: str, within: str) -> Problem:
    """Give the finding for a key that must be there: of the sheet, or of an entry that is named by its path."""
    name = f"{within}.{key}" if within else key
    return report("F009", place, variant="entry" if within else "", key=name, name=key, within=within)


class Fields:
    """Reads one mapping key by key and collects the findings in `problems`."""

    def __init__(self, mapping: Mapping, known: Sequence[str], problems: list[Problem], *, within: str = "") -> None:
        self.place = mapping.place
        self.problems = problems
        self.within = within
        self._entries: dict[str, tuple[Scalar, Node]] = {}
        self._meant: dict[str, tuple[Scalar, Node]] = {}
        """Values under a name that is not known, by the one that was most likely meant: all else is judged by it."""
        for key, node in mapping.entries:
            if key.text in known:
                self._entries[key.text] = (key, node)
            else:
                self._unknown(key, node, known)
        for name, entry in self._meant.items():
            self._entries.setdefault(name, entry)

    def report(self, code: str, place: Place, /, *, variant: str = "", near: object = None, **values: object) -> None:
        """Add the finding `code` at `place`, as `factsheet.core.codes.report` makes it."""
        self.problems.append(report(code, place, variant=variant, near=near, **values))

    def __contains__(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._entries

    @property
    def places(self) -> dict[str, Place]:
        """Where each written value stands, and each item of a list under `key.0`, `key.1` and so on."""
        places = {name: self.value_place(name) for name in self._entries}
        for name, (_, node) in self._entries.items():
            if isinstance(node, Listing):
                places.update((f"{name}.{index}", item.place) for index, item in enumerate(node.items))
        return places

    def value_place(self, key: str) -> Place:
        """Where the value of a written key stands; where the key does, if it is empty or begins further down."""
        name, node = self._entries[key]
        return name.place if is_nothing(node) or node.place.line != name.place.line else node.place

    def node(self, key: str) -> Node | None:
        """The value as it was read; None where the key is not written or left empty."""
        entry = self._entries.get(key)
        return None if entry is None or is_nothing(entry[1]) else entry[1]

    def key_place(self, key: str) -> Place:
        """Where the key stands, or the mapping where it does not."""
        entry = self._entries.get(key)
        return entry[0].place if entry else self.place

    def scalar(self, key: str, expected: str = "one value") -> Scalar | None:
        """A single value, quoted or not."""
        node = self.node(key)
        if isinstance(node, Scalar) and expected != "a text" and not node.quoted:
            return self._without_comment(key, node)
        if isinstance(node, Scalar) and key == "source" and _SEVERAL.fullmatch(node.text):
            self.wrong(key, "one source", node.place, variant="source")
            return replace(node, text=_COMMA.split(node.text)[0])
        if node is None or isinstance(node, Scalar):
            return node
        better, meant = without_brackets(node, is_text=expected == "a text")
        variant = "source" if key == "source" and "," in better else ["single", "languages"][isinstance(node, Mapping)]
        self.wrong(key, expected, node.place, variant=variant if better else "", better=better)
        return meant if "," not in better or key in {"source", "quote"} else None

    def _without_comment(self, key: str, scalar: Scalar) -> Scalar:
        """The value without the comment that its author took `//` for, which is told."""
        if (found := _COMMENT.search(scalar.text)) is None:
            return scalar
        cut = found[0].strip()
        self.report("F030", scalar.place, key=self._name(key), cut=cut, better=f"#{cut[2:]}")
        return replace(scalar, text=scalar.text[: found.start()])

    def text(self, key: str) -> str | None:
        """A text on one line or several; spaces and line ends at its edges are dropped, an empty one is a finding."""
        text = self._text(key)
        if text == "":
            self.report("F024", self._entries[key][1].place, key=self._name(key))
        return text or None

    def _text(self, key: str) -> str | None:
        """The text, which may be empty; None where there is none to be had."""
        if (scalar := self.scalar(key, "a text")) is None:
            return None
        if len(scalar.text) > MAX_TEXT:
            self.report("F012", scalar.place, what=key, limit=f"{MAX_TEXT} characters")
            return None
        return "" if scalar.quoted and scalar.text in BLOCKS else scalar.text.strip(" \t\r\n")

    def required_text(self, key: str) -> str:
        """A text that must be there; an empty string stands in for a missing one, with a finding."""
        if not (text := self._text(key)):
            self.problems.append(missing(self.key_place(key), key, self.within))
        return text or ""

    def choice(
        self, key: str, choices: Sequence[str], default: str, *, meant: Callable[[str], str | None] | None = None
    ) -> str:
        """One word out of a list.

        Where another word stands there, the one that was most likely meant is taken, so that all else is judged by
        it; `meant` knows more words than those of the list.
        """
        if (scalar := self.scalar(key, "a word")) is None:
            return default
        if scalar.text in choices:
            return scalar.text
        near = (meant(scalar.text) if meant else None) or name_meant(scalar.text, choices)
        self.report("F015", scalar.place, key=self._name(key), value=scalar.text, near=near, choices=listed(choices))
        return near if near and near in choices else default

    def flag(self, key: str) -> bool:
        """`true` or `false`, nothing else."""
        if (scalar := self.scalar(key, "true or false")) is None:
            return False
        if scalar.quoted or scalar.text not in {"true", "false"}:
            near = name_meant(scalar.text, ("true", "false"))
            self.report("F008", scalar.place, near=near, key=self._name(key), expected="true or false")
        return scalar.text == "true"

    def day(self, key: str) -> date | None:
        """A calendar date as ISO 8601 writes it: 2025-11-13."""
        scalar = self.scalar(key, "a date")
        return None if scalar is None else self.as_date(key, scalar)

    def as_date(self, key: str, scalar: Scalar, *, variant: str = "") -> date | None:
        """Read a scalar as a date."""
        if _DATE.fullmatch(scalar.text):
            try:
                return date.fromisoformat(scalar.text)
            except ValueError:
                pass
        variant, better = way_out(scalar, variant)
        self.report("F010", scalar.place, variant=variant, key=self._name(key), value=scalar.text, better=better)
        return None

    def moment(self, key: str) -> date | Stretch | None:
        """A date as exact as it is known: a day, a month, a quarter, a half-year, a year, a business year, a decade."""
        scalar = self.scalar(key, "a date")
        return None if scalar is None else self.as_moment(key, scalar)

    def as_moment(self, key: str, scalar: Scalar) -> date | Stretch | None:
        """Read a scalar as a date that may be less exact than a day."""
        return parse_stretch(scalar.text) or self.as_date(key, scalar, variant="moment")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        return tuple(scalar.text.strip(" \t\r\n") for scalar in self.scalars(key))

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """A list of single values; a single value is a list of one."""
        if (node := self.node(key)) is None:
            return ()
        if isinstance(node, Scalar):
            return self._listed(key, node)
        if isinstance(node, Listing):
            return tuple(self._scalars_of(key, node))
        texts = [quoted(one.text) for _, one in node.entries if isinstance(one, Scalar)]
        variant = "brackets" if len(texts) == len(node.entries) else "list"
        self.wrong(key, "a list", node.place, variant=variant, better=f"[{', '.join(texts)}]")
        return ()

    def _listed(self, key: str, scalar: Scalar) -> tuple[Scalar, ...]:
        """A single value as a list of one; of identifiers with commas between them, the list that was meant."""
        if scalar.quoted or not _SEVERAL.fullmatch(scalar.text):
            return (scalar,)
        names = _COMMA.split(scalar.text)
        self.wrong(key, "a list", scalar.place, variant="brackets", better=f"[{', '.join(names)}]")
        return tuple(Scalar(name, scalar.place) for name in names)

    def mapping(self, key: str, *, example: str = "one: ...") -> Mapping | None:
        """Give the keys and values under a key. A message shows the `example`."""
        node = self.node(key)
        if node is None or isinstance(node, Mapping):
            return node
        has_entries = isinstance(node, Listing) and isinstance(next(iter(node.items), None), Mapping)
        variant = "hyphens" if has_entries else "keys"
        self.wrong(key, "keys and values", node.place, variant=variant, better=entry_meant(key, node) or example)
        return None

    def mappings(self, key: str, first: str = "id") -> tuple[Mapping, ...]:
        """A list of which each item is keys and values, beginning with the key `first`."""
        if (node := self.node(key)) is None:
            return ()
        if not isinstance(node, Listing):
            named = next((name.text for name, one in getattr(node, "entries", ()) if isinstance(one, Mapping)), "...")
            self.wrong(key, "a list", node.place, variant="items", first=f"{first}: {named}")
            return ()
        good = []
        for item in node.items:
            if isinstance(item, Mapping):
                good.append(item)
            else:
                better = ITEMS[first].format(getattr(item, "text", "...").replace('"', "'"))
                self.wrong(key, "keys and values in each item", item.place, variant="item", better=better)
        return tuple(good)

    def wrong(
        self, key: str, expected: str, place: Place, *, variant: str = "", first: str = "id", better: str = ""
    ) -> None:
        """Report that a value is not of the type wanted; the way out shows what is, where `variant` names one."""
        said = {"key": self._name(key), "expected": expected, "name": key, "first": first, "better": better}
        self.report("F008", place, variant=variant, **said)

    def _scalars_of(self, key: str, node: Listing) -> Iterator[Scalar]:
        for item in node.items:
            if isinstance(item, Scalar):
                yield item
            else:
                self.wrong(key, "a list of single values", item.place, variant="list")

    def _name(self, key: str) -> str:
        return f"{self.within}.{key}" if self.within else key

    def _unknown(self, key: Scalar, node: Node, known: Sequence[str]) -> None:
        if len(self.problems) > MOST_REPORTED:
            return
        if "currency" in known and any(one.text in OF_A_METRIC for one, _ in getattr(node, "entries", ())):
            self.report("F007", key.place, variant="deeper", key=key.text)
            return
        if "history" in known and _TIME.match(key.text):
            if not any(one.variant == "history" and dict(one.values)["within"] == self.within for one in self.problems):
                said = {"key": self._name(key.text), "within": self.within, "suggestion": "history"}
                self.report("F007", key.place, variant="history", **said)
            return
        if _DATE.fullmatch(key.text) and isinstance(node, Scalar) and {"date", "text"} <= {*known}:
            self._meant |= {"date": (key, Scalar(key.text, key.place)), "text": (key, node)}
            self.report("F007", key.place, variant="dated", key=self._name(key.text), day=key.text)
            return
        near = name_meant(key.text, known)
        near = None if near in EXAMPLES and not isinstance(node, Mapping) and getattr(node, "text", True) else near
        if near == "date" and getattr(node, "text", "") in {"true", "false"}:
            self.report("F007", key.place, variant="draft", key=self._name(key.text))
            return
        if near:
            self._meant.setdefault(near, (key, node))
        self.report("F007", key.place, key=self._name(key.text), near=near, known=listed(known))
