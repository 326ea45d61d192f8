"""The order of the pipeline, in one place."""

from collections.abc import Iterable
from importlib import import_module

from spacy.language import Language

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.layers import ensure_extension
from claimx.pipeline.packing import register_packing
from claimx.pipeline.tokens import keep_points

BEFORE_PARSING = ("claimx_paragraphs",)
"""Runs on bare tokens: paragraph bounds are sentence bounds for the parser."""

AFTER_PARSING = (
    "claimx_numbers",
    "claimx_places",
    "claimx_metrics",
    "claimx_events",
    "claimx_scope",
    "claimx_certainty",
    "claimx_quotes",
    "claimx_speakers",
    "claimx_parts",
    "claimx_attribution",
    "claimx_claims",
)
"""Runs on the parse, in this order: each reads the layers of those before it."""

WITH_PACKS = frozenset({"claimx_metrics", "claimx_scope", "claimx_quotes", "claimx_speakers", "claimx_attribution"})
"""Those that go by words which a pack may bring."""

PIPELINE = BEFORE_PARSING + AFTER_PARSING

TAGGER = "claimx_tagger"
"""Runs behind the rules for quotations and sources, where it is asked for."""


def build_nlp(base: Language, packs: Iterable[str] = (), *, tagger: bool = False) -> Language:
    """Put the components of claimx around those of a base model.

    Args:
        base: A loaded English pipeline with tagger, parser, lemmatizer and named entities; it is changed in place.
        packs: Folders with the words of other domains.
        tagger: Whether the trained tagger of quotations reads beside the rules.

    Returns:
        The same object.
    """
    folders = list(packs)
    ensure_extension()
    register_packing()
    keep_points(base, load_lexicon().pointed_titles)
    for name in PIPELINE:
        import_module(f"claimx.pipeline.components.{name.removeprefix('claimx_')}")
    for name in reversed(BEFORE_PARSING):
        base.add_pipe(name, first=True)
    for name in AFTER_PARSING:
        base.add_pipe(name, config={"packs": folders} if name in WITH_PACKS else {})
    if tagger:
        import_module("claimx.pipeline.components.tagger")
        base.add_pipe(TAGGER, after="claimx_attribution", config={"packs": folders})
    return base
