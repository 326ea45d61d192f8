"""PDF: objects that are broken, missing, or lead to one another."""

from claimx.sources import Format
from fuzz.reading import reads
from fuzz.target import Target

PIECES = (
    *(
        "obj",
        "endobj",
        "stream",
        "endstream",
        "<<",
        ">>",
        "[",
        "]",
        "1 0 R",
        "5 0 R",
        "99999999999 0 R",
        "/Kids",
        "/Count",
    ),
    *(
        "/Filter /FlateDecode",
        "/Parent",
        "/Type /Page",
        "/Length -1",
        "xref",
        "trailer",
        "startxref",
        "%%EOF",
        "/Encrypt",
    ),
    *(
        "Tj",
        "TJ",
        "Do",
        "BT",
        "ET",
        "Tf",
        "T*",
        "(",
        ")",
        "\\",
        "/Font",
        "/ToUnicode",
        "/Prev 0",
        "/Contents [6 0 R 6 0 R]",
    ),
)

TARGET = Target(reads(Format.PDF), PIECES, max_bytes=4096)
