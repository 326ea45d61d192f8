"""What is dangerous to read is read in a process of its own, which ends where it takes too much."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from documents import HEADLINE, PAGE, PARAGRAPHS, RSS, make_answer, make_docx, make_pdf, make_record

from claimx.errors import SourceError
from claimx.records.extraction import Note
from claimx.sources import Format, Limits, Page, apart, child, watch
from claimx.sources.apart import Request, read_one_apart
from claimx.sources.child import Child
from claimx.sources.docx import read_docx
from claimx.sources.feed import parse_feed, read_feed
from claimx.sources.html import read_html
from claimx.sources.page import read_page
from claimx.sources.pdf import read_pdf
from claimx.sources.warc import read_warc

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system bounds nothing there")
READING = "import sys; sys.path[:] = sys.argv[2:]; from claimx.sources import reading; "
MAIN = "; reading.main(int(sys.argv[1]))"
TAKE = "import os, sys, time; sys.stdin.buffer.read(8); "
PAGE_REQUEST = Request("html", PAGE.encode(), "story.html")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Child]]:
    """Reads with a process that runs other code."""
    own = Child()

    def start(code: str) -> Child:
        monkeypatch.setattr(child, "START", code)
        monkeypatch.setattr(apart, "READER", own)
        return own

    yield start
    own.end()


def refusal(request: Request = PAGE_REQUEST) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_one_apart(request)
    return caught.value


def test_a_pdf_reads_the_same_apart() -> None:
    pytest.importorskip("pypdf")

    assert read_page(Format.PDF, make_pdf(), "story.pdf") == read_pdf(make_pdf(), "story.pdf")


def test_a_docx_reads_the_same_apart() -> None:
    pytest.importorskip("docx")

    assert read_page(Format.DOCX, make_docx(), "story.docx") == read_docx(make_docx(), "story.docx")


@pytest.mark.parametrize("charset", [None, "cp1252"])
def test_a_page_reads_the_same_apart(charset: str | None) -> None:
    content = PAGE.encode(charset or "utf-8")

    found = read_page(Format.HTML, content, "story.html", charset)

    assert found == read_html(content, "story.html", charset)
    assert bool(found.notes) == bool(charset)


def test_a_feed_reads_the_same_apart() -> None:
    pytest.importorskip("feedparser")

    found = list(read_feed(io.BytesIO(RSS.encode()), "posts.rss", Limits()))

    assert found == list(parse_feed(RSS.encode(), "posts.rss"))
    assert isinstance(found[-1], Note)


def test_what_is_wrong_with_a_file_is_said_as_if_it_were_read_here() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(SourceError) as here:
        read_pdf(b"%PDF-1.4\n", "broken.pdf")

    there = refusal(Request("pdf", b"%PDF-1.4\n", "broken.pdf"))

    assert (there.message, there.remedy, there.code, there.path) == (
        here.value.message,
        here.value.remedy,
        here.value.code,
        "broken.pdf",
    )


def test_plain_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "READER", None)

    assert read_page(Format.TEXT, b"Nine men drowned.", None).text == "Nine men drowned."


def test_one_process_reads_many_files(started) -> None:
    own = started(child.START)

    processes = {read_one_apart(PAGE_REQUEST) and own._process.pid for _ in range(5)}

    assert len(processes) == 1


@POSIX
def test_so_it_does_where_the_one_that_asks_is_large(started) -> None:
    large = b"\1" * (300 * 1024**2)
    own = started(READING + f"reading.FRESH_AGAIN = {len(large) - 50 * 1024**2}" + MAIN)

    processes = {read_one_apart(PAGE_REQUEST) and own._process.pid for _ in range(2)}

    assert len(processes) == 1


@POSIX
@pytest.mark.parametrize(
    ("code", "said", "number"),
    [
        (TAKE + "os.abort()", "SIGABRT", "CX917"),
        (TAKE + "os.kill(os.getpid(), 11)", "SIGSEGV", "CX917"),
        (TAKE + "os.kill(os.getpid(), 9)", "SIGKILL", "CX904"),
        (TAKE + "sys.exit(7)", "exit code 7", "CX917"),
        ("import missing_module", "exit code 1", "CX917"),
        (TAKE + "os.close(1); time.sleep(60)", "broke off", "CX917"),
        (TAKE + "sys.stdout.buffer.write(b'\\xff' * 8); sys.stdout.flush(); time.sleep(60)", "64 MiB", "CX904"),
        (READING + "reading.READINGS['html'] = lambda *_: bytearray(3 * 1024**3)" + MAIN, "2 GiB of memory", "CX904"),
        (
            READING + "reading.MAX_SECONDS = 1; reading.READINGS['html'] = lambda *_: iter(int, 1)" + MAIN,
            "30 s",
            "CX904",
        ),
        (READING + "reading.READINGS['html'] = lambda *_: 1 / 0" + MAIN, "failed: ZeroDivisionError", "CX917"),
    ],
    ids=["abort", "crash", "killed", "exit", "no start", "line", "flood", "memory", "time", "library"],
)
def test_what_happened_is_said(started, monkeypatch, code: str, said: str, number: str) -> None:
    monkeypatch.setattr(child, "PATIENCE", 0.2)
    started(code)

    error = refusal()

    assert said in error.message
    assert "story.html" in error.message
    assert error.code == number
    assert error.remedy


def test_a_process_that_does_not_come_back_is_ended(started, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (child, watch):
        monkeypatch.setattr(module, "MAX_WALL_SECONDS", 0.3)
    own = started(TAKE + "time.sleep(600)")

    assert "more than 0.3 seconds" in refusal().message
    assert own._process is None


def test_an_answer_that_is_too_long_is_not_taken(started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MAX_ANSWER_BYTES", 100)
    started(child.START)

    assert refusal().code == "CX904"


@POSIX
def test_after_a_crash_the_next_file_is_read(started) -> None:
    crash = "reading.read = reading.READINGS['html']; reading.READINGS['html'] = "
    crash += "lambda content, *rest: os.abort() if b'crash' in content else reading.read(content, *rest)"
    started("import os; " + READING + crash + MAIN)
    bad = Request("html", b"crash", "bad.html")

    told = [
        read_one_apart(PAGE_REQUEST).text,
        refusal(bad).message,
        refusal(bad).message,
        read_one_apart(PAGE_REQUEST).text,
    ]

    assert told[0] == told[3]
    assert told[1] == told[2]
    assert "SIGABRT" in told[1]


@POSIX
def test_a_file_is_not_blamed_for_what_came_before(started) -> None:
    count = "reading.n = 0; reading.read = reading.READINGS['html']; reading.READINGS['html'] = lambda *given: "
    count += "(setattr(reading, 'n', reading.n + 1), os.abort() if reading.n > 2 else reading.read(*given))[1]"
    started("import os; " + READING + count + MAIN)

    assert [read_one_apart(PAGE_REQUEST).details.title for _ in range(5)] == [HEADLINE] * 5


@POSIX
def test_a_process_that_took_much_memory_is_not_asked_again(started) -> None:
    own = started(READING + "reading.FRESH_AGAIN = 1" + MAIN)

    processes = {read_one_apart(PAGE_REQUEST) and own._process.pid for _ in range(3)}

    assert len(processes) == 3


def test_where_no_process_can_be_started_that_is_said(started, monkeypatch: pytest.MonkeyPatch) -> None:
    started(child.START)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    assert "no process to read it in can be started" in refusal().message


def test_ctrl_c_in_the_middle_of_a_file_ends_the_process(started, monkeypatch: pytest.MonkeyPatch) -> None:
    own = started(child.START)
    read_one_apart(PAGE_REQUEST)
    process = own._process

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(child, "_exchange", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read_one_apart(PAGE_REQUEST)

    assert process.poll() is not None


ENDLESS = READING + "reading.READINGS['html'] = lambda *_: iter(int, 1)" + MAIN
PARENT = f"""
import sys, threading, time
from claimx.sources import child
child.START = {ENDLESS!r}
asking = threading.Thread(target=child.CHILD.answer, args=(b'{{"kind": "html", "path": null, "charset": null}}', b""))
asking.daemon = True
asking.start()
while child.CHILD._process is None:
    time.sleep(0.01)
print(child.CHILD._process.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it ends when its processor time is over")
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_process_ends_with_its_parent_even_in_the_middle_of_a_file(sent: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        reader = int(parent.stdout.readline())
        _wait_until(lambda: _seconds_of(reader) > 0.3)  # it is at the file
        parent.send_signal(sent)

        _wait_until(lambda: not _is_running(reader))


@pytest.mark.skipif(not Path("/proc/self/oom_score_adj").exists(), reason="the system has no such order")
def test_the_process_is_the_first_to_go_where_memory_runs_out(started) -> None:
    own = started(child.START)
    read_one_apart(PAGE_REQUEST)

    assert Path(f"/proc/{own._process.pid}/oom_score_adj").read_text() == "1000\n"


def test_an_idle_process_ends_when_its_line_breaks(started) -> None:
    own = started(child.START)
    read_one_apart(PAGE_REQUEST)

    own._process.stdin.close()

    assert own._process.wait(10) == 0


def _wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def _seconds_of(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork there")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_process_starts_its_own() -> None:
    code = """
import os, sys
from claimx.sources import child
from claimx.sources.apart import Request, read_one_apart
def read():
    page = read_one_apart(Request("html", sys.stdin_page, None))
    return child.CHILD._process.pid
sys.stdin_page = sys.stdin.buffer.read()
first = read()
if os.fork() == 0:
    own = read()
    child.CHILD.end()
    os._exit(int(own == first))
status = os.wait()[1]
print(status, first == read())
"""
    done = subprocess.run([sys.executable, "-c", code], input=PAGE.encode(), capture_output=True, check=False)

    assert done.stdout.split() == [b"0", b"True"], done.stderr.decode()


def test_threads_wait_for_one_another(started) -> None:
    started(child.START)
    pages = [PAGE.replace("214", str(number)).encode() for number in range(300, 308)]
    found: dict[bytes, str] = {}

    def read(page: bytes) -> None:
        found[page] = read_one_apart(Request("html", page, None)).text

    threads = [threading.Thread(target=read, args=(page,)) for page in pages]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert found == {page: read_html(page, None).text for page in pages}


@POSIX
@pytest.mark.parametrize("greed", ["x = bytearray(3 * 1024**3)", "open(sys.argv[2], 'wb', 0).write(b'x')"])
def test_the_process_gets_neither_more_memory_nor_a_file(greed: str, tmp_path: Path) -> None:
    written = tmp_path / "out"
    code = f"import sys; from claimx.sources.reading import _bound; _bound(); {greed}; print('had it')"

    done = subprocess.run([sys.executable, "-c", code, "-", str(written)], capture_output=True, text=True, check=False)

    assert "had it" not in done.stdout
    assert not written.exists() or written.read_bytes() == b""


@POSIX
def test_a_tighter_limit_of_the_user_stays() -> None:
    code = (
        "import resource; from claimx.sources.reading import _bound, _bound_time; "
        "resource.setrlimit(resource.RLIMIT_AS, (1024**3, 1024**3)); resource.setrlimit(resource.RLIMIT_CPU, (9, 9)); "
        "_bound(); _bound_time(); "
        "print(*(resource.getrlimit(each)[0] for each in (resource.RLIMIT_AS, resource.RLIMIT_CPU)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == [str(1024**3), "9"]


def test_nothing_is_imported_from_the_current_folder(started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    started(child.START)

    assert read_page(Format.HTML, PAGE.encode(), None).details.title == HEADLINE


def test_a_page_of_an_archive_is_read_within_the_same_bounds(started) -> None:
    pytest.importorskip("fastwarc")
    slow = "lambda content, *rest: iter(int, 1) if b'slow' in content else reading.read(content, *rest)"
    code = "reading.MAX_SECONDS = 1; reading.read = reading.READINGS['html']; reading.READINGS['html'] = " + slow
    started(READING + code + MAIN)
    archive = make_record(make_answer(b"<p>slow"), "https://h.example/bad") + make_record(make_answer(PAGE.encode()))

    error, page = read_warc(io.BytesIO(archive), "crawl.warc", Limits())

    assert isinstance(error, SourceError)
    assert error.code == "CX904"
    assert "https://h.example/bad" in error.message
    assert isinstance(page, Page)
    assert PARAGRAPHS[0] in page.text


def test_a_tag_of_many_attributes_takes_no_longer_than_it_may(started) -> None:
    """Each is held against all others: half a minute for this one, were it read to its end."""
    tag = " ".join(f"a{number}" for number in range(60_000))
    started(READING + "reading.MAX_SECONDS = 1" + MAIN)

    assert refusal(Request("html", f"<p {tag}>Nine men drowned off Corunda.</p>".encode(), None)).code == "CX904"
