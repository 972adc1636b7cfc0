"""What is told of mutants that were tried out."""

from collections import Counter
from collections.abc import Collection, Iterator

from scripts.mutants.trial import Outcome

GOAL = 92
"""How many of a hundred mutants must be killed, of those that change anything."""
KILLED = frozenset({"killed", "timed out"})


def told(outcome: Outcome) -> str:
    """A line for a mutant; for one that lives also what it changes."""
    head = f"{outcome.verdict:11} {outcome.module}:{outcome.mutant.line}"
    if outcome.verdict in KILLED | {"equivalent"}:
        return f"{head}  {outcome.by}".rstrip(" ")
    return "\n".join((f"{head}  ({outcome.tests} tests)", *_difference(outcome)))


def rate(outcomes: Collection[Outcome]) -> float:
    """How many of a hundred mutants were killed, of those that change anything; a line no test runs counts as alive."""
    judged = [outcome for outcome in outcomes if outcome.verdict != "equivalent"]
    return 100 * sum(outcome.verdict in KILLED for outcome in judged) / len(judged) if judged else 100.0


def summary(outcomes: Collection[Outcome]) -> str:
    """How many there were of each verdict, and the rate."""
    counts = Counter(outcome.verdict for outcome in outcomes)
    listed = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    return f"{len(outcomes)} mutants: {listed}; {rate(outcomes):.1f} % killed of those that change anything"


def _difference(outcome: Outcome) -> Iterator[str]:
    yield from (f"    - {line}" for line in outcome.mutant.old.split("\n"))
    yield from (f"    + {line}" for line in outcome.mutant.new.split("\n"))
