"""Read the cases of comparing: short articles with the claims in them, as TOML."""

import tomllib
from pathlib import Path
from typing import Any

from builders import make_article, make_claim, make_event, make_extraction

from claimx.records.extraction import Extraction


def read_case(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def build(table: dict[str, Any]) -> tuple[Extraction, dict[str, str]]:
    """The extraction of one `[[article]]` table, and the ids of its claims by "article: words"."""
    article = make_article(
        **{key: table[key] for key in ("id", "text", "source", "published", "title") if key in table}
    )
    events = {each["name"]: make_event(article=article, **each) for each in table.get("event", [])}
    claims = {}
    for spec in table["claim"]:
        fields = dict(spec)
        event = events[fields.pop("event")] if "event" in fields else None
        links = {key: claims[fields.pop(key)] for key in ("part_of", "supersedes") if key in fields}
        name = fields.pop("name", fields["text"])
        claims[name] = make_claim(article=article, event=event, **links, **fields)
    extraction = make_extraction(article=article, claims=list(claims.values()), events=list(events.values()))
    return extraction, {f"{table['id']}: {name}": claim.id for name, claim in claims.items()}
