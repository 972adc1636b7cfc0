"""The static files as they are published: under names that hold a digest, which style sheets refer to by themselves."""

import posixpath
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

from factsheet.content.pictures import data_address
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.derived import derived
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import nearest

STATIC = "/static/"
"""What the address of a static file begins with, in the text of a sheet as in a style sheet."""

ROOT = "root/"
"""The folder below `static/` whose files are copied to the root of the site under their own names."""

INSIDE = "#inside"
"""What the address of a picture or a font ends with in a style sheet that is to hold the file itself."""

_TOKEN = regex(
    r"""
    /\*[\s\S]*?(?:\*/|\Z)                                                 # a comment
    | @import\s+(?P<quote>["'])(?P<imported>[^"'\n]*)(?P=quote)           # another style sheet
    | url\(\s*(?P<mark>["']?)(?P<address>[^"'()\n]*)(?P=mark)\s*\)       # a picture, a font, a style sheet
    | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'                           # a text that names nothing
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What matters of a style sheet (CSS Syntax Level 3, section 4) to find the files that it names."""

_ELSEWHERE = regex(r"(?:[a-z][a-z0-9+.\-]*:|//|#|/(?!static/)|$)", re.IGNORECASE)
"""Addresses that name no static file: of other sites, of the host's root, within the document, and empty ones."""


_MARKS = "“”„‟‘’‚«»"
_FIRST = regex(r"(?P<before>(?:\s|/\*[\s\S]*?\*/)*)@import\s+([\"'])(?P<name>[\w.-]+\.css)\2\s*;")
"""An import of a style sheet of the same folder, whole and before anything else."""

_BREAK = regex(r"\s*\n\s*")
"""The end of a line with the white space around it."""

_SPACED = regex(
    _TOKEN.pattern + r"""| ;? \s* (?P<end> }) \s* | \s* (?P<sign> [{;,>]) \s* | (?<=[\w-]) (?P<colon> :) [ ]+""",
    re.VERBOSE | re.IGNORECASE,
)
"""Signs that part what stands around them without white space, and the end of a block without a semicolon before it.

A colon does so only behind the name of a property.
"""

_MADE = (".css", ".js")
"""How the names of files end that are not published as they are."""

_REMARK = regex(r"//(?![!#])")
"""What a line of a script that is a comment begins with; `//#` names a source map, `//!` a licence."""


def published_path(path: str, data: bytes) -> str:
    """The path of a static file in the output.

    Its name gets ten hexadecimal digits of its SHA-256, so that it may be kept for ever; what lies in `static/root/`
    is copied to the root of the site as it is.
    """
    if path.startswith(ROOT):
        return path.removeprefix(ROOT)
    stem, dot, extension = path.rpartition(".")
    name = sha256(data).hexdigest()[:10]
    return f"assets/{stem}.{name}.{extension}" if dot else f"assets/{path}.{name}"


def with_addresses(
    files: Mapping[str, bytes], is_ours: Callable[[str], bool] = lambda _: False
) -> tuple[dict[str, bytes], list[Problem]]:
    """Put the published names of files into the style sheets that refer to them.

    `files` are those of `static/` by their path below it. The findings are files that are not there, and style sheets
    that import themselves. What lies in `static/root/` stays as it is. What comes with the engine, as `is_ours` tells
    by its path, is made once for all builds, unless it names a file of the site's own.
    """
    ours = {path: data for path, data in sorted(files.items()) if is_ours(path)}
    listed = "\n".join(f"{path} {len(data)}" for path, data in ours.items()).encode()
    kept = derived("static", b"\n".join((listed, *ours.values())), lambda: _whole(ours)) if ours else {}
    work = _Work(files, kept)
    return {path: work.data(path) for path in files}, work.problems


def _whole(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The style sheets and scripts among these files as they are published; none where one names any other file."""
    work = _Work(files, {})
    made = {path: work.data(path) for path in files if path.endswith(_MADE)}
    return {} if work.problems else made


def replace_addresses(text: str, replace: Callable[[str, int], str | None]) -> str:
    """Write a style sheet with other addresses: `replace` is given each with its offset; None leaves it."""

    def written(found: re.Match[str]) -> str:
        group = "imported" if found["address"] is None else "address"
        address = (found[group] or "").rstrip()
        new = replace(address, found.start(group)) if address else None
        start = found.start(group) - found.start()
        return found[0] if new is None else f"{found[0][:start]}{new}{found[0][start + len(address) :]}"

    return _TOKEN.sub(written, text)


@lru_cache(maxsize=32)
def lean_style(text: str) -> str:
    """A style sheet without comments, but for `/*!`, and without white space that means nothing.

    One in which a text runs over lines stays as it is.
    """
    if "\\\n" in text:
        return text

    def written(found: re.Match[str]) -> str:
        if not found[0].startswith("/*") or found[0].startswith("/*!"):
            return found[0]
        around = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        return "" if any(not one or one in " \t\n;{}" for one in around) else "/**/"

    bare = _BREAK.sub("\n", _TOKEN.sub(written, text)).strip()
    return _SPACED.sub(lambda found: found["end"] or found["sign"] or (":" if found["colon"] else found[0]), bare)


_BLANK = regex(r"\S")
_BRACE = regex(r"[{}]")
_MISSING = regex(r":(?:[^;{}()]|\([^()]*\)){0,300}(?:[\w%]|\([^()]*\))(?=[ \t]*\n\s*[a-z-]+[ \t]*:[^{};]*[;}])")
"""A value without a semicolon, as the line below it begins another property."""

_IMPORT = regex(r"@import\b")
_SLIPS = {
    "remark": regex(r"^([ \t]*)//", re.MULTILINE),
    "colon": regex(r"[{;]\s*([a-z-]+[ \t]+[^:;{}@&>+~()\s][^:;{}@&()]*)(?=[;}])"),
    "colour": regex(r":[^{};#_]*(#(?!(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\b)\w+)[^{};]*(?=[;}])"),
    "quotes": regex(r"(@import[ \t]+(?!url\()[\w./-]+\.css)"),
    "media": regex(r"(@(?:media|container)\b[^{}():]*:[^{}()]*\{)"),
}
"""Other slips, and in brackets where each begins; remarks and texts are covered."""

_PROPERTY = regex(r"(?<=[{;])\s*([a-z][a-z-]{2,}):[^{};]*(?=[;}])")


@lru_cache(maxsize=1)
def properties() -> frozenset[str]:
    """The names of properties and descriptors that browsers know."""
    file = Path(__file__).with_name("data") / "properties.toml"
    return frozenset(tomllib.loads(file.read_text())["names"].split())


def style_slips(text: str) -> Iterator[tuple[str, int]]:
    """What is amiss with the signs of a style sheet: the variant of the finding, and the offset."""
    plain, opened = _TOKEN.sub(lambda found: _BLANK.sub("_" if found[0][1] != "*" else " ", found[0]), text), []
    wrong = (found for found in _PROPERTY.finditer(plain) if found[1] not in properties())
    yield from (("property", found.start(1)) for found in wrong if nearest(found[1], properties()))
    late = (found.start() for found in _IMPORT.finditer(text) if "}" in plain[: found.start()])
    yield from (("import", at) for at in late if plain[at] in "@_")
    remarks = (found for found in _TOKEN.finditer(text) if found[0].startswith("/*"))
    yield from (("comment", one.start()) for one in remarks if "/*" in one[0][2:] or not one[0].endswith("*/"))
    for at in (found.start() for found in _BRACE.finditer(plain)):
        if plain[at] == "{":
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            yield "closing", at
    yield from (("opening", at) for at in opened[:1])
    yield from (("semicolon", found.end() - 1) for found in _MISSING.finditer(plain))
    yield from ((variant, found.start(1)) for variant, slip in _SLIPS.items() for found in slip.finditer(plain))


def lean_script(text: str) -> str:
    """A script without lines that are comments, and without indentation; as it is where a text runs over lines."""
    lines = text.splitlines()
    if any(line.count("`") % 2 or line.endswith("\\") for line in lines):
        return text
    bare = (line.strip() for line in lines)
    return "\n".join(line for line in bare if line and not _REMARK.match(line)) + "\n"


_NAME = regex(r"[a-z-]+")
_NAMED_VALUE = regex(r"(--[\w-]+)\s*:")
_ASKED_VALUE = regex(r"\bvar\(\s*(--[\w-]+)\s*\)")


class _Work:
    """The style sheets that are done, and those under way: one may import another."""

    def __init__(self, files: Mapping[str, bytes], done: Mapping[str, bytes]) -> None:
        self.problems: list[Problem] = []
        self._files = files
        self._done = dict(done)
        self._under_way: list[str] = []

    def data(self, path: str) -> bytes:
        """The bytes of a file as they are published."""
        data = self._files[path]
        if not path.endswith(_MADE) or path.startswith(ROOT):
            return data
        if path not in self._done:
            self._under_way.append(path)
            self._done[path] = self._resolved(path, data)
            self._under_way.pop()
        return self._done[path]

    def _resolved(self, path: str, data: bytes) -> bytes:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            self.problems.append(report("O713", Place(f"static/{path}"), variant="utf-8", name=path))
            return data
        if path.endswith(".js"):
            return lean_script(text).encode()
        for variant, offset in style_slips(text):
            name = _NAME.match(text, offset)
            near = nearest(name[0], properties()) if variant == "property" and name else None
            place = place_at(f"static/{path}", text, offset)
            self.problems.append(report("O732", place, variant=variant, name=name and name[0], better=near))
        every = (one.decode(errors="replace") for file, one in self._files.items() if file.endswith(".css"))
        known = {name for one in every for name in _NAMED_VALUE.findall(one)} if "var(" in text else set()
        for found in _ASKED_VALUE.finditer(text):
            if found[1] not in known:
                place, near = place_at(f"static/{path}", text, found.start(1)), nearest(found[1], known)
                self.problems.append(report("O732", place, variant="value", name=found[1], near=near))
        begun = _FIRST.match(text)
        whole = posixpath.join(posixpath.dirname(path), begun["name"]) if begun else ""
        if begun is not None and whole in self._files and whole not in self._under_way:
            # Put in, so that a browser asks once; what it is then is given by one file, as bundlers have it.
            rest = f"{begun['before']}{text[begun.end() :]}"
            return self.data(whole) + self._rest(path, text, rest, len(text) - len(rest))
        return self._rest(path, text, text, 0)

    def _rest(self, path: str, text: str, rest: str, cut: int) -> bytes:
        """A style sheet from behind what is put in before it; `cut` characters of the text are left out."""
        written = replace_addresses(rest, lambda address, offset: self._address(path, text, address, offset + cut))
        return lean_style(written).encode()

    def _address(self, path: str, text: str, address: str, offset: int) -> str | None:
        plain = re.split(r"[?#]", address, maxsplit=1)[0]
        place = place_at(f"static/{path}", text, offset)
        if _ELSEWHERE.match(address):
            if (meant := self._meant_at_root(unquote(plain))) is not None:
                better = quote(posixpath.relpath(meant, posixpath.dirname(path) or "."))
                self.problems.append(report("O712", place, variant="root", file=plain, better=better))
            elif plain.startswith("/") and not plain.startswith("//") and f"{ROOT}{plain[1:]}" not in self._files:
                self.problems.append(report("O740", place, address=plain))
            return None
        name = named(path, plain)
        if address.endswith(INSIDE) and name in self._files and (inside := data_address(name, self._files[name])):
            return inside
        if name in self._files and name not in self._under_way:
            published = published_path(name, self.data(name))
            home = posixpath.dirname(published_path(path, b""))
            return quote(posixpath.relpath(published, home)) + address[len(plain) :]
        if name in self._under_way:
            self.problems.append(report("O713", place, variant="itself", name=name))
        else:
            better = plain.strip(_MARKS)
            variant, near = ("", nearest(name, self._files)) if better == plain else ("marks", None)
            self.problems.append(
                report("O712", place, variant=variant, file=f"static/{name}", near=near, better=better)
            )
        return None

    def _meant_at_root(self, address: str) -> str | None:
        """The static file that an address from the root of the host means, where no file is published there."""
        if not address.startswith("/") or address.startswith("//") or f"{ROOT}{address[1:]}" in self._files:
            return None
        name = posixpath.basename(address)
        return next((one for one in self._files if posixpath.basename(one) == name), None)


def named(path: str, address: str) -> str:
    """The path below `static/` of the file that an address in the style sheet `path` names."""
    if address.startswith(STATIC):
        return unquote(address.removeprefix(STATIC))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address)))
