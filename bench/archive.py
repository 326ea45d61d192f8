"""A web archive as news crawls are: pages a second of `claimx batch run`, and memory that its length does not raise.

The archive is made here: pages with menus and advertisements around an article, packed record by record, among pages in
another language, short ones, pages without an article, redirects and pictures.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

from bench.jobs import made_articles
from bench.result import Bar, Result

PAGES = 800
OTHER = (
    "Die Feuerwehr rückte mit vierzig Leuten aus, doch das Lagerhaus am Hafen brannte bis auf die Mauern nieder. Der "
    "Bürgermeister sprach von einem Schaden in Millionenhöhe und dankte den Helfern aus den Nachbarorten. "
)
MENU = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("home", "world", "business", "sport"))
ASIDE = '<div class="ad"><a href="/offer">A better kettle, now at half the price</a></div>' * 12

BARS = (Bar(of="memory_growth_mib", at_most=20), Bar(of="read_share", at_least=1.0))


def measure(*, quick: bool = False) -> Result:
    """Read a short archive and a long one.

    Args:
        quick: Whether to read few pages.
    """
    pages = 40 if quick else PAGES
    with tempfile.TemporaryDirectory() as folder:
        short, long = (_run(Path(folder) / f"{number}", number) for number in (max(20, pages // 4), pages))
    wanted = sum(kind == "article" for kind in _kinds(pages))
    return {
        "pages": pages,
        "megabytes_unpacked": long["megabytes"],
        "seconds": long["seconds"],
        "pages_per_second": round(pages / float(long["seconds"]), 1),
        "read": long["articles"],
        "read_share": round(float(long["articles"]) / wanted, 3),
        "left_out": long["left_out"],
        "failed": long["failed"],
        "peak_mib_of_the_parent": {"short": short["peak_mib"], "long": long["peak_mib"]},
        "memory_growth_mib": round(float(long["peak_mib"]) - float(short["peak_mib"]), 1),
    }


def records(number: int) -> Iterator[bytes]:
    """The records of an archive, each to be packed by itself.

    Args:
        number: How many pages it has, of every kind.
    """
    articles = made_articles(number)
    for n, kind in enumerate(_kinds(number)):
        text = next(articles)["text"]
        if kind != "article":
            text = {"other": OTHER * 12, "short": text[:90], "none": ""}.get(kind, "")
        address = f"https://outlet-{n % 40}.example/{kind}/{n}"
        status = "301 Moved Permanently" if kind == "moved" else "200 OK"
        media = "image/png" if kind == "picture" else "text/html; charset=utf-8"
        aside = ASIDE if kind in ("article", "other") else ""  # alone on a page it would be taken for its article
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + _page(n, text, aside)
        yield _record(address, answer)


def _kinds(number: int) -> Iterator[str]:
    """Of twenty pages: how many an English reader wants of a crawl."""
    row = ["article"] * 7 + ["other"] * 8 + ["short", "none", "none", "moved", "picture"]
    return (row[n * 7 % len(row)] for n in range(number))


def _page(number: int, text: str, aside: str) -> bytes:
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in text.split("\n\n") if each.strip())
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page {number}</title>'
        f'<meta property="article:published_time" content="2031-05-{number % 28 + 1:02}"></head>'
        f"<body><nav><ul>{MENU * 8}</ul></nav>{aside}<article>{paragraphs}</article><footer>{MENU * 4}</footer></body>"
    ).encode()


def _record(address: str, answer: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-05-06T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:6b1b1a52-0000-4000-8000-000000000017>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _run(folder: Path, pages: int) -> dict[str, float | int]:
    folder.mkdir()
    archive, out, size = folder / "news.warc.gz", folder / "out", 0
    with archive.open("wb") as stream:
        for record in records(pages):
            size += len(record)
            stream.write(gzip.compress(record, 6))
    options = ["--language", "en", "--min-chars", "300", "--part-size", "50", "-q"]
    begun = time.perf_counter()
    run = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "claimx", "batch", "run", str(archive), str(out), *options]
    )
    peak = 0.0
    while run.poll() is None:
        peak = max(peak, _peak_mib(run.pid))
        time.sleep(0.2)
    seconds = time.perf_counter() - begun
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
    parts = [line for line in lines if "part" in line]
    return {
        "megabytes": round(size / 1e6, 1),
        "seconds": round(seconds, 1),
        "articles": sum(part["articles"] for part in parts),
        "failed": sum(part["failed"] for part in parts),
        "left_out": sum(sum(part["left_out"].values()) for part in parts),
        "peak_mib": round(peak, 1),
    }


def _peak_mib(process: int) -> float:
    """The most memory that a process has held; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    print(json.dumps(measure(quick="--quick" in sys.argv)))
