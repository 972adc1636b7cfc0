"""The text of a leaf block with the way back from each of its characters to the body."""

from bisect import bisect_right


class Content(str):
    """Lines put together, without what belongs to the blocks around them; `source` tells where each stood."""

    __slots__ = ("sources", "starts")

    starts: list[int]
    """Where each piece begins in the text."""
    sources: list[int]
    """Where it begins in the body."""

    @classmethod
    def of_lines(cls, lines: list[str], sources: list[int]) -> "Content":
        """Join lines whose first characters stand in the body at `sources`."""
        return cls._joined("\n", lines, sources)

    @classmethod
    def of_pieces(cls, pieces: list[str], sources: list[int]) -> "Content":
        """Join pieces of one line."""
        return cls._joined("", pieces, sources)

    @classmethod
    def _joined(cls, between: str, pieces: list[str], sources: list[int]) -> "Content":
        made = cls(between.join(pieces))
        made.sources = sources
        made.starts = starts = []
        position = 0
        for piece in pieces:
            starts.append(position)
            position += len(piece) + len(between)
        return made

    def source(self, offset: int) -> int:
        """The offset in the body of the character at `offset`."""
        starts = self.starts
        if len(starts) == 1:
            return self.sources[0] + offset
        line = bisect_right(starts, offset) - 1
        return self.sources[line] + offset - starts[line]
