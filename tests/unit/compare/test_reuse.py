import pytest
from builders import make_article, make_claim, make_extraction

from claimx.compare import lookalikes
from claimx.compare.lookalikes import like_pairs
from claimx.compare.reuse import find_reuse, version_of
from claimx.records.extraction import Extraction
from claimx.textual.shingles import Words, read_words

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


def near_copies(number: int) -> list[Words]:
    """So many sentences that differ in a word each."""
    said = "The earthen wall above the village gave way after midnight and {} houses stood in the water until noon"
    return [read_words([(0, said.format(f"w{each:05}"))]) for each in range(number)]


def test_near_copies_are_laid_beside_few(monkeypatch: pytest.MonkeyPatch) -> None:
    laid = 0

    def count(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
        nonlocal laid
        laid += 1
        return len(one & other) / len(one | other)

    monkeypatch.setattr(lookalikes, "_jaccard", count)
    pairs = like_pairs(near_copies(400))

    assert laid <= 400 * lookalikes.MOST_LIKE
    assert {number for pair in pairs for number in pair} == set(range(400))


def test_every_near_copy_is_held_against_one_before_it() -> None:
    pairs = like_pairs(near_copies(150))

    assert {later for _, later in pairs} == set(range(1, 150))
    assert all(before < later for before, later in pairs)
