"""Numbers beside a figure that only the parse tells to be none: ages in lists of names, "one" for a noun, "a third"."""

from spacy.tokens import Doc, Token

from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import NOUNS, PLURALS, sentence_bounds
from claimx.pipeline.wording import Wording

OLDEST = 115
LONG = 4
"""An age has fewer digits."""

NEXT = {
    "third": {"two", "2", "second", "another"},
    "fourth": {"three", "3", "third"},
    "fifth": {"four", "4", "fourth"},
    "sixth": {"five", "5", "fifth"},
    "seventh": {"six", "6", "sixth"},
    "eighth": {"seven", "7", "seventh"},
    "ninth": {"eight", "8", "eighth"},
    "tenth": {"nine", "9", "ninth"},
}
"""Fractions that are also the next in a row, each with what may stand before it."""

CLOSING = frozenset({",", ";", ".", ")", "-", "--", "–", "—", ":", "("})
ASIDE = frozenset({"other", "another", "one", "he", "she"})
"""Words that stand for a person whose age follows: "The other, 25, is stable", "one is 18"."""

EXTREMES = frozenset({"youngest", "oldest", "eldest"})
EXTREME_REACH = 5
HARMING = frozenset({"kill", "injure", "wound", "hurt"})

JOINS = frozenset({",", "and"})

EACH = frozenset({"one", "another", "other", "others"})
EACH_REACH = 14
"""How many tokens around an age the next one stands."""

LONGEST_LIST = 60
"""Tokens of ages in a row; of "9, 9, 9, …" over pages each would look at all."""

YEAR_DIGITS = 4
CENTURIES = frozenset({"19", "20"})
"""What a year begins with."""


def is_age(doc: Doc, reading: Reading) -> bool:
    """Whether a bare number between commas follows a name: "Ada Marlow, 53; Ben Teller, 24".

    Newswire that is all lower case hides the name from the number grammar. So does a list of ages after its second:
    "three riders, ages 19, 22 and 40, were hurt", "two riders, 19 and 22, were hurt".
    """
    first, value = reading.first, reading.number.value
    if first <= 1 or reading.number.kind != "count" or value is None or not 0 < value <= OLDEST:
        return False
    if _in_ages(doc, first) or _of_extreme(doc, first) or _of_each(doc, first) or _of_resident(doc, first):
        return True
    if not doc[first].is_digit or reading.last - first != 1:
        return False
    closed = reading.last >= len(doc) or doc[reading.last].text in CLOSING or _next_name(doc, reading.last)
    closed = closed or _follows_ages(doc, first)
    name = doc[first - 2]
    one = (name.pos_ in NOUNS and name.tag_ not in PLURALS) or name.lower_ in ASIDE
    return (closed and doc[first - 1].text == "," and one) or _in_aside(doc, first)


def is_model(doc: Doc, reading: Reading) -> bool:
    """Whether a number closes a product's name before its noun: "the Trent 900 engines", "four Orion 40 jets"."""
    first, head = reading.first, reading.phrase.head
    if first < 2 or head is None or not doc[first].is_digit or reading.last - first != 1:  # noqa: PLR2004 - "the Trent"
        return False
    name, before = doc[first - 1], doc[first - 2]
    named = (
        name.pos_ == "PROPN" and name.text[0].isupper() and name.head.i == head and name.dep_ in {"compound", "nmod"}
    )
    opened = before.pos_ in {"DET", "NUM"} or (before.pos_ == "PROPN" and before.head.i in {head, name.i})
    return named and opened and name.ent_type_ not in {"GPE", "LOC", "DATE", "TIME", "NORP"}


def is_pronoun(doc: Doc, reading: Reading) -> bool:
    """Whether "one" stands for a noun: "the most important one since the war", "one in May killed seven"."""
    written = reading.text[reading.number.start : reading.number.end].casefold()
    if written != "one" or reading.phrase.head is not None:
        return False
    return doc[max(0, reading.first - 1)].pos_ in {"ADJ", "DET"} or _has_toll(doc[reading.first])


def _has_toll(one: Token) -> bool:
    """Whether "one" is what killed so many: "a crash in April killed five; one in May killed seven"."""
    verb = one.head
    harmed = (child for child in verb.children if child.dep_ == "dobj")
    return one.dep_ == "nsubj" and verb.lemma_ in HARMING and any(_is_counted(each) for each in harmed)


def _is_counted(token: Token) -> bool:
    return token.like_num or any(child.like_num for child in token.children)


def is_next_one(doc: Doc, reading: Reading) -> bool:
    """Whether "a third" is one more in a row and no share: "killed two guards and wounded a third".

    Also where it does something: "Two men were shot dead and a third was hurt".
    """
    if reading.number.kind != "percent":
        return False
    words = doc[reading.first : reading.last].text.casefold().split()
    alone = words[:1] == ["a"] and words[-1] in NEXT
    shared = reading.number.basis == "change" or doc[reading.last : reading.last + 1].text.casefold() == "of"
    before = doc[sentence_bounds(doc, reading.first)[0] : reading.first]
    if not alone or shared or not len(before):
        return False
    acts = doc[reading.last : reading.last + 1].root.pos_ in {"VERB", "AUX"} if reading.last < len(doc) else False
    counted = acts and any(token.lower_ in NEXT[words[-1]] for token in before)
    return counted or (any(token.like_num for token in before) and before[-1].pos_ == "VERB")


def is_couple(doc: Doc, reading: Reading) -> bool:  # noqa: ARG001 - asked like the others
    """Whether "couple" is two people who belong together: "a couple and their son died"; "a couple of men" are not."""
    written = reading.text[reading.number.core_start : reading.number.core_end].casefold()
    return written.split()[-1:] == ["couple"] and reading.phrase.head is None and not reading.phrase.partitive


def is_page(doc: Doc, reading: Reading) -> bool:
    """Whether a number says which picture of how many is shown: "1 / 8 Back to Gallery"."""
    before, after = doc[max(0, reading.first - 2) : reading.first], doc[reading.last : reading.last + 2]
    later = len(before) > 1 and before[1].text == "/" and before[0].is_digit and bool(before[1].whitespace_)
    sooner = len(after) > 1 and after[0].text == "/" and after[1].is_digit and bool(after[0].whitespace_)
    return doc[reading.first].is_digit and (later or sooner)


def is_year_of(doc: Doc, reading: Reading) -> bool:
    """Whether a number is the year of what it stands before: "guilty of the 2013 slayings of two clerks"."""
    head, first = reading.phrase.head, reading.first
    written = reading.text[reading.number.start : reading.number.end]
    if head is None or head != reading.last or len(written) != YEAR_DIGITS or not written.isdigit():
        return False
    follows = doc[head + 1 : head + 2].text.casefold()
    return written[:2] in CENTURIES and first > 0 and doc[head].pos_ in NOUNS and follows in {"of", "in", "at", "on"}


def is_reference(doc: Doc, reading: Reading) -> bool:
    """Whether a number in square brackets points at a note: "was shot twice.[9]"."""
    closed = reading.last < len(doc) and doc[reading.last].text == "]"
    return closed and reading.first > 0 and doc[reading.first - 1].text == "["


def _in_ages(doc: Doc, first: int) -> bool:
    """Whether nothing but numbers stands between "ages" and a number."""
    index, least = first - 1, max(0, first - LONGEST_LIST)
    while index > least and (doc[index].like_num or doc[index].lower_ in {",", "and"}):
        index -= 1
    return doc[index].lower_ in {"ages", "aged"}


def _in_aside(doc: Doc, first: int) -> bool:
    """Whether a number is one of several that stand alone between commas after a noun: "two men, 18 and 19, were"."""
    start, end = first, first + 1
    least, most = max(1, first - LONGEST_LIST), min(len(doc) - 1, first + LONGEST_LIST)
    while start > least and (_is_age(doc[start - 1]) or (doc[start - 1].lower_ in JOINS and _is_age(doc[start - 2]))):
        start -= 1
    while end < most and (_is_age(doc[end]) or (doc[end].lower_ in JOINS and _is_age(doc[end + 1]))):
        end += 1
    several = sum(token.is_digit for token in doc[start:end]) > 1
    closed = end >= len(doc) or doc[end].text in CLOSING
    return several and closed and start > 1 and doc[start - 1].text == "," and doc[start - 2].pos_ in NOUNS


def _is_age(token: Token) -> bool:
    return token.is_digit and len(token) < LONG and 0 < int(token.text) <= OLDEST


def _of_extreme(doc: Doc, first: int) -> bool:
    """Whether a number says how old somebody is: "the youngest of them was 17", "one is 18", "both 16"."""
    last = doc[first - 1]
    if last.lower_ == "both" or last.lemma_ != "be":
        return last.lower_ == "both"
    extreme = any(token.lower_ in EXTREMES for token in doc[max(0, first - EXTREME_REACH) : first])
    return extreme or doc[first - 2].lower_ in ASIDE


def _of_each(doc: Doc, first: int) -> bool:
    """Whether a number is the age of one of several who are told one by one: "one 17 and the other 21".

    "one 29 years old, another 52, two others 37" all the same; not "another 52, all of them nurses, were hurt".
    """
    if not _is_age(doc[first]) or doc[first - 1].lower_ not in EACH:
        return False
    start, end = sentence_bounds(doc, first)
    near = doc[max(start, first - EACH_REACH) : min(end, first + EACH_REACH)]
    ages = [token.i for token in near if _is_age(token) and token.i and doc[token.i - 1].lower_ in EACH]
    return len(ages) > 1 and (doc[first + 1 : first + 2].text in CLOSING or doc[first + 1].lower_ in {"and", "year"})


def _of_resident(doc: Doc, first: int) -> bool:
    """Whether an age stands between a person and a home: "Jarle Moen, 32 of Dunmore, was killed".

    Not so "In Tarvo, 32 of Dunmore's miners were killed".
    """
    if first < 2 or doc[first - 1].text != "," or not _is_age(doc[first]):  # noqa: PLR2004 - "Moen,"
        return False
    person, home = doc[first - 2], doc[first + 1 : first + 4]
    one = person.pos_ in NOUNS and person.tag_ not in PLURALS and person.dep_ != "pobj"
    closed = len(home) > 2 and (home[2].text in CLOSING or home[2].pos_ in {"AUX", "VERB"})  # noqa: PLR2004 - "of Dunmore,"
    return one and closed and home[0].lower_ == "of" and home[1].pos_ == "PROPN"


def _follows_ages(doc: Doc, first: int) -> bool:
    """Whether an age closes a list of names with ages: "Dana Merk, 24, and Imre Volt, 32 were taken away"."""
    words = Wording.of(doc).words
    start = max(sentence_bounds(doc, first)[0], 2)
    return any(
        _is_age(doc[index]) and doc[index - 2].pos_ == "PROPN"
        for index in range(start, first - 2)
        if words[index - 1] == "," and words[index + 1] in {",", ";"}
    )


def _next_name(doc: Doc, last: int) -> bool:
    """Whether another name with an age follows: "Marlow, 24 and Teller, 31"."""
    follows = [token.lower_ for token in doc[last : last + 4]]
    return follows[:1] == ["and"] and follows[2:3] == [","] and follows[-1].isdigit()
