"""Everything that is read from disk for a build, each default under the site's own."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path, PurePosixPath

from factsheet.content.assets import ROOT, with_addresses
from factsheet.content.config import read_settings
from factsheet.content.pictures import PICTURES, is_as_named, says_place, size_of
from factsheet.content.settings import ASKED, PluginSettings, Settings, refused
from factsheet.content.table import DATA_ENDINGS
from factsheet.content.text import MAX_BYTES, MAX_LOCK_BYTES, decode, place_at
from factsheet.content.theme import STYLED, with_theme
from factsheet.content.toml_table import PATH as SETTINGS_FILE
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass
from factsheet.core.suggest import nearest
from factsheet.files.reading import Known, Refusal, SourceFile, WhyNotRead, read_file, read_tree
from factsheet.files.scanning import PUBLISHED_DOT_NAMES

MAX_STATIC_BYTES = 50_000_000
"""The largest file that is read, in bytes: pictures and documents of `static/`. Texts may have `MAX_BYTES`."""

MAX_PICTURE_BYTES = 2_000_000
"""The size of a picture in bytes beyond which a notice says so."""

MAX_FILES = 100_000
"""How many files a site may have."""

_REFUSALS: Mapping[WhyNotRead, str] = {
    WhyNotRead.LINK: "this is a link, which is not followed",
    WhyNotRead.SPECIAL: "this is no regular file",
    WhyNotRead.BAD_NAME: "the name of this file is not allowed",
}


FOLDERS = ("content", "data", "locales", "sources", "static", "templates")
AT_THE_ROOT = frozenset(("404.html", "CNAME", "_headers", "_redirects", "favicon.ico", "robots.txt", "sitemap.xml"))
"""What hosts, browsers and robots ask for by its name."""
_FOREIGN = {
    "layouts": "templates", "_layouts": "templates", "partials": "templates/parts", "_includes": "templates/parts",
    **dict.fromkeys(("css", "js", "fonts", "img", "images", "styles"), "static"),
}  # fmt: skip
"""The folders that other generators have for what lies in these."""

_SETTINGS = frozenset(("_config.toml", "config.toml", "hugo.toml", "settings.toml", "zola.toml"))
_OTHER_CATALOGUES = (".json", ".yaml", ".yml", ".toml", ".properties", ".xlf", ".xliff", ".ini", ".strings")
_ENDINGS: Mapping[str, Collection[str]] = {
    "": {".md", ".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mdx", ".txt", ".text", ".rst", ""},
    "document": {".docx", ".doc", ".odt", ".rtf", ".pages", ".pdf", ".html", ".htm"},
    "catalogue": {".po", ".pot"}, "picture": {".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd"},
    "backup": {".bak", ".old", ".orig", ".rej", ".swp", ".tmp"}, "data": DATA_ENDINGS,
}  # fmt: skip
"""What files in `content/` that are not read are most likely, by the ends of their names."""


@dataclass(frozen=True, kw_only=True)
class Sources:
    """All that was read from disk, as bytes."""

    settings: bytes | None
    content: Mapping[str, bytes]
    catalogs: Mapping[str, bytes]
    default_catalogs: Mapping[str, bytes]
    templates: Mapping[str, bytes]
    static: Mapping[str, bytes]
    """The files of `static/` by their path below it, the addresses in style sheets being those of the output.

    Pictures that lie beside sheets are there by their whole path, `content/ro/photo.jpg`.
    """
    data: Mapping[str, bytes]
    """The files of `data/`, which tables are made of."""
    lock: bytes | None
    receipts: bytes | None
    """What proofs.lock says: which quotes were found in texts that are not published."""
    plugins: Mapping[str, bytes]
    """The files that `[plugins]` names, where they are there."""
    changes_templates: bool
    """Whether a template differs from the one that comes with the tool: those are known to work."""
    problems: tuple[Problem, ...]


@lru_cache(maxsize=1)
def defaults() -> Path:
    """The folder of the default templates, static files and catalogues, in the package or beside it."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "defaults"
    return packaged if packaged.is_dir() else package.parent


def is_default_template(name: str, data: bytes) -> bool:
    """Tell whether a template is, to the byte, the one of this name that comes with the engine."""
    return is_default(f"templates/{name}", data)


def is_default(path: str, data: bytes) -> bool:
    """Tell whether a file is, to the byte, the one that comes with the engine at this path."""
    return default_file(path) == data


_given: dict[str, bytes] = {}  # the defaults that were asked for or read since a site was read last


def default_file(path: str) -> bytes | None:
    """Give the file that comes with the engine at this path; None where there is none."""
    if path not in _given:
        with suppress(OSError, ValueError):
            _given[path] = (defaults() / path).read_bytes()
    return _given.get(path)


def read_sources(root: Path, known: Known | None = None) -> Sources:
    """Read a site's files, each default under the site's own; what is `known` and has not changed is not read again."""
    limits = {"max_bytes": MAX_STATIC_BYTES, "max_files": MAX_FILES}
    pictures, folders = (*PICTURES, *map(str.upper, PICTURES)), ("content", "data", "locales", "templates", "static")
    suffixes = {"content": (".md", *pictures), "data": DATA_ENDINGS, "locales": (".po", ".pot")}
    own, refused = read_tree(root, folders, suffixes=suffixes, known=known, **limits)
    problems = [*filter(None, map(_refused, refused)), *_unreadable(own), *_of_pictures(own)]
    problems += _misplaced(root, own)
    is_own = defaults() == root.resolve()
    given = {} if is_own else read_tree(defaults(), folders[2:], suffixes=suffixes, known=known, **limits)[0]
    _given.clear()
    _given.update((path, file.data) for path, file in (given or own).items())
    content, templates = _below(own, "content/", keep=True), _below(own, "templates/")
    sheets = {path: data for path, data in content.items() if path.endswith(".md")}
    beside = {path: data for path, data in content.items() if path not in sheets}
    settings, no_settings = read_settings_file(root)
    said = read_settings(settings)[0]
    files = with_theme({**_below(given, "static/"), **_below(own, "static/")}, said.theme)
    plugins, no_plugins = read_plugins(root, said.plugins)
    lock, no_lock = _one_file(root, "translations.lock", most=MAX_LOCK_BYTES)
    receipts, no_receipts = _one_file(root, "proofs.lock", most=MAX_LOCK_BYTES)
    static, faults = with_addresses(
        {**files, **beside}, lambda path: path in files and is_default(f"static/{path}", files[path])
    )
    faults = [one for one in faults if one.code != "O732" or one.place.path in own]  # the tool's ask for its own
    if said.base_url.count("/") > len("://"):  # who else puts files at the root of the host is not known
        faults = [problem for problem in faults if problem.code != "O740"]
    problems += [*no_settings, *no_plugins, *no_lock, *no_receipts, *faults]
    problems += [*_elsewhere(own, said), *_unasked(own, settings)]
    return Sources(
        settings=settings,
        content=sheets,
        data=_below(own, "data/", keep=True),
        catalogs=_below(own, "locales/", keep=True),
        default_catalogs=_below(given, "locales/", keep=True),
        templates={**_below(given, "templates/"), **templates},
        static=static,
        plugins=plugins,
        changes_templates=any(not is_default_template(name, data) for name, data in templates.items()),
        lock=lock,
        receipts=receipts,
        problems=tuple(problems),
    )


def _elsewhere(own: Mapping[str, SourceFile], settings: Settings) -> Iterator[Problem]:
    """Report files of other sites that a style sheet of the site's own asks for, and the policy refuses."""
    for path, file in own.items():
        may_load = path.startswith("static/") and path.endswith(".css") and b"//" in file.data
        if may_load and not is_default(path, file.data):
            text = file.data.decode("utf-8", "replace")
            yield from (report("O734", place_at(path, text, at), **said) for at, said in refused(settings, text, ASKED))


_LOADED: Mapping[str, str] = {".css": "", ".js": "script", **dict.fromkeys((".woff2", ".woff", ".ttf", ".otf"), "font")}
"""Files that pages load or leave, by the variant of what is said of one that none loads."""

_ICONS = frozenset(f"{stem}{ending}" for stem in ("favicon", "apple-touch-icon") for ending in (".png", ".svg"))
_FRAMES = frozenset(("templates/base.html", "templates/sheet.html"))
_CLASS = regex(rb"\.([a-z][\w-]*)")


def _unasked(own: Mapping[str, SourceFile], settings: bytes | None) -> Iterator[Problem]:
    """Report files that no page loads, and style sheets that replace a default without its rules."""
    texts = {path: file.data for path, file in own.items() if path.endswith((".html", ".css", ".js", ".md"))}
    for path, file in ((path, file) for path, file in own.items() if path.startswith("static/")):
        name = path.removeprefix("static/")
        variant = "icon" if name in _ICONS else _LOADED.get(PurePosixPath(path).suffix)
        if variant is None or name.startswith(ROOT):
            continue
        default = default_file(path)
        if default is None:
            stem = PurePosixPath(path).name.encode()
            if not any(stem in text for other, text in (*texts.items(), ("", settings or b"")) if other != path):
                yield report("O743", Place(path), variant=variant, name=name)
        elif name in STYLED and b"@import" not in file.data and not own.keys() & _FRAMES:
            classes = set(_CLASS.findall(default))
            if len(classes & set(_CLASS.findall(file.data))) * 10 < len(classes):
                yield report("O744", Place(path), name=name)
    yield from _unnamed_faces({path: data.decode("utf-8", "replace") for path, data in texts.items() if ".css" in path})


_FONT = regex(r"(?:\bfont(?:-family)?|--[\w-]+)\s*:([^;{}]+)")
_FACE = regex(r"@font-face\s*\{[^{}]*?font-family\s*:\s*[\"']?([^\"';{}]+?)[\"']?\s*[;}][^{}]*\}?")


def _unnamed_faces(styles: Mapping[str, str]) -> Iterator[Problem]:
    """Report faces that no rule of the site's style sheets names, nor of the default ones."""
    faces = [(path, text, face, face[1].casefold()) for path, text in styles.items() for face in _FACE.finditer(text)]
    every = [*styles.values(), *((default_file(f"static/{one}") or b"").decode() for one in STYLED if faces)]
    rules = [rule for text in dict.fromkeys(every) for rule in _FACE.sub("", text).replace("{", ";").split(";")]
    for path, text, face, name in faces:
        if not any(name in one.casefold() for rule in rules if name in rule.casefold() for one in _FONT.findall(rule)):
            yield report("O751", place_at(path, text, face.start(1)), name=face[1])


def read_plugins(root: Path, wanted: PluginSettings) -> tuple[dict[str, bytes], list[Problem]]:
    """Read the files that `[plugins]` names, as far as they are there; nothing of them is run here."""
    found = {name: _one_file(root, name) for name in wanted.files}
    files = {name: data for name, (data, _) in found.items() if data is not None}
    return files, [problem for _, problems in found.values() for problem in problems]


def read_settings_file(root: Path) -> tuple[bytes | None, list[Problem]]:
    """Read site.toml; None where there is none, and with a finding where it may not be read, or has another name."""
    data, problems = _one_file(root, SETTINGS_FILE)
    if data is None and not problems:
        beside = [path.name for path in root.glob("*") if ".toml" in path.name and path.is_file()]
        near = nearest(SETTINGS_FILE, beside) or next((one for one in beside if one in _SETTINGS), None)
        problems = [report("C818", Place(near), name=near)] if near else []
    return data, problems


def _unreadable(own: Mapping[str, SourceFile]) -> Iterator[Problem]:
    """Report templates that are too long or not UTF-8; sheets and catalogues are decoded where they are read."""
    for path, file in own.items():
        if path.startswith("templates/"):
            yield from (problem for problem in decode(path, file.data)[1] if problem.code in {"F001", "F012"})


def _of_pictures(own: Mapping[str, SourceFile]) -> Iterator[Problem]:
    """Tell of pictures that load long, of photos that say where they were taken, and of pictures that are none."""
    for path, file in own.items():
        if path.startswith(("static/", "content/")):
            if len(file.data) > MAX_PICTURE_BYTES and size_of(file.data):
                yield report("O715", Place(path), size=f"{len(file.data) / 1_000_000:.1f}")
            if path.lower().endswith(PICTURES) and says_place(file.data):
                yield report("O727", Place(path), name=path.rpartition("/")[2])
            if not is_as_named(path, file.data):
                variant = "" if path.lower().endswith(PICTURES) else "page"
                yield report(
                    "O725", Place(path), variant=variant if file.data else "empty", name=path.rpartition("/")[2]
                )


def _misplaced(root: Path, own: Collection[str]) -> Iterator[Problem]:
    """Report what lies beside site.toml and is read elsewhere, or under another name."""
    names = sorted(path.name for path in root.glob("*")) if root.is_dir() else []
    for name in names:
        foreign = _FOREIGN.get(name.lower(), "")
        plain = name.casefold().removesuffix("s")
        folder = foreign or next((one for one in FOLDERS if plain == one.removesuffix("s")), name)
        if name in AT_THE_ROOT | PUBLISHED_DOT_NAMES:
            better = f"static/root/{name}"
        elif (foreign or folder not in names) and (root / name).is_dir():
            better = f"{folder}/"
        else:
            better = f"static/{name}" if name.endswith(".css") else ""
        if better and better not in own:
            yield report("F032", Place(name), name=name, better=better)


def _refused(refusal: Refusal) -> Problem | None:
    """Tell of a file that is not read; one that is no sheet is told of in `content/` only."""
    if refusal.path.startswith("data/"):
        return None  # whoever names it is told that it is not there; others keep what they like in this folder
    place = Place(refusal.path)
    if refusal.reason is not WhyNotRead.OTHER_KIND:
        variant = "large" if refusal.reason is WhyNotRead.TOO_LARGE else ""
        return report("F018", place, variant=variant, reason=_REFUSALS.get(refusal.reason, refusal.detail))
    if refusal.path.startswith("locales/") and refusal.path.endswith(_OTHER_CATALOGUES):
        catalogue = PurePosixPath(refusal.path).with_suffix(".po")
        return report("T641", place, variant="format", file=refusal.path, better=catalogue)
    if refusal.path.startswith("locales/") and refusal.path.endswith(".po.txt"):
        return report("T641", place, file=refusal.path, better=refusal.path.removesuffix(".txt"))
    if not refusal.path.startswith("content/"):
        return None
    folder, _, name = refusal.path.rpartition("/")
    stem, ending = name.partition(".")[0], PurePosixPath(name).suffix.lower()
    variant = next((variant for variant, endings in _ENDINGS.items() if ending in endings), "file")
    plain = "-".join(stem.lower().replace("_", " ").split())
    tag = folder.partition("/")[2].partition("/")[0]
    better = {"data": f"data/{name}", "catalogue": f"locales/{tag}.po"}.get(variant, f"{folder}/{plain}.md")
    return report("F023", place, variant=variant, name=name, better=better)


def _below(files: Mapping[str, SourceFile], folder: str, *, keep: bool = False) -> dict[str, bytes]:
    cut = 0 if keep else len(folder)
    return {path[cut:]: file.data for path, file in files.items() if path.startswith(folder)}


def _one_file(root: Path, path: str, *, most: int = MAX_BYTES) -> tuple[bytes | None, list[Problem]]:
    found = read_file(root, path, max_bytes=most)
    if found is None or isinstance(found, SourceFile):
        return found.data if found else None, []
    return None, [report("F018", Place(path), reason=_REFUSALS.get(found.reason, found.detail))]
