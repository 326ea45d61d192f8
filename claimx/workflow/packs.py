"""Checking packs: their form, then their sentences, run through the pipeline."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from os import PathLike

from claimx.errors import ClaimxError, LexiconError
from claimx.lexicon.examples import Failure, failures, sentences_of
from claimx.lexicon.lexicon import lay_packs
from claimx.lexicon.packs import EntryName, read_packs
from claimx.records import ErrorRecord, Extraction, make_article
from claimx.sources import Loaded
from claimx.workflow.extractor import Extractor


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        problems: What is wrong with the form of entries; where there is anything, no sentence was run.
        failures: Sentences in which an entry does not do what it should.
        packs: Number of packs.
        entries: Number of their entries.
        sentences: Number of the sentences of those.
    """

    problems: tuple[LexiconError, ...]
    failures: tuple[Failure, ...]
    packs: int
    entries: int
    sentences: int


def check_packs(
    folders: Iterable[str | PathLike[str]],
    *,
    beside: Iterable[str | PathLike[str]] = (),
    model: str | None = None,
    on_load: Callable[[], None] = lambda: None,
) -> Checked:
    """Check packs as they hold together, one over the other; an entry that a later pack replaces is not run.

    The rules read the sentences alone: the trained tagger of quotations goes by no lexicon, and would speak for words
    that no rule knows.

    Args:
        folders: The packs.
        beside: Packs that lie below them and are not checked.
        model: As for `Extractor`.
        on_load: As for `Extractor`.

    Raises:
        LexiconError: If a folder or file cannot be read.
        ModelError: If the base model is missing or is not the verified one.
    """
    below, checked = read_packs(beside), read_packs(folders)
    packs = (*(pack for pack in below if pack not in checked), *checked)
    laid = lay_packs(packs)
    own = {id(table) for pack in checked for table in pack.tables}
    in_force = {(each.table.kind, each.entry.id): each for each in laid.added}
    added = [each for each in in_force.values() if id(each.table) in own]
    extractor = Extractor(model=model, packs=packs, tagger=False, strict=True, on_load=on_load)

    def spoken(sentence: str) -> frozenset[EntryName]:
        return extractor.spoken(Loaded(make_article(sentence)))

    def read(sentence: str) -> Extraction:
        extraction = extractor.extract(Loaded(make_article(sentence)))
        if isinstance(extraction, ErrorRecord):
            raise ClaimxError(extraction.message, remedy=extraction.remedy, code=extraction.code)
        return extraction

    return Checked(
        problems=laid.problems,
        failures=() if laid.problems else tuple(failures(added, read, spoken)),
        packs=len(checked),
        entries=len(added),
        sentences=sum(1 for each in added for _ in sentences_of(each.entry)),
    )
