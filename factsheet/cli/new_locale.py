"""`new locale TAG`: a language with every sheet ready to be translated, and its catalogue."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from factsheet.builder.pipeline import Options, Sources, read_sources, wanted_messages
from factsheet.cli.arguments import Command, site_of
from factsheet.cli.printing import Ended, complain, say, tell, tell_count
from factsheet.content.catalogs import files_of, new_catalog, plurals_of, write
from factsheet.content.config import TAG
from factsheet.content.languages import find_languages
from factsheet.content.model import Language
from factsheet.content.settings import Settings
from factsheet.files.writing import write_sources
from factsheet.l10n import cldr
from factsheet.site.site import Site
from factsheet.site.translations import LOCK, marked, write_lock
from factsheet.tools.exchange.words_in_yaml import draft


def run(arguments: argparse.Namespace) -> int:
    """Make the files that are not there yet; 0 when the language is ready to be worked on."""
    root, tag = Path(arguments.root), arguments.tag
    sources = read_sources(root)
    site = site_of(root, sources, Options())
    usual = cldr.usual(tag)
    if usual != tag and tag not in {*site.settings.locales, *(one.tag for one in site.languages)}:
        return complain("{tag} is not how the language is named", "write {usual}", tag=tag, usual=usual)
    language = find_language(tag, site.settings)
    if language.tag == site.settings.reference:
        return complain("{tag} is the language of the originals", "name another language", tag=tag)
    new = dict(new_files(site, language, sources))
    files = {path: new[path] for path in new if not ((root / path).exists() and (root / path).stat().st_size)}
    sheets = [path for path in files if path.startswith("content/")]
    if not files:
        say("Nothing to make: every sheet is there in {language} ({tag}).", language=language.name, tag=tag)
        return 0
    lock = dict(site.lock)
    for path in sheets:
        original = site.original(path.removeprefix(f"content/{tag}/").removesuffix(".md"))
        lock[path] = marked(site.blocks(original), site.blocks(original))
    files[LOCK] = write_lock(lock)
    write_sources(root, files)
    _tell_what_next(site, language, sorted(set(files) - {LOCK}))
    return 0


COMMAND = Command("new locale", run)


def tag_meant(path: str, tag: str, tags: Sequence[str]) -> str | None:
    """The language that a file goes into; None, and why is said, where its first lines and its name do not fit."""
    named = Path(path).name.partition(".")[0]
    kin = [one for one in tags if one.partition("-")[0] == tag.partition("-")[0]]
    if named in (kin or tags if not tag else kin) and tag not in tags:
        return named  # which a tool has called `de-DE`, or nothing
    if not tag:
        complain("{file} does not say in which language it is", "name it for its language, as in de.po", file=path)
        return None
    known = named if named in tags else next(iter(kin), tag) if tag not in tags else tag
    if tag in {known, named}:
        return tag
    complain(
        "{file} says that it is in {tag}, and its name says {known}"
        if tag in tags
        else "{file} says that it is in {tag}, which the site does not have",
        "write {known} in its first lines if that is meant; otherwise name it {tag}.po or {tag}.xlf",
        file=path,
        tag=tag,
        known=known,
    )
    return None


def find_language(tag: str, settings: Settings) -> Language:
    """The language of a tag; raises Ended, having said why, where it is none that CLDR or site.toml knows."""
    if not TAG.fullmatch(tag):
        of_path = "".join(Path(tag).parts[1:2]).partition(".")[0]  # content/de/index.md
        close = cldr.called(tag) or (of_path if TAG.fullmatch(of_path) else None)
        code = complain(
            "{tag} is not a language tag",
            "did you mean {close}?" if close else "use a tag of BCP 47: de, pt-BR, zh-Hans, sr-Latn",
            tag=tag,
            close=close,
        )
        raise Ended(code)
    found, problems = find_languages([tag, settings.reference], settings)
    language = next((language for language in found if language.tag == tag), None)
    if language is not None:
        return language
    close = cldr.called(tag) or next((problem.given.get("suggestion") for problem in problems), None)
    code = complain(
        "CLDR has no data for {tag}",
        "did you mean {close}? Otherwise name a language whose numbers it shares in site.toml: [locales.{tag}] "
        'with cldr = "..."'
        if close
        else 'name a language whose numbers it shares in site.toml: [locales.{tag}] with cldr = "..."',
        tag=tag,
        close=close,
    )
    raise Ended(code)


def new_files(site: Site, language: Language, sources: Sources) -> Iterator[tuple[str, bytes]]:
    """Give every sheet as a draft, and the catalogue with its plural forms."""
    categories = cldr.plural_categories(language.numbers)
    for path in site.paths:
        yield f"content/{language.tag}/{path}.md", draft(site.original(path), categories).encode()
    wanted, _ = wanted_messages(sources)
    comments = [f"The words of the interface in {language.name}."]
    if _is_served(language, sources):
        wanted = []
        comments.append("All of them come with the tool; an entry here takes the place of its own.")
    plurals = plurals_of(language.numbers.cldr)
    yield f"locales/{language.tag}.po", write(new_catalog(language.tag, plurals, wanted, comments)).encode()


def _is_served(language: Language, sources: Sources) -> bool:
    """Whether the tool, or the site for the language at large, has a catalogue that this one adds to."""
    own = f"locales/{language.tag}.po"
    files = {*sources.default_catalogs, *sources.catalogs} - ({own} - sources.default_catalogs.keys())
    return not files.isdisjoint(files_of(language.numbers, files))


def _tell_what_next(site: Site, language: Language, files: list[str]) -> None:
    sheets = [path for path in files if path.startswith("content/")]
    tell_count(
        "Made {count} file for {language} ({tag}):",
        "Made {count} files for {language} ({tag}):",
        len(files),
        language=language.name,
        tag=language.tag,
    )
    for path in files:
        tell(f"    {path}")
    say("What to do next:")
    if sheets:
        say("  1. Translate the words and the text of each sheet, such as {file}.", file=sheets[0])
        say("     Leave {{ references }} as they are: the figures are written by the rules of the language.")
        say("  2. Remove `draft: true` from a sheet that is done; until then readers see the original.")
        say(
            "  3. Run `factsheet translated {file}`, so that later changes of the original are noticed.", file=sheets[0]
        )
    if f"locales/{language.tag}.po" in files:
        say("  -  The interface is in {file}; Poedit and Weblate open it.", file=f"locales/{language.tag}.po")
    say("`factsheet status` says what is left.")
    if site.settings.fallback != "notice":
        say(
            "  -  With {setting} readers do not see sheets that are not translated.",
            setting=f'fallback = "{site.settings.fallback}"',
        )
