"""The whole path in one place: read everything, make values of it, check them, render them, publish."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from factsheet import checks, outputs
from factsheet.archives import read_archives
from factsheet.catalogs import Catalog, Wanted, candidates, merged, parse, read_catalog
from factsheet.codes import report, with_severity
from factsheet.config import PATH as SETTINGS_FILE
from factsheet.config import read_settings
from factsheet.extraction import joined, messages_of_engine, template_messages
from factsheet.files import Published, SourceFile, WhyNotRead, publish, read_file, read_tree
from factsheet.l10n import cldr
from factsheet.languages import by_folder, find_languages
from factsheet.markup import Prose, Typography, render
from factsheet.model import Language, Settings, Sheet
from factsheet.outputs import Artifact, Rendering
from factsheet.problems import Place, Problem, Severity
from factsheet.sheets import read_sheet
from factsheet.site import Site
from factsheet.text import MAX_BYTES
from factsheet.translations import read_lock

MAX_FILES = 100_000
"""How many files a site may have."""

TEMPLATE_FILE = "locales/messages.pot"
"""What translators start from: all messages, none translated."""

_REFUSALS: Mapping[WhyNotRead, str] = {
    WhyNotRead.LINK: "this is a link, which is not followed",
    WhyNotRead.SPECIAL: "this is no regular file",
    WhyNotRead.BAD_NAME: "the name of this file is not allowed",
}


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the command line asks for, beside the settings of the site."""

    drafts: bool = False
    base_url: str | None = None
    locales: tuple[str, ...] = ()
    sources: Path | None = None
    today: date | None = None


@dataclass(frozen=True, kw_only=True)
class Sources:
    """All that was read from disk, as bytes."""

    settings: bytes | None
    content: Mapping[str, bytes]
    catalogs: Mapping[str, bytes]
    default_catalogs: Mapping[str, bytes]
    templates: Mapping[str, bytes]
    static: Mapping[str, bytes]
    lock: bytes | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Result:
    """A build: files to publish, and findings. Nothing is published while `has_errors`."""

    artifacts: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    site: Site | None = None

    @property
    def has_errors(self) -> bool:
        """Whether a finding stops publication."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def has_warnings(self) -> bool:
        """Whether a finding stops publication under `--strict`."""
        return any(problem.severity is Severity.WARNING for problem in self.problems)

    @property
    def has_bad_settings(self) -> bool:
        """Whether site.toml is at fault, which has an exit code of its own."""
        return any(problem.code[0] == "C" for problem in self.problems)


def defaults() -> Path:
    """The folder of the default templates, static files and catalogues, in the package or beside it."""
    package = Path(__file__).resolve().parent
    packaged = package / "defaults"
    return packaged if packaged.is_dir() else package.parent


def read_sources(root: Path) -> Sources:
    """Read a site's files, each default under the site's own."""
    problems: list[Problem] = []
    limits = {"max_bytes": MAX_BYTES, "max_files": MAX_FILES}
    suffixes = {"content": (".md",), "locales": (".po", ".pot")}
    own, refused = read_tree(root, ("content", "locales", "templates", "static"), suffixes=suffixes, **limits)
    problems.extend(
        report("F018", Place(refusal.path), reason=_REFUSALS.get(refusal.reason, refusal.detail))
        for refusal in refused
    )
    given: dict[str, SourceFile] = {}
    if defaults() != root.resolve():
        given, _ = read_tree(defaults(), ("locales", "templates", "static"), suffixes=suffixes, **limits)
    return Sources(
        settings=_one_file(root, SETTINGS_FILE, problems),
        content=_below(own, "content/", keep=True),
        catalogs=_below(own, "locales/", keep=True),
        default_catalogs=_below(given, "locales/", keep=True),
        templates={**_below(given, "templates/"), **_below(own, "templates/")},
        static={**_below(given, "static/"), **_below(own, "static/")},
        lock=_one_file(root, "translations.lock", problems),
        problems=tuple(problems),
    )


def _below(files: Mapping[str, SourceFile], folder: str, *, keep: bool = False) -> dict[str, bytes]:
    cut = 0 if keep else len(folder)
    return {path[cut:]: file.data for path, file in files.items() if path.startswith(folder)}


def _one_file(root: Path, path: str, problems: list[Problem]) -> bytes | None:
    found = read_file(root, path, max_bytes=MAX_BYTES)
    if found is None or isinstance(found, SourceFile):
        return found.data if found else None
    problems.append(report("F018", Place(path), reason=_REFUSALS.get(found.reason, found.detail)))
    return None


def assemble(root: Path, sources: Sources, options: Options) -> tuple[Site | None, list[Problem]]:
    """Make the site of its sources; None where too much is wrong to ask it anything."""
    settings, problems = read_settings(sources.settings)
    problems = [*sources.problems, *problems]
    if options.base_url is not None:
        settings = replace(settings, base_url=options.base_url)
    groups = by_folder(sources.content)
    languages, found = find_languages(groups, settings)
    problems.extend(found)
    if any(problem.code[0] == "C" for problem in problems):
        return None, problems
    everything = _sheets(groups, sources, settings, problems)
    sheets = {key: sheet for key, sheet in everything.items() if options.drafts or not sheet.draft}
    if not any(tag == settings.reference for tag, _ in sheets):
        if not problems:
            problems.append(report("F019", Place(f"content/{settings.reference}"), tag=settings.reference))
        return None, problems
    catalogs = _catalogs(languages, sources, problems)
    wanted, found = wanted_messages(sources)
    problems.extend(found)
    lock, found = read_lock(sources.lock)
    problems.extend(found)
    typographies = {language.tag: _typography(language, catalogs[language.tag]) for language in languages}
    prose: dict[tuple[str, str], Prose] = {
        key: render(sheet.body, typographies[key[0]]) for key, sheet in sheets.items()
    }
    return Site(
        settings=settings,
        languages=languages,
        sheets=sheets,
        prose=prose,
        catalogs=catalogs,
        drafts={key: sheet for key, sheet in everything.items() if key not in sheets},
        lock=lock,
        archives=read_archives(root, sheets.values(), options.sources),
        today=options.today,
        only=frozenset(options.locales),
        templates=sources.templates,
        messages={message.key: message.places[0] for message in wanted},
    ), problems


def _sheets(
    groups: Mapping[str, list[str]],
    sources: Sources,
    settings: Settings,
    problems: list[Problem],
) -> dict[tuple[str, str], Sheet]:
    sheets: dict[tuple[str, str], Sheet] = {}
    for tag, files in groups.items():
        for file in files:
            path = file.removeprefix(f"content/{tag}/").removesuffix(".md")
            sheet, found = read_sheet(
                file,
                sources.content[file],
                path=path,
                language=tag,
                is_reference=tag == settings.reference,
            )
            problems.extend(found)
            if sheet is not None:
                sheets[tag, path] = sheet
    return sheets


def _catalogs(
    languages: Iterable[Language], sources: Sources, problems: list[Problem]
) -> dict[str, Catalog]:
    """The catalogue of each language: the site's own, over the tool's, over that of the language at large."""
    tags = {file[len("locales/") : -len(".po")] for file in (*sources.catalogs, *sources.default_catalogs)}
    known = {tag: found for tag in sorted(tags) if (found := _known(tag)) is not None}
    catalogs = {}
    for language in languages:
        files = [f"locales/{tag}.po" for tag in candidates(language.numbers, known)]
        own = Catalog(language=language.tag, file=files[0])
        for file in files:
            if file in sources.catalogs:
                read, found = read_catalog(language.tag, file, sources.catalogs[file])
                problems.extend(found)
                own = merged(own, read)
        for file in files:
            if file in sources.default_catalogs:
                own = merged(own, read_catalog(language.tag, file, sources.default_catalogs[file])[0])
        catalogs[language.tag] = own
    return catalogs


def _known(tag: str) -> cldr.NumberLocale | None:
    try:
        return cldr.locale(tag)
    except ValueError:
        return None


def wanted_messages(sources: Sources) -> tuple[list[Wanted], list[Problem]]:
    """The messages that the templates and the engine itself ask for."""
    given = sources.default_catalogs.get(TEMPLATE_FILE) or sources.catalogs.get(TEMPLATE_FILE) or b""
    entries, _ = parse(TEMPLATE_FILE, given.decode("utf-8", "replace"))
    asked, problems = template_messages(
        {name: data for name, data in sources.templates.items() if name.endswith(".html")}
    )
    return joined(asked, messages_of_engine(entries)), problems


def _typography(language: Language, catalog: Catalog) -> Typography:
    opening, closing, _, _ = cldr.quotes(language.numbers)
    return Typography(open=opening, close=closing, back_to_text=catalog.text("Back to the text"))


def check(root: Path, options: Options) -> Result:
    """Read and prove a site without rendering it."""
    site, problems = assemble(root, read_sources(root), options)
    return _checked(site, problems)


def build(root: Path, options: Options) -> Result:
    """Read, prove and render a site; the result has artifacts only where nothing stops publication."""
    sources = read_sources(root)
    site, problems = assemble(root, sources, options)
    result = _checked(site, problems)
    if site is None or result.has_errors:
        return result
    rendering = Rendering(site=site, static=sources.static)
    artifacts: dict[str, bytes] = {}
    gathered: dict[str, dict[str, str]] = {}
    for path in site.paths:
        artifacts.update(_collected(outputs.of_sheet(rendering, path), artifacts, rendering))
        gathered[path] = outputs.gather(rendering, path)
    artifacts.update(_collected(outputs.of_site(rendering, gathered), artifacts, rendering))
    problems = sorted({*result.problems, *rendering.problems}, key=lambda problem: problem.sort_key)
    return Result(artifacts=artifacts, problems=tuple(problems), site=site)


def _collected(made: Iterable[Artifact], before: Mapping[str, bytes], rendering: Rendering) -> dict[str, bytes]:
    artifacts: dict[str, bytes] = {}
    for path, data in made:
        if path in before or path in artifacts:
            rendering.problems.append(
                report("O703", Place(path), path=path, one="one output", other="another")
            )
        artifacts[path] = data
    return artifacts


def _checked(site: Site | None, problems: list[Problem]) -> Result:
    found = [*problems, *(checks.run(site) if site else ())]
    weights = dict(site.settings.checks) if site else {}
    ordered = sorted(set(with_severity(found, weights)), key=lambda problem: problem.sort_key)
    return Result(problems=tuple(ordered), site=site)


def publish_result(folder: Path, result: Result) -> Published:
    """Put the artifacts in place, all or nothing; `folder` has passed `files.check_output`.

    Raises PublishFailed; the old site is untouched then.
    """
    return publish(folder, result.artifacts)


__all__ = [
    "Artifact",
    "Options",
    "Result",
    "Sources",
    "assemble",
    "build",
    "check",
    "publish_result",
    "read_sources",
]
