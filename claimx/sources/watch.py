"""Ends a process that takes too long over one file, whatever it is at."""

from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from claimx.sources.bounds import MAX_WALL_SECONDS

if TYPE_CHECKING:
    import subprocess


class Watch:
    """Looks at the clock for one process.

    Its thread is started once for many files: for each, that would cost a tenth of what reading a page does.

    Args:
        process: The process.

    Attributes:
        late: Whether the process was ended for its time.
    """

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._lock = Lock()
        self._since: float | None = None
        self._watching = False
        self._stopped = Event()
        self.late = False

    def begin(self) -> None:
        """A file is begun."""
        with self._lock:
            self._since = monotonic()
            if not self._watching:
                self._watching = True
                Thread(target=self._look, daemon=True).start()

    def end(self) -> None:
        """It is done."""
        with self._lock:
            self._since = None

    def stop(self) -> None:
        """The process is gone."""
        self._stopped.set()

    def _look(self) -> None:
        while not self._stopped.is_set():
            with self._lock:
                if self._since is None:
                    self._watching = False
                    return
                left = self._since + MAX_WALL_SECONDS - monotonic()
                if left <= 0:
                    self.late = True
                    self._process.kill()
                    return
            self._stopped.wait(left)
