"""A process of the pool that loads no pipeline: what an article's text says is what the process does."""

import os
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path


def serve(connection: Connection, settings: str) -> None:
    """Answer articles in order; `settings` is what it does at its start."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if settings == "fail":
        connection.send(("failed", "there is no model", "install it", "CX930"))
    if settings == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    connection.send(("ready",))
    while (row := connection.recv()) is not None:
        connection.send(("row", answer(row["article"], settings)))


def answer(article: dict[str, str], settings: str) -> dict[str, object]:
    verb, _, rest = article["text"].partition(" ")
    if verb == "die":
        os.kill(os.getpid(), signal.Signals[f"SIG{rest or 'KILL'}"])
    if verb in ("once", "either") and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL if verb == "once" else signal.SIGSEGV)
    if verb in ("exit", "either"):
        os._exit(int(rest) if verb == "exit" else 3)
    if verb == "sleep":
        time.sleep(float(rest))
    return {"article_id": article["id"], "error": None, "document": f"{settings} {os.environ.get('OMP_NUM_THREADS')}"}
