"""Packs reach every component that goes by their words."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from claimx.pipeline.build import build_nlp

EXAMPLES = 'fires = ["abc"]\nsilent = ["abc"]\n'
PACK = f"""[[cue_verb]]
id = "wells"
meaning = "warn"
verbs = ["gurgle"]
{EXAMPLES}
[[speaker_noun]]
id = "wells"
kind = "role"
nouns = ["dowser"]
{EXAMPLES}"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "wells.toml").write_text(PACK, encoding="utf-8")
    return str(tmp_path)


def known(nlp: Language) -> dict[str, bool]:
    """Whether each component knows the words of the pack."""
    quotes, speakers, attribution, tagger = (
        nlp.get_pipe(f"claimx_{name}") for name in ("quotes", "speakers", "attribution", "tagger")
    )
    return {
        "cues of quotes": "gurgle" in quotes.words.verbs,
        "speakers of quotes": "dowser" in quotes.words.speakers,
        "speakers": "dowser" in speakers.words.nouns,
        "cues of attribution": "gurgle" in attribution.cues.openers,
        "speakers of attribution": "dowsers" in attribution.words.speakers.nouns,
        "cues of the tagger": "gurgle" in tagger.words.verbs,
        "speakers of the tagger": "dowsers" in tagger.speakers.nouns,
    }


def test_words_of_speech_reach_all_that_read_speech(folder: str) -> None:
    assert all(known(build_nlp(spacy.blank("en"), [folder], tagger=True)).values())


def test_without_packs_nobody_knows_them() -> None:
    assert not any(known(build_nlp(spacy.blank("en"), tagger=True)).values())
