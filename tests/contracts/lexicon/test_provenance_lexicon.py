"""Kinds of bodies are told in the phrases that they say, credits in the lines that they say, and not in the others."""

import pytest

from claimx.compare.bodies import read_body
from claimx.compare.folding import singular, words
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.provenance import BodyKind, CreditWords, agency_names, body_kinds, credit_words
from claimx.textual.credits import CreditWords as Words
from claimx.textual.credits import read_credits

CREDITS = read_entries(lexicon_folder() / "credits.toml", CreditWords)


def phrases(entries, fires):
    return [(entry, phrase) for entry in entries for phrase in (entry.fires if fires else entry.silent)]


@pytest.mark.parametrize(("entry", "phrase"), phrases(body_kinds(), fires=True))
def test_body_fires(entry: BodyKind, phrase: str) -> None:
    body = read_body(phrase)

    assert body is not None
    assert body.kind == entry.name


@pytest.mark.parametrize(("entry", "phrase"), phrases(body_kinds(), fires=False))
def test_body_silent(entry: BodyKind, phrase: str) -> None:
    body = read_body(phrase)

    assert body is None or body.kind != entry.name


def test_no_two_kinds_share_a_phrase() -> None:
    folded = [each for kind in body_kinds() for each in {tuple(map(singular, words(one))) for one in kind.words}]

    assert len(folded) == len(set(folded))


def credited(line: str, share: str) -> bool:
    given = Words(agency_names(), **{share: credit_words(share)})
    return [each.agency for each in read_credits(f"{'Nine drowned. ' * 60}\n\n{line}", given)] == ["Reuters"]


@pytest.mark.parametrize(("entry", "line"), phrases(CREDITS, fires=True))
def test_credit_fires(entry: CreditWords, line: str) -> None:
    assert credited(line, entry.share)


@pytest.mark.parametrize(("entry", "line"), phrases(CREDITS, fires=False))
def test_credit_silent(entry: CreditWords, line: str) -> None:
    assert not credited(line, entry.share)
