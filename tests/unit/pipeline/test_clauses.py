"""What governs and what modifies a noun, on documents built by hand."""

from spacy.lang.en import English
from spacy.tokens import Doc

from claimx.pipeline.clauses import Governor, complements, governors, modifiers, participles_after, relative_words
from claimx.pipeline.phrases import counted_phrase

VOCAB = English().vocab


def make_doc(*, rows: list[tuple[str, str, str, str, int]]) -> Doc:
    """A document of (word, POS, tag, dependency, index of the head); one sentence."""
    words, pos, tags, deps, heads = zip(*rows, strict=True)
    return Doc(VOCAB, words=words, pos=pos, tags=tags, deps=deps, heads=heads)


DRIVER_AND_CLERKS = make_doc(
    rows=[
        ("two", "NUM", "CD", "nummod", 1),
        ("drivers", "NOUN", "NNS", "nsubjpass", 6),
        ("and", "CCONJ", "CC", "cc", 1),
        ("nine", "NUM", "CD", "nummod", 4),
        ("clerks", "NOUN", "NNS", "conj", 1),
        ("were", "AUX", "VBD", "auxpass", 6),
        ("hurt", "VERB", "VBN", "ROOT", 6),
    ]
)


def test_conjuncts_share_their_governor() -> None:
    assert list(governors(DRIVER_AND_CLERKS, 1)) == [Governor(6, "object")]
    assert list(governors(DRIVER_AND_CLERKS, 4)) == [Governor(6, "object")]


def test_a_collective_passes_on_what_is_said_of_it() -> None:
    doc = make_doc(
        rows=[
            ("took", "VERB", "VBD", "ROOT", 0),
            ("lives", "NOUN", "NNS", "dobj", 0),
            ("of", "ADP", "IN", "prep", 1),
            ("40", "NUM", "CD", "pobj", 2),
        ]
    )

    assert list(governors(doc, 3, frozenset({"lives"}))) == [Governor(1, "of"), Governor(0, "object")]
    assert list(governors(doc, 3)) == [Governor(1, "of")]


def test_a_subject_after_its_verb_is_a_wrong_parse() -> None:
    doc = make_doc(
        rows=[
            ("two", "NUM", "CD", "nsubj", 1),
            ("died", "VERB", "VBD", "ROOT", 1),
            ("and", "CCONJ", "CC", "cc", 0),
            ("three", "NUM", "CD", "conj", 0),
            ("vanished", "VERB", "VBD", "dep", 1),
        ]
    )

    assert list(governors(doc, 3)) == []


def test_complements_go_down_to_the_word_that_tells() -> None:
    doc = make_doc(
        rows=[
            ("six", "NUM", "CD", "nsubj", 1),
            ("remain", "VERB", "VBP", "ROOT", 1),
            ("missing", "ADJ", "JJ", "acomp", 1),
        ]
    )

    assert [token.text for token in complements(doc[1])] == ["remain", "missing"]


def test_relative_clause_about_some_of_them_tells_nothing_of_all() -> None:
    doc = make_doc(
        rows=[
            ("20", "NUM", "CD", "nummod", 1),
            ("men", "NOUN", "NNS", "ROOT", 1),
            (",", "PUNCT", ",", "punct", 1),
            ("4", "NUM", "CD", "nsubj", 6),
            ("of", "ADP", "IN", "prep", 3),
            ("whom", "PRON", "WP", "pobj", 4),
            ("died", "VERB", "VBD", "relcl", 1),
        ]
    )

    assert list(modifiers(doc, counted_phrase(doc, 1), 1)) == []


def test_words_after_a_noun_that_the_parse_hangs_elsewhere() -> None:
    doc = make_doc(
        rows=[
            ("90", "NUM", "CD", "nummod", 1),
            ("men", "NOUN", "NNS", "ROOT", 1),
            ("held", "VERB", "VBN", "acl", 1),
            ("in", "ADP", "IN", "prep", 2),
            ("jails", "NOUN", "NNS", "pobj", 3),
            ("freed", "VERB", "VBN", "acl", 4),
        ]
    )
    phrase = counted_phrase(doc, 1)

    assert [token.text for token in participles_after(doc, phrase)] == ["held", "freed"]
    assert list(relative_words(doc, phrase)) == []


def test_complements_of_a_deep_nest_are_walked_to_its_end() -> None:
    depth = 3000
    rows = [("seem", "VERB", "VB", "ROOT", 0)]
    rows += [("seem", "VERB", "VB", "xcomp", index) for index in range(depth)]

    assert len(list(complements(make_doc(rows=rows)[0]))) == depth + 1
