"""What every lexicon entry has: a name, and sentences that show when it fires and when it does not."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$")]
Sentence = Annotated[str, StringConstraints(min_length=3)]


class Entry(BaseModel):
    """One entry of a TOML lexicon.

    Attributes:
        id: Its name, unique in its file.
        fires: Sentences in which it must fire; run as tests.
        silent: Look-alikes in which it must not; run as tests.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    fires: tuple[Sentence, ...] = Field(min_length=1)
    silent: tuple[Sentence, ...] = Field(min_length=1)
