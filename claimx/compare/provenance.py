"""Where figures come from: outlets that repeat one agency, one ministry or one text are one source."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claimx.compare.figure import Figure
from claimx.compare.folding import content
from claimx.compare.heads import Heads
from claimx.compare.naming import name_article
from claimx.compare.origins import Origin, named_chain
from claimx.compare.reuse import Reuse, Version, find_reuse, version_of
from claimx.lexicon.provenance import agency_names, credit_words
from claimx.records.article import Article
from claimx.records.extraction import Extraction
from claimx.records.provenance import Link, LinkKind, SourceOfGroup
from claimx.textual.credits import Credit, CreditWords, read_credits

PLAIN = frozenset({"agency", "outlet", "text"})
"""Kinds of origins that go by one name."""

DEEPEST = ("body", "person", "source", "agency", "text", "outlet")
"""Kinds of origins, those first that say most of where a figure comes from."""


@dataclass(frozen=True)
class Traced:
    """A figure followed to its origin.

    Attributes:
        figure: The figure.
        chain: From its outlet to its origin.
        named: Whether its article names a source that is somebody.
        text: The text that it shares with other articles, as an index.
    """

    figure: Figure
    chain: tuple[Origin, ...]
    named: bool
    text: int | None

    @property
    def is_sourced(self) -> bool:
        """Whether it is told of anybody, or printed elsewhere too."""
        return self.named or self.text is not None

    @property
    def origin(self) -> Origin:
        """The last link of the chain."""
        return self.chain[-1]

    @property
    def links(self) -> tuple[Link, ...]:
        """The chain as a record."""
        return tuple(_link(each.kind, each.name) for each in self.chain)


@dataclass(frozen=True)
class Backing:
    """The figures of a group and the independent sources behind them.

    Attributes:
        traced: The figures followed to their origins, in the order given.
        sources: For each the number of its source, from 0.
    """

    traced: tuple[Traced, ...]
    sources: tuple[int, ...]

    def records(self) -> tuple[SourceOfGroup, ...]:
        """The sources, the one with most figures first."""
        found: dict[int, list[Traced]] = {}
        for each, source in zip(self.traced, self.sources, strict=True):
            found.setdefault(source, []).append(each)
        made = [(name_source_of(members), members) for members in found.values()]
        ordered = sorted(made, key=lambda each: (-len(each[1]), DEEPEST.index(each[0].kind), each[0].name))
        return tuple(
            SourceOfGroup(kind=origin.kind, name=origin.name, claims=tuple(each.figure.id for each in members))
            for origin, members in ordered
        )


@dataclass(frozen=True, slots=True)
class _Printers:
    """Those who print a shared text.

    Attributes:
        first: The article that has it first.
        agency: The agency that they name as its author.
    """

    first: Version
    agency: Origin | None


class Provenance:
    """The articles of a comparison, ready to follow figures through.

    Args:
        extractions: Of all articles.

    Attributes:
        reuse: What the articles have word for word in common.
    """

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        self._extractions = {version_of(each): each for each in extractions}
        told = any(each.claims for each in self._extractions.values())
        self.reuse = find_reuse(self._extractions.values()) if told else Reuse(())
        self._traced: dict[tuple[Version, str], Traced] = {}
        self._printers: dict[int, _Printers] = {}

    @cached_property
    def _credits(self) -> Mapping[Version, Sequence[Credit]]:
        words = CreditWords(agency_names(), credit_words("whole"), credit_words("part"))
        texts = {version: each.article.text for version, each in self._extractions.items()}
        found = ((version, read_credits(text, words)) for version, text in texts.items() if text)
        return {version: told for version, told in found if told}

    def trace(self, figure: Figure) -> Traced:
        """Follow a figure to its origin.

        Args:
            figure: A figure of one of the articles.
        """
        key = (figure.version, figure.id)
        known = self._traced.get(key)
        if known is None:
            known = self._traced[key] = self._trace(figure)
        return known

    def back(self, figures: Iterable[Figure]) -> Backing:
        """Find the independent sources behind some figures that are about one thing.

        An unsourced figure of an article that sources another one is that one again, in a headline or a summary.

        Args:
            figures: The figures; their order plays no part in how many sources there are.
        """
        traced = tuple(self.trace(figure) for figure in figures)
        sourced = {each.figure.version for each in traced if each.is_sourced}
        telling = [n for n, each in enumerate(traced) if each.is_sourced or each.figure.version not in sourced]
        root = _heads(traced, telling)
        by_text: dict[int, int] = {}
        for number in telling:
            text = traced[number].text
            if text is not None:
                first, last = _find(root, by_text.setdefault(text, number)), _find(root, number)
                root[max(first, last)] = min(first, last)
        own = {traced[number].figure.version: _find(root, number) for number in reversed(telling)}
        found = [_find(root, n) if n in root else own[traced[n].figure.version] for n in range(len(traced))]
        names = {source: place for place, source in enumerate(dict.fromkeys(found))}
        self._traced.clear()  # a figure is in one group, and is not followed again
        return Backing(traced, tuple(names[source] for source in found))

    def _trace(self, figure: Figure) -> Traced:
        extraction = self._extractions[figure.version]
        speakers = {each.id: each for each in extraction.speakers}
        text = self.reuse.text_of(figure.version, figure.claim)
        named = named_chain(figure.claim, speakers)
        chain = [_outlet(figure.article)]
        for link in (*self._printed(figure.version, text), *named):
            if not any(link.is_one_with(each) for each in chain):
                chain.append(link)
        return Traced(figure, tuple(chain), bool(named), text)

    def _printed(self, version: Version, text: int | None) -> Sequence[Origin]:
        """Whose text an article prints: an agency's, or that of the outlet that had it first."""
        if text is None:
            return [_agency(each.agency) for each in self._credits.get(version, ()) if each.whole][:1]
        printers = self._printers_of(text)
        if printers.agency is not None:
            return [printers.agency]
        if printers.first == version:
            return []
        first, own = (self._extractions[each].article for each in (printers.first, version))
        earlier = bool(first.published_date and own.published_date and first.published_date < own.published_date)
        name = name_article(first)
        return [_outlet(first) if earlier else Origin("text", f"text shared with {name}")]

    def _printers_of(self, text: int) -> "_Printers":
        """Who prints a shared text: asked once for each text, not for each of its thousand copies."""
        known = self._printers.get(text)
        if known is None:
            versions = self.reuse.texts[text].versions
            known = self._printers[text] = _Printers(versions[0], self._agency_of(versions))
        return known

    def _agency_of(self, versions: Sequence[Version]) -> Origin | None:
        """The one agency that those who print a text name as its author, or else as having had a hand in it."""
        articles = [self._extractions[version].article for version in versions]
        sold = [each.source for each in articles if each.source in agency_names()]
        credited = [credit for version in versions for credit in self._credits.get(version, ())]
        whole = [*(agency_names()[name] for name in sold if name), *(each.agency for each in credited if each.whole)]
        names = sorted(set(whole or [each.agency for each in credited]))
        return _agency(names[0]) if len(names) == 1 else None


def name_source_of(members: Sequence[Traced]) -> Origin:
    """What a source is best called: by the kind that says most, and then as most of its figures have it."""
    origins = [each.origin for each in members]
    deepest = min(origins, key=lambda each: DEEPEST.index(each.kind)).kind
    names = Counter(each.name for each in origins if each.kind == deepest)
    name = min(names, key=lambda each: (-names[each], -len(each), each))
    return next(each for each in origins if each.kind == deepest and each.name == name)


def _heads(traced: Sequence[Traced], telling: Sequence[int]) -> dict[int, int]:
    """For each figure the first one with the same origin, those with the fullest names first.

    Outlets and agencies are looked up by name: a figure that a thousand outlets give for themselves is soon counted.
    """
    root: dict[int, int] = {}
    by_name: dict[tuple[str, str], int] = {}
    by_words: dict[frozenset[str], int] = {}
    heads, numbers = Heads(), list[int]()
    for number in sorted(telling, key=lambda number: (traced[number].origin.order, number)):
        origin = traced[number].origin
        if origin.kind in PLAIN:
            root[number] = by_name.setdefault((origin.kind, origin.name), number)
            by_words.setdefault(origin.words, number)
            continue
        head = heads.find(origin)
        same = None if head is None else numbers[head]
        if same is None and origin.kind == "source":
            same = by_words.get(origin.words)
        root[number] = number if same is None else same
        if same is None:
            heads.add(origin)
            numbers.append(number)
    return root


def _find(root: dict[int, int], number: int) -> int:
    while root[number] != number:
        root[number] = root[root[number]]  # so that no chain grows as long as the group
        number = root[number]
    return number


@lru_cache(maxsize=8192)
def _link(kind: LinkKind, name: str) -> Link:
    return Link(kind=kind, name=name)


@lru_cache(maxsize=8192)
def _agency(name: str) -> Origin:
    return Origin("agency", name)


def _outlet(article: Article) -> Origin:
    agency = agency_names().get(article.source or "")
    return _agency(agency) if agency else _outlet_called(name_article(article))


@lru_cache(maxsize=8192)
def _outlet_called(name: str) -> Origin:
    return Origin("outlet", name, words=content(name))
