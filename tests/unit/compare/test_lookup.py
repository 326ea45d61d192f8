from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import CompareSettings
from claimx.compare.lookup import MOST_CANDIDATES, MOST_HELD, Lookup, broad_keys_of
from claimx.compare.reading import read_figures


def test_groups_are_found_under_any_of_their_keys() -> None:
    lookup: Lookup[str] = Lookup()
    lookup.add("north", frozenset({"orsa", "flood"}))
    lookup.add("south", frozenset({"brenna"}))

    assert lookup.find(frozenset({"orsa"})) == ["north"]
    assert sorted(lookup.find(frozenset({"flood", "brenna"}))) == ["north", "south"]
    assert lookup.find(frozenset({"ume"})) == []


def test_a_group_without_keys_is_found_by_all() -> None:
    lookup: Lookup[str] = Lookup()
    lookup.add("keyless", frozenset({""}))

    assert lookup.find(frozenset({"orsa"})) == ["keyless"]


def test_rare_words_come_first_and_common_ones_are_cut() -> None:
    lookup: Lookup[str] = Lookup()
    for number in range(3 * MOST_CANDIDATES):
        lookup.add(f"common {number}", frozenset({"police"}))
    lookup.add("rare", frozenset({"police", "morra"}))

    found = lookup.find(frozenset({"police", "morra"}))

    assert found[0] == "rare"
    for number in range(MOST_CANDIDATES):
        lookup.add(f"also rare {number}", frozenset({"morra"}))
    assert "common 0" not in lookup.find(frozenset({"police", "morra"}))


def test_of_thousands_under_one_key_those_that_came_last_are_found() -> None:
    lookup: Lookup[str] = Lookup()
    for number in range(2 * MOST_HELD):
        lookup.add(f"group {number}", frozenset({"shooting 2031-05"}))
    lookup.add("rare", frozenset({"orsa"}))

    found = lookup.find(frozenset({"shooting 2031-05", "orsa"}))

    assert len(found) == MOST_HELD
    assert found[0] == "rare"
    assert found[-1] == f"group {2 * MOST_HELD - 1}"


def test_a_group_that_a_figure_has_joined_counts_as_the_last_one() -> None:
    lookup: Lookup[str] = Lookup()
    groups = [f"group {number}" for number in range(2 * MOST_HELD)]
    for group in groups:
        lookup.add(group, frozenset({"war 2031-05"}))
    assert groups[0] not in lookup.find(frozenset({"war 2031-05"}))

    lookup.renew(groups[0], frozenset({"war 2031-05"}))

    assert lookup.find(frozenset({"war 2031-05"}))[-1] == groups[0]


def test_a_few_groups_keep_their_order() -> None:
    lookup: Lookup[str] = Lookup()
    for group in ("first", "second"):
        lookup.add(group, frozenset({"orsa"}))
    lookup.renew("first", frozenset({"orsa"}))

    assert lookup.find(frozenset({"orsa"})) == ["first", "second"]


def test_a_figure_has_the_keys_of_the_months_in_which_its_event_began_and_ended() -> None:
    article = make_article(text="The flood in Tarnow killed 12.", published="2031-05-02")
    event = make_event(article=article, from_="2031-03-10", to="2031-04-25")
    claim = make_claim(article=article, text="12", event=event)
    (figure,) = read_figures(make_extraction(article=article, claims=[claim], events=[event]), CompareSettings())

    assert {key.split()[-1] for key in broad_keys_of(figure)} == {"2031-03", "2031-04", "2031-05"}
