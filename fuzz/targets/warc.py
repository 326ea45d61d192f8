"""Web archives: records with lengths, headers and packings that are not what they say."""

from claimx.sources import Format
from fuzz.reading import reads
from fuzz.target import Target

PIECES = (
    *("WARC/1.0\r\n", "WARC/1.1\r\n", "WARC-Type: response\r\n", "Content-Length: 0\r\n", "Content-Length: -1\r\n"),
    *("Content-Length: 99999999999\r\n", "HTTP/1.1 200 OK\r\n", "Content-Type: text/html\r\n", "\r\n", "\r\n\r\n"),
    *("Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n", "ffffffff\r\n", "5\r\nhello\r\n", "0\r\n\r\n"),
    *(
        "WARC-Target-URI: file:///etc/passwd\r\n",
        "Content-Type: text/html; charset=utf-7\r\n",
        "\x1f\x8b\x08",
        "<html>",
    ),
    *("<p>Nine people were killed on Monday when a crane fell in Orlen, the police said.</p>", "HTTP/1.1 999\r\n"),
)

TARGET = Target(reads(Format.WARC), PIECES, max_bytes=4096)
