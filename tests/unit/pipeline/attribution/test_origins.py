from collections.abc import Callable

import pytest

from claimx.records import Extraction

TORN = (
    "dozens of 19.03.2024\n\t of 30 to é 19.03.2024 ,Gaza Related posts ١٢Related posts“ $5bn\n-\n"
    "he éwho said1,4 million\n"
)


@pytest.mark.model
def test_a_source_torn_by_broken_text_has_no_chain_that_runs_backwards(extract: Callable[..., Extraction]) -> None:
    for claim in extract(TORN).claims:
        assert all(link.start < link.end for each in claim.attributions for link in each.chain)
