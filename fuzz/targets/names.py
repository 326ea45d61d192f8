"""The comparing of names: the same both ways round, and a name is one with itself."""

from itertools import pairwise

from claimx.pipeline.speakers.vocabulary import load_speaker_words
from claimx.textual.names import fullest, is_acronym_of, is_short_form_of, name_key, same_body, same_person
from claimx.textual.utterances import Spellings, differences, read_utterance
from fuzz.target import Target, hold, text_of

WORDS = load_speaker_words().names
SPELLINGS = Spellings({}, ())
PIECES = ("Dr. ", "al-", "Al ", "bin ", "van der ", "’s", "s'", "Jr.", "Mr ", "O’Neil", "U.N.", "UN", "-", "\n", "the ")


def check(data: bytes) -> None:
    """Compare the lines of a text with one another as names, and as quotations."""
    names = [line for line in text_of(data).split("\n") if line][:6]
    for one in names:
        for other in names:
            hold(same_person(one, other, WORDS) == same_person(other, one, WORDS), f"{one!r} is {other!r} one way only")
            hold(same_body(one, other, WORDS) == same_body(other, one, WORDS), f"{one!r} is {other!r} one way only")
            is_acronym_of(one, other)
            is_short_form_of(one, other)
        hold(name_key(one, WORDS) == name_key(one, WORDS), "a name has two keys")
    if names:
        hold(fullest(names, WORDS) in names, "the fullest name is none of the names")
    said = [[each.word for each in read_utterance(name, SPELLINGS)] for name in names]
    for one_said, other_said in pairwise(said):
        shared, _ = differences(one_said, other_said)
        hold(0 <= shared <= min(len(one_said), len(other_said)), "more words are shared than there are")


TARGET = Target(check, PIECES, max_bytes=400)
