"""The tagger beside the rules, in the whole pipeline."""

import pytest

from claimx.pipeline.read import Reader
from claimx.records import make_article

pytestmark = pytest.mark.model

STORY = """Divers will search the reservoir at Lindholm again on Friday, the fire brigade said.

Residents, angered by weeks of silence, accuse the owners of having known about the leak since May. “Nobody told us
anything,” said Greta Aas, who runs the mill below the dam.

The owners' lawyer was adamant that the wall had been inspected in time. Forty-one families have left the valley.
"""


@pytest.fixture(scope="module")
def tagging() -> Reader:
    return Reader(tagger=True)


def test_the_output_says_what_found_each_quote(tagging):
    extraction = tagging.read_one(make_article(STORY))
    written = extraction.model_dump(mode="json")["quotes"]

    assert {quote.found_by for quote in extraction.quotes} <= {"rules", "tagger"}
    assert [quote.get("found_by", "rules") for quote in written] == [quote.found_by for quote in extraction.quotes]
    assert any(quote.text == "Nobody told us\nanything," and quote.found_by == "rules" for quote in extraction.quotes)


def test_the_producer_names_the_tagger(tagging, reader):
    assert tagging.producer.model == f"{reader.producer.model}+quote_tagger-2"


def test_figures_keep_the_sources_of_the_rules(tagging, reader):
    article = make_article(STORY)

    ours = [(claim.text, claim.attribution and claim.attribution.text) for claim in reader.read_one(article).claims]
    both = [(claim.text, claim.attribution and claim.attribution.text) for claim in tagging.read_one(article).claims]

    assert both == ours


def test_the_same_article_gives_the_same_bytes(tagging):
    first, again = (tagging.read_one(make_article(STORY)).model_dump_json() for _ in range(2))

    assert first == again


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "“", "said", "a" * 3000, "he said " * 400, "\u200b\ufeff said\u2028it"]
)
def test_no_text_is_too_odd(tagging, text):
    assert tagging.read_one(make_article(text)).article.text == text


def test_only_paragraphs_in_which_the_rules_leave_something_open_are_read(tagging, monkeypatch):
    read = []
    tagger = tagging.nlp.get_pipe("claimx_tagger")
    monkeypatch.setattr(tagger.network, "split", lambda text: read.append(text) or ((), ()))

    tagging.read_one(
        make_article("""The road stays shut, the mayor of Lindholm said.

“The dyke held,” said Greta Aas.

The quay is forty metres long and was built of granite.

Reports spread of a second breach, and nobody denied it.

“The dyke held.”
""")
    )

    assert read == ["Reports spread of a second breach, and nobody denied it.", "“The dyke held.”"]
