"""Where inputs are cut into parts, and what names a part."""

from claimx.batch.items import ArchivedPage
from claimx.batch.parts import cut, distinct
from claimx.records import ErrorInput, ErrorRecord, make_article
from claimx.sources import Loaded
from claimx.sources.warc import RawPage

BROKEN = ErrorRecord(input=ErrorInput(path="c.txt"), code="CX902", message="it is empty", remedy="fill it")


def articles(number: int, words: str = "died") -> list[Loaded]:
    return [Loaded(make_article(f"{n} {words}.", id=f"a{n}")) for n in range(number)]


def page(url: str, content: bytes = b"<p>") -> ArchivedPage:
    return ArchivedPage(RawPage(url, content, "identity", None), "crawl.warc")


def parts(
    items: list[object], size: int = 2, settings: str = "x", largest: int = 10**6
) -> list[tuple[int, str | None]]:
    """Size and key of each part."""
    found = {part.number: part for part, _ in cut(items, size, {"settings": settings}, largest)}
    return [(part.size, part.key) for part in found.values()]


def test_parts_have_so_many_inputs_and_the_last_what_is_left():
    assert [size for size, _ in parts([*articles(4), BROKEN])] == [2, 2, 1]
    assert parts([]) == []


def test_the_key_is_there_with_the_last_input():
    seen = [part.key is not None for part, _ in cut(articles(4), 2, {})]

    assert seen == [False, True, False, True]


def test_a_part_with_large_inputs_ends_early():
    assert [size for size, _ in parts([page("a", b"x" * 900), page("b"), page("c")], size=10, largest=900)] == [1, 2]


def test_a_key_is_of_the_inputs_and_the_settings():
    first, second = parts(articles(4))

    assert parts(articles(4)) == [first, second]
    assert parts(articles(2)) == [first]
    assert parts(articles(2, "was hurt")) != [first]
    assert parts(articles(2), settings="y") != [first]
    assert len({key for _, key in parts([page("a"), page("b"), page("a", b"<i>")], size=1)}) == 3


def test_copies_are_left_out():
    first, second = articles(2)
    same_text = Loaded(make_article("0 died.", id="other"))
    given = [first, second, first, same_text, BROKEN, BROKEN, page("a"), page("a"), page("a", b"<i>"), page("b")]

    assert list(distinct(given)) == [first, second, same_text, BROKEN, BROKEN, *given[-4:-3], *given[-2:]]
