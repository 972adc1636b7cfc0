"""Pictures of a text: with their sizes, so that a page does not jump, and smaller copies for smaller screens.

Pictures below the first come when they are needed. Copies are made by Pillow (the extra `pictures`), turned as
the camera noted and without any of its notes. Their names are made of the picture, their width and what makes them, so
pages can name them before they are there; each is made once and kept.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from markupsafe import Markup

from factsheet.content.markup import Link
from factsheet.content.pictures import is_still, size_of
from factsheet.content.tracing import Noted
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.core.records import NamedTuple
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.site.addresses import linked_asset

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from PIL.Image import Image

WIDTHS: Final = (480, 960, 1600)
"""How many dots the copies are wide: a phone, a phone with fine dots, a large screen with fine dots."""

SIZES: Final = "(min-width: 40rem) 38rem, 100vw"
"""How wide a picture stands on a page: as wide as the text, or as a narrow screen."""

MOST: Final = 60_000_000
"""From so many dots on a picture is left as it is: to read it would take too much memory."""

_PHOTO: Final[Mapping[str, Mapping[str, Any]]] = {
    "avif": {"quality": 55, "speed": 8, "max_threads": 1},  # what several threads make need not be the same
    "webp": {"quality": 78, "method": 4},
}
_DRAWING: Final[Mapping[str, Mapping[str, Any]]] = {"webp": {"lossless": True, "method": 4}}
"""A PNG most often is a drawing, whose edges must stay sharp."""

_READ: Final = ("AVIF", "JPEG", "PNG", "WEBP")
"""The formats that are decoded: others have more ways to go wrong, and one of them runs programs."""

_IMAGE: Final = regex(r'<img\b[^>]*?\bsrc="([^"]*)"[^>]*>')


class Variant(NamedTuple):
    """A copy of a picture: its path in the output, the name under which it is kept, its width, and its format."""

    path: str
    key: str
    width: int
    kind: str


@cache
def maker() -> str | None:
    """What makes the copies, as a part of their names; None where it is not installed."""
    if find_spec("PIL") is None:
        return None
    import PIL
    from PIL import features

    versions = [PIL.__version__, *(str(features.version(kind)) for kind in _PHOTO)]
    return sha256(repr((versions, _PHOTO, _DRAWING)).encode()).hexdigest()[:6]


def widths(data: bytes) -> tuple[int, ...]:
    """How wide copies of a picture are, at the most as wide as it is itself; none for SVG and what is small.

    A PNG has one: a drawing with lines gets larger in bytes, not smaller, where its dots are mixed.
    """
    size = size_of(data)
    if size is None or size[0] <= WIDTHS[0] or size[0] * size[1] > MOST or not is_still(data):
        return ()
    own = min(size[0], WIDTHS[-1])
    return (own,) if _settings(data) is _DRAWING else (*(width for width in WIDTHS if width < own), own)


def variants(rendering: Rendering, name: str) -> tuple[Variant, ...]:
    """The copies of a static file; none where there are none to be made."""
    mark = maker() if rendering.site.settings.pictures else None
    if mark is None:
        return ()
    data, stem = rendering.static[name], rendering.assets[name].rpartition(".")[0]
    key = stem.rpartition(".")[2]
    return tuple(
        Variant(f"{stem}-{width}-{mark}.{kind}", f"{key}-{width}-{mark}.{kind}", width, kind)
        for kind in _settings(data)
        for width in widths(data)
    )


def _settings(data: bytes) -> Mapping[str, Mapping[str, Any]]:
    return _DRAWING if data.startswith(b"\x89PNG") else _PHOTO


def with_pictures(
    rendering: Rendering, body: Markup, sheet: str, links: Sequence[Link], address: Callable[[int], str]
) -> Markup:
    """Write width, height and smaller copies at each picture of the site, unless its element says a width.

    `links` are those of the file `sheet`, of which `address` gives each as it stands on the page.
    """
    if "<img" not in body:
        return body
    known = {escape(address(index)): name for index, name in _shown(rendering, sheet, links)}
    seen = 0

    def written(found: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        name = known.get(found[1]) if " width=" not in found[0] else None
        size = size_of(rendering.static[name]) if name else None
        kept = f' width="{size[0]}" height="{size[1]}"' if size else ""
        lazy = ' loading="lazy"' if seen > 1 else ""
        image = f"{found[0][:-1].rstrip('/ ')}{kept}{lazy}>"
        copies = "".join(_sources(variants(rendering, name), found[1])) if name else ""
        return f"<picture>{copies}{image}</picture>" if copies else image

    return Markup(_IMAGE.sub(written, body))  # noqa: S704 - numbers, words and quoted addresses of ours are put in


def _shown(rendering: Rendering, sheet: str, links: Sequence[Link]) -> Iterator[tuple[int, str]]:
    """The links that show a file of the site, by their place, with its name."""
    for index, link in enumerate(links):
        name = linked_asset(link.address, sheet) if link.image else None
        if name is not None and name in rendering.static:
            yield index, name


def _sources(copies: Sequence[Variant], address: str) -> Iterator[str]:
    """The elements that name the copies, those of one format together, beside the address of the picture itself."""
    folder = address[: address.rfind("/") + 1]
    for kind in dict.fromkeys(copy.kind for copy in copies):
        named = (f"{folder}{quote(copy.path.rpartition('/')[2])} {copy.width}w" for copy in copies if copy.kind == kind)
        yield f'<source type="image/{kind}" srcset="{", ".join(named)}" sizes="{SIZES}">'


def gather(rendering: Rendering, path: str) -> str:
    """Give the pictures that the pages of a sheet show, in any language, and of which there may be copies."""
    site = rendering.site
    sheets = (site.shown(language.tag, path) for language in site.published)
    names = {
        name
        for sheet in sheets
        if sheet is not None
        for _, name in _shown(rendering, sheet.file, site.prose[sheet.language, path].links)
        if site.settings.pictures and widths(rendering.static[name])
    }
    return "\n".join(sorted(names))


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the copies of all pictures that are shown; say once where what makes them is not installed."""
    names = sorted({name for told in gathered.values() for name in told.splitlines()})
    if names and maker() is None:
        rendering.problems.append(report("O728", Place("site.toml")))
        return
    if not names:
        return
    from concurrent.futures import ThreadPoolExecutor  # a site without pictures needs none

    most = rendering.jobs
    with ThreadPoolExecutor(most) as pool:
        for start in range(0, len(names), most):  # no more at a time than are worked on: each needs its memory
            yield from _made(rendering, names[start : start + most], pool)
    _forget(rendering)


def _made(rendering: Rendering, names: Sequence[str], pool: "Executor") -> Iterator[Artifact]:
    """The copies of some pictures, kept from before or made now."""
    kept = rendering.kept
    copies = {name: variants(rendering, name) for name in names}
    missing = {name: [copy for copy in copies[name] if copy.key not in kept] for name in names}
    work = [pool.submit(_resized, rendering.static[name], missing[name]) for name in names]
    for name, made in zip(names, work, strict=True):
        try:
            kept.update(made.result())
        except (OSError, ValueError, SyntaxError) as error:  # what Pillow raises at damaged files
            file = name if name.startswith("content/") else f"static/{name}"
            rendering.problems.append(report("O729", Place(file), reason=str(error)))
        else:
            yield from ((copy.path, made.result().get(copy.key) or kept[copy.key]) for copy in copies[name])


def _resized(data: bytes, copies: Sequence[Variant]) -> dict[str, bytes]:
    """Make copies of a picture, by their key. Raises OSError, ValueError or SyntaxError where it cannot be read."""
    if not copies:
        return {}
    whole, profile = _upright(data)
    made: dict[str, bytes] = {}
    for copy in copies:
        height = max(round(copy.width * whole.height / whole.width), 1)
        written = BytesIO()
        whole.resize((copy.width, height), resample=1).save(  # 1 is Lanczos, the sharpest
            written, copy.kind.upper(), icc_profile=profile, **_settings(data)[copy.kind]
        )
        made[copy.key] = written.getvalue()
    return made


def _upright(data: bytes) -> "tuple[Image, bytes | None]":
    """A picture as it is meant to be seen, without the notes in its file, and the profile of its colours."""
    from PIL import ImageFile, ImageOps
    from PIL.Image import open as decode

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # what makes PDF files sets it for the whole process
    with decode(BytesIO(data), formats=_READ) as opened:
        profile = opened.info.get("icc_profile") if opened.mode in {"RGB", "RGBA"} else None
        turned = ImageOps.exif_transpose(opened)
        is_clear = "transparency" in opened.info or "A" in opened.getbands()
        whole = turned.convert("RGBA" if is_clear else "RGB")
    whole.info.clear()
    return whole, profile


def _forget(rendering: Rendering) -> None:
    """Keep no copies of pictures that are no longer there."""
    static = rendering.static.entries if isinstance(rendering.static, Noted) else rendering.static
    known = {sha256(data).hexdigest()[:10] for name, data in static.items() if widths(data)}
    for key in [key for key in rendering.kept if key.partition("-")[0] not in known]:
        del rendering.kept[key]


OUTPUT = Output(name="pictures", gather=gather, combine=combine)
