"""Fetching an address, from a server that runs here and misbehaves as it is told."""

import gzip
import socket
import time
from collections.abc import Iterator

import pytest
from documents import PAGE
from local_server import Handler, serving

from claimx.errors import SourceError
from claimx.sources import Limits
from claimx.sources.fetch import fetch


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


def answer(body: bytes = b"31 people died.", status: int = 200, **headers: str) -> None:
    Handler.answers["/x"] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def leads(path: str, to: str | None, status: int = 302) -> None:
    Handler.answers[path] = (status, {} if to is None else {"Location": to}, b"")


def refused(address: str, **limits: float) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetch(address, Limits(**limits))
    assert caught.value.path == address
    assert caught.value.remedy
    return caught.value


def test_a_page_is_fetched_with_what_the_server_says_of_it(server):
    answer(PAGE.encode(), Content_Type="Text/HTML; Charset=UTF-8")

    found = fetch(f"{server}/x", Limits())

    assert found.content == PAGE.encode()
    assert (found.media_type, found.charset) == ("text/html", "utf-8")
    assert (found.host, found.path) == ("127.0.0.1", "/x")
    assert Handler.seen[-1].startswith("claimx/")


def test_what_is_packed_is_unpacked(server):
    answer(gzip.compress(b"31 people died."), Content_Encoding="gzip")

    assert fetch(f"{server}/x", Limits()).content == b"31 people died."


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server, status):
    answer()
    leads("/from", "/x#part", status)

    assert fetch(f"{server}/from", Limits()).address == f"{server}/x#part"


def test_redirects_end(server):
    leads("/round", "/round")

    assert "more than 2 times" in refused(f"{server}/round", max_redirects=2).message
    assert "--max-redirects" in refused(f"{server}/round", max_redirects=0).remedy


@pytest.mark.parametrize(
    "to",
    [
        "file:///etc/hostname",
        "ftp://h.example/x",
        "gopher://h.example",
        "http://u:p@h.example/",
        "http://",
        "http://[",
        "http://127.0.0.1\\x.example/",
        None,
    ],
)
def test_a_redirect_to_anything_else_is_refused(server, to):
    leads("/away", to)

    assert refused(f"{server}/away").code == "CX916"


def test_the_open_web_does_not_lead_into_the_own_network(server, monkeypatch):
    leads("/inside", "http://127.0.0.2/admin")
    real = socket.getaddrinfo

    def look_up(host: str, *args: object, **more: object) -> object:
        return real("8.8.8.8" if host == "127.0.0.1" else host, *args, **more)

    monkeypatch.setattr("claimx.sources.fetch.getaddrinfo", look_up)

    assert "no public place" in refused(f"{server}/inside").message


@pytest.mark.parametrize(
    "address",
    [
        "ftp://h.example/x",
        "file:///etc/hostname",
        "http://",
        "https://a:b@h.example/",
        "http://h.example:99999/",
        "http://h .example",
    ],
)
def test_what_is_no_address_of_the_web_is_not_fetched(address, monkeypatch):
    monkeypatch.setattr(socket, "socket", None)

    assert refused(address).code == "CX916"


@pytest.mark.parametrize("status", [204, 304, 401, 404, 410, 429, 500, 503])
def test_an_answer_that_is_no_page_is_an_error(server, status):
    answer(b"", status)

    assert f"the server answers {status}" in refused(f"{server}/x").message


def test_what_is_too_large_is_refused(server):
    answer(b"a" * 5000)

    assert refused(f"{server}/x", max_file_bytes=4999).code == "CX904"
    assert len(fetch(f"{server}/x", Limits(max_file_bytes=5000)).content) == 5000


def test_what_unpacks_to_too_much_is_refused(server):
    answer(gzip.compress(bytes(5000)), Content_Encoding="gzip")

    assert refused(f"{server}/x", max_file_bytes=4999).code == "CX904"


def test_a_packing_that_was_not_asked_for_is_refused(server):
    answer(b"?", Content_Encoding="br")

    assert "'br'" in refused(f"{server}/x").message


def test_a_server_that_never_ends_is_left(server):
    began = time.monotonic()

    assert "longer than 0.3 seconds" in refused(f"{server}/drip", max_seconds=0.3).message
    assert time.monotonic() - began < 1


def test_an_answer_that_breaks_off_is_an_error(server):
    answer(b"31 people", X_Says="5000")

    assert refused(f"{server}/x").code == "CX916"


def test_a_server_that_is_not_there_is_an_error():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    assert "cannot be fetched" in refused(f"http://127.0.0.1:{port}/").message


def test_no_proxy_is_gone_through_and_who_has_one_is_told(server, monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    answer()

    assert fetch(f"{server}/x", Limits()).content == b"31 people died."
    assert "claimx goes through no proxy" in refused(f"http://127.0.0.1:{port}/").remedy


def test_a_host_that_is_not_there_is_an_error(monkeypatch):
    def fail(*_: object, **__: object) -> object:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)

    assert "no such host" in refused("http://nowhere.example/").message


def test_what_nobody_foresaw_is_raised_at_once(monkeypatch):
    def fail(*_: object) -> object:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("claimx.sources.fetch._follow", fail)

    with pytest.raises(RuntimeError, match="unforeseen"):
        fetch("http://h.example/", Limits())


def test_https_needs_a_certificate(server):
    assert refused(server.replace("http:", "https:") + "/x").code == "CX916"
