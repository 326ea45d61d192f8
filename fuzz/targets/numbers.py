"""The number grammar: expressions in order, each with its bare number inside and its bounds the right way round."""

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.number_words import number_words
from claimx.textual.numbers import find_numbers
from fuzz.target import Target, hold, in_order, text_of

WORDS = number_words(load_lexicon().numbers)
WRITTEN = (
    "at least about nearly more than up to between and to from or of in by not but a an the one two twenty hundred "
    "million dozen dozens thousands half third thirds percent % $ € £ points years old people km May October 2024 12 "
    "1,200 1_200 3.5 ½ 7:45 am 19.03.2024 5-4 - – . , ; ( ) / + plus no none another m bn US$ Rs per day times minus "
    "°C th s 's # Channel rose fell १२ ٣٤ 1 1. 1e9 9999999999999999 0x1f II no. p. crore lakh tens several"
)


def check(data: bytes) -> None:
    """Read the numbers of a text."""
    text = text_of(data)
    found = find_numbers(text, WORDS)
    in_order(found, len(text))
    for each in found:
        hold(each.start <= each.core_start < each.core_end <= each.end, f"{each} does not hold its number")
        hold(each.low is None or each.high is None or each.low <= each.high, f"{each} is upside down")


TARGET = Target(check, tuple(WRITTEN.split()), max_bytes=200)
