"""Read articles: from article records to extractions."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version

from spacy.tokens import Doc

from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.packs import EntryName, Pack
from claimx.pipeline.base.blas import one_thread
from claimx.pipeline.base.faster import run_faster
from claimx.pipeline.build import build_nlp
from claimx.pipeline.collect import collect
from claimx.pipeline.components.numbers import Numbers
from claimx.pipeline.components.paragraphs import layout_words, table_notes
from claimx.pipeline.excerpt import take_excerpt
from claimx.pipeline.language import language_of
from claimx.pipeline.layers import Context, update
from claimx.pipeline.memory import Memory
from claimx.pipeline.model import load_base_model
from claimx.pipeline.number_words import outlet_currencies
from claimx.pipeline.quotes.words import load_cue_words
from claimx.pipeline.scope.words import load_date_words
from claimx.pipeline.speakers.vocabulary import load_speaker_words
from claimx.pipeline.spoken import spoken_entries
from claimx.pipeline.tagger.network import load_network
from claimx.pipeline.tokens import make_tokens
from claimx.records.article import Article
from claimx.records.extraction import Extraction, Note, Producer
from claimx.textual.dateline import find_dateline
from claimx.textual.datewords import DateWords
from claimx.textual.layout import LayoutWords, find_blocks
from claimx.tier import Tier


class Reader:
    """The loaded pipeline; reading an article changes nothing in it.

    Args:
        model: Package name or path of another base model.
        quantities: Whether extractions list every number expression.
        packs: Words of other domains.
        tagger: Whether the trained tagger of quotations reads beside the rules.
        tier: What of an article is read.

    Raises:
        ModelError: If the base model is missing or is not the verified one.
        LexiconError: If a lexicon file is broken.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        quantities: bool = False,
        packs: Sequence[Pack] = (),
        tagger: bool = False,
        tier: Tier = "full",
    ) -> None:
        base = run_faster(load_base_model(model))
        base.max_length = max(base.max_length, 10_000_000)
        self.nlp = build_nlp(base, [pack.folder for pack in packs], tagger=tagger)
        self.memory = Memory(self.nlp)
        self.packs = tuple(packs)
        self.quantities = quantities
        self.tier = tier
        self.numbers = Numbers(outlet_currencies(load_lexicon().numbers))
        self.layout = layout_words(load_lexicon().layout)
        self.dates = load_date_words()
        read_by = model or f"{base.meta['lang']}_core_web_sm-{base.meta['version']}"
        self.producer = Producer(
            version=version("claimx"),
            model=f"{read_by}+{load_network().name}" if tagger else read_by,
            lexicon=load_lexicon(packs=packs).version,
            tier=None if tier == "full" else tier,
        )

    def read(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Read articles one by one, in their order.

        Args:
            articles: Articles with text.

        Yields:
            One extraction for each.
        """
        for article in articles:
            yield self.read_one(article)

    def read_one(self, article: Article) -> Extraction:
        """Read one article.

        Args:
            article: An article with text.

        Returns:
            Everything that was found in it.
        """
        with self.memory.article():
            return self._read(article)

    def _read(self, article: Article) -> Extraction:
        text = article.text or ""
        language = language_of(text)
        article = _dated(article.model_copy(update={"language": language}), self.layout, self.dates)
        title = None
        if (
            article.title
            and article.title.strip()
            and article.title.strip() not in text[: 2 * len(article.title) + 500]
        ):
            title = self._doc(article.title, article, is_title=True)
        read = self._figures if self.tier == "figures" else self._full
        extraction = read(article, title)
        if language == "en":
            return extraction
        note = Note(
            code="CX951", level="warning", message=f"the text looks like language {language!r}; claimx reads English"
        )
        return extraction.model_copy(update={"notes": (note, *extraction.notes)})

    def spoken(self, article: Article) -> frozenset[EntryName]:
        """Name the entries of cue words and of nouns for speakers that show in an article's text.

        Args:
            article: An article with text.
        """
        doc = self._doc(article.text or "", article, is_title=False)
        return spoken_entries(doc, load_cue_words(self.packs), load_speaker_words(self.packs))

    def _full(self, article: Article, title: Doc | None) -> Extraction:
        doc = self._doc(article.text or "", article)
        return collect(doc, article, producer=self.producer, title=title, quantities=self.quantities)

    def _figures(self, article: Article, title: Doc | None) -> Extraction:
        """Read only the sentences that may state a figure."""
        text, context = article.text or "", self.context(article)
        blocks = find_blocks(text, self.layout)
        excerpt = take_excerpt(text, blocks, self.numbers.find(text, context))
        with one_thread():
            doc = self.nlp(excerpt.document(self.nlp, context))
        extraction = collect(
            doc, article, producer=self.producer, title=title, quantities=self.quantities, excerpt=excerpt
        )
        tables = tuple(
            Note(code=each.code, level="info", message=each.message, start=each.start, end=each.end)
            for each in table_notes(blocks)
        )
        return extraction.model_copy(update={"notes": (*tables, *extraction.notes)})

    def _doc(self, text: str, article: Article, *, is_title: bool = False) -> Doc:
        with one_thread():
            return self.nlp(update(make_tokens(self.nlp, text), context=self.context(article, is_title=is_title)))

    @staticmethod
    def context(article: Article, *, is_title: bool = False) -> Context:
        """What is known of an article beside its text."""
        return Context(
            published=article.published_date,
            source=article.source,
            title=article.title,
            url=article.url,
            is_title=is_title,
        )


def _dated(article: Article, layout: LayoutWords, dates: DateWords) -> Article:
    """The article, with the date of its own dateline where the input gave it none."""
    if article.published is not None:
        return article
    day = find_dateline(article.text or "", layout, dates)
    return article.model_copy(update={"published": day, "published_from": "text"}) if day else article
