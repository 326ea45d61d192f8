"""Words that introduce what somebody says, wants or believes."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from claimx.lexicon.entry import Entry, up_to

CueClass = Literal[
    "say", "announce", "report", "show", "ask", "answer", "demand", "promise", "refuse", "agree", "deny", "warn",
    "accuse", "praise", "blame", "believe", "hope", "want", "forecast", "call", "refer",
]  # fmt: skip
CLASSES: tuple[CueClass, ...] = get_args(CueClass)
Complement = Literal[
    "clause", "infinitive", "object_infinitive", "object", "name", "quote", "passive_infinitive", "figure"
]


class CueVerbs(Entry):
    """Verbs that stand alike; a verb may stand in several entries, whose complements then add up.

    Attributes:
        meaning: What the speaker does.
        verbs: Lemmas, with a particle where the sense hangs on it ("point out"), and with the forms that no lemmatizer
            knows (`aver:averred`).
        complements: What may follow: `clause` ("said that …"), `infinitive` ("vowed to …"), `object_infinitive` ("urged
            them to …"), `object` ("denied the report"), `name` ("called it a …"), `quote`, words in marks only,
            `passive_infinitive` ("is expected to …"), `figure`, an object that gives a number and no more ("counted 31
            cases").
        prepositions: Prepositions that open the reported words ("warned of", "called for").
    """

    meaning: CueClass
    verbs: tuple[Annotated[str, up_to(2)], ...] = Field(min_length=1)
    complements: tuple[Complement, ...] = ()
    prepositions: tuple[str, ...] = ()


class CueNouns(Entry):
    """Nouns that name an utterance or a belief: "the claim that …", "a warning of …".

    Attributes:
        meaning: What the speaker does.
        nouns: Lemmas, with an irregular plural as `dictum:dicta`.
        complements: What may follow the noun: `clause` ("the claim that …"), `infinitive` ("a pledge to …").
        prepositions: Prepositions that open the reported words ("calls for").
    """

    meaning: CueClass
    nouns: tuple[Annotated[str, up_to(1)], ...] = Field(min_length=1)
    complements: tuple[Literal["clause", "infinitive"], ...] = ()
    prepositions: tuple[str, ...] = ()


class CuePhrase(Entry):
    """Phrases that name a source by themselves.

    Attributes:
        phrase: The words before the source ("according to"), in lower case.
    """

    phrase: str = Field(min_length=2)
