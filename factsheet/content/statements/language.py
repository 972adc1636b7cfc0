"""What the sentences of a language do with numbers, beyond what `l10n.reading` knows: one TOML file a language.

All keys are optional, and `any.toml` holds for every language. Every phrase is written in small letters and found in
any. A language without a file is read by CLDR's data and `any.toml` alone.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from factsheet.core.derived import derived_of_language
from factsheet.core.records import dataclass
from factsheet.l10n.reading.language import rules_of

FOLDER: Final = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """The words around the numbers of one language, in lists; a table gives each phrase a meaning."""

    exactly: tuple[str, ...] = ()
    """Words that deny a bound: "exactly over 17,000" says nothing."""
    verbs: tuple[str, ...] = ()
    """Bounds that are verbs, and may be about a change: "exceeded"."""
    behind: Mapping[str, str]
    """Bounds behind the number, also after what it counts: "or fewer" = "up-to"."""
    hedges: tuple[str, ...] = ()
    """What may stand in the place of "or" in such a bound: "or even", ", perhaps"."""
    thans: tuple[str, ...] = ()
    """Words behind such a bound that make a comparison of it: "perhaps fewer than was hoped"."""
    multiples: Mapping[str, int]
    """Words that multiply the number before them: hundred = 100, dozen = 12."""
    minus: tuple[str, ...] = ()
    """Words that take the number behind them below nought: "minus"."""
    plus: tuple[str, ...] = ()
    """Words and signs that make more than nought of the number behind them."""
    negations: tuple[str, ...] = ()
    """Words before a number that deny it: "no", "without"."""
    negations_behind: tuple[str, ...] = ()
    """Words behind a number, or behind what it counts, that deny it."""
    denials: tuple[str, ...] = ()
    """Words that deny a sentence: "not", "nu"."""
    denying_endings: tuple[str, ...] = ()
    """Endings of words that deny one: "n't"."""
    negating: tuple[str, ...] = ()
    """Beginnings that deny the rest of a word: Romanian "ne" of "neracordate"."""
    no_denials: tuple[str, ...] = ()
    """Phrases that other languages say with or without such a word: "not only", "hardly", "lack"."""
    multipliers: tuple[str, ...] = ()
    """Words before a number that say a part or a multiple of it: "half of", "ten times"."""
    multipliers_behind: tuple[str, ...] = ()
    """The same behind a number, or behind what it counts: "-fold", "-ish", "below zero"."""
    differences: tuple[str, ...] = ()
    """Words behind a number, or behind what it counts, that make a difference of it: "fewer", "more"."""
    numbered: tuple[str, ...] = ()
    """What makes of the number behind it the place of one thing in a row: "#", "No."."""
    money_links: tuple[str, ...] = ()
    """What stands between an amount and its money: "97 million in euros"."""
    by: tuple[str, ...] = ()
    """What stands between a verb of change and how large it is: "rose by"."""
    bare_points: tuple[str, ...] = ()
    """Words that, behind a percentage, call it percentage points: "points"."""
    parts_of: tuple[str, ...] = ()
    """What stands between a part and its whole: "jumătate dintre"."""
    articles: tuple[str, ...] = ()
    """What may stand between such words, or a bound, and the number."""
    years_before: tuple[str, ...] = ()
    """Words after which four digits are a year: "in", "since", "compared with"."""
    years_weak: tuple[str, ...] = ()
    """Those of them that stand before counts as well: with a noun behind, nobody can tell "of 1850 visitors"."""
    sums: tuple[str, ...] = ()
    """Words after which four digits are a count, also across a colon: "Total: 1850"."""
    amounts: tuple[str, ...] = ()
    """Verbs and other words after which four digits are rather a count: "it costs 1999"."""
    until: tuple[str, ...] = ()
    """Words before a day or a year that is the last: "until", "before"."""
    since: tuple[str, ...] = ()
    """Words before a day or a year that is the first: "from", "after"."""
    years_of: tuple[str, ...] = ()
    """Words between a noun and a year or people: "the treaty of 1648", but "the death of 1546 people"."""
    topics: tuple[str, ...] = ()
    """What follows the subject of a clause in a script without spaces: Japanese "は", "数は"."""
    counts_behind: tuple[str, ...] = ()
    """What makes a count of four digits before it: "1900 of them"."""
    years_behind: tuple[str, ...] = ()
    """What follows the digits of a year: 年."""
    year_endings: tuple[str, ...] = ()
    """What follows four digits where they are a year: Hungarian "1996-ban", "1998 őszén"."""
    years_in: tuple[str, ...] = ()
    """Those of `years_before` behind which a number with nothing to count is a year of the Middle Ages too: "in"."""
    decades_before: tuple[str, ...] = ()
    """Words behind which tens with nothing to count are a decade: Spanish "los 80"."""
    capital_nouns: bool = False
    """Whether every noun has a capital, so that four digits before small letters alone count nothing (German)."""
    small_adjectives: bool = False
    """Whether adjectives of countries have small letters, so that a word with a capital begins a name or a sentence."""
    adjectives: tuple[str, ...] = ()
    """How words between a number and what it counts end, where nouns have capitals: "500 neue Schulen"."""
    particles: tuple[str, ...] = ()
    """Particles in a script without spaces, right behind which nothing is counted: は."""
    of_names: tuple[str, ...] = ()
    """Those behind which nothing is counted where a name stands right before the number: の."""
    year_heads: tuple[str, ...] = ()
    """Words that head a column of years."""
    to: tuple[str, ...] = ()
    """What joins the ends of a range: "to"."""
    between: tuple[str, ...] = ()
    """What stands before a range whose ends are joined by "and"."""
    joins: tuple[str, ...] = ()
    """What joins the numbers of a list: "and", "or"."""
    wholes: tuple[str, ...] = ()
    """What stands between the number of a page or a step and how many there are: "page 3 of 12"."""
    labels: tuple[str, ...] = ()
    """Words whose number is a name: "type 2", "port 443"."""
    label_endings: tuple[str, ...] = ()
    """Endings of nouns that are one thing, and whose number is a name: Romanian "kilometrul 128"."""
    singles: tuple[str, ...] = ()
    """Articles of one thing, behind which a number from 2 belongs to a name: French "le tome 2"."""
    labels_at_places: tuple[str, ...] = ()
    """Endings of nouns that have a name's number behind them where a preposition stands before: "la parcela 27"."""
    no_names: tuple[str, ...] = ()
    """Endings of words that begin a sentence before a count, and not as a name: "Freed 77 hostages", "Officers 12"."""
    singular: tuple[str, ...] = ()
    """Verbs in the singular, of which a number cannot be the subject: "ward 7 is"."""
    number_heads: tuple[str, ...] = ()
    """Words that head a column of numbers that are names: "page", "step"."""
    contests: tuple[str, ...] = ()
    """Beginnings of words about contests, whose numbers are scores and lengths: "beat", "final"."""
    races_before: tuple[str, ...] = ()
    """Words between which and nothing a length names a contest: "third in the 200 m"."""
    timetables: tuple[str, ...] = ()
    """Beginnings of words near which small numbers are hours: "open", "friday"."""
    clocks: tuple[str, ...] = ()
    """Words right before an hour: "opens at 6"."""
    starts: tuple[str, ...] = ()
    """Words before the first point of a scale: "from 1 to 10"."""
    calls: tuple[str, ...] = ()
    """Beginnings of words near which three digits are a number to call: "dial", "emergenc"."""
    quantifiers: tuple[str, ...] = ()
    """Words before a label that make a count of a number between it and a noun: "in these cases 45 people"."""
    endings: Mapping[str, str]
    """The inflection of labels: an ending, and what may stand in its place, parted by spaces ("y" = "y ies")."""
    prefixes: tuple[str, ...] = ()
    """What may be written together with a label in front of it: the article of Arabic."""
    shares: tuple[str, ...] = ()
    """Words before a percentage that make a name of it: "the richest 10%", "confidence level of 95%"."""
    shares_behind: tuple[str, ...] = ()
    """The same behind it: "95% confidence interval"."""
    wholes_of_shares: tuple[str, ...] = ()
    """Words of shares, which make 100 of a number that is their sum: "percentages may not add up to 100"."""
    measured: tuple[str, ...] = ()
    """Words beside a measure that make a name of both: "the 100-metre final"."""
    streets: tuple[str, ...] = ()
    """Words that end the name of a street behind the number of a house: "10 Downing Street"."""
    ages_behind: tuple[str, ...] = ()
    """Words behind a number that make an age of it: "16–24 age group"."""
    compounds_behind: tuple[str, ...] = ()
    """Words that begin like one of `names_behind` and count all the same: 世帯 beside 世."""
    not_numbers: tuple[str, ...] = ()
    """Words that hold a sign of a number and say none: 一般."""
    reaches: tuple[str, ...] = ()
    """Words behind which a number is what something has come to, and not what a rate is per: "ajuns la 100"."""
    ordinals_before: tuple[str, ...] = ()
    """Words after which digits with a full stop are an ordinal, whatever follows: "im 21. Jahrhundert"."""
    names_behind: tuple[str, ...] = ()
    """What makes a name or an ordinal of the number before it: 番, 階."""
    not_names: tuple[str, ...] = ()
    """Words that, written with a capital, do not begin a name: "About 40"."""
    places: tuple[str, ...] = ()
    """Words before a name of a place, behind which a number counts what follows: "in Kenya 45 people"."""
    stops: tuple[str, ...] = ()
    """Words that no number counts: it ends the phrase of the number."""
    skipped: tuple[str, ...] = ()
    """Words that may stand between a number and what it counts: "new"."""
    durations: tuple[str, ...] = ()
    """Words for stretches of time, which do not say that a number near them is an age."""
    suppletive: Mapping[str, str]
    """Nouns whose forms begin otherwise, without accents, with these forms: Polish "rok" = "lata lat"."""
    plurals: tuple[str, ...] = ()
    """Endings of nouns in the plural, which no verb has behind a number: English "s"."""
    general: tuple[str, ...] = ()
    """Nouns with which a text may count anything: "people", "cases"."""
    joined_durations: tuple[str, ...] = ()
    """How words for such stretches begin that a hyphen joins to their number: German "10-wöchig"."""
    ages: tuple[str, ...] = ()
    """Words that tell, near a number, that it is an age: "aged", "over the age of"."""
    people: tuple[str, ...] = ()
    """Words for people: "people over 65" is an age class."""
    frames: tuple[str, ...] = ()
    """Words before a number that only frame it: "the top 10", "the last 10"."""
    per: tuple[str, ...] = ()
    """What stands before what a rate is per: "per"."""
    per_behind: tuple[str, ...] = ()
    """What stands behind what a rate is per, before the number."""
    scales: Mapping[str, int]
    """Scale words as nouns, and their powers of ten: "thousands" = 3."""
    units: Mapping[str, str]
    """Names of units that CLDR lacks."""
    currencies: Mapping[str, str]
    """Names of money that CLDR lacks, parts of money too; `EUR/100` for a cent."""
    dozens: Mapping[str, int]
    """Words that are a number with an article: "a dozen" = 12."""
    fractions: Mapping[str, str]
    """Words for parts: half = "1/2"."""
    compound: Mapping[str, str]
    """How number words are written as one word (German): parts and their numbers."""
    senses: Mapping[str, str]
    """Words that no translation exchanges, with what they are of and what they say: "winter" = "season winter"."""
    contraries: Mapping[str, tuple[str, ...]]
    """What contraries are of and say, with their words, a star for any ending: "gate open" = ["open*"]."""
    deeds: Mapping[str, tuple[str, ...]]
    """Words of what did not happen, or not yet, by what they say, a star for any ending: void = ["cancel*"]."""
    superlatives: Mapping[str, str]
    """Words that give the largest or the smallest number to something: "the most" = "most"."""
    of_scales: tuple[str, ...] = ()
    """What stands between a part and its scale word: "half a million", "jumătate de milion"."""
    rough: tuple[str, ...] = ()
    """Those of them that say about so many: French "vingtaine"."""
    half_dozens: tuple[str, ...] = ()
    """Words before a dozen that make half of it: "halbes Dutzend", where no other part is called so."""
    couples: tuple[str, ...] = ()
    """Words that say two of what is known: "both"."""
    apiece: tuple[str, ...] = ()
    """Words that give a number to each of several: "each", "je", Romanian "câte"."""
    in_order: tuple[str, ...] = ()
    """Words whose number is an ordinal elsewhere: Romanian "locul șase", sixth place."""
    homonyms: tuple[str, ...] = ()
    """Names of days, months, parts and money that are other words too: "mai", "quarter", French "livres"."""
    later: tuple[str, ...] = ()
    """Words before a day that is left out itself: "after"."""
    past: tuple[str, ...] = ()
    """Verbs of the past, with which "by" and "in" a year say the same: "by 1976 it had been restored"."""
    apart: tuple[str, ...] = ()
    """Words beside an amount that make it that of each of several, whatever these are: "per"."""
    every: tuple[str, ...] = ()
    """Words before a length of time that make a rate of it: "every week"."""
    lasts: tuple[str, ...] = ()
    """Verbs between a thing and how long it lasts, and words that may close such a length: "takes", "long"."""
    head: str = "first"
    """Which word of a phrase is the noun that is counted: the `first` or the `last`."""
    noun_first: bool = False
    """Whether what is counted stands before the number, and a bound before both (Swahili)."""
    verb_last: bool = False
    """Whether the verb ends the sentence, so that what stands around it stands in another order (Japanese)."""
    verb_first: bool = False
    """Whether the verb begins the sentence, so that what it is about stands right before its number (Arabic)."""
    after_link: tuple[str, ...] = ()
    """Words after the linking word that are not counted: Romanian "de la"."""
    link_counts: bool = False
    """Whether a linking word behind four digits makes them a count (Romanian "1850 de telefoane")."""

    def limits_behind(self, bounds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Give bounds, also as they are said with doubt: "or even more", ", perhaps fewer", of "or more"."""
        for phrase, bound in {**bounds, **self.behind}.items():
            join, _, rest = phrase.partition(" ")
            yield phrase, bound
            yield from ((f"{hedge} {rest}", bound) for hedge in (self.hedges if join in self.joins else ()))


@derived_of_language("sentences")
def sentences(code: str) -> Sentences:
    """Give what is known about the sentences of a language ("ro"), by its ISO 639 code."""
    return rules_of(Sentences, FOLDER, code)
