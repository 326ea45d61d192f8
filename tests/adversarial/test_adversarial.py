"""Hard sentences of our own: every figure in them must come out as annotated, and nothing else may.

One TOML file for each family of phenomena. A case lists all claims of its text; an empty list is a look-alike. What the
program is known to get wrong carries `fails` with the reason, and must fail until it is mended.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Self

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from claimx.records import Claim, Extraction
from claimx.records.claim import Certainty
from claimx.records.quantity import Basis, Comparator

FOLDER = Path(__file__).parent
FEWEST_CASES = 320


class Expected(BaseModel):
    """A claim that the text makes; what is None is not checked, and an empty `attribution` or `part_of` means none.

    `part_of` is the text of the total.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    metric: str
    value: float | None = None
    comparator: Comparator = "exact"
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    basis: Basis = "total"
    certainty: Certainty = "asserted"
    attribution: str | None = None
    part_of: str | None = None
    negated: Literal[True] | None = None

    @model_validator(mode="after")
    def _number_fits_comparator(self) -> Self:
        if (self.value is None) != (self.comparator in ("between", "vague")):
            msg = f"{self.text!r}: a value is given, except for between and vague"
            raise ValueError(msg)
        if self.comparator == "between" and None in (self.low, self.high):
            msg = f"{self.text!r}: a range has low and high"
            raise ValueError(msg)
        return self


class Case(BaseModel):
    """A text, with all the claims that it makes in their order, and why claimx is known to read it wrongly."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1)
    claims: tuple[Expected, ...]
    fails: str | None = Field(default=None, min_length=10)

    @model_validator(mode="after")
    def _claims_are_of_the_text(self) -> Self:
        for claim in self.claims:
            for words in (claim.text, claim.attribution or "", claim.part_of or ""):
                if words not in self.text:
                    msg = f"{words!r} is not in {self.text!r}"
                    raise ValueError(msg)
        return self


class CaseFile(BaseModel):
    """The cases of one family of phenomena."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    case: tuple[Case, ...] = Field(min_length=3)


def _read_cases() -> list[tuple[str, Case]]:
    named = []
    for path in sorted(FOLDER.glob("*.toml")):
        cases = CaseFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).case
        named += [(f"{path.stem}-{number:02d}", case) for number, case in enumerate(cases, 1)]
    return named


CASES = _read_cases()


def _found(claim: Claim, wanted: Expected | None, texts: dict[str, str]) -> dict[str, object]:
    """A claim as the case states it: fields that `wanted` leaves open are left out."""
    quantity = claim.quantity
    value = None if quantity.value is None else round(float(quantity.value), 2)
    found: dict[str, object] = {"text": claim.text, "metric": claim.metric, "value": value}
    found |= {"comparator": quantity.comparator, "basis": quantity.basis, "certainty": claim.certainty}
    if wanted is None:
        return found
    optional = {
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "attribution": claim.attribution.text if claim.attribution else "",
        "part_of": texts[claim.part_of] if claim.part_of else "",
        "negated": claim.negated,
    }
    return found | {name: value for name, value in optional.items() if getattr(wanted, name) is not None}


@pytest.mark.model
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=name, marks=[pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else [])
        for name, case in CASES
    ],
)
def test_adversarial_sentence(case: Case, extract: Callable[..., Extraction]):
    claims = extract(case.text).claims
    texts = {claim.id: claim.text for claim in claims}
    by_position = dict(enumerate(case.claims))
    found = [_found(claim, by_position.get(position), texts) for position, claim in enumerate(claims)]
    assert found == [claim.model_dump(exclude_none=True) | {"value": claim.value} for claim in case.claims]


def test_suite_is_large_and_a_third_of_it_gives_nothing():
    texts = {case.text for _, case in CASES}
    assert len(texts) == len(CASES) >= FEWEST_CASES
    assert 3 * sum(not case.claims for _, case in CASES) >= len(CASES)
