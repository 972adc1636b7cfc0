"""What templates and style sheets load from other sites, and whether the policy of the pages lets it in."""

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Final
from urllib.parse import urlsplit

from factsheet.content.settings import Settings
from factsheet.core.patterns import regex

LOADED: Final = regex(
    r"<(script|img|link|iframe|form|embed)(?=[ \t\n])[^<>]*?[ \t\n\"'](?:src|href|action)[ \t]*="
    r"[ \t]*[\"']?((?:https?:)?//[^\"'\s<>{}]+)[^<>]*"
)
"""An element that loads a file of a full address."""

ASKED: Final = regex(
    r"/\*[\s\S]*?\*/|(@import|[\w-]+)\s*(?::[^;{}]*?)?\s*(?:\burl\(\s*)?[\"']?(?<=[\"'(\s])((?:https?:)?//[^\"')\s;]+)",
    re.IGNORECASE,
)
"""A part of a style sheet that does, behind the name of its property; and comments, which do not."""

_DIRECTIVES: Final[Mapping[str, str]] = {
    "script": "script-src", "link": "style-src", "@import": "style-src", "src": "font-src",
    "iframe": "frame-src", "embed": "object-src", "form": "form-action",
}  # fmt: skip
"""What of the policy lets an element or a property load its file, where that is no picture; `src` is that of a font."""


def refused(
    settings: Settings, text: str, pattern: re.Pattern[str] = LOADED
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """What a text loads from sites that the policy does not let in, each with where its address begins."""
    own = "/".join(settings.base_url.split("/")[:3])
    for found in pattern.finditer(text):
        if not found[1] or (found[1] == "link" and "stylesheet" not in found[0]):
            continue
        directive, url = _DIRECTIVES.get(found[1].lower(), "img-src"), urlsplit(found[2], "https")
        allowed = (urlsplit(one) for one in (own, *settings.csp.get(directive, ())))
        if not any(fnmatchcase(url.netloc, one.netloc) and url.path.startswith(one.path) for one in allowed):
            variant = "frame" if directive in {"frame-src", "object-src", "form-action"} else ""
            said = {"address": found[2], "directive": directive, "origin": f"https://{url.netloc}"}
            yield found.start(2), {**said, "variant": variant}
