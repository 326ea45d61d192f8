"""What runs in a process of the pool: whatever is sent to it, it never waits for ever."""

from queue import SimpleQueue

import pytest

from claimx.batch import worker


class Line:
    """A line from which something is taken, or on which something happens."""

    def __init__(self, *given: object) -> None:
        self.given = [*given]

    def recv(self) -> object:
        each = self.given.pop(0)
        if isinstance(each, BaseException):
            raise each
        return each


@pytest.mark.parametrize(
    ("happens", "code"), [(EOFError(), 0), (OSError(), 0), (MemoryError(), 12), (ValueError("no pickle"), 1)]
)
def test_a_process_that_can_be_told_nothing_more_ends(monkeypatch, happens, code):
    def end(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr(worker.os, "_exit", end)

    with pytest.raises(SystemExit) as ended:
        worker._take(Line({"article": {}}, happens), SimpleQueue())

    assert ended.value.code == code


def test_it_takes_what_is_sent_until_there_is_no_more():
    taken: SimpleQueue[object] = SimpleQueue()
    worker._take(Line("a", "b", None, "c"), taken)

    assert [taken.get() for _ in range(taken.qsize())] == ["a", "b", None]
