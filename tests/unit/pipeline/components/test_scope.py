"""Who, where, when, by whom a figure is about, and what it may do over time."""

from collections.abc import Callable

import pytest

from claimx.records import Claim, Extraction

pytestmark = pytest.mark.model

Extract = Callable[..., Extraction]
PUBLISHED = "2021-06-16"


def only(extraction: Extraction) -> Claim:
    (claim,) = extraction.claims
    return claim


@pytest.mark.parametrize(
    ("text", "who", "groups"),
    [
        (
            "Pirates seized 30 Turkish and foreign sailors.",
            "Turkish and foreign sailors",
            ("crew", "foreigner", "turkish"),
        ),
        ("Some 400 Peruvians, mostly women and children, fled.", "Peruvians, mostly women and children", ("peruvian",)),
        ("The raid killed six soldiers.", "soldiers", ("soldier",)),
        ("The blast injured 12 aid workers.", "aid workers", ("aid_worker",)),
    ],
)
def test_who(extract: Extract, text: str, who: str, groups: tuple[str, ...]) -> None:
    claim = only(extract(text))

    assert claim.who is not None
    assert (claim.who.text, claim.who.groups) == (who, groups)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The poll has Ortega leading Marlow among voters, 46 percent to 44 percent.", ["Ortega", "Marlow"]),
        ("A survey saw Ines Marlow with a lead of 51 percent to 37 percent over Ortega.", ["Ines Marlow", "Ortega"]),
        ("In the poll 46 percent would choose Marlow and 31 percent prefer Ortega.", ["Marlow", "Ortega"]),
        ("Voters expect her to win the vote, with 44 percent to Ortega's 34 percent.", [None, "Ortega"]),
        ("Shares closed down 6.4 percent, or 486 points.", ["Shares", "Shares"]),
        ("The bank raised its wheat forecast by 2 percent.", ["its wheat forecast"]),
        ("The council put the death toll at 40.", ["the death toll"]),
        ("The firm booked a loss of $916 million.", ["a loss"]),
        ("Rich farmers paid 25 percent of all land taxes.", ["Rich farmers"]),
        ("Some 55 percent of the club's members are women.", ["women"]),
        ("They left with gems and watches worth €3 million ($3.4 million).", ["gems and watches", "gems and watches"]),
    ],
)
def test_what_a_share_or_a_sum_belongs_to(extract: Extract, text: str, who: list[str | None]) -> None:
    found = [claim.who.text if claim.who else None for claim in extract(text).claims]

    assert len(found) == len(who)
    assert [each for each, right in zip(found, who, strict=True) if right] == [each for each in who if each]


def test_who_is_carried_to_a_figure_that_leaves_it_out(extract: Extract) -> None:
    killed, injured = extract("The army said 60 Peruvians were killed and 74 injured.").claims

    assert killed.who is not None
    assert injured.who is not None
    assert killed.who.groups == injured.who.groups == ("peruvian",)


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The slide killed nine people in Antalya, Turkey.", "Antalya", "TR"),
        ("The slide killed nine people near Orsa, Peru.", "Orsa", "PE"),
        ("Nine people were killed in Gaza on Monday.", "Gaza Strip", "PS"),
        ("A storm in Chile killed nine people.", "Chile", "CL"),
        ("Israel said nine people were killed in Lebanon.", "Lebanon", "LB"),
        ("A boat sank in the Coral Sea off Cairns, killing nine people.", "Cairns", "AU"),
        ("A U.S. airstrike killed nine people in Yemen.", "Yemen", "YE"),
        ("Nine people were shot in Opa-locka, Florida.", "Opa-locka", "US"),
        ("Some nine million people are hungry worldwide.", "World", ""),
        ("Kenya's Ebola outbreak has killed nine people.", "Kenya", "KE"),
        ("Nine guards were killed in a riot at Marston prison in Lima.", "Lima", "PE"),
    ],
)
def test_where(extract: Extract, text: str, name: str, code: str) -> None:
    claim = only(extract(text))

    assert claim.where is not None
    assert (claim.where.name, (claim.where.code or "")[:2]) == (name, code)


def test_the_place_is_carried_over_sentences(extract: Extract) -> None:
    first, second = extract("A quake killed nine people in Peru. The toll is rising. Forty people were injured.").claims

    assert first.where is not None
    assert second.where is not None
    assert first.where.name == second.where.name == "Peru"


def test_how_near_a_place_was_found(extract: Extract) -> None:
    text = "A fire in Lima killed nine people on Monday. The fire broke out in a market. It left 14 people injured."
    claims = {claim.text: claim for claim in extract(text).claims}

    assert {text: claim.where and claim.where.found_in for text, claim in claims.items()} == {
        "nine": "sentence",
        "14": "event",
    }


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Norway has welcomed the decision.\n\nSome 79 percent of the content of the site is copied.", None),
        (
            "Police in Norway raided the site.\n\nSome 79 percent of the content of the site is copied.",
            ("Norway", "article"),
        ),
    ],
)
def test_a_country_that_merely_acts_is_not_where_other_figures_are(
    extract: Extract, text: str, where: tuple[str, str] | None
) -> None:
    found = only(extract(text)).where

    assert (found and (found.name, found.found_in)) == where


def test_two_places_in_one_sentence_are_kept_apart(extract: Extract) -> None:
    first, second = extract("Floods killed 38 people in Peru and 14 people in Chile.").claims

    assert [claim.where.name for claim in (first, second) if claim.where] == ["Peru", "Chile"]


def test_the_enclave_is_the_territory_named_before(extract: Extract) -> None:
    claim = only(extract("Aid reached Gaza on Monday. Shelling killed nine people in the enclave."))

    assert claim.where is not None
    assert (claim.where.text, claim.where.name) == ("the enclave", "Gaza Strip")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Nine people were killed on Monday.", "2021-06-14", "2021-06-14"),
        ("Since 30 May, nine people have been killed.", "2021-05-30", PUBLISHED),
        ("Nine people were killed in the past 24 hours.", "2021-06-15", PUBLISHED),
    ],
)
def test_when(extract: Extract, text: str, first: str, last: str) -> None:
    claim = only(extract(text, published=PUBLISHED))

    assert claim.when is not None
    assert (claim.when.from_, claim.when.to) == (first, last)


def test_as_of_is_the_articles_date_unless_the_text_says_otherwise(extract: Extract) -> None:
    plain = only(extract("Nine people were killed.", published=PUBLISHED))

    assert (plain.as_of, plain.as_of_from) == (PUBLISHED, "published")


@pytest.mark.parametrize(
    ("text", "agent"),
    [("The army killed nine rebels.", "The army"), ("Nine rebels were killed by the army.", "the army")],
)
def test_agent(extract: Extract, text: str, agent: str) -> None:
    claim = only(extract(text))

    assert claim.agent is not None
    assert claim.agent.text == agent


@pytest.mark.parametrize(
    ("text", "counting"),
    [
        ("The shooting left 34 people dead, including the gunman.", "including the gunman"),
        ("The shooting left 33 people dead, not including the gunman.", "not including the gunman"),
        ("The clinic reported 17 confirmed cases.", "confirmed"),
        ("The shooting left 34 people dead.", None),
    ],
)
def test_counting_rule(extract: Extract, text: str, counting: str | None) -> None:
    assert only(extract(text)).counting == counting


@pytest.mark.parametrize(
    ("text", "series", "status"),
    [
        ("The quake killed 30 people.", "event_total", "reported"),
        ("The war in Peru has killed 3,000 people.", "cumulative", "reported"),
        ("Thirty people are missing.", "stock", "reported"),
        ("Police arrested another 30 people.", "flow", "reported"),
        ("The town aims to house 300 families.", "level", "target"),
        ("The storm will displace 3,000 people.", "stock", "forecast"),
    ],
)
def test_series_and_status(extract: Extract, text: str, series: str, status: str) -> None:
    claim = only(extract(text))

    assert (claim.series, claim.status) == (series, status)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine people died of West Lima fever in Chile.", "Chile"),
        ("Under the Lima climate accord, Chile has closed nine mines.", "Chile"),
        ("The Treaty of Lima was signed in Chile by nine states.", "Chile"),
        ("Nine people died in Sudan's North Darfur state.", "North Darfur"),
        ("In Orsa district nine people died.", "Orsa district"),
        ("Lima is quiet. Nine people died in the town of Cusco.", "Cusco"),
        ("Nine people died in Orsa, according to Peru's civil defence.", "Orsa"),
    ],
)
def test_a_name_is_read_with_the_words_around_it(extract: Extract, text: str, name: str) -> None:
    """A treaty or a virus is not where its name says, a district is, and "the town of" points nowhere back."""
    claim = extract(text).claims[-1]

    assert claim.where is not None
    assert name in {claim.where.name, claim.where.text}


def test_the_headline_tells_where_an_article_plays(extract: Extract) -> None:
    read = extract(
        "Doctors came from Lima and flew to Chile. Eleven patients have died.",
        title="Hospitals in Chile are running full",
    )

    assert [claim.where.name for claim in read.claims if claim.where] == ["Chile"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks were held in Lima. The war in Chile has killed 900 people.",
        "Talks on the war resumed in Lima. Chile counts 900 dead.",
        "The war in Chile goes on. Some 900 people have died, a minister said in Lima.",
    ],
)
def test_where_something_is_spoken_of_is_not_where_it_was(extract: Extract, text: str) -> None:
    assert [claim.where.name for claim in extract(text).claims if claim.where] == ["Chile"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("As of Monday, 214 people had died.", "2021-06-14"),
        ("The number of dead had risen to 51 by Saturday.", "2021-06-12"),
        ("By Tuesday evening, 30 bodies had been recovered.", "2021-06-15"),
        ("Until June 10, officials had counted 75 dead.", "2021-06-10"),
        ("Up to Friday, 60 cases were confirmed.", "2021-06-11"),
    ],
)
def test_the_day_for_which_a_figure_holds(extract: Extract, text: str, day: str) -> None:
    claim = only(extract(text, published=PUBLISHED))

    assert (claim.as_of, claim.as_of_from) == (day, "text")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on the towns of Aldor and Vimor, in the south of Lima, killing 11 people.", "Lima"),
        (
            "HOUSTON, Texas (KHAM) – A mill burnt down in East Velm.\n\nNine clerks were injured in the blaze.",
            "East Velm",
        ),
    ],
)
def test_a_place_that_no_list_knows(extract: Extract, text: str, name: str) -> None:
    where = extract(text).claims[-1].where

    assert where is not None
    assert where.name == name


def test_the_country_of_a_currency_is_no_place(extract: Extract) -> None:
    assert only(extract("The firm spent nine million US dollars on it.")).where is None


@pytest.mark.parametrize(
    ("text", "figure", "where"),
    [
        (
            "A truck was driven into a market in Orsa Shahr in the centre of Afghanistan. Dozens died in the attack.",
            "Dozens",
            "Orsa Shahr",
        ),
        ("A mill burned in Orsa, Ga., on Friday. Nine people were hurt.", "Nine", "Orsa"),
        (
            "A rally was held in Minsk, Belarus. The rally was visited by 900 people, the most in years in Belarus.",
            "900",
            "Minsk",
        ),
        ("Two ferries sank off Bali, killing 11 people.", "11", "Bali"),
    ],
)
def test_a_figure_is_in_the_town_that_its_article_is_set_in(
    extract: Extract, text: str, figure: str, where: str
) -> None:
    claims = {claim.text: claim for claim in extract(text).claims}

    place = claims[figure].where
    assert place is not None
    assert place.text == where


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("A virus outbreak in Peru killed 900 people. Parliament approved the loan with 90 votes.", True),
        ("An attack in Helmand province killed 12 people. Nine people were killed in Zabul province.", True),
        ("An attack in Helmand province killed 12 people. Nine people were hurt in Helmand province.", False),
    ],
)
def test_figures_of_other_matters_are_of_no_shared_event(extract: Extract, text: str, apart: bool) -> None:
    first, second = extract(text).claims

    assert first.event_id is not None
    assert (first.event_id != second.event_id) == apart
