"""Hard sentences of our own in TOML: the cases of `tests/adversarial/`, and what was found in their form.

A case lists all claims of its text; an empty list is a look-alike. What the program is known to get wrong carries
`fails` with the reason.
"""

import tomllib
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from claimx.records import Claim
from claimx.records.claim import Certainty
from claimx.records.quantity import Basis, Comparator

FOLDER = Path(__file__).parent / "adversarial"


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


def read_cases() -> list[tuple[str, Case]]:
    """All cases, each with its name: file and number."""
    named = []
    for path in sorted(FOLDER.glob("*.toml")):
        cases = CaseFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).case
        named += [(f"{path.stem}-{number:02d}", case) for number, case in enumerate(cases, 1)]
    return named


def found_claim(claim: Claim, wanted: Expected | None, texts: dict[str, str]) -> dict[str, object]:
    """A claim as a case states it: fields that `wanted` leaves open are left out.

    Args:
        claim: What was extracted.
        wanted: The claim that the case expects at its place, if any.
        texts: Of the claims of the same article, by id.
    """
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


def expected_claim(claim: Expected) -> dict[str, object]:
    """An expected claim in the form of `found_claim`."""
    return claim.model_dump(exclude_none=True) | {"value": claim.value}
