"""Text for XML 1.0: what stands between tags, and attributes in their quotation marks.

The standard library has the same in `xml.sax.saxutils`, which loads its networking modules to do it.
"""

_BETWEEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ATTRIBUTE = str.maketrans({**_BETWEEN, '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(text: str) -> str:
    """Escape a text that stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoteattr(text: str) -> str:
    """Escape an attribute's value and put it in quotation marks."""
    return f'"{text.translate(_ATTRIBUTE)}"'
