"""What runs in a process of the pool: it loads the pipeline, then answers each article with a row.

A thread of its own takes what is sent, so that whoever sends never waits while an article is read; and when the other
end is gone, however it ended, that thread ends the process at once.
"""

import os
import signal
import traceback
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Literal

from claimx.batch.endings import OUT_OF_MEMORY
from claimx.batch.extracting import RowSettings, extract_rows, load
from claimx.batch.rows import ArticleRow, PageRow, ResultRow
from claimx.errors import ClaimxError

Ready = tuple[Literal["ready"]]
Answer = tuple[Literal["row"], ResultRow]
Failure = tuple[Literal["failed"], str, str, str]
"""Message, remedy and code of what keeps any article from being read."""
Message = Ready | Answer | Failure

BUG = "CX990"


def serve(connection: Connection, settings: str) -> None:
    """Answer articles until None comes; the target of a process.

    Args:
        connection: Takes articles, gives messages.
        settings: What decides what is found, as JSON.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal; the parent ends this one
    articles: SimpleQueue[ArticleRow | PageRow | None] = SimpleQueue()
    Thread(target=_take, args=(connection, articles), daemon=True).start()
    try:
        chosen = RowSettings.of_text(settings)
        load(chosen.extract).load()
        connection.send(("ready",))
        while (article := articles.get()) is not None:
            connection.send(("row", extract_rows([article], chosen)[0]))
    except (BrokenPipeError, ConnectionError):
        pass
    except ClaimxError as err:
        connection.send(("failed", err.message, err.remedy, err.code))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as err:  # noqa: BLE001 - the parent says it; here nobody would see it
        what = f"internal error in a worker process: {type(err).__name__}: {err}\n{traceback.format_exc()}"
        connection.send(("failed", what, "this is a bug in claimx: please report it", BUG))
    os._exit(0)  # taking the pipeline down by the book costs a good part of a second


def _take(connection: Connection, articles: "SimpleQueue[ArticleRow | PageRow | None]") -> None:
    try:
        while True:
            article = connection.recv()
            articles.put(article)
            if article is None:
                return
    except (EOFError, OSError):
        os._exit(0)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - whatever it is: nothing more can be taken, and who sends would wait for ever
        os._exit(1)
