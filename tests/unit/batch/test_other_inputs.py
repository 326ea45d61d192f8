"""A folder that is given other inputs: what was added is read, what is gone is not taken away unasked."""

import pytest
from large_run import SETTINGS_OF_ALL, inputs, rows, written

from claimx.batch.resumable import How, run
from claimx.batch.run_settings import RunSettings
from claimx.errors import ClaimxError


def named(*inputs: str) -> RunSettings:
    return SETTINGS_OF_ALL.model_copy(update={"inputs": inputs})


@pytest.mark.parametrize(
    ("before", "now", "given"),
    [
        (("day1.jsonl",), ("day2.jsonl",), inputs(12)[6:]),
        (("day1.jsonl", "day2.jsonl"), ("day2.jsonl",), inputs(3)),
        (("-",), ("-",), inputs(12)[6:]),
        (("day1.jsonl",), ("day2.jsonl",), []),
    ],
    ids=["other inputs", "fewer inputs", "standard input", "none"],
)
def test_parts_of_inputs_that_are_no_longer_given_are_not_taken_away_unasked(tmp_path, before, now, given):
    run(inputs(), tmp_path, named(*before), rows)
    once = written(tmp_path)

    for _ in range(2):
        with pytest.raises(ClaimxError, match="other inputs") as caught:
            run(given, tmp_path, named(*now), rows)
        assert caught.value.code == "CX984"
    assert written(tmp_path) == once

    run(given, tmp_path, named(*now), rows, How(restart=True))


@pytest.mark.parametrize(
    ("before", "now"),
    [(("a",), ("a",)), (("a",), ("b",)), (("b",), ("a", "b")), (("-",), ("-",)), (("a",), ("a", "-"))],
)
def test_more_inputs_are_read_whatever_they_are_called(tmp_path, before, now):
    run(inputs(), tmp_path, named(*before), rows)

    assert run(inputs(12), tmp_path, named(*now), rows).kept == 2


def test_changed_inputs_of_one_name_are_read_anew(tmp_path):
    run(inputs(), tmp_path, named("a", "b"), rows)

    assert run(inputs()[1:], tmp_path, named("a", "b"), rows).kept == 0
    assert run(inputs(12)[4:], tmp_path, named("c", "b", "a"), rows).kept == 0
