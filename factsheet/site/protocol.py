"""What the answers for figures by name ask of the site that they are part of."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from factsheet.content.catalogs import Catalog
from factsheet.content.markup import Prose
from factsheet.content.model import Chart, Language, Metric, MetricWords, Sheet, Source
from factsheet.content.settings import Settings
from factsheet.content.tracing import T
from factsheet.site.computing import Operand
from factsheet.site.figures import Figure
from factsheet.site.tabulating import DataTable
from factsheet.site.wordings import Wordings


class Asked(Protocol):
    """What is asked of the site."""

    @property
    def settings(self) -> Settings:
        """The settings."""
        ...

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages."""
        ...

    @property
    def by_tag(self) -> Mapping[str, Language]:
        """The languages by their tags."""
        ...

    @property
    def sheets(self) -> Mapping[tuple[str, str], Sheet]:
        """The sheets that are shown."""
        ...

    @property
    def prose(self) -> Mapping[tuple[str, str], Prose]:
        """The rendered bodies."""
        ...

    @property
    def catalogs(self) -> Mapping[str, Catalog]:
        """The catalogues of the languages."""
        ...

    @property
    def data(self) -> Mapping[str, bytes]:
        """The files of `data/`."""
        ...

    def original(self, path: str) -> Sheet:
        """The sheet in the reference language."""
        ...

    def sheet(self, tag: str, path: str) -> Sheet | None:
        """The sheet in a language."""
        ...

    def once(self, path: str, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """What follows from a sheet, worked out once."""
        ...

    def table(self, path: str, name: str) -> DataTable | None:
        """A table with its cells."""
        ...

    def part(self, path: str, name: str) -> Operand | None:
        """A cell of a table, or what it answers."""
        ...

    def with_row(self, figure: Figure) -> Figure:
        """An extreme with its row."""
        ...

    def series(self, path: str, name: str) -> DataTable | None:
        """The file of earlier values."""
        ...

    def cells_of_chart(self, path: str, chart: Chart) -> Iterator[str]:
        """What a chart draws, cell by cell."""
        ...

    def every_cell(self, path: str, target: str) -> Iterator[str]:
        """The cells that a target with a star names."""
        ...

    def wordings(self, tag: str, path: str, name: str) -> Wordings | None:
        """The words of a table."""
        ...

    def metric(self, path: str, name: str) -> Metric | None:
        """A metric or a cell."""
        ...

    def resolve(self, path: str, target: str) -> tuple[str, Metric] | None:
        """What a reference names, and the sheet that declares it."""
        ...

    def words(self, tag: str, path: str, metric: str) -> MetricWords | None:
        """The words of a metric."""
        ...

    def source(self, path: str, metric: Metric) -> Source | None:
        """The source of a metric."""
        ...

    def cells(self, path: str) -> tuple[str, ...]:
        """The cells that a sheet mentions."""
        ...

    def figure(self, tag: str, path: str, name: str) -> Figure:
        """A figure in a language."""
        ...

    def make_figure(self, tag: str, path: str, name: str) -> Figure:
        """The same, made anew."""
        ...
