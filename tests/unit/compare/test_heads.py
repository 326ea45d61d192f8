from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.compare.bodies import Body
from claimx.compare.heads import Heads
from claimx.compare.origins import Origin
from claimx.compare.places import Place

WORDS = st.frozensets(st.sampled_from(["ada", "lind", "karr", "mine", "board"]), max_size=3)
PLACES = st.sampled_from([None, Place(frozenset({"orsa"})), Place(frozenset({"ume"}))])
NAMED = st.builds(
    lambda kind, words: Origin(kind, " ".join(sorted(words)), words=words), st.sampled_from(["person", "source"]), WORDS
)
BODIES = st.builds(
    lambda kind, place, generic, world: Origin("body", kind, body=Body(kind, place, generic=generic, world=world)),
    st.sampled_from(["health ministry", "ministry", "police"]),
    PLACES,
    st.booleans(),
    st.booleans(),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.one_of(NAMED, BODIES), max_size=12))
def test_the_first_that_is_one_with_an_origin_is_found(origins: list[Origin]) -> None:
    heads, kept = Heads(), list[Origin]()
    for origin in origins:
        wanted = next((place for place, head in enumerate(kept) if head.is_one_with(origin)), None)
        assert heads.find(origin) == wanted
        if wanted is None:
            assert heads.add(origin) == len(kept)
            kept.append(origin)


def test_an_origin_is_held_against_few_of_a_thousand() -> None:
    heads = Heads()
    for number in range(1000):
        heads.add(Origin("person", f"Ada Lind{number}", words=frozenset({"ada", f"lind{number}"})))
        heads.add(Origin("body", "police", body=Body(f"police of {number}", Place(frozenset({f"orsa{number}"})))))

    one = Origin("person", "Ada Lind7", words=frozenset({"ada", "lind7"}))
    assert heads.find(one) == 14
    assert len(heads._candidates(one)) < 3 * 1000  # those called Ada, whose first word that is
    assert len(heads._candidates(Origin("body", "police", body=Body("police of 9")))) == 1
