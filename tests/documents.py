"""Small files of every input format, made here: one article of an invented outlet, and what is broken of each."""

import gzip
import io
import json
import textwrap
import zipfile
from collections.abc import Sequence

HEADLINE = "Ferry sinks off Corunda"
PARAGRAPHS = (
    "At least 31 people were killed when a ferry sank off Corunda on Sunday, the coast guard said. 214 were on board.",
    "Another 12 people were injured. “We are still searching,” said Ravi Ménon, its spokesman.",
)
TEXT = "\n\n".join((HEADLINE, *PARAGRAPHS))
OUTLET = "The Harbour Post"
ADDRESS = "https://harbour.example/ferry"

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | {OUTLET}</title>
<meta property="og:site_name" content="{OUTLET}"><meta property="article:published_time" content="2031-05-04">
</head><body><nav><a href="/">Home</a></nav><article><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
</article></body></html>"""

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title>
<item><title>{HEADLINE}</title><link>{ADDRESS}</link><guid>post-17</guid>
<pubDate>Sun, 04 May 2031 09:10:00 +0200</pubDate>
<content:encoded><![CDATA[<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><script>alert(31)</script>]]></content:encoded></item>
<item><title>Fares rise by 4 percent</title><link>https://harbour.example/fares</link>
<description>Passengers will pay more from June …</description></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title><id>urn:feed</id><updated>2031-05-05T00:00:00Z</updated>
<entry><title type="html">{HEADLINE}</title><id>urn:post-17</id><link href="{ADDRESS}"/>
<published>2031-05-04T09:10:00+02:00</published><updated>2031-05-05T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div></content>
</entry></feed>"""

JSONL = json.dumps({"text": TEXT, "source": OUTLET, "published": "2031-05-04"}) + "\n"


def make_pdf(
    pages: Sequence[Sequence[str]] = ((HEADLINE, *textwrap.wrap(PARAGRAPHS[0], 80)), PARAGRAPHS[1:]),
    *,
    title: str = HEADLINE,
    made: str = "D:20310504091000+02'00'",
) -> bytes:
    """Write a PDF: each page a list of lines, in a typeface that every program has."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) /CreationDate ({made}) >>".encode("cp1252"),
    ]
    for number, lines in enumerate(pages):
        shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
        drawing = b"BT /F1 11 Tf 14 TL 50 780 Td\n" + shown + b"ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(drawing)} >>\nstream\n".encode() + drawing + b"\nendstream")
    return assemble_pdf(objects)


def assemble_pdf(objects: Sequence[bytes]) -> bytes:
    """Put objects behind one another; the first is the catalog and the fourth the information on the document."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def lock_pdf(content: bytes, password: str) -> bytes:
    """The same PDF with a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - of a file made for a test
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def make_docx() -> bytes:
    """Write a document with a headline, two paragraphs and a table."""
    import docx

    document = docx.Document()
    document.core_properties.title = HEADLINE
    document.add_heading(HEADLINE, 0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Port", "Killed", "Harrow", "31"), strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_body(content: bytes, change: tuple[str, str]) -> bytes:
    """The same document with a piece of its markup replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/document.xml":
                assert change[0].encode() in data
                data = data.replace(change[0].encode(), change[1].encode(), 1)
            new.writestr(part, data)
    return out.getvalue()


def make_answer(
    page: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", packing: str = ""
) -> bytes:
    """What a server sends: headers and a page."""
    more = f"Content-Encoding: {packing}\r\n" if packing else ""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + page


def make_record(answer: bytes, address: str = ADDRESS, kind: str = "response") -> bytes:
    """A record of a web archive."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-05-06T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:6b1b1a52-0000-4000-8000-000000000017>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def make_warc() -> bytes:
    """An archive with a request, a page, a page that is packed, one without an article, and one that is not there."""
    return b"".join(
        (
            make_record(b"GET /ferry HTTP/1.1\r\nHost: harbour.example\r\n\r\n", kind="request"),
            make_record(make_answer(PAGE.encode())),
            make_record(
                make_answer(gzip.compress(PAGE.replace("12 people", "14 people").encode(), mtime=0), packing="gzip"),
                ADDRESS + "/2",
            ),
            make_record(make_answer(b"<html><body><nav><a href='/'>Home</a></nav></body></html>"), ADDRESS + "/home"),
            make_record(make_answer(PAGE.encode(), status="404 Not Found"), ADDRESS + "/gone"),
            make_record(make_answer(b"\x89PNG", kind="image/png"), ADDRESS + "/picture"),
        )
    )
