"""RSS and Atom, with the entities and the nesting of whoever means harm."""

from claimx.sources import Format
from fuzz.reading import reads
from fuzz.target import Target

PIECES = (
    *("<item>", "</item>", "<entry>", "<title>", "<description>", "<![CDATA[", "]]>", '<!ENTITY a "b">', "&a;", "&#0;"),
    *("<content:encoded>", "<pubDate>", "<link>", "<!DOCTYPE rss [", "]>", "<?xml version='1.0' encoding='utf-16'?>"),
    *("<source>", "<guid>", "xml:base='file:///etc/'", "</", "type='application/xml'", "<svg xmlns='x'>"),
)

TARGET = Target(reads(Format.FEED), PIECES, max_bytes=4096)
