"""The score over sentences of our own: each kind of mistake costs the figure that is named for it."""

from adversarial_cases import Case, Expected, read_cases
from builders import make_article, make_claim, make_extraction
from own import Tally, dump

TEXT = "At least 12 people were killed, said the mayor."
CASE = Case(
    text=TEXT,
    claims=(Expected(text="At least 12", metric="killed", value=12, comparator="at_least", attribution="the mayor"),),
)
LOOKALIKE = Case(text="Route 66 was closed.", claims=())
ARTICLE = make_article(text=TEXT)


def test_perfect_reading_scores_one():
    tally = Tally()
    tally.add("a", CASE, make_extraction(article=ARTICLE, claims=[make_claim(article=ARTICLE, source="the mayor")]))
    tally.add("b", LOOKALIKE, make_extraction(article=make_article(text=LOOKALIKE.text)))
    assert set(tally.figures().values()) == {1.0}
    assert tally.per_metric() == {"killed": {"gold": 1, "claim_f1": 1.0}}
    assert tally.wrong == []


def test_wrong_field_costs_the_case_and_the_field():
    tally = Tally()
    tally.add("a", CASE, make_extraction(article=ARTICLE, claims=[make_claim(article=ARTICLE)]))
    tally.add("b", LOOKALIKE, make_extraction(article=make_article(text=LOOKALIKE.text)))
    figures = tally.figures()
    assert (figures["cases"], figures["attribution"], figures["claim_f1"], figures["quiet"]) == (0.5, 0, 1, 1)
    assert tally.wrong == [f"a\t{TEXT}"]


def test_missed_and_invented_claims_cost_the_claim_figure():
    tally = Tally()
    tally.add("a", CASE, make_extraction(article=ARTICLE))
    road = make_article(text=LOOKALIKE.text)
    tally.add("b", LOOKALIKE, make_extraction(article=road, claims=[make_claim(article=road, text="66")]))
    assert (tally.figures()["claim_f1"], tally.figures()["quiet"]) == (0, 0)


def test_dump_writes_every_case(tmp_path):
    dump(tmp_path / "corpus.jsonl")
    assert len((tmp_path / "corpus.jsonl").read_text(encoding="utf-8").splitlines()) == len(read_cases())
