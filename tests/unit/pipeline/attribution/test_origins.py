from collections.abc import Callable

import pytest

from claimx.records import Extraction

TORN = (
    "dozens of 19.03.2024\n\t of 30 to é 19.03.2024 ,Gaza Related posts ١٢Related posts“ $5bn\n-\n"
    "he éwho said1,4 million\n"
)


@pytest.mark.model
def test_a_source_torn_by_broken_text_has_no_chain_that_runs_backwards(extract: Callable[..., Extraction]) -> None:
    links = [link for claim in extract(TORN).claims for each in claim.attributions for link in each.chain]

    assert links
    assert all(link.start < link.end for link in links)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The army killed 21 rebels, state television reported, citing a general.", ["state television", "a general"]),
        ("The ministry said, citing clinic files, that 27 people had died.", ["The ministry", "clinic files"]),
        ("The Norden agency, quoting the police chief, said 14 died.", ["The Norden agency", "the police chief"]),
        ("Nine died, according to state radio, which cited the navy.", ["state radio", "the navy"]),
        ("He quoted a poem to 40 guests, the mayor said.", ["the mayor"]),
    ],
)
def test_whom_a_source_cites_is_the_origin(extract: Callable[..., Extraction], text: str, chain: list[str]) -> None:
    (claim,) = extract(text).claims

    assert claim.attribution is not None
    assert [link.text for link in claim.attribution.chain] == chain
