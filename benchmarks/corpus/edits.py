"""Edits that an editor makes; each round writes something new, which the page must then show."""

from dataclasses import dataclass, replace

from benchmarks.corpus.pages import Page

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A sheet after an edit, and the text that its page in the reference language must now hold."""

    page: Page
    shows: str


def with_new_sentence(page: Page, edition: int) -> Edited:
    """Add a sentence to the Romanian body."""
    word = "ediția-" + "".join(LETTERS[int(digit)] for digit in str(edition))
    bodies = {**page.bodies, "ro": f"Textul de față este {word}.\n\n{page.bodies['ro']}"}
    return Edited(page=replace(page, bodies=bodies), shows=word)


def with_new_figure(page: Page, edition: int) -> Edited:
    """Give the first figure another value, and the quote with it."""
    fact = page.facts[0]
    changed = replace(fact, value=fact.value + 1 + edition)
    return Edited(page=replace(page, facts=(changed, *page.facts[1:])), shows=f'value="{changed.value}"')
