"""How far a run is, as its folder tells."""

import os

import pytest
from large_run import SETTINGS_OF_ALL, inputs, read, rows

from claimx.batch.folder import DEAD
from claimx.batch.locking import LOCK, hold
from claimx.batch.resumable import run
from claimx.batch.status import read_status
from claimx.errors import ClaimxError


class TestStatus:
    def test_of_a_run_that_was_killed(self, tmp_path):
        def failing(items):
            for n, row in enumerate(rows(items)):
                if n == 4:
                    raise KeyboardInterrupt
                yield row

        with pytest.raises(KeyboardInterrupt):
            run(inputs(), tmp_path, SETTINGS_OF_ALL.model_copy(update={"expected": 8}), failing)

        found = read_status(tmp_path)
        assert (found.state, found.parts, found.articles, found.failed, found.left) == ("stopped", 1, 2, 1, 5)
        assert found.dead_letters == str(tmp_path / DEAD)

    def test_of_a_run_at_work(self, tmp_path):
        read(tmp_path)
        with hold(tmp_path):
            assert read_status(tmp_path).state == "running"

    @pytest.mark.skipif(os.name != "posix", reason="only there can several ask at once")
    def test_while_another_asks_too(self, tmp_path):
        fcntl = pytest.importorskip("fcntl")
        read(tmp_path)
        with (tmp_path / LOCK).open("rb") as other:
            fcntl.flock(other, fcntl.LOCK_SH)
            assert read_status(tmp_path).state == "finished"

    def test_of_a_run_at_its_end(self, tmp_path):
        read(tmp_path)
        found = read_status(tmp_path)

        assert (found.state, found.parts, found.articles, found.left, found.seconds_left) == ("finished", 3, 7, 0, 0)

    def test_of_a_folder_without_a_run(self, tmp_path):
        with pytest.raises(ClaimxError, match="no run was begun there"):
            read_status(tmp_path)
