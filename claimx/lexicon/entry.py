"""What every lexicon entry has: a name, and sentences that show when it fires and when it does not."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$")]
Sentence = Annotated[str, StringConstraints(min_length=3)]


def up_to(most: int) -> AfterValidator:
    """Hold a word to what the rules look up: a longer one would stand in the lexicon and never be found.

    Args:
        most: How many words it may have.
    """

    def check(word: str) -> str:
        count = word.split(":", maxsplit=1)[0].count(" ") + 1
        if count <= most:
            return word
        raise PydanticCustomError(
            "too_many_words",
            "'{word}' has {count} words",
            {"word": word, "count": count, "remedy": f"give {'one word' if most == 1 else f'up to {most} words'}"},
        )

    return AfterValidator(check)


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
