"""Python-Markdown with the dialect of sheets; one instance per process and typography."""

from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import unique
from markdown.treeprocessors import Treeprocessor

from factsheet.content.markup.collect import Collector
from factsheet.content.markup.commonmark.extension import Body, CommonMark, Footnotes
from factsheet.content.markup.commonmark.typography import Marks
from factsheet.content.markup.raw import RawHtml
from factsheet.content.markup.sanitize import is_safe
from factsheet.content.markup.signs import slips_of
from factsheet.content.markup.tokens import MARK
from factsheet.content.markup.values import ALERT_TITLES, MarkupSlip, Prose, Reference, Typography
from factsheet.content.targets import parted
from factsheet.core.patterns import regex

_KEPT = regex(r"[^\w\- ]+")
_GAPS = regex(r"[ _\-]+")
_NO_TEXT = regex("\x02[^\x03]*\x03")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def heading_id(text: str, separator: str) -> str:
    """Make a heading's id of its letters, in any script; a figure in it is left out, so it may change."""
    words = _KEPT.sub("", MARK.sub("", text)).casefold()
    return _GAPS.sub(separator, words.strip(" _-"))[:80] or "section"


class _HeadingIds(Treeprocessor):
    """Each heading gets an id, made of its words where it has none."""

    def run(self, root: Element) -> None:
        """Set the ids in the order of the text."""
        headings = [element for element in root.iter() if element.tag in _HEADINGS and "id" not in element.attrib]
        if headings:
            counters: dict[str, int] = {}
            taken = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
            for heading in headings:
                heading.set("id", unique(heading_id(_words(heading), "-"), taken, counters))  # type: ignore[call-arg] # newer than its stubs


def _words(element: Element) -> str:
    """The words of an element, without the marks of footnotes."""
    parts = [element.text or ""]
    for child in element:
        is_note = child.tag == "sup" and child.get("id", "").startswith("fnref")
        parts += ["" if is_note else _words(child), child.tail or ""]
    return _NO_TEXT.sub("", "".join(parts).replace("&amp;", "&"))


class _Finish(Treeprocessor):
    """The last step: what is safe is collected; what holds HTML is marked with its places instead."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.md)
        self.body = body
        self._collected = Collector(body)
        self._raw: RawHtml | None = None

    def run(self, root: Element) -> None:
        """Collect, or mark."""
        if self.body.html or not is_safe(root):
            self._raw = RawHtml(self.body)
            self._raw.mark(root)
        else:
            self._collected = self.collect(root)

    def taken(self) -> tuple[Collector, RawHtml | None]:
        """What has been collected of a body, and the HTML in it; the next one finds nothing here."""
        taken = self._collected, self._raw
        self._collected, self._raw = Collector(self.body), None
        return taken

    def collect(self, root: Element) -> Collector:
        """Walk over a safe tree."""
        collector = Collector(self.body)
        collector.collect(root)
        return collector


class Converter:
    """Reads bodies of one language."""

    def __init__(self, typography: Typography) -> None:
        """Set up Python-Markdown for the words and marks of the language."""
        titles = dict(zip(ALERT_TITLES, typography.alerts, strict=True))
        marks = Marks((typography.open, typography.close), (typography.inner_open, typography.inner_close))
        notes = Footnotes(BACKLINK_TITLE=typography.back_to_text, SEPARATOR="-", USE_DEFINITION_ORDER=False)
        dialect = CommonMark(marks=marks, titles=titles.__getitem__)
        self.md = Markdown(extensions=[notes, dialect], output_format="html")
        self.body = dialect.body
        self._finish = _Finish(self.body)
        self.md.treeprocessors.register(_HeadingIds(self.md), "heading-ids", 5)
        self.md.treeprocessors.register(self._finish, "finish", -10)

    def convert(self, text: str) -> Prose:
        """Read one body; raises TooDeep and TooDeeplyNested."""
        html = self.md.reset().convert(text)
        collected, raw = self._finish.taken()
        lost: list[MarkupSlip] = []
        if raw is not None:
            root, lost = raw.tree(html)
            collected = self._finish.collect(root)
            html = self.md.serializer(root).removeprefix("<div>").removesuffix("</div>").strip()
        return Prose(
            html=html,
            references=tuple(
                _reference(written, source, in_code=index not in collected.seen)
                for index, (written, source) in enumerate(self.body.figures)
            ),
            links=tuple(collected.links),
            ids=tuple(collected.ids),
            runs=tuple(collected.runs),
            code=tuple(sorted(self.body.code)),
            slips=tuple(sorted([*lost, *slips_of(self.body, text, collected.runs)], key=lambda slip: slip.offset)),
        )


def _reference(written: str, source: int, *, in_code: bool) -> Reference:
    return Reference(*parted(written), source, in_code)


@lru_cache(maxsize=64)
def converter(typography: Typography) -> Converter:
    """The converter for a language; it is used for one body after the other."""
    return Converter(typography)
