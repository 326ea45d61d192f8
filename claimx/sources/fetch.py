"""One address that the user gave, fetched within bounds of size, time and detours: claimx goes out nowhere else."""

import io
import ipaddress
import os
import queue
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version
from socket import SOCK_STREAM, getaddrinfo
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from claimx.errors import SourceError
from claimx.sources.gunzip import Gunzip
from claimx.sources.interface import NOT_FETCHED, TOO_LARGE, Limits, refuse

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

SCHEMES = ("http", "https")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
OK = 200
PIECE = 64 * 1024
WANTED = (
    "text/html, application/xhtml+xml, text/plain, application/pdf, application/json, application/rss+xml, */*;q=0.5"
)
NOT_IN_ADDRESSES = "\x7f\\"
"""The host of "http://127.0.0.1\\x.example/" is one to who looks it up here, and another to who connects."""
PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")
SAVE_IT = "open it in a browser, save the page and give the file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        address: The address that gave it, after redirects.
        content: Its bytes, unpacked.
        media_type: What the server calls it, in lower case: `text/html`.
        charset: The encoding that the server declares.
    """

    address: str
    content: bytes
    media_type: str | None
    charset: str | None

    @property
    def host(self) -> str:
        """The name of the server."""
        return urlsplit(self.address).hostname or ""

    @property
    def path(self) -> str:
        """The path of the address, as the name of a file."""
        return urlsplit(self.address).path


def fetch(address: str, limits: Limits) -> Fetched:
    """Fetch what is at an address.

    Args:
        address: http or https.
        limits: The most bytes, seconds and redirects.

    Raises:
        SourceError: If it cannot be had within the limits; says what to do.
    """
    _checked(address, address)
    stop = threading.Event()
    answer: queue.SimpleQueue[Fetched | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            answer.put(_outcome(lambda: _follow(address, limits, stop), address))
        except Exception as err:  # noqa: BLE001 - raised below, where somebody waits for it
            answer.put(err)

    threading.Thread(target=work, daemon=True).start()
    try:  # names are looked up and headers sent at the pace of others; no time limit of a socket covers all that
        outcome = answer.get(timeout=limits.max_seconds)
    except queue.Empty:
        stop.set()
        outcome = _refused(
            f"it took longer than {limits.max_seconds:g} seconds", "try again, or raise --timeout", address
        )
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _outcome(work: Callable[[], Fetched], address: str) -> Fetched | SourceError:
    from urllib3.exceptions import HTTPError, NameResolutionError, SSLError

    try:
        return work()
    except SourceError as err:
        return err
    except NameResolutionError:
        return _refused("there is no such host, or no network", _network_remedy(), address)
    except (SSLError, ssl.SSLError) as err:
        return _refused(f"its certificate cannot be trusted: {err}", SAVE_IT, address)
    except (HTTPError, OSError, ValueError) as err:
        return _refused(f"it cannot be fetched: {err}", _network_remedy(), address)


def _network_remedy() -> str:
    """What to do where nothing can be reached; a proxy is not used, for it would be asked for private places too."""
    if any(os.environ.get(name) or os.environ.get(name.lower()) for name in PROXIES):
        return "claimx goes through no proxy: let another program fetch it, and pipe it in with --stdin-name page.html"
    return "check the address and the network"


def _follow(address: str, limits: Limits, stop: threading.Event) -> Fetched:
    import certifi
    from urllib3 import PoolManager, Timeout

    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    headers = {"User-Agent": f"claimx/{version('claimx')}", "Accept": WANTED, "Accept-Encoding": "gzip"}
    timeout = Timeout(connect=limits.max_seconds, read=limits.max_seconds)
    with PoolManager(ssl_context=context, headers=headers, timeout=timeout, retries=False) as pool:
        place = address
        for _ in range(limits.max_redirects + 1):
            answer = _get(pool, place)
            try:
                if answer.status not in REDIRECTS:
                    return _read(answer, place, address, limits, stop)
                place = _next(place, answer.headers.get("Location"), address)
            finally:
                answer.close()
    raise _refused(
        f"it leads on more than {limits.max_redirects} times",
        "give the last address, or raise --max-redirects",
        address,
    )


def _get(pool: "PoolManager", place: str) -> "BaseHTTPResponse":
    return pool.request("GET", place, redirect=False, preload_content=False, decode_content=False)


def _next(place: str, location: str | None, address: str) -> str:
    """Where an answer leads: on the web alone, and never from the open web into the user's own network."""
    if not location:
        raise _refused("it leads on, and does not say where", SAVE_IT, address)
    target = urljoin(place, location)
    parts = _checked(target, address)
    if not _is_private(urlsplit(address)) and _is_private(parts):
        raise _refused(f"it leads to {parts.hostname}, which is no public place", SAVE_IT, address)
    return target


def _checked(place: str, address: str) -> SplitResult:
    leads = "" if place == address else f"it leads to {place[:200]!r}: "
    try:
        parts = urlsplit(place)
        host = parts.hostname and parts.port != 0
    except ValueError as err:
        raise _refused(f"{leads}this is no address: {err}", "give one as https://example.org/story", address) from err
    if parts.scheme.lower() not in SCHEMES:
        raise _refused(f"{leads}{parts.scheme}: is not fetched", "only http and https are", address)
    if not host or any(char <= " " or char in NOT_IN_ADDRESSES for char in place):
        raise _refused(f"{leads}this is no address", "give one as https://example.org/story", address)
    if parts.username is not None or parts.password is not None:
        raise _refused(f"{leads}it holds a name or a password", SAVE_IT, address)
    return parts


def _is_private(parts: SplitResult) -> bool:
    found = getaddrinfo(parts.hostname, parts.port or parts.scheme, type=SOCK_STREAM)
    return any(not ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)


def _read(answer: "BaseHTTPResponse", place: str, address: str, limits: Limits, stop: threading.Event) -> Fetched:
    if answer.status != OK:
        raise _refused(f"the server answers {answer.status} {answer.reason or ''}".rstrip(), SAVE_IT, address)
    content = _at_most(lambda: answer.read(PIECE), limits, address, stop)
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing in ("gzip", "x-gzip"):
        unpacked = io.BufferedReader(Gunzip(io.BytesIO(content), address))
        content = _at_most(lambda: unpacked.read(PIECE), limits, address, stop)
    elif packing not in ("identity", ""):
        raise _refused(f"it is packed as {packing[:40]!r}, which was not asked for", SAVE_IT, address)
    said = Message()
    said["Content-Type"] = answer.headers.get("Content-Type", "")
    known = bool(said["Content-Type"].strip())
    return Fetched(place, content, said.get_content_type() if known else None, said.get_content_charset())


def _at_most(read: Callable[[], bytes], limits: Limits, address: str, stop: threading.Event) -> bytes:
    content = bytearray()
    while not stop.is_set() and (piece := read()):
        content += piece
        if len(content) > limits.max_file_bytes:
            raise refuse(
                f"it is larger than the limit of {limits.max_file_bytes:,} bytes",
                remedy="raise --max-file-bytes",
                code=TOO_LARGE,
                path=address,
            )
    return bytes(content)


def _refused(what: str, remedy: str, address: str) -> SourceError:
    return refuse(what, remedy=remedy, code=NOT_FETCHED, path=address)
