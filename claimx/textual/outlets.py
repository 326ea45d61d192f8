"""Tell from an outlet's name or address which currency it means by signs that several countries share."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class OutletCurrencies:
    """Currencies of outlets, as ISO 4217 codes.

    Attributes:
        names: By name, lower case: "cbc news".
        domains: By domain or its last labels: "cbc.ca", "com.au", "nz".
    """

    names: Mapping[str, str]
    domains: Mapping[str, str]


def outlet_currency(source: str | None, url: str | None, outlets: OutletCurrencies) -> str | None:
    """The currency of an outlet's country; None where it is not known.

    The name goes before the address: the same site may carry several papers.

    Args:
        source: Name or domain of the outlet: "CBC News", "cbc.ca".
        url: Address of the article.
        outlets: The currencies to go by.
    """
    name = " ".join((source or "").split()).casefold()
    return outlets.names.get(name) or _by_domain(name, outlets) or _by_domain(url or "", outlets)


def _by_domain(address: str, outlets: OutletCurrencies) -> str | None:
    """The currency by the longest known ending of an address's host: "www.abc.net.au" by "au"."""
    labels = _host(address).split(".")
    if len(labels) < 2:  # noqa: PLR2004 - "dawn" is no domain
        return None
    endings = (".".join(labels[first:]) for first in range(len(labels)))
    return next((outlets.domains[ending] for ending in endings if ending in outlets.domains), None)


def _host(address: str) -> str:
    written = address if "//" in address else f"//{address}"
    try:
        return urlsplit(written).hostname or ""
    except ValueError:  # "http://[": no address
        return ""
