"""Sources to a site: settings, languages, catalogues and sheets put together, each sheet read when asked for."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from factsheet.builder import plugins
from factsheet.builder.catalogues import read_catalogs, wanted_messages
from factsheet.builder.options import Options, settings_of
from factsheet.content.archives import ArchiveFolder, Archives
from factsheet.content.catalogs import Catalog
from factsheet.content.languages import by_folder, find_languages
from factsheet.content.markup import Typography
from factsheet.content.model import Language
from factsheet.content.settings import UNDERLYING, Settings
from factsheet.content.sheets.store import Key, Sheets, SheetStore, Texts, file_of, front_of, key_of
from factsheet.content.sources import Sources
from factsheet.content.toml_table import PATH as SETTINGS_FILE
from factsheet.content.tracing import Noted, Tracer, digest_of, digest_of_bytes
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import fields, replace
from factsheet.core.suggest import listed
from factsheet.l10n import cldr
from factsheet.site.receipts import Receipts, read_receipts
from factsheet.site.site import Site
from factsheet.site.translations import LockEntry, read_lock

Leaf = Callable[[str], str]

WHOLE = ("lock", "receipt")
"""What is read from one file of its own: where that is what it was, so is every entry."""

_GUILLEMETS = ("\u00ab", "\u00bb")
"""The quotation marks between which French puts no-break spaces."""


def assemble(root: Path, sources: Sources, options: Options) -> tuple[Site | None, list[Problem]]:
    """Make the site of its sources, all sheets read; None where too much is wrong to ask it anything."""
    site, problems = prepare(root, sources, options, read_all=True)
    if site is not None:
        try:
            problems.extend(problem for key in site.sheets.shelf.files for problem in site.sheets.shelf.read(key)[1])
        except Exception as error:  # noqa: BLE001 - raised again where it is not a plugin's
            return None, [*problems, plugins.problem_of(error)]
        if not site.paths:
            if not problems:
                problems.append(_no_originals(site.settings))
            return None, problems
    return site, problems


def settings_with_plugins(root: Path, sources: Sources, options: Options) -> tuple[Settings, list[Problem]]:
    """The settings of a build; the plugins that they name are then in use."""
    settings, problems = settings_of(sources, options)
    return settings, [*problems, *plugins.use(root, sources, settings, options)]


def prepare(
    root: Path,
    sources: Sources,
    options: Options,
    *,
    given: tuple[Settings, list[Problem]] | None = None,
    tracer: Tracer | None = None,
    read_all: bool = False,
    unreadable: frozenset[Key] = frozenset(),
) -> tuple[Site | None, list[Problem]]:
    """Make the site; its sheets are read when they are asked for, or with `read_all` at once.

    `given` is what `settings_with_plugins` gave, for whoever needs it before. The problems are those of settings,
    plugins, languages, catalogues and the lock.
    """
    tracer = tracer or Tracer()
    settings, problems = given or settings_with_plugins(root, sources, options)
    problems = [*sources.problems, *problems]
    groups = by_folder(sources.content)
    if sources.settings is None and not groups:
        return None, [no_site(root)]
    if any(one.place.path == SETTINGS_FILE and one.code in _UNREAD for one in problems):
        return None, problems
    languages, found = find_languages(groups, settings, written=sources.settings or b"")
    problems.extend(found)
    problems.extend(_homeless(sources.content, settings))
    problems.extend(_strangers(options.locales, languages))
    if any(problem.code[0] == "C" for problem in problems):
        return None, problems
    catalogs, in_catalogs = read_catalogs(languages, sources)
    lock, in_lock = read_lock(sources.lock)
    receipts, in_receipts = read_receipts(sources.receipts)
    problems += [*in_catalogs, *in_lock, *in_receipts]
    shelf = SheetStore(
        files=dict(_files(groups, sources.content)),
        reference=settings.reference,
        typographies={one.tag: _typography(one, catalogs[one.tag]) for one in languages},
        read_all=read_all,
        unreadable=unreadable,
    )
    sheets = Sheets(shelf=shelf, tracer=tracer, drafts=False, with_drafts=options.drafts)
    archives = Archives(ArchiveFolder(options.sources or root, is_named=options.sources is not None), tracer)
    site = Site(
        settings=_Noting(settings, tracer),
        languages=languages,
        sheets=sheets,
        prose=Texts(sheets=sheets),
        catalogs={tag: _noting(catalog, tracer) for tag, catalog in catalogs.items()},
        drafts=replace(sheets, drafts=True, _found={}, _heads={}),
        lock=Noted("lock", lock, tracer),
        receipts=Noted("receipt", receipts, tracer),
        data=Noted("data", sources.data, tracer),
        archives=archives,
        day=options.today,
        tracer=tracer,
        only=frozenset(options.locales),
        templates=Noted("template", sources.templates, tracer),
        assets=Noted("asset", sources.static, tracer),
        wanted_messages=lambda: wanted_messages(sources),
    )
    _register_answers(site, sources, settings, lock, receipts)
    if not site.paths and not read_all and not unreadable:
        if not problems:
            problems.append(_no_originals(settings))
        return None, problems
    return site, problems


def no_site(folder: Path) -> Problem:
    """The finding for a folder that holds neither settings nor sheets, with the folder of a site that is near it."""
    here = folder.resolve()
    above = [parent for parent in here.parents[:_LEVELS] if (parent / SETTINGS_FILE).is_file()]
    near = next(iter(above or sorted(file.parent for file in here.glob(f"*/{SETTINGS_FILE}"))), None)
    if near is None:
        return report("C817", Place("."))
    return report("C817", Place("."), variant="near", folder=os.path.relpath(near, here))


_UNREAD = frozenset(("C801", "F001", "F002", "F012"))
"""With one of these site.toml is not read, so that nothing is known of the languages."""

_LEVELS = 4
"""How many folders above are looked at for a site: from the deepest sheet of a section up to its root, and one more."""


def _register_answers(
    site: Site, sources: Sources, settings: Settings, lock: Mapping[str, LockEntry], receipts: Receipts
) -> None:
    """Tell the tracer how to answer for everything that work may ask for."""
    tracer, sheets, archives = site.tracer, site.sheets, site.archives

    def file(name: str) -> str:
        return _digest(sources.content.get(name))

    lost = frozenset(map(file_of, sheets.shelf.unreadable))

    def front(name: str) -> str:
        data = sources.content.get(name)
        return "" if data is None or name in lost else _digest(front_of(data))

    def message(name: str) -> str:
        tag, _, key = name.partition(" ")
        context, _, msgid = key.partition("\x04")
        found = site.catalogs[tag].messages.get((context, msgid)) if tag in site.catalogs else None
        return digest_of(list(found.strings)) if found and found.is_translated else ""

    def all_of(*groups: Mapping[str, bytes]) -> str:
        return digest_of([[path, _digest(files[path])] for files in groups for path in sorted(files)])

    wholes = dict(zip(WHOLE, (sources.lock, sources.receipts), strict=True))
    tracer.leaves = {
        "whole": lambda kind: _digest(wholes[kind]),
        "file": file,
        "front": front,
        "files": lambda _: digest_of(sorted(sources.content)),
        "everything": lambda _: digest_of([file(name) for name in sorted(sources.content)]),
        "archive": archives.digest,
        "today": lambda _: str(site.day),
        "drafts": lambda _: str(sheets.with_drafts),
        "setting": lambda name: digest_of(repr(getattr(settings, name))),
        **_of_mapping("lock", lock, lambda name: digest_of(lock.get(name))),
        **_of_mapping("receipt", receipts, lambda name: digest_of(repr(receipts.get(name)))),
        **_of_mapping("template", sources.templates, lambda name: _digest(sources.templates.get(name))),
        **_of_mapping("data", sources.data, lambda name: _digest(sources.data.get(name))),
        **_of_mapping("asset", sources.static, lambda name: _digest(sources.static.get(name))),
        "message": message,
        "typography": lambda tag: digest_of(repr(sheets.shelf.typographies.get(tag))),
        "catalogues": lambda _: all_of(sources.catalogs, sources.default_catalogs),
        "interface": lambda _: digest_of([tracer.answer("catalogues"), all_of(sources.templates)]),
    }
    for kind in WHOLE:
        tracer.answer(f"whole {kind}")
    tracer.makers["paths"] = lambda _: site.list_paths()
    tracer.makers["anchors"] = lambda name: site.list_anchors(*key_of(name))
    tracer.makers["head"] = lambda name: sheets.make_head(key_of(name))


def _of_mapping(kind: str, entries: Mapping[str, object], digest: Leaf) -> dict[str, Leaf]:
    """How to tell of what `Noted` notes."""
    return {
        kind: digest,
        f"is-{kind}": lambda name: str(name in entries),
        f"{kind}s": lambda _: digest_of(sorted(entries)),
    }


def _digest(data: bytes | None) -> str:
    """The digest of a file; empty where there is none."""
    return "" if data is None else digest_of_bytes(data)


def _files(groups: Mapping[str, list[str]], content: Mapping[str, bytes]) -> Iterator[tuple[Key, Callable[[], bytes]]]:
    for tag, files in groups.items():
        for file in files:
            key = (tag, file.removeprefix(f"content/{tag}/").removesuffix(".md"))
            if file_of(key) == file:
                yield key, lambda file=file: content[file]  # type: ignore[misc]


def _strangers(asked: Iterable[str], languages: Iterable[Language]) -> Iterator[Problem]:
    """Languages that the command line asks for and the site does not have."""
    known = [language.tag for language in languages]
    for tag in asked:
        if tag not in known:
            near = next((one for one in known if one == cldr.called(tag)), None)
            yield report("C809", Place("content"), near=near, tag=tag, known=listed(known))


def _homeless(content: Collection[str], settings: Settings) -> Iterator[Problem]:
    """Sheets beside the folders of the languages, which would not be read; each is of one that lacks it."""
    tags = dict.fromkeys([settings.reference, *sorted(path.split("/")[1] for path in content if path.count("/") > 1)])
    for path in content:
        if path.count("/") == 1:
            homes = [path.replace("/", f"/{tag}/", 1) for tag in tags]
            yield report("F021", Place(path), better=next((one for one in homes if one not in content), homes[0]))


def _no_originals(settings: Settings) -> Problem:
    return report("F019", Place(f"content/{settings.reference}"), tag=settings.reference)


class _Noting(Settings):
    """The settings; each that is asked for is noted, but for those that every work stands on."""

    def __init__(self, settings: Settings, tracer: Tracer) -> None:
        for one in fields(settings):
            Settings.__dict__[one.name].__set__(self, getattr(settings, one.name))
        object.__setattr__(self, "_tracer", tracer)


def _noted(name: str) -> property:
    """A setting that notes that it is asked for."""
    noted, slot = f"setting {name}", Settings.__dict__[name]

    def get(self: _Noting) -> object:
        if noted not in self._tracer.frame:  # type: ignore[attr-defined]  # set in `__init__`, past the refusal
            self._tracer.note(noted)  # type: ignore[attr-defined]
        return slot.__get__(self)

    return property(get)


for _one in fields(Settings):
    if _one.name not in UNDERLYING:
        setattr(_Noting, _one.name, _noted(_one.name))


def _noting(catalog: Catalog, tracer: Tracer) -> Catalog:
    """The catalogue; each message that is looked up is noted, whether it is there or not."""
    names: dict[tuple[str, str], str] = {}

    def ask(context: str, msgid: str) -> None:
        key = (context, msgid)
        if key not in names:
            names[key] = f"message {catalog.language} {context}\x04{msgid}"
        if names[key] not in tracer.frame:
            tracer.note(names[key])

    return replace(catalog, ask=ask)


def _typography(language: Language, catalog: Catalog) -> Typography:
    opening, closing, inner_open, inner_close = cldr.quotes(language.numbers)
    if language.tag.partition("-")[0] == "fr" and (opening, closing) == _GUILLEMETS:
        opening, closing = f"{opening}\u00a0", f"\u00a0{closing}"
    return Typography(
        open=opening,
        close=closing,
        inner_open=inner_open,
        inner_close=inner_close,
        back_to_text=catalog.text("Back to the text"),
        alerts=(
            catalog.text("Note", "alert"),
            catalog.text("Tip", "alert"),
            catalog.text("Important", "alert"),
            catalog.text("Warning", "alert"),
            catalog.text("Caution", "alert"),
            catalog.text("The source says", "alert"),
            catalog.text("The source does not say", "alert"),
        ),
    )
