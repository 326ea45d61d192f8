from builders import make_article

from claimx.compare.names import names_in, proper_names


def test_names_are_capitalised_inside_sentences() -> None:
    article = make_article(text="Rescuers reached the Morra Star on Monday. Nobody on the Morra Star was hurt.")

    assert proper_names(article) == {"morra", "star"}


def test_a_line_of_capitals_is_a_headline_and_names_nothing() -> None:
    article = make_article(text="Four People Shot Dead In Delling\n\nFour people died, the Ferry Post said.")

    assert proper_names(article) == {"ferry", "post"}


def test_a_plain_title_may_hold_names() -> None:
    assert "brenna" in proper_names(make_article(text="The raid failed.", title="Raid on Brenna fails again"))


def test_only_names_of_the_article_are_found_in_a_sentence() -> None:
    assert names_in("Divers left the Morra Star.", frozenset({"morra", "star"})) == {"morra", "star"}
    assert names_in("Divers left.", frozenset({"morra"})) == frozenset()
