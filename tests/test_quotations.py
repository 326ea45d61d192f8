"""Sentences of our own with the right answer: what is quoted or reported, and who the speaker is."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, Field

from claimx.records import Extraction

FOLDER = Path(__file__).parent / "quotations"
FEWEST_CASES = 135


class Said(BaseModel):
    """Words, and the speaker's name in the article's list; "" where nobody is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: str
    speaker: str


class Known(BaseModel):
    """What the list of speakers says of one; "" where it says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    kind: str
    role: str = ""
    affiliation: str = ""


class Case(BaseModel):
    """A text with all that stands in marks and is somebody's, and what is reported; None is not checked.

    `via` has what each quotation and report came through, in their order, "" where nothing is named.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1)
    quotes: tuple[Said, ...] = ()
    indirect: tuple[Said, ...] | None = None
    via: tuple[str, ...] | None = None
    speakers: tuple[Known, ...] | None = None
    fails: str | None = Field(default=None, min_length=10)


def read_cases() -> Iterator[tuple[str, Case]]:
    for path in sorted(FOLDER.glob("*.toml")):
        for number, entry in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], start=1):
            yield f"{path.stem}-{number}", Case.model_validate(entry)


CASES = list(read_cases())


def said(extraction: Extraction, *, indirect: bool) -> tuple[Said, ...]:
    names = {speaker.id: speaker.name for speaker in extraction.speakers}
    return tuple(
        Said(words=quote.text, speaker=names.get(quote.speaker_id or "", ""))
        for quote in extraction.quotes
        if (quote.kind == "indirect") is indirect
    )


def known(extraction: Extraction) -> tuple[Known, ...]:
    return tuple(
        Known(name=each.name, kind=each.kind, role=each.role or "", affiliation=each.affiliation or "")
        for each in extraction.speakers
    )


@pytest.mark.model
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=name, marks=[pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else [])
        for name, case in CASES
    ],
)
def test_quotations(case: Case, extract: Callable[..., Extraction]) -> None:
    extraction = extract(case.text)

    assert said(extraction, indirect=False) == case.quotes
    if case.indirect is not None:
        assert said(extraction, indirect=True) == case.indirect
    if case.via is not None:
        assert tuple(quote.via.text if quote.via else "" for quote in extraction.quotes) == case.via
    if case.speakers is not None:
        assert known(extraction) == case.speakers


def test_suite_is_large() -> None:
    assert len({case.text for _, case in CASES}) == len(CASES) >= FEWEST_CASES
