"""The records of the public contract: frozen pydantic models, one file for each kind."""

from claimx.records.article import Article, make_article
from claimx.records.base import SCHEMA_VERSION, Record, content_id, text_sha256
from claimx.records.claim import Claim
from claimx.records.comparison import ComparedArticle, Comparison, FindingCounts, NotCompared, Summary
from claimx.records.extraction import ErrorInput, ErrorRecord, Extraction, Note, Producer
from claimx.records.finding import Finding, FindingClaim, FindingValues
from claimx.records.group import Group, GroupScope, Member, Pair, PairScope, Sum
from claimx.records.quantity import Quantity, QuantityMention
from claimx.records.quote import Quote
from claimx.records.revision import Revision
from claimx.records.scope import Event, When, Where, Who
from claimx.records.span import Span
from claimx.records.speaker import Attribution, Speaker

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Attribution",
    "Claim",
    "ComparedArticle",
    "Comparison",
    "ErrorInput",
    "ErrorRecord",
    "Event",
    "Extraction",
    "Finding",
    "FindingClaim",
    "FindingCounts",
    "FindingValues",
    "Group",
    "GroupScope",
    "Member",
    "NotCompared",
    "Note",
    "Pair",
    "PairScope",
    "Producer",
    "Quantity",
    "QuantityMention",
    "Quote",
    "Record",
    "Revision",
    "Span",
    "Speaker",
    "Sum",
    "Summary",
    "When",
    "Where",
    "Who",
    "content_id",
    "make_article",
    "text_sha256",
]
