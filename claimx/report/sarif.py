"""SARIF 2.1.0, for code scanning and the tools that read it.

Source: OASIS Standard, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import json
from collections.abc import Mapping

from claimx.lexicon.codes import CodePage, code_pages
from claimx.records import Comparison, Finding, FindingClaim
from claimx.report.locations import locate, place_beside
from claimx.report.sanitize import printable
from claimx.report.wording import Names

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "claimx/v1"

Json = Mapping[str, object]


def render_sarif(comparison: Comparison) -> str:
    """Render the findings of a comparison; those that a baseline hides are marked as suppressed.

    Args:
        comparison: What was found.

    Returns:
        A SARIF log with one run, and a newline.
    """
    used = sorted({finding.code for finding in comparison.findings})
    pages, names = code_pages(), Names(comparison)
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": comparison.producer.name,
                        "version": comparison.producer.version,
                        "rules": [_rule(pages[code]) for code in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, used.index(finding.code), names) for finding in comparison.findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(page: CodePage) -> Json:
    why = " ".join(page.why.split())
    aside = f"Leave it alone where {page.ignore_when}"
    return {
        "id": page.id,
        "shortDescription": {"text": page.says},
        "fullDescription": {"text": why},
        "help": {"text": "\n".join((why, "", "Example:", *page.example, "", aside))},
        "defaultConfiguration": {"level": page.levels[0]},
    }


def _result(finding: Finding, rule: int, names: Names) -> Json:
    first, *others = finding.claims
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.level,
        "message": {"text": _message(finding, names)},
        "locations": [_location(first, names)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    if others:
        result["relatedLocations"] = [_location(figure, names, number) for number, figure in enumerate(others, 1)]
    if finding.suppressed is not None:
        result["suppressions"] = [{"kind": "external", "justification": printable(finding.suppressed)}]
    if finding.new is not None:
        result["baselineState"] = "new" if finding.new else "unchanged"
    return result


def _message(finding: Finding, names: Names) -> str:
    """The message, with each sentence: a viewer shows nothing else of the other outlets."""
    quoted = [f"{_outlet_and_place(figure, names)}: “{printable(figure.sentence.text)}”" for figure in finding.claims]
    return "\n".join([printable(finding.message), *quoted])


def _outlet(figure: FindingClaim, names: Names) -> str:
    day = f" ({figure.published[:10]})" if figure.published else ""
    return f"{printable(names.of(figure))}{day}"


def _outlet_and_place(figure: FindingClaim, names: Names) -> str:
    beside = place_beside(figure)
    return f"{_outlet(figure, names)} {printable(beside)}" if beside else _outlet(figure, names)


def _location(figure: FindingClaim, names: Names, number: int | None = None) -> Json:
    """A place in a file; an article that came from none has its outlet as a logical place."""
    at: dict[str, object] = {} if number is None else {"id": number}
    at["message"] = {"text": f"{_outlet_and_place(figure, names)}: {printable(figure.text)}"}
    place = locate(figure)
    if place is None:
        return {**at, "logicalLocations": [{"name": _outlet(figure, names), "kind": "article"}]}
    region: dict[str, object] = {"startLine": place.line or 1}
    if place.start is not None and place.length is not None:
        region |= {"charOffset": place.start, "charLength": place.length}
    region["snippet"] = {"text": printable(figure.sentence.text)}
    return {**at, "physicalLocation": {"artifactLocation": {"uri": _uri(place.path)}, "region": region}}


def _uri(path: str) -> str:
    """A path as a URI reference: blanks and the like are escaped."""
    from urllib.parse import quote

    return f"file://{quote(path)}" if path.startswith("/") else quote(path, safe="/")
