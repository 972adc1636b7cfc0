"""Single words of a front matter replaced or added in place: every other byte stays as it is."""

from collections.abc import Sequence

import yaml

from factsheet.content.frontmatter import Unbearable, parsed
from factsheet.tools.exchange.yaml_text import key_text, quoted, scalar


def with_word(head: str, key: str, text: str) -> str:
    """Give front matter with the word `key` (`metrics.arrests.label`) set to `text`.

    The front matter must be one that was read without findings, or that was made from such a one by setting words.
    Raises LookupError where the word has no place in it, or where earlier words have made it longer than is read.
    """
    try:
        root = parsed(head)
    except Unbearable as error:
        raise LookupError(key) from error
    if root is None:
        raise LookupError(key)
    return _Edit(head, text).put(root, key.split("."), inside=False)


class _Edit:
    def __init__(self, head: str, text: str) -> None:
        self.head = head
        self.text = text
        self.lines = [0]
        for line in head.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)

    def put(self, node: yaml.Node, keys: Sequence[str], *, inside: bool) -> str:
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
