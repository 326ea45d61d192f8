"""The events that an article speaks of, and the one that a figure is about."""

from collections.abc import Callable

import pytest

from claimx.records import Extraction

pytestmark = pytest.mark.model

Extract = Callable[..., Extraction]


def event_of(extraction: Extraction, text: str) -> str | None:
    """Name of the event of the figure with a text."""
    names = {event.id: event.name for event in extraction.events}
    claim = next(claim for claim in extraction.claims if claim.text == text)
    return names[claim.event_id] if claim.event_id else None


def test_figures_of_one_event_share_it(extract: Extract) -> None:
    read = extract("A ferry capsized off Antalya, killing nine people. Forty passengers were rescued. Six are missing.")

    assert len({claim.event_id for claim in read.claims}) == 1
    assert read.claims[0].event_id is not None


def test_a_relative_clause_is_about_what_it_modifies(extract: Extract) -> None:
    read = extract("The army has waged an offensive in Orsa since a rebel attack last March, which killed 120 people.")

    assert event_of(read, "120") == "last March attack"


def test_an_attack_is_not_the_war_that_it_began(extract: Extract) -> None:
    read = extract(
        "The May 3 attack on Peru left 900 people dead. The war in Bolivia has since killed more than 20,000 people.",
        published="2021-09-01",
    )

    assert event_of(read, "900") == "May 3 attack"
    assert event_of(read, "more than 20,000") == "Bolivia war"


def test_an_event_has_its_kind_days_and_place(extract: Extract) -> None:
    read = extract("The May 3 earthquake in Peru killed 30 people.", published="2021-06-16")
    (event,) = read.events

    assert (event.kind, event.from_, event.to, event.place) == ("earthquake", "2021-05-03", "2021-05-03", "Peru")


def test_an_earlier_quake_is_another_event(extract: Extract) -> None:
    read = extract(
        "An earthquake shook Peru on Monday, killing 14 people. In May 2009, an earthquake there killed 300 people.",
        published="2021-06-16",
    )

    assert event_of(read, "14") != event_of(read, "300")


def test_a_year_alone_sets_background_apart(extract: Extract) -> None:
    read = extract(
        "Robbers stole $2 million in gems in a heist in Lima on Monday. The heist took minutes. In 2009, thieves stole "
        "$9 million in gems from a bank.",
        published="2021-06-16",
    )

    assert event_of(read, "$2 million") != event_of(read, "$9 million")


def test_a_shootout_that_erupted_is_no_eruption(extract: Extract) -> None:
    read = extract("A shootout erupted outside a bar in Lima on Monday, leaving six people wounded.")

    assert {event.kind for event in read.events} == {"clash"}


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of shootings were reported in Lima.",
        "He died of a heart attack at 40.",
        "The firm sold 30 fire engines.",
        "Any attack on Orsa would displace 3,000 people.",
        "In March, prices rose 3 percent.",
    ],
)
def test_speaks_of_no_event(extract: Extract, text: str) -> None:
    assert extract(text, published="2021-06-16").events == ()


def test_a_distance_that_locates_a_place_is_about_no_event(extract: Extract) -> None:
    read = extract("Clashes killed nine people in Antalya, 60 km east of Orsa.")
    units = {claim.text: claim.event_id for claim in read.claims}

    assert units["nine"] is not None
    assert units["60"] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On May 3 rebels abducted 40 people from the town.", "May 3 abduction"),
        ("On May 3 a tanker exploded in the harbour, killing nine people.", "May 3 explosion"),
        ("The rebels freed 40 hostages under the only truce so far.", "truce"),
    ],
)
def test_the_name_of_an_event_is_a_noun(extract: Extract, text: str, name: str) -> None:
    assert name in {event.name for event in extract(text, published="2021-06-16").events}


def test_shares_of_the_vote_are_about_the_election(extract: Extract) -> None:
    read = extract(
        "Orla Brandt won the presidential election in Peru with 52 percent of the vote. Her rival Tom Vidal got 44 "
        "percent of the vote. A third candidate, Ana Roth, received 4 percent of the vote."
    )

    assert len(read.claims) == 3
    assert len({claim.event_id for claim in read.claims}) == 1
    assert read.claims[0].event_id is not None


def test_a_poll_is_not_the_election(extract: Extract) -> None:
    read = extract(
        "Orla Brandt leads the poll before the presidential election in Peru. She has the support of 52 percent of "
        "voters. Her rival Tom Vidal has 44 percent. A third candidate, Ana Roth, has 4 percent."
    )

    assert {claim.event_id for claim in read.claims} == {None}


def test_a_raid_on_a_town_is_not_the_fighting_all_over_the_country(extract: Extract) -> None:
    read = extract("Fighting in Peru went on for months. In the raid on Lima rebels killed 40 people and abducted 19.")

    assert event_of(read, "40") == event_of(read, "19") == "Lima raid"


def test_a_relative_clause_dates_the_event_that_it_describes(extract: Extract) -> None:
    read = extract(
        "In the raid on Lima that opened the conflict on May 3, rebels killed 40 people.", published="2021-09-01"
    )

    assert "2021-05-03" in {event.from_ for event in read.events if event.kind == "attack"}


def test_an_event_brought_in_anew_is_another_one(extract: Extract) -> None:
    """A "shoot-out", said late in an article on a blast, is none of the blast's names."""
    read = extract(
        "An explosion wrecked a police post in Lima on Monday, killing nine officers. Witnesses heard the blast for"
        " miles. Nobody has claimed it. Officials were still counting the damage at noon.\n\n"
        "The explosion came hours after a shoot-out at a market in which 14 people were wounded."
    )

    assert event_of(read, "nine") != event_of(read, "14")


def test_what_comes_of_an_event_is_no_other_event(extract: Extract) -> None:
    read = extract(
        "A typhoon struck Peru on Monday, killing nine people. The storm has moved on. Shops stayed shut. Roads"
        " reopened later.\n\nA landslide buried 14 houses."
    )

    assert event_of(read, "nine") == event_of(read, "14")


def test_the_headline_tells_what_an_article_is_about(extract: Extract) -> None:
    """Figures of no victims belong to the attack that the headline names."""
    text = "Oil plants in Kenya were hit by drone strikes on Monday. Some 40 workers were inside, an aide said."
    read = extract(text, title="Kenyan oil plants hit by drone attacks")

    assert event_of(read, "Some 40") is not None


def test_an_event_is_where_the_clause_puts_a_part_of_a_place(extract: Extract) -> None:
    read = extract(
        "An earthquake occurred off the coast of Peru on Monday. It was felt in Chile, and nine people died."
    )
    (event,) = read.events

    assert event.place == "Peru"


@pytest.mark.parametrize(
    "text",
    [
        "Six miners are killed and 11 passengers are hurt when a coal train collides with a truck in Harrow.",
        "A waiter was killed and three guests were wounded on Sunday evening in a drive-by shooting in Harrow.",
    ],
)
def test_a_word_for_an_event_that_is_taken_for_another_part_of_speech(extract: Extract, text: str) -> None:
    read = extract(text)

    assert len(read.events) == 1
    assert all(claim.event_id for claim in read.claims)


def test_a_disease_that_an_article_is_about_is_its_outbreak(extract: Extract) -> None:
    read = extract("Ebola has killed 40 people in Lima. The virus has spread, and 90 people were infected on Monday.")

    assert len({claim.event_id for claim in read.claims}) == 1
    assert read.claims[0].event_id is not None


def test_the_length_of_a_thing_is_no_distance_to_it(extract: Extract) -> None:
    read = extract("A 72-foot trawler sank off Peru on Monday, killing nine people, some 60 miles west of Lima.")

    assert event_of(read, "72") == event_of(read, "nine")
    assert event_of(read, "some 60") is None


def test_one_more_of_a_kind_has_its_own_date(extract: Extract) -> None:
    read = extract("A crash in April 2008 killed five people; one in February killed seven.", published="2009-05-01")

    assert [claim.text for claim in read.claims] == ["five", "seven"]
    assert event_of(read, "five") == "April 2008 crash"
    assert event_of(read, "seven") == "February crash"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Tom Spill said nine people were killed in the quake.", "earthquake"),
        ("Two men were killed in a home invasion in Lima on Monday.", "robbery"),
        ("Two men were killed in an invasion of Peru on Monday.", "war"),
    ],
)
def test_a_name_or_a_break_in_is_no_other_event(extract: Extract, text: str, kind: str) -> None:
    assert [event.kind for event in extract(text).events] == [kind]


def test_what_happened_in_another_region_is_another_event(extract: Extract) -> None:
    read = extract(
        "A plane crashed near Tucson, Arizona, on Monday, killing two people. Five other fatal accidents were reported"
        " this week. In Alaska, a plane crashed into a lake, killing all four crew."
    )

    assert event_of(read, "two") == "Tucson crash"
    assert event_of(read, "Five") is None
    assert event_of(read, "four") == "Alaska crash"
