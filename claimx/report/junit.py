"""JUnit XML, the form that every CI server shows as a list of tests: one for each group, one for each other finding."""

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from claimx.records import Comparison, Finding, Group
from claimx.report.locations import reaches
from claimx.report.sanitize import printable
from claimx.report.wording import Names, metric_in_words, scope_in_words

NAME = "claimx"


def render_junit(comparison: Comparison, *, fail_on: str) -> str:
    """Render a comparison: what the exit code goes by is a failure, the rest is said beside a test that passes.

    Args:
        comparison: What was found.
        fail_on: The weakest level that fails; `never` for none.

    Returns:
        XML, with a newline at its end.
    """
    of_group: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in comparison.findings:
        of_group[finding.group_id].append(finding)
    suite, names = ET.Element("testsuite", {"name": NAME}), Names(comparison)
    for group in comparison.groups:
        _case(suite, group.metric, _title(group), of_group.pop(group.id, []), fail_on, names)
    for finding in (each for rest in of_group.values() for each in rest):
        _case(suite, finding.code, _where(finding, names), [finding], fail_on, names)
    counts = {
        "tests": len(suite),
        "failures": len(suite.findall("testcase/failure/..")),
        "errors": 0,
        "skipped": len(suite.findall("testcase/skipped/..")),
    }
    suite.attrib.update({name: str(count) for name, count in counts.items()})
    suites = ET.Element("testsuites", {"name": NAME, **{name: str(count) for name, count in counts.items()}})
    suites.append(suite)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=False).join(('<?xml version="1.0"?>\n', "\n"))


def _case(suite: ET.Element, kind: str, name: str, findings: Sequence[Finding], fail_on: str, names: Names) -> None:
    case = ET.SubElement(suite, "testcase", {"classname": f"{NAME}.{_said(kind)}", "name": name})
    counted = (each for each in findings if each.suppressed is None and each.new is not False)
    failing = [each for each in counted if reaches(each, fail_on)]
    hidden = [each for each in findings if each.suppressed is not None]
    beside = [each for each in findings if each not in failing and each not in hidden]
    if failing:
        what = "; ".join(f"{each.code}: {_said(each.message)}" for each in failing)
        failure = ET.SubElement(case, "failure", {"type": failing[0].code, "message": what})
        failure.text = "\n".join(_evidence(each, names) for each in failing)
    elif hidden and not beside:
        ET.SubElement(case, "skipped", {"message": "; ".join(_said(each.suppressed or "") for each in hidden)})
    if beside:
        ET.SubElement(case, "system-out").text = "\n".join(_evidence(each, names) for each in beside)


def _title(group: Group) -> str:
    scope = scope_in_words(group)
    return _said(f"{metric_in_words(group.metric, group.unit)}{f' — {scope}' if scope else ''} [{group.id}]")


def _where(finding: Finding, names: Names) -> str:
    first = finding.claims[0]
    return _said(f"{names.of(first)}: {first.text} [{finding.fingerprint}]")


def _evidence(finding: Finding, names: Names) -> str:
    quoted = (f"{names.of(each)}: {each.sentence.text}" for each in finding.claims)
    lines = [_said(f"{finding.level} {finding.code}: {finding.message}"), *(f"  {_said(each)}" for each in quoted)]
    return "\n".join(lines)


def _said(text: str) -> str:
    """Text without the characters that XML 1.0 does not allow."""
    return "".join(each for each in printable(text) if each not in "\ufffe\uffff")
