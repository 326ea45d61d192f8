"""Sources that close a sentence, where the parser has lost them: "… gave 40 boats, harbour records show."."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from claimx.pipeline.attribution.sentences import Sentences
from claimx.pipeline.attribution.source import Named, can_tell
from claimx.pipeline.attribution.vocabulary import SourceVocabulary
from claimx.pipeline.quotes.words import CueWords
from claimx.pipeline.wording import Wording

LONGEST = 10
"""Tokens of the phrase that names the source."""

AFTER = 4
"""Tokens after the cue: "said on Monday"."""

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "SPACE"})
OF = frozenset({"of", "for", "in"})
CLOSING = frozenset({"say", "announce", "report", "show", "answer"})


def closing_sources(doc: Doc, sentences: Sentences, cues: CueWords, words: SourceVocabulary) -> Iterator[Named]:
    """The sources that end some sentences.

    Args:
        doc: The document.
        sentences: The sentences.
        cues: Cue words.
        words: Words about sources.
    """
    words_of = Wording.of(doc).words
    for first, last in sentences:
        if "," not in words_of[first:last]:
            continue
        sentence = doc[first:last]
        found = _closing(sentence, cues)
        if found is not None and can_tell(doc, (found.start, found.end), words.speakers):
            comma = found.start - 1
            start = max((i + 1 for i in range(sentence.start, comma) if doc[i].text == ";"), default=sentence.start)
            if start < comma:
                yield Named((found.start, found.end), ((start, comma),))
        turned = _turned(sentence, cues)
        if turned is not None and can_tell(doc, (turned.start, turned.end), words.speakers):
            yield Named((turned.start, turned.end), ((sentence.start, turned.start - 2),))


def _turned(sentence: Span, cues: CueWords) -> Span | None:
    """The phrase behind a cue that follows a comma: "… sank off Tarvo, said harbour officer Ada Lind, citing a log"."""
    doc, words = sentence.doc, Wording.of(sentence.doc).words
    for cue in range(sentence.start + 2, sentence.end - 1):
        if words[cue - 1] != "," or doc[cue].tag_ != "VBD" or not _is_cue(doc[cue], cues):
            continue
        end = cue + 1
        while end < min(sentence.end, cue + 1 + LONGEST) and _names(doc[end]):
            end += 1
        closed = end == sentence.end or doc[end].text in {",", "."}
        if end > cue + 1 and closed and doc[end - 1].pos_ in {"NOUN", "PROPN"}:
            return doc[cue + 1 : end]
    return None


def _names(token: Token) -> bool:
    """Whether a word may stand in the phrase that names a source."""
    return token.pos_ in NOMINAL or token.lower_ in OF


def _closing(sentence: Span, cues: CueWords) -> Span | None:
    """The phrase between the last comma and the cue at the end of a sentence."""
    doc, end = sentence.doc, sentence.end
    while end > sentence.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    comma = next((i for i in range(end - 1, sentence.start, -1) if doc[i].text == ","), None)
    if comma is None:
        return None
    cue = next((i for i in range(comma + 2, min(end, comma + 2 + LONGEST)) if _is_cue(doc[i], cues)), None)
    if cue is None or end - cue > 1 + AFTER:
        return None
    phrase = doc[comma + 1 : cue]
    return phrase if all(map(_names, phrase)) and phrase[-1].pos_ in {"NOUN", "PROPN"} else None


def _is_cue(token: Token, cues: CueWords) -> bool:
    """Whether a word is a cue by its form, whatever the tagger made of it."""
    sense = cues.verbs.get(cues.lemma(token))
    finite = token.tag_ in {"VBD", "VBZ", "VBP"} or (token.tag_ in {"NN", "NNS"} and token.dep_ != "compound")
    return finite and sense is not None and any(entry.meaning in CLOSING for entry in sense.entries)
