from builders import make_article, make_claim, make_extraction

from claimx.compare.lookalikes import like_pairs
from claimx.compare.reuse import find_reuse, version_of
from claimx.records.extraction import Extraction
from claimx.textual.shingles import read_words

FLOOD = (
    "The earthen wall above the village gave way shortly after midnight, and the water carried off eleven houses, two "
    "mills and the only bridge within a quarter of an hour. At least 34 people drowned in their beds."
)
OTHER = "Divers from the naval school searched the lower valley until dusk, when the current grew too strong for boats."


def reading(name: str, text: str, number: str = "At least 34", published: str | None = None) -> Extraction:
    article = make_article(text=text, id=name, source=f"Outlet {name}", published=published)
    return make_extraction(article=article, claims=[make_claim(article=article, text=number)])


def test_a_figure_in_a_copied_passage_is_of_one_text() -> None:
    one = reading("a", f"{FLOOD}\n\n{OTHER}")
    two = reading("b", f"ORSA – {FLOOD} Helpers came from three towns nearby.")
    reuse = find_reuse([one, two])

    assert [text.versions for text in reuse.texts] == [(version_of(one), version_of(two))]
    assert {reuse.text_of(version_of(each), each.claims[0]) for each in (one, two)} == {0}


def test_a_number_that_the_copier_changed_is_his_own() -> None:
    one, two = reading("a", FLOOD), reading("b", FLOOD.replace("34", "36"), "At least 36")
    reuse = find_reuse([one, two])

    assert len(reuse.texts) == 1
    assert reuse.text_of(version_of(two), two.claims[0]) is None


def test_articles_that_tell_one_thing_in_their_own_words_share_nothing() -> None:
    own = "Eleven houses were swept away when a dam broke at midnight near the village. At least 34 people were killed."

    assert find_reuse([reading("a", FLOOD), reading("b", own)]).texts == ()


def test_a_chain_of_copies_is_one_text_and_the_first_to_print_it_leads() -> None:
    made = [
        reading(name, f"{FLOOD} {OTHER if name == 'a' else ''}", published=f"2031-05-0{day}")
        for name, day in (("a", 3), ("b", 1), ("c", 2))
    ]
    reuse = find_reuse(made)

    assert [version[0] for version in reuse.texts[0].versions] == ["b", "c", "a"]


def test_articles_without_text_are_held_by_the_sentences_of_their_figures() -> None:
    long = "The wall above the village gave way after midnight and the water carried off houses, mills and a bridge, "
    made = [reading(name, f"{long}and at least 34 people drowned in their beds.", "at least 34") for name in "ab"]
    bare = [each.model_copy(update={"article": each.article.model_copy(update={"text": None})}) for each in made]

    assert find_reuse(bare).text_of(version_of(bare[1]), bare[1].claims[0]) == 0


def test_the_order_of_articles_plays_no_part() -> None:
    made = [reading(name, f"{FLOOD} {OTHER}" if name < "c" else f"{OTHER} {FLOOD}") for name in "abcdef"]
    shuffled = [*made[3:], *reversed(made[:3])]

    assert find_reuse(made) == find_reuse(shuffled)


def test_a_text_that_many_print_is_held_against_few() -> None:
    texts = [read_words([(0, f"{FLOOD} Outlet {number} has more on this.")]) for number in range(200)]

    assert len(like_pairs(texts)) < 200 * 9
