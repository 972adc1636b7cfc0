"""Which block of a translation renders which block of the original."""

from factsheet.content.model import Sheet
from factsheet.site.translations import align, body_blocks


def _align(original: str, own: str) -> dict[int, int]:
    sheets = [Sheet(path="a", language="x", file="a", title="T", body=body) for body in (original, own)]
    return align(body_blocks(sheets[0]), body_blocks(sheets[1]))


def test_equal_shapes_pair_in_order() -> None:
    """Bodies with the same kinds of blocks pair one to one."""
    assert _align("# a\n\nb\n\nc\n", "# x\n\ny\n\nz\n") == {0: 0, 1: 1, 2: 2}


def test_figures_tell_blocks_apart() -> None:
    """A block that is missing in the translation is found by the figures of the others."""
    assert _align("{{ a }} x\n\n{{ b }} y\n\n{{ c }} z\n", "X {{ a }}\n\nZ {{ c.number }}\n") == {0: 0, 2: 1}


def test_kinds_are_never_mixed() -> None:
    """A heading never renders a paragraph."""
    assert _align("# a\n\nb\n", "x\n") == {1: 0}


def test_an_empty_translation_renders_nothing() -> None:
    """Without blocks there are no pairs."""
    assert _align("a\n", "") == {}


def test_what_lies_between_certain_pairs_is_paired_by_kind() -> None:
    """Between blocks that surely belong together, those of one kind pair in their order."""
    original = "{{ a }} one\n\ntwo {{ b }}\n\n- three\n\n## four\n"
    own = "{{ a }} eins\n\nzwei {{ c }}\n\nextra {{ d }}\n\n- drei {{ e }}\n\n## vier\n"
    assert _align(original, own) == {0: 0, 1: 1, 2: 3, 3: 4}
