"""Which articles are versions of one another, and in what order."""

from claimx.compare import CompareSettings
from claimx.compare.revisions import chain_versions, revise
from claimx.records import Extraction, Producer, make_article

SETTINGS = CompareSettings()


def version(name: str, *, day: str | None = None, url: str | None = None, own_id: str | None = None) -> Extraction:
    article = make_article(f"Text {name}.", id=own_id, published=day, url=url, source="Ferry Post")
    return Extraction(producer=Producer(version="test"), article=article)


def chains(*versions: Extraction) -> list[list[str]]:
    return [[each.article.text or "" for each in chain] for chain in chain_versions(versions)]


def test_one_address_is_one_article() -> None:
    a, b, c = version("a", url="x/1"), version("b", url="x/2"), version("c", url="x/1")
    assert chains(a, b, c) == [["Text a.", "Text c."], ["Text b."]]


def test_one_id_of_the_input_is_one_article() -> None:
    a, b, c = version("a", own_id="1"), version("b"), version("c", own_id="1")
    assert chains(a, b, c) == [["Text a.", "Text c."], ["Text b."]]


def test_what_has_nothing_in_common_is_one_article_as_the_user_says() -> None:
    assert chains(version("a", url="x/1"), version("b")) == [["Text a.", "Text b."]]
    assert chains() == []


def test_versions_go_by_date_or_else_as_given() -> None:
    new, old = version("new", day="2031-05-05"), version("old", day="2031-05-04")
    assert chains(new, old) == [["Text old.", "Text new."]]
    assert chains(new, version("undated")) == [["Text new.", "Text undated."]]
    assert chains(version("b", day="2031-05-05"), version("a", day="2031-05-05")) == [["Text b.", "Text a."]]


def test_one_version_changes_nothing() -> None:
    assert revise([version("a")], SETTINGS) == []
    assert revise([version("a"), version("a")], SETTINGS) == []
