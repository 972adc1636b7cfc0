"""How the rows of tables write what an editor changes in a file."""

Change = tuple[str, str, str]
"""The file, what stands in it, and what is written instead."""


def changed(good: str, old: str, new: str) -> str:
    """A text with one change: `^` is its beginning and `$` its end; where nothing stands in it, all is new."""
    ends = {"": new, "^": f"{new}\n{good}", "$": f"{good}{new}\n"}
    assert old in ends or good.count(old) == 1, old
    return ends[old] if old in ends else good.replace(old, new)
