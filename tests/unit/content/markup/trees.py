"""Trees as the parser makes them, before anything is done about what is not safe."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from factsheet.content.markup.commonmark.extension import CommonMark


class _Keep(Treeprocessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.root = Element("div")

    def run(self, root: Element) -> None:
        self.root = root


def tree_of(text: str) -> Element:
    """The elements of a text."""
    md = Markdown(extensions=[CommonMark()], output_format="html")
    kept = _Keep(md)
    md.treeprocessors.register(kept, "keep", -20)
    md.convert(text)
    return kept.root
