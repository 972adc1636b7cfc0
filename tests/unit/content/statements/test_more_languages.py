"""What the sentences of languages without a large file of their own do with numbers."""

from decimal import Decimal

import pytest

from factsheet.content.statements.comparing import StatementKind
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr

KINDS = {
    "year": StatementKind.YEAR,
    "date": StatementKind.DATE,
    "count": StatementKind.COUNT,
    "ordinal": StatementKind.ORDINAL,
    "name": StatementKind.NAME,
    "duration": StatementKind.DURATION,
    "age": StatementKind.AGE,
}


@pytest.mark.parametrize(
    ("tag", "text", "kind"),
    [
        ("cs", "V roce 1683 převzali vládu.", "year"),
        ("el", "και το 1624 άνοιξε", "year"),
        ("el", "τον Αύγουστο του 2011", "date"),
        ("bg", "през 1861 г. в Австралия", "year"),
        ("uk", "у 1755 році після землетрусу", "year"),
        ("uk", "в серпні 2011 року", "date"),
        ("ru", "и в 1885 году объявили", "year"),
        ("ru", "за 2 года", "duration"),
        ("ru", "с начала 19 века", "ordinal"),
        ("sv", "redan på 1500-talet", "name"),
        ("tr", "1624 senesinde kuruldu", "year"),
        ("tr", "2011 yılı Ağustos ayında", "date"),
        ("he", "ב-25 לינואר", "date"),
        ("he", "המלך לואי ה-16 המבוהל", "name"),
        ("hi", "1850 के दशक में", "year"),
        ("zh", "自 1537 年建成以来", "year"),
        ("zh", "17 世纪的市场", "name"),
        ("ko", "1755년 지진 이후에", "year"),
        ("ko", "오전 7시 19분에", "name"),
        ("ko", "17세기의 시장", "ordinal"),
        ("ko", "유럽에서 7번째로", "ordinal"),
    ],
)
def test_what_counts_nothing_is_known(tag: str, text: str, kind: str) -> None:
    """Years, dates, centuries and times of day are no counts."""
    assert [one.kind for one in read(cldr.locale(tag), text)] == [KINDS[kind]]


@pytest.mark.parametrize(
    ("tag", "text", "value", "unit", "bound"),
    [
        ("cs", "dvacet dva vlaky", 22, None, None),
        ("el", "17.500 μίλια την ώρα", 17500, "mile-per-hour", None),
        ("bg", "двадесет и две гари", 22, None, None),
        ("uk", "п’ять осіб", 5, None, None),
        ("ru", "тридцать два поезда", 32, None, None),
        ("sv", "tjugotvå tåg", 22, None, None),
        ("tr", "nüfusun yüzde 8'i", 8, "percent", None),
        ("tr", "İstanbul'da on iki kişi", 12, None, None),
        ("fa", "17،500 مایل بر ساعت", 17500, "mile-per-hour", None),
        ("he", "ביותר מ-70 שיניים", 70, None, "over"),
        ("zh", "百分之三十的人", 30, "percent", None),
        ("zh", "3亿人", 300_000_000, None, None),
        ("ko", "80만 명이 넘는 병사", 800_000, None, "over"),
        ("zh", "有 400 多万人", 4_000_000, None, "over"),
        ("uk", "зазвичай 40 миль/год", 40, "mile-per-hour", None),
        ("sw", "maili 17,500 kwa saa", 17500, None, None),
    ],
)
def test_numbers_are_read(tag: str, text: str, value: int, unit: str | None, bound: str | None) -> None:
    """Numbers in words, shares and speeds are read as the language says them."""
    found = [(one.value, one.unit, one.bound) for one in read(cldr.locale(tag), text)]
    assert found == [(Decimal(value), unit, bound)]


@pytest.mark.parametrize(
    ("tag", "text", "values"),
    [
        ("ja", "生徒の3分の1が来た。", ["0.3333"]),
        ("ja", "三分の二です。", ["0.6667"]),
        ("ja", "3分の遅れ", ["3"]),
        ("ja", "1分の3", ["1", "3"]),
        ("zh", "2分之1的学生", ["0.5"]),
        ("ja", "変化：－45％。", ["-45"]),
        ("ro", "Scor 12:-3", ["12", "3"]),
        ("fr", "quatre-vingt-dix-sept et deux cent cinq", ["97", "205"]),
        ("fr", "vingt et un et trente", ["21", "30"]),
        ("fr", "soixante et onze", ["71"]),
        ("fr", "cinq et deux cents jours", ["5", "200"]),
        ("fr", "Les 2/3 des élèves.", ["0.6667"]),
        ("ar", "2/3 من التلاميذ", ["0.6667"]),
        ("de", "zweihunderteinundzwanzig", ["221"]),
        ("nl", "een half miljoen mensen", ["500000"]),
        ("hu", "félmillió ember", ["500000"]),
    ],
)
def test_numbers_are_told_apart_and_parts_are_one(tag: str, text: str, values: list[str]) -> None:
    """A part whose whole is named first is one number, and an "et" joins two only where they make one."""
    found = [one.value for one in read(cldr.locale(tag), text) if one.value is not None]
    assert [format(value.quantize(Decimal("0.0001")).normalize(), "f") for value in found] == values
