"""After any sequence of edits, an incremental build equals a clean one, byte for byte."""

import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factsheet.builder import store
from factsheet.builder.pipeline import Options, Result, Unreadable, build, look_at
from factsheet.builder.state import BuildState
from factsheet.builder.status import LanguageStatus, status
from factsheet.content.sources import defaults
from tests.support import cases, write_site

STEPS = 25
"""Edits in one example."""

HALF = 0.5

NAMES = ("index", "alfa", "beta", "guide/gama")
SETTINGS = 'reference = "ro"\nbase_url = "https://facts.example/"\n'
WORDS = ("unu", "doi", "trei", "patru")


def romanian(*, value: int, word: str, others: tuple[str, ...], extra: str = "", tail: str = "") -> str:
    """A sheet of the reference language that mentions figures of others and links to them."""
    links = " ".join(f"[{other}](/{other}.md)" for other in others)
    figures = " ".join(f"{{{{ {other}/m }}}}" for other in others)
    return (
        f"---\ntitle: Fișa {word}\nsummary: Rezumat {word}.\n{extra}"
        f"metrics:\n  m: {{value: {value}, label: Cifra, {'bound: over, ' if tail else ''}"
        'unit: {one: "{n} caz", few: "{n} cazuri", other: "{n} de cazuri"}}\n'
        f"---\n## Titlu {word}\n\nText {word} {{{{ m }}}} {figures} {links}\n{tail}"
    )


def english(*, word: str, others: tuple[str, ...]) -> str:
    """Its translation."""
    links = " ".join(f"[{other}](/{other}.md)" for other in others)
    figures = " ".join(f"{{{{ {other}/m }}}}" for other in others)
    return (
        f"---\ntitle: Sheet {word}\nmetrics:\n"
        '  m: {label: Figure, unit: {one: "{n} case", other: "{n} cases"}}\n'
        f"---\n## Title {word}\n\nText {word} {{{{ m }}}} {figures} {links}\n"
    )


MESSAGES = (
    ('msgid "Key figures"', "{}"),
    ('msgid "Back to the text"', "{}"),
    ('msgctxt "bound"\nmsgid "over %(figure)s"', "{} %(figure)s"),
    ('msgid "This page does not exist"', "{}"),
    ('msgid "Nobody asks"', "{}"),
)
"""Entries of a catalogue and how each is translated: of every page, of notes, of a figure, of one page, of none."""

OTHER_SETTINGS = (
    'base_url = "https://other.example/below/"',
    'checks = { T610 = "error", S301 = "error" }',
    'contact = "https://facts.example/contact"',
    'description = { ro = "Despre.", en = "About 7 facts." }',
    "embeds = false",
    'fallback = "error"',
    'fallback = "omit"',
    'license = "CC BY 4.0"',
    'license_url = "https://creativecommons.org/licenses/by/4.0/"',
    'locales = { en = { name = "In English", cldr = "en-GB" } }',
    'publisher = "Editura 12"',
    'root = "en"',
    'root = "ro"',
    'security_contact = "mailto:security@facts.example"',
    'title = "Alt titlu"',
)
"""Settings that no site of these tests begins with."""

T = TypeVar("T")


class Edits(RuleBasedStateMachine):
    """A site under edit, its state, and the files as an incremental build leaves them."""

    def __init__(self) -> None:
        """Start in an empty folder."""
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="factsheet-edits-"))
        self.state = BuildState()
        self.published: dict[str, bytes] = {}
        self.cleaned: tuple[dict[str, bytes], Result] = ({}, Result())
        self.random = random.Random(0)  # noqa: S311 - seeded chance makes the edits

    def teardown(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.root, ignore_errors=True)

    @initialize(seed=st.integers(0, 10_000))
    def begin(self, seed: int) -> None:
        """Write two sheets in two languages."""
        self.random = random.Random(seed)  # noqa: S311 - the same
        write_site(self.root, {"site.toml": SETTINGS, "static/pisica.svg": "<svg/>\n"})
        for name in NAMES[:2]:
            self._write(name)

    @rule(name=st.sampled_from(NAMES))
    def edit_original(self, name: str) -> None:
        """Change or add a sheet of the reference language."""
        self._write_original(name)

    @rule(name=st.sampled_from(NAMES))
    def edit_translation(self, name: str) -> None:
        """Change or add a translation."""
        self._write_translation(name)

    @rule(name=st.sampled_from(NAMES[1:]), tag=st.sampled_from(("ro", "en")))
    def delete(self, name: str, tag: str) -> None:
        """Delete a sheet in one language."""
        self._file(name, tag).unlink(missing_ok=True)

    @rule(one=st.sampled_from(NAMES[1:]), other=st.sampled_from(NAMES[1:]))
    def rename(self, one: str, other: str) -> None:
        """Rename a sheet in both languages."""
        for tag in ("ro", "en"):
            source, target = self._file(one, tag), self._file(other, tag)
            if source.exists() and one != other:
                target.parent.mkdir(parents=True, exist_ok=True)
                source.replace(target)

    @rule(lines=st.sets(st.sampled_from(OTHER_SETTINGS), max_size=3))
    def change_settings(self, lines: set[str]) -> None:
        """Change some settings, or take all of them back."""
        given = {line.partition(" ")[0]: f"{line}\n" for line in (*SETTINGS.splitlines(), *sorted(lines))}
        write_site(self.root, {"site.toml": "".join(given.values())})

    @rule(tag=st.sampled_from(("ro", "en")), entry=st.sampled_from(MESSAGES), word=st.sampled_from(("", *WORDS)))
    def change_catalogue(self, tag: str, entry: tuple[str, str], word: str) -> None:
        """Override an entry of a catalogue, or none."""
        head, text = entry
        write_site(self.root, {f"locales/{tag}.po": f'{head}\nmsgstr "{text.format(word)}"\n' if word else ""})

    @rule(word=st.sampled_from(WORDS))
    def change_template(self, word: str) -> None:
        """Override a template."""
        text = f'<p class="evidence">{word}{{% if figure.quote %}} {{{{ figure.quote }}}}{{% endif %}}</p>\n'
        write_site(self.root, {"templates/parts/evidence.html": text})

    @rule(
        name=st.sampled_from(("parts/footer.html", "404.html", "embed.html", "parts/mine.html")),
        word=st.sampled_from(WORDS),
    )
    def change_included_template(self, name: str, word: str) -> None:
        """Write a template that others include where there is one, and one of the site's own over a given one."""
        given = defaults() / "templates" / name
        text = given.read_text() if given.is_file() else word
        files = {f"templates/{name}": f"{text}<!-- {word} -->\n"}
        note = '<p>{% include "parts/mine.html" ignore missing %}</p>\n'
        write_site(self.root, {**files, "templates/parts/evidence.html": note})

    @rule(name=st.sampled_from(("parts/evidence.html", "404.html", "embed.html", "parts/mine.html")))
    def delete_template(self, name: str) -> None:
        """Delete a template of the site's own: the given one comes back, or none."""
        (self.root / "templates" / name).unlink(missing_ok=True)

    @rule(name=st.sampled_from(("extra.css", "style.css", "pisica.svg")), colour=st.sampled_from(("red", "blue")))
    def change_asset(self, name: str, colour: str) -> None:
        """Override an asset: one that nobody uses, one of all pages, one of some."""
        text = (
            f'<svg xmlns="http://www.w3.org/2000/svg" fill="{colour}"/>'
            if name.endswith("svg")
            else f"p {{ color: {colour} }}"
        )
        write_site(self.root, {f"static/{name}": f"{text}\n"})

    @rule(name=st.sampled_from(NAMES[:2]))
    def break_and_build(self, name: str) -> None:
        """A sheet that cannot be read stops a build; what was published stays."""
        file = self._file(name, "ro")
        if file.exists():
            good = file.read_bytes()
            file.write_bytes(
                self.random.choice([b"---\ntitle: [\n---\n", b"\xff", good.replace(b"value: ", b"value: 0")])
            )
            result = self._build()
            assert result.has_errors
            assert result.problems == build(self.root, Options()).problems
            file.write_bytes(good)

    @rule()
    def build_without_publishing(self) -> None:
        """A build that warnings stop under `--strict` leaves what it found, and no file."""
        result = build(self.root, Options(), state=self.state)
        if result.state.environment:
            self.state = result.state.unpublished(self.state)

    @rule(drafts=st.booleans())
    def build_elsewhere(self, drafts: bool) -> None:  # noqa: FBT001 - drawn by chance
        """A preview or a build into another folder takes over what was found here, and gives what a clean one does."""
        options = Options(drafts=drafts, base_url="http://127.0.0.1:8000/")
        given, clean = build(self.root, options, state=self.state.without_files()), build(self.root, options)
        assert given.problems == clean.problems
        assert given.artifacts == clean.artifacts
        if given.state.environment and self.random.random() < HALF:
            self.state = given.state.unpublished(self.state)

    @rule()
    def keep_on_disk(self) -> None:
        """Save the state and read it back, as two runs of the command do."""
        store.save(self.root / store.FOLDER / "x", self.state)
        self.state = store.load(self.root / store.FOLDER / "x")

    @rule(at=st.integers(0, 5000), name=st.sampled_from(("traces", "text-data", "text-build-info", "text-pages")))
    def damage(self, at: int, name: str) -> None:
        """Flip a byte of the cache."""
        store.save(self.root / store.FOLDER / "x", self.state)
        file = self.root / store.FOLDER / "x" / name
        if file.exists():
            data = bytearray(file.read_bytes())
            data[at % len(data)] ^= 0x20
            file.write_bytes(bytes(data))
        self.state = store.load(self.root / store.FOLDER / "x")

    @precondition(lambda self: self._file("index", "ro").exists())
    @invariant()
    def incremental_equals_clean(self) -> None:
        """The incremental site and the findings are those of a clean build."""
        clean = self._clean()
        result = self._build()
        assert result.problems == clean.problems
        assert result.has_errors == clean.has_errors
        if not clean.has_errors:
            assert self.published == dict(clean.artifacts)
        assert self._status(self.state) == self._status(BuildState())

    def _status(self, state: BuildState) -> tuple[LanguageStatus, ...]:
        """What `status` says with a state; nothing of a site that it must read as a whole."""
        try:
            return status(look_at(self.root, Options(), state))
        except Unreadable:
            return ()

    def _clean(self) -> Result:
        """A build without a state; the one before still holds if no source has another byte."""
        names = ("site.toml", "content", "locales", "static", "templates")
        files = [path for name in names for path in (self.root / name, *(self.root / name).rglob("*"))]
        sources = {str(path): path.read_bytes() for path in files if path.is_file()}
        if sources != self.cleaned[0]:
            self.cleaned = (sources, build(self.root, Options()))
        return self.cleaned[1]

    def _build(self) -> Result:
        result = build(self.root, Options(), state=self.state)
        if not result.has_errors and (result.artifacts or result.unchanged):
            before = self.published
            self.published = {path: before[path] for path in result.unchanged} | dict(result.artifacts)
            self.state = result.state
        elif result.state.environment:
            self.state = result.state.unpublished(self.state)
        return result

    def _file(self, name: str, tag: str) -> Path:
        return self.root / "content" / tag / f"{name}.md"

    def _write(self, name: str) -> None:
        self._write_original(name)
        self._write_translation(name)

    def _write_original(self, name: str) -> None:
        extras = (
            "",
            "order: 2\n",
            "order: 1\n",
            "draft: true\n",
            "slug: drum\n",
            "highlight: [m]\n",
            "highlight: []\n",
            "charts: [{id: c, type: bars, title: Grafic, metrics: [m]}]\n",
        )
        extra = self._pick(extras) if name != "index" else ""
        tail = self._pick(("", "\n![O pisică](/static/pisica.svg)\n", "\nNotă.[^1]\n\n[^1]: Aici.\n"))
        word, value = self._pick(WORDS), self._pick((7, 20, 1209))
        text = romanian(value=value, word=word, others=self._others(), extra=extra, tail=tail)
        write_site(self.root, {f"content/ro/{name}.md": text})

    def _write_translation(self, name: str) -> None:
        write_site(self.root, {f"content/en/{name}.md": english(word=self._pick(WORDS), others=self._others())})

    def _others(self) -> tuple[str, ...]:
        known = [name for name in NAMES if self._file(name, "ro").exists()]
        return tuple(name for name in known if self.random.random() < 0.4)

    def _pick(self, choices: tuple[T, ...]) -> T:
        return self.random.choice(choices)


TestEdits: Callable[..., object] = Edits.TestCase
Edits.TestCase.settings = settings(
    max_examples=cases(5, 100),
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
