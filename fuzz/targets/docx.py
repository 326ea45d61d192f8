"""DOCX: any bytes as the file, and any markup as the document inside a file that is whole."""

import io
import zipfile

from claimx.sources import Format
from fuzz.reading import reads
from fuzz.target import Target

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
PIECES = (
    *("<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc></w:tr></w:tbl>"),
    *("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "<w:br/>", "<w:del>", "&amp;", "<!--", "<?x?>", "&a;"),
    *("<mc:AlternateContent>", "<mc:Fallback>", '<!DOCTYPE a [<!ENTITY a "b">]>', "Ten people died in Orlen."),
)
_read = reads(Format.DOCX)


def check(data: bytes) -> None:
    """Read a file, or a document put into one."""
    if data.startswith(b"PK"):
        _read(data)
        return
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", data)
    _read(file.getvalue())


TARGET = Target(check, PIECES, max_bytes=4096)
