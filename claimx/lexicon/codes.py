"""What each code of the contract means: the pages that `claimx explain` prints."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from claimx.errors import LexiconError

FILE = "codes.toml"

CodeName = Annotated[str, StringConstraints(pattern=r"^CX[1-9][0-9]{2}$")]


class CodePage(BaseModel):
    """One code.

    Attributes:
        id: The code, stable for ever.
        says: What it says, as a clause.
        levels: The levels that a finding with it may have, strongest first; empty for what is no finding.
        why: Why a person should look at it.
        example: Articles that give it, a line each; run as a test.
        silent: A look-alike that does not; run as a test.
        ignore_when: When it can be left alone.
        remedy: What to do about it, where it is no finding.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: CodeName
    says: str
    levels: tuple[Literal["error", "warning", "note"], ...] = ()
    why: str = ""
    example: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    ignore_when: str = ""
    remedy: str = ""

    @property
    def is_finding(self) -> bool:
        """Whether a comparison can have it; the rest are about inputs and side files."""
        return not self.id.startswith("CX9")

    @model_validator(mode="after")
    def _is_whole(self) -> "CodePage":
        wanted = ("levels", "why", "example", "silent", "ignore_when") if self.is_finding else ("remedy",)
        missing = [name for name in wanted if not getattr(self, name)]
        if missing:
            raise ValueError(f"{', '.join(missing)} must be filled")
        return self


@cache
def code_pages() -> Mapping[str, CodePage]:
    """Every code, in order.

    Raises:
        LexiconError: If the file that ships is not what it must be.
    """
    text = (files("claimx.lexicon") / "data" / FILE).read_text(encoding="utf-8")
    try:
        pages = [CodePage.model_validate(table) for table in tomllib.loads(text)["code"]]
    except ValidationError as err:
        raise LexiconError(f"{FILE}: {err}", remedy="install claimx again") from err
    return {page.id: page for page in sorted(pages, key=lambda page: page.id)}
