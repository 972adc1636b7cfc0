"""Laws of staleness, over random sheets and random edits."""

from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.model import Sheet
from factsheet.site.translations import Changes, blocks, compare, marked, read_lock, write_lock

WORDS = st.lists(
    st.sampled_from(["unu", "doi", "trei", "{{ arrests }}", "{{ victims.number }}", "[link](a.md)", "**patru**"]),
    min_size=1,
    max_size=6,
)
SENTENCES = WORDS.map(lambda words: f"Apoi {' '.join(words)}.")
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
BLOCKS = st.lists(
    st.one_of(PARAGRAPHS, SENTENCES.map(lambda text: f"## {text}"), SENTENCES.map(lambda text: f"- {text}")),
    min_size=1,
    max_size=8,
    unique_by=lambda text: text.lstrip("#- "),
)


def _sheet(parts: list[str], title: str = "T") -> Sheet:
    return Sheet(path="a", language="ro", file="a", title=title, body="\n\n".join(parts) + "\n", body_line=5)


def _changes(before: list[str], after: list[str]) -> Changes:
    entry = marked(blocks(_sheet(before)), blocks(_sheet(before)))
    lock, problems = read_lock(write_lock({"x": entry}))
    assert problems == []
    return compare(lock["x"], blocks(_sheet(after)))


@given(BLOCKS)
def test_nothing_changed_is_nothing_stale(parts: list[str]) -> None:
    """A sheet compared with itself is current."""
    assert _changes(parts, parts) == Changes()


@given(BLOCKS, st.sampled_from(["organisations", "arrests.short"]))
def test_figures_make_no_work(parts: list[str], figure: str) -> None:
    """Another figure, or another form of it, in every place leaves all blocks current."""
    changed = [part.replace("arrests", figure).replace("victims.number", figure) for part in parts]
    assert _changes(parts, changed) == Changes()


@given(BLOCKS, st.data())
def test_one_changed_sentence_is_exactly_one_block(parts: list[str], data: st.DataObject) -> None:
    """A changed sentence marks its own block, at its own line, and no other."""
    index = data.draw(st.integers(0, len(parts) - 1))
    changed = [*parts]
    changed[index] = changed[index].replace("Apoi", "Înainte", 1)
    stale = _changes(parts, changed).stale
    assert [change.what for change in stale] == ["changed"]
    assert stale[0].block is not None
    assert stale[0].block.text == changed[index].lstrip("#- ")
    assert stale[0].block.place.line == 5 + "\n\n".join(changed[:index]).count("\n") + (2 if index else 0)


@given(BLOCKS, st.data())
def test_a_new_block_is_new_and_nothing_else(parts: list[str], data: st.DataObject) -> None:
    """Adding a block marks that block only."""
    index = data.draw(st.integers(0, len(parts)))
    stale = _changes(parts, [*parts[:index], "Cu totul nou.", *parts[index:]]).stale
    assert [(change.what, change.block and change.block.text) for change in stale] == [("new", "Cu totul nou.")]


@given(BLOCKS, st.data())
def test_moved_blocks_are_no_work(parts: list[str], data: st.DataObject) -> None:
    """The same blocks in any order are current."""
    moved = data.draw(st.permutations(parts))
    assert _changes(parts, moved).stale == ()


@given(BLOCKS, BLOCKS)
def test_any_edit_is_cleared_by_marking(before: list[str], after: list[str]) -> None:
    """Whatever has changed, every new block is either told or known from before, and marking clears it."""
    stale = _changes(before, after).stale
    told = {change.block.text for change in stale if change.block}
    fresh = {block.text for block in blocks(_sheet(after)) if not block.key}
    assert told <= fresh
    assert _changes(after, after) == Changes()
