"""Pages as templates are handed them, kept from build to build: behind a change of a template nothing else is done."""

from collections.abc import Callable
from contextlib import suppress

from factsheet.builder.spill import Spill
from factsheet.content.sheets.store import key_of
from factsheet.content.tracing import Tracer, digest_of_bytes
from factsheet.core.records import dataclass, field
from factsheet.outputs import Rendering
from factsheet.outputs.keeping import NotKeepable, from_text, to_text
from factsheet.outputs.pages import PageValues, make_values
from factsheet.outputs.templating import TemplateFault


@dataclass(frozen=True, kw_only=True)
class KeptPages:
    """The works `page TAG PATH`, whose value is the digest of a text; the texts lie beside the traces.

    A page with a chart or with findings cannot be kept: it is made again each time it is needed.
    """

    tracer: Tracer
    earlier: Callable[[], Spill] = field(default=Spill)
    """The texts that an earlier build made."""
    texts: Spill = field(default_factory=Spill)
    """Those that were made in this build."""

    def take(self, rendering: Rendering, tag: str, path: str) -> PageValues:
        """Give a page as it was kept, or make it. Raises TemplateFault for a chart in its text."""
        name = f"{tag} {path}"
        kept = self.tracer.current(f"page {name}")
        found = self._found(name, str(kept.value)) if kept else None
        if found is not None:
            self.tracer.task(f"page {name}", str)  # done, and noted as asked for
            return found
        (made, text), asked = self.tracer.recorded(lambda: _attempted(rendering, tag, path))
        if text and kept is None:

            def keep() -> str:
                self.tracer.note_all(asked)
                return self._keep(name, text)

            self.tracer.task(f"page {name}", keep)
        else:
            self.tracer.note_all(asked)
            if text:
                self._keep(name, text)  # it was lost
        if isinstance(made, TemplateFault):
            raise made
        return made

    def make(self, rendering: Rendering, name: str) -> str:
        """Make a page and keep its text; return the digest of the text, which is empty where it cannot be kept."""
        before = len(rendering.problems)
        _, text = _attempted(rendering, *key_of(name))
        del rendering.problems[before:]  # who shows the page makes it again
        return self._keep(name, text) if text else ""

    def _keep(self, name: str, text: bytes) -> str:
        self.texts[name] = text
        return digest_of_bytes(text)

    def _found(self, name: str, digest: str) -> PageValues | None:
        """What was kept; None where it is not there, or not what it was."""
        if not digest:
            return None
        for texts in (self.texts, self.earlier()):
            data = texts.get(name, b"")
            if digest_of_bytes(data) == digest:
                with suppress(ValueError, LookupError, TypeError):
                    found: PageValues = from_text(data)
                    return found
        return None


def _attempted(rendering: Rendering, tag: str, path: str) -> tuple[PageValues | TemplateFault, bytes]:
    """Make a page; give what came of it, and its text where it can be kept."""
    before = len(rendering.problems)
    try:
        made = make_values(rendering, tag, path)
    except TemplateFault as fault:
        return fault, b""
    if len(rendering.problems) > before:
        return made, b""
    try:
        return made, to_text(made)
    except (NotKeepable, UnicodeEncodeError):
        return made, b""
