"""Parts: figures that are parts of another, and figures that take another's place."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.layers import Layers, Link, update
from claimx.pipeline.parts.anaphors import link_back
from claimx.pipeline.parts.distant import link_across_sentences
from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.openers import link_after_leading_totals, link_after_openers, link_before_totals
from claimx.pipeline.parts.revisions import superseded
from claimx.pipeline.parts.sums import link_sums
from claimx.pipeline.parts.tallies import link_closing_totals, link_lists
from claimx.pipeline.parts.wording import PartWording, load_part_wording


class Parts:
    """Writes `Layers.links`, one for each candidate.

    Args:
        wording: Words between totals and parts.
    """

    def __init__(self, *, wording: PartWording) -> None:
        self.wording = wording

    def __call__(self, doc: Doc) -> Doc:
        """Link the candidates of a document to their totals and to what they revise."""
        figures = Figures(doc, Layers.of(doc))
        for sentence in figures.sentences():
            for link in (link_after_openers, link_before_totals, link_after_leading_totals, link_sums):
                link(figures, sentence, self.wording)
        link_back(figures, self.wording)
        link_across_sentences(figures, self.wording)
        link_lists(figures)
        link_closing_totals(figures, self.wording)
        old = superseded(figures, self.wording)
        links = (Link(part_of=figures.whole.get(index), supersedes=old.get(index)) for index in range(len(figures)))
        return update(doc, links=tuple(links))


@Language.factory("claimx_parts", assigns=["doc._.claimx"])
def make_parts(nlp: Language, name: str) -> Parts:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lexicon."""
    return Parts(wording=load_part_wording())
