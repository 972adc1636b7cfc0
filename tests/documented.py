"""The code that stands in the documents, by the file that its first line names."""

import re
from collections.abc import Mapping

from tests.support import ROOT

_FENCE = re.compile(r"(?ms)^(?P<fence>`{3,})python\n# (?P<name>.*?)\n(?P<code>.*?)^(?P=fence)$")


def code_in(page: str) -> Mapping[str, str]:
    """Give the Python of a page of docs/, by what its first line says."""
    text = (ROOT / f"docs/{page}.md").read_text(encoding="utf-8")
    return {found["name"]: found["code"] for found in _FENCE.finditer(text)}
