"""`extract`: from templates to `messages.pot`, and every catalogue brought up to date with it."""

import argparse
import ast
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import factsheet
from factsheet.builder.pipeline import TEMPLATE_FILE, Sources, defaults, read_sources, wanted_messages
from factsheet.cli.arguments import Command
from factsheet.cli.printing import complain, say, show
from factsheet.content import catalogs
from factsheet.content.config import read_settings
from factsheet.content.languages import by_folder, find_languages
from factsheet.content.text import decode
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import listed, nearest
from factsheet.files.writing import write_sources
from factsheet.l10n import cldr
from factsheet.site.extraction import Found, collected, joined

ROOMS = ("builder", "content", "outputs", "site")
"""The rooms of the engine that speak to readers; the others speak to editors."""


def run(arguments: argparse.Namespace) -> int:
    """Extract; 1 where a template or a catalogue cannot be read, in which case nothing is written."""
    if arguments.what == "text":
        return _write_text(arguments)
    root = Path(arguments.root)
    sources = read_sources(root)
    files, problems = extracted(root, sources)
    if problems:
        show(problems, root)
        say("Nothing was written.")
        return 1
    changed = {path: data for path, data in files.items() if sources.catalogs.get(path) != data}
    if arguments.check:
        behind = [path for path, data in changed.items() if _content(sources.catalogs.get(path)) != _content(data)]
        for path in behind:
            complain("{file} is not up to date", "run `factsheet extract`", file=path)
        return 1 if behind else 0
    write_sources(root, changed)
    say("Wrote {files}." if changed else "Every catalogue is up to date.", files=listed(changed))
    return 0


COMMANDS = (Command("extract", run),)


def _content(data: bytes | None) -> list[catalogs.PoEntry]:
    """What a catalogue says, however a translator's tool has broken its lines."""
    entries, _ = catalogs.parse("", (data or b"").decode("utf-8", "replace"))
    return [replace(one, references=tuple(" ".join(one.references).split()), line=0, string_line=0) for one in entries]


def _write_text(arguments: argparse.Namespace) -> int:
    """Write the text beside the file, or where it is asked for; 2 where there is none, or another file stands there."""
    from factsheet.files.documents import NoText, text_of

    name = arguments.file or ""
    file = Path(name)
    if not file.is_file():
        beside = [str(one) for one in file.parent.glob("*.*") if one.suffix.lower() in {".pdf", ".docx", ".odt"}]
        near = nearest(name, beside)
        return complain(
            "there is no file {file}", "name a PDF, a Word file or an OpenDocument text", file=name, near=near
        )
    try:
        text = text_of(file).encode()
    except NoText as none:
        return complain(
            "{file} gives no text: {reason}",
            "install it with: pip install 'factsheet[documents]'"
            if none.lacks_pypdf
            else "recognise the text first, with a program for OCR"
            if none.is_picture
            else "open it, and save it as plain text in UTF-8",
            file=file,
            reason=none.reason,
        )
    target = Path(arguments.output) if arguments.output else file.with_suffix(".txt")
    if target.exists() and target.read_bytes() != text:
        return complain("{file} is there already", "remove it, or name another with --output", file=target)
    target.write_bytes(text)
    say("Wrote {file}. Read it over: the order of columns and tables may be lost.", file=target)
    return 0


def extracted(root: Path, sources: Sources) -> tuple[dict[str, bytes], list[Problem]]:
    """Make the template and the catalogues as they should be."""
    wanted, problems = wanted_messages(sources)
    if defaults() == root.resolve():
        of_templates = [
            message for message in wanted if any(place.startswith("templates/") for place in message.places)
        ]
        own = [_only(message, "templates/") for message in of_templates]
        wanted = joined(own, engine_messages(_engine()))
    files = {TEMPLATE_FILE: catalogs.write(catalogs.template(wanted)).encode()}
    for path, data in sources.catalogs.items():
        if path.endswith(".po"):
            entries, found = _entries(path, data)
            problems.extend(found)
            tag = path.removeprefix("locales/").removesuffix(".po")
            there, served = {entry.key for entry in entries}, _served(tag, sources)
            asked = [message for message in wanted if message.key in there or message.key not in served]
            files[path] = catalogs.write(catalogs.updated(entries, asked, catalogs.plurals_of(_cldr(tag)))).encode()
    return {**files, **dict(_new_catalogs(sources, wanted))}, problems


def _new_catalogs(sources: Sources, wanted: Sequence[catalogs.Wanted]) -> Iterator[tuple[str, bytes]]:
    """Give a catalogue to each language of the site that has none and needs words that the tool does not have."""
    settings, _ = read_settings(sources.settings)
    languages, _ = find_languages(by_folder(sources.content), settings)
    for language in languages:
        path, served = f"locales/{language.tag}.po", _served(language.tag, sources)
        asked = [message for message in wanted if message.key not in served]
        if asked and path not in sources.catalogs:
            plurals = catalogs.plurals_of(language.numbers.cldr)
            comments = [f"The words of this site's own templates in {language.name}."]
            yield path, catalogs.write(catalogs.new_catalog(language.tag, plurals, asked, comments)).encode()


def _served(tag: str, sources: Sources) -> frozenset[tuple[str, str]]:
    """The messages for which a language has words without a catalogue of its own: of the tool, or at large."""
    own = f"locales/{tag}.po"
    given = {**sources.default_catalogs, **{path: data for path, data in sources.catalogs.items() if path != own}}
    with suppress(cldr.UnknownLocale):
        files = [file for file in catalogs.files_of(cldr.locale(tag), given) if file in given]
        read = (catalogs.read_catalog(tag, file, given[file])[0] for file in files)
        return frozenset(key for one in read for key, found in one.messages.items() if found.is_translated)
    return frozenset()


def _cldr(tag: str) -> str:
    """The name of a language in CLDR; empty where it has none."""
    try:
        return cldr.locale(tag).cldr
    except cldr.UnknownLocale:
        return ""


def _only(message: catalogs.Wanted, start: str) -> catalogs.Wanted:
    places = tuple(place for place in message.places if place.startswith(start))
    return catalogs.Wanted(
        id=message.id, context=message.context, plural=message.plural, places=places, notes=message.notes
    )


def _entries(path: str, data: bytes) -> tuple[list[catalogs.PoEntry], list[Problem]]:
    text, problems = decode(path, data)
    if problems:
        return [], problems
    entries, problems = catalogs.parse(path, text)
    if not entries and not problems and text.strip(" \t\n"):
        problems = [report("T604", Place(path), reason="there is no message in it")]
    return entries, problems


def _engine() -> dict[str, bytes]:
    package = Path(factsheet.__file__).resolve().parent
    files = [file for room in ROOMS for file in sorted((package / room).rglob("*.py"))]
    return {file.relative_to(package.parent).as_posix(): file.read_bytes() for file in files}


# Which messages the engine's own modules ask for, for the template of catalogues that comes with it.


def engine_messages(modules: Mapping[str, bytes]) -> list[catalogs.Wanted]:
    """The messages of the engine's own modules, by their path.

    They are asked for as `catalog.text("...", "context")`, the texts being literals or constants of the module; a
    constant `BOUND_MESSAGES` holds messages of the context `bound`, and `MESSAGES` those without one. A pair of texts
    is a message with its plural.
    """
    found: list[tuple[str, Found]] = []
    for path, data in sorted(modules.items()):
        if b".text(" in data or b"MESSAGES" in data:
            found.extend((path, (*message, "")) for message in _of_module(data))
    return collected(found)


def _of_module(data: bytes) -> Iterator[tuple[str, str, str | None]]:
    """The messages of a module: context, text and plural."""
    tree = ast.parse(data)
    constants: dict[str, str] = {}
    for node in tree.body:
        name = _assigned(node)
        value = getattr(node, "value", None)
        if name and (text := _literal(value, {})) is not None:
            constants[name] = text
        if name and name.endswith("MESSAGES") and value is not None:
            context = name.removesuffix("MESSAGES").strip("_").lower()
            values = value.values if isinstance(value, ast.Dict) else getattr(value, "elts", [])
            yield from ((context, *message) for each in values for message in _texts(each))
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _asks_a_catalog(call.func):
            texts = [_literal(argument, constants) for argument in call.args[:2]]
            if texts and texts[0] is not None:
                yield (texts[1] if len(texts) > 1 else None) or "", texts[0], None


def _texts(node: ast.expr | None) -> Iterator[tuple[str, str | None]]:
    """A text, or a pair of texts: singular and plural."""
    if isinstance(node, ast.Tuple):
        one, many = (_literal(each, {}) for each in node.elts)
        if one is not None:
            yield one, many
    elif (text := _literal(node, {})) is not None:
        yield text, None


def _assigned(node: ast.stmt) -> str:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return targets[0].id if isinstance(targets[0], ast.Name) else ""


def _asks_a_catalog(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and function.attr == "text" and "catalog" in ast.unparse(function.value)


def _literal(node: ast.expr | None, constants: Mapping[str, str]) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return constants.get(node.id) if isinstance(node, ast.Name) else None
