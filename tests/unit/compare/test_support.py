from decimal import Decimal

from claimx.compare.interval import Interval
from claimx.compare.support import support_of


def exact(number: int) -> Interval:
    return Interval(Decimal(number), Decimal(number))


def test_each_number_is_supported_by_all_whose_words_may_mean_it() -> None:
    dozens = Interval(Decimal(12), Decimal(198))
    over_fifty = Interval(Decimal(50), Decimal(60), high_open=True)
    given = [(exact(50), 0), (exact(50), 0), (exact(60), 1), (dozens, 2), (over_fifty, 3), (exact(400), 4)]

    found = support_of([Decimal(60), Decimal(50), Decimal(50)], given)

    assert {number: (sorted(each.sources), each.figures) for number, each in found.items()} == {
        Decimal(50): ([0, 2, 3], 4),
        Decimal(60): ([1, 2], 2),
    }


def test_an_open_end_supports_every_number_beyond() -> None:
    found = support_of([Decimal(5), Decimal(9)], [(Interval(Decimal(7), None), 0), (Interval(None, Decimal(6)), 1)])

    assert {number: each.sources for number, each in found.items()} == {Decimal(5): {1}, Decimal(9): {0}}
