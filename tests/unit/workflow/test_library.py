"""claimx as a library."""

import json
from functools import partial
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_extraction

import claimx
from claimx.codec import encode


@pytest.fixture
def stub(monkeypatch):
    """Stands where the pipeline does."""

    class Stub:
        def read_one(self, article):
            return make_extraction(article=article)

    monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: Stub())


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("post.txt").write_text("Rain fell.")
    Path("feed.jsonl").write_text(json.dumps({"body": "Snow fell."}))
    article = make_article(source="Herald")
    Path("herald.json").write_bytes(encode(make_extraction(article=article, claims=[make_claim(article=article)])))


def test_every_public_name_is_there():
    assert sorted(claimx.__all__) == claimx.__all__
    assert all(getattr(claimx, name) for name in claimx.__all__)
    with pytest.raises(AttributeError, match="no attribute 'poem'"):
        claimx.poem  # noqa: B018


def test_articles_are_read_from_paths():
    [article] = claimx.read_articles(Path("post.txt"))

    assert (article.text, article.path) == ("Rain fell.", "post.txt")


def test_fields_and_manifests():
    Path("names.toml").write_text('["feed.jsonl"]\nsource = "The Post"\n')
    [article] = claimx.read_articles("feed.jsonl", fields={"text": "body"}, manifest="names.toml")

    assert (article.text, article.source) == ("Snow fell.", "The Post")


@pytest.mark.usefixtures("stub")
def test_articles_and_paths_are_extracted_from():
    given = claimx.make_article("At least 12 died.", source="The Post")

    assert [each.article.text for each in claimx.extract(given, "post.txt")] == ["At least 12 died.", "Rain fell."]


@pytest.fixture
def loads(monkeypatch):
    """What the pipeline is loaded with, call by call."""
    loaded = []

    class Stub:
        def read_one(self, article):
            return make_extraction(article=article)

    monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **asked: loaded.append(asked) or Stub())
    return loaded


@pytest.mark.parametrize(
    "read", [lambda **asked: list(claimx.extract("post.txt", **asked)), partial(claimx.compare, "post.txt")]
)
def test_what_is_read_is_asked_for_as_on_the_command_line(read, loads):
    read()
    read(tagger=False)
    read(tier="figures")

    assert [(each["tagger"], each["tier"]) for each in loads] == [(True, "full"), (False, "full"), (False, "figures")]


@pytest.mark.parametrize(
    "read", [lambda **asked: list(claimx.extract("post.txt", **asked)), partial(claimx.compare, "post.txt")]
)
def test_extractions_are_kept_only_when_that_is_asked_for(read, loads, cache_folder):
    read()
    assert not cache_folder.exists()
    first, again = read(cache=True), read(cache=True)

    assert first == again
    assert len(loads) == 2
    assert list(cache_folder.glob("extractions/??/*.json"))


@pytest.mark.usefixtures("stub")
def test_what_cannot_be_read_is_raised_or_stands_in_its_place():
    with pytest.raises(claimx.ClaimxError, match=r"gone\.txt: it cannot be read") as caught:
        list(claimx.extract("gone.txt", "post.txt"))
    records = list(claimx.extract("gone.txt", "post.txt", on_error="record"))

    assert caught.value.remedy
    assert [each.schema_ for each in records] == ["claimx.error", "claimx.extraction"]


@pytest.mark.usefixtures("stub")
def test_extractions_articles_and_paths_are_compared():
    comparison = claimx.compare("herald.json", "post.txt", make_extraction(), pairs=True)

    assert isinstance(comparison, claimx.Comparison)
    assert len(comparison.articles) == 3
    assert all(group.pairs is not None for group in comparison.groups)


def test_settings_and_metrics():
    settings = claimx.CompareSettings(width="0.2")

    assert claimx.compare("herald.json", settings=settings, metrics=["killed"]).groups
    assert not claimx.compare("herald.json", metrics=["injured"]).groups


def test_a_comparison_of_what_is_not_there_is_raised():
    with pytest.raises(claimx.ClaimxError, match="No such file"):
        claimx.compare("gone.json")


def test_files_beside_the_articles_are_given_as_on_the_command_line():
    for outlet, number in (("post", "34"), ("courier", "43")):
        article = make_article(
            text=f"The blast in Tarnow killed {number} people.", source=outlet, published="2031-05-04"
        )
        claim = make_claim(article=article, text=number, where="Tarnow", who="people")
        Path(f"{outlet}.json").write_bytes(encode(make_extraction(article=article, claims=[claim])))
    both = ("post.json", "courier.json")
    before = claimx.compare(*both)
    [finding] = before.findings
    Path("run.json").write_bytes(encode(before))
    Path("b.toml").write_text(
        f'[[accepted]]\nfingerprint = "{finding.fingerprint}"\nverdict = "expected"\nreason = "two rules"\n'
    )
    Path("series.csv").write_text("date,metric,place,value\n2031-05-04,killed,Tarnow,43\n")
    name = before.groups[0].members[0].fingerprint
    Path("fix.toml").write_text(f'[[correction]]\nclaim = "{name}"\ndrop = true\nreason = "a caption"\n')
    told = []

    assert claimx.compare(*both, baseline="b.toml").findings[0].suppressed
    assert claimx.compare("post.json", baseline=Path("b.toml"), tell=told.append).baseline.stale
    assert [note.code for note in told] == ["CX971"]
    assert claimx.compare(*both, previous="run.json").findings[0].new is False
    assert claimx.compare(*both, reference=["series.csv"]).referenced
    assert claimx.compare(*both, corrections="fix.toml").corrections
    assert claimx.compare("courier.json", drafts=["post.json"]).draft
    assert claimx.compare(*both, revisions=True).revisions
    assert not claimx.compare(*both, where=["Kenya"]).groups
    with pytest.raises(claimx.ClaimxError, match=r"none\.toml: it cannot be read"):
        claimx.compare(*both, baseline="none.toml")
