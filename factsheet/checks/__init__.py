"""What is proved before anything is published: a site in, problems out; registered here only.

`verify` reads published bytes again and gives problems too. A check asks the site, never an output.
"""

from collections.abc import Callable, Iterator, Mapping

from factsheet.checks import (
    addresses,
    agreement,
    belied,
    catalogues,
    computed,
    context,
    doubled,
    evidence,
    figures,
    headings,
    links,
    named,
    one_sided,
    orthography,
    pages,
    parity,
    phrases,
    quoted,
    references,
    restated,
    stray,
    tables,
    things,
    translations,
    trends,
    typed,
    undone,
    worded,
    written,
)
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass
from factsheet.site.site import Site

Check = Callable[[Site], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    figures.every_form_is_there, figures.calculations_are_right, computed.calculations_say_their_parts,
    restated.values_agree, parity.same_figures_are_mentioned, agreement.written_figures_agree, written.names_agree,
    worded.words_agree, things.texts_speak_of_the_same, one_sided.texts_keep_their_places, restated.classes_agree,
    translations.texts_have_one_shape, stray.no_figure_is_typed, context.figures_stay_what_they_are,
    doubled.nouns_stand_once, doubled.nouns_are_linked, belied.sentences_say_what_figures_are,
    belied.titles_are_of_their_time, headings.headings_say_their_figures, trends.figures_go_their_way,
    things.labels_name_their_figures, things.labels_name_what_is_counted, things.charts_name_what_they_draw,
    things.texts_stand_where_they_belong, named.names_have_their_values, named.days_of_the_week_are_right,
    context.changes_keep_their_direction, typed.sources_are_titled_without_figures, phrases.phrases_say_the_figure,
    evidence.every_figure_is_proven, links.every_source_is_at_hand, links.copies_are_texts,
    evidence.every_history_is_proven, tables.tables_can_be_read, tables.rows_have_names, tables.cells_are_proven,
    tables.references_to_tables_resolve, computed.questions_have_answers, quoted.quotes_say_the_figure,
    quoted.translated_quotes_say_the_figure, undone.passages_say_what_was, evidence.figures_are_fresh,
    references.everything_resolves, orthography.markup_arrives, orthography.references_are_filled_in,
    translations.sheets_pair, translations.translations_are_current, one_sided.languages_say_as_much,
    orthography.romanian_letters_are_new, orthography.quotations_are_closed, pages.addresses_are_good,
    addresses.aliases_are_good, figures.charts_can_be_drawn, figures.numbers_can_be_said,
)  # fmt: skip


CATALOG_CHECKS: tuple[Check, ...] = (
    catalogues.catalogues_are_good, addresses.templates_find_their_files, addresses.root_files_say_what_settings_say,
    addresses.settings_fit_the_site, typed.templates_type_no_figures, catalogues.templates_keep_the_policy,
    catalogues.pages_have_what_they_need,
)  # fmt: skip
"""Checks that ask for no sheet; the others are run sheet by sheet."""

WORD_CHECKS: tuple[Check, ...] = (
    phrases.bounds_are_translated, orthography.words_of_the_site_are_plain, restated.classes_of_the_site_agree,
    typed.the_site_is_titled_without_figures, typed.the_site_says_one_thing, typed.the_tool_says_the_units,
)  # fmt: skip
"""Those of them that read catalogues and site.toml, whatever templates ask for."""


@dataclass(frozen=True, kw_only=True)
class SiteCheck:
    """A check that compares sheets: `gather` is run for each sheet and gives a text, `combine` once over all texts."""

    name: str
    gather: Callable[[Site], str]
    """Given the site focused on one sheet: what this check must know of it, as text."""
    combine: Callable[[Site, Mapping[str, str]], Iterator[Problem]]
    """Given what was gathered, by path in reading order; it must not ask for sheets."""


SITE_CHECKS: tuple[SiteCheck, ...] = (
    SiteCheck(name="uses", gather=references.gather_uses, combine=references.every_metric_is_used),
    SiteCheck(name="folders", gather=pages.gather_folders, combine=pages.no_address_is_taken_twice),
    SiteCheck(name="pictures", gather=addresses.gather_pictures, combine=addresses.every_picture_is_shown),
    SiteCheck(name="measures", gather=typed.gather_measures, combine=typed.the_foot_says_the_figures),
    SiteCheck(name="layouts", gather=catalogues.gather_layouts, combine=catalogues.templates_are_used),
)


def of_sheet(site: Site, path: str, added: tuple[Check, ...]) -> Iterator[Problem]:
    """Check one sheet in all its languages; `added` are the checks of plugins."""
    focused = site.focused(path)
    for check in (*CHECKS, *added):
        yield from check(focused)


def gather(site: Site, path: str) -> dict[str, str]:
    """What the checks of the whole site must know of one sheet."""
    focused = site.focused(path)
    return {check.name: check.gather(focused) for check in SITE_CHECKS}


def of_catalogs(site: Site) -> Iterator[Problem]:
    """Check catalogues and templates; the tracer records them as a whole, not message by message."""
    site.tracer.note("interface")
    yield from site.wanted_messages()[1]
    for check in CATALOG_CHECKS:
        yield from check(site)


def of_words(site: Site) -> Iterator[Problem]:
    """Check the words of the interface and of the settings; the tracer records all catalogues as one."""
    site.tracer.note("catalogues")
    for check in WORD_CHECKS:
        yield from check(site)


__all__ = [
    "CATALOG_CHECKS", "CHECKS", "SITE_CHECKS", "WORD_CHECKS", "Check", "SiteCheck", "gather", "of_catalogs",
    "of_sheet", "of_words",
]  # fmt: skip
