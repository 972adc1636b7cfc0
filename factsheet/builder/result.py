"""What a build comes to: files, findings, and what the next one can take over."""

from collections.abc import Mapping

from factsheet.builder.memory import Memory
from factsheet.core.problems import Problem, Severity
from factsheet.core.records import dataclass, field
from factsheet.site.proof import Tally
from factsheet.site.site import Site


@dataclass(frozen=True, kw_only=True)
class Result:
    """A build: files to publish, and findings. Nothing is published while `has_errors`."""

    artifacts: Mapping[str, bytes] = field(default_factory=dict)
    """The files that were rendered."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The digest of each file of the site."""
    unchanged: Mapping[str, str] = field(default_factory=dict)
    """The files that are as an earlier build made them, by their digest."""
    problems: tuple[Problem, ...] = ()
    site: Site | None = None
    proofs: Tally = field(default_factory=Tally)
    """How many figures are proven, and against what."""
    memory: Memory = field(default_factory=Memory)
    """What the next build can take over once this one has been published."""
    others: tuple[str, ...] = ()
    """Files outside the site's folders that were looked at: archived sources, and plugins."""
    needs_readback: bool = False
    """Whether templates or plugins of the site write on pages: what they make of a figure is seen there only."""

    @property
    def has_errors(self) -> bool:
        """Whether a finding stops publication."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def has_warnings(self) -> bool:
        """Whether a finding stops publication under `--strict`."""
        return any(problem.severity is Severity.WARNING for problem in self.problems)

    @property
    def has_bad_settings(self) -> bool:
        """Whether site.toml is at fault, which has an exit code of its own."""
        return any(problem.code[0] == "C" for problem in self.problems)

    @property
    def file_count(self) -> int:
        """How many files the site has."""
        return len(self.artifacts) + len(self.unchanged)
