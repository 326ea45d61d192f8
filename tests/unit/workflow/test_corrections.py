"""Corrections by hand: each field, what it does to the comparison, and where it is said."""

from decimal import Decimal
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.codec import encode
from claimx.compare import compare_extractions
from claimx.compare.naming import claim_fingerprint
from claimx.errors import SideFileError
from claimx.records import Comparison, Extraction, Note
from claimx.records.correction import Correction
from claimx.workflow import Beside, Extractor, ReadSettings
from claimx.workflow import compare as run
from claimx.workflow.corrections import correct, read_corrections, show_corrections


def told(outlet: str, number: str, *, above: str = "") -> Extraction:
    text = f"{above}The blast in Tarnow killed {number} people."
    article = make_article(text=text, source=outlet, published="2031-05-04")
    event = make_event(article=article, from_="2031-05-03", to="2031-05-03", place="Tarnow")
    claim = make_claim(article=article, text=number, where="Tarnow", who="people", event=event)
    return make_extraction(article=article, claims=[claim], events=[event])


A, B = told("Ferry Post", "34"), told("Hill Courier", "43")


NAME_OF_B = claim_fingerprint(B.claims[0], B.article)


def fix(of: Extraction = B, **fields: object) -> Correction:
    name = claim_fingerprint(of.claims[0], of.article)
    return Correction.model_validate({"claim": name, "reason": "misread", **fields})


def corrected(correction: Correction) -> Comparison:
    made = correct([A, B], [correction])
    return show_corrections(compare_extractions(made.extractions), made.applied)


def test_two_outlets_do_not_fit_before() -> None:
    assert [finding.code for finding in compare_extractions([A, B]).findings] == ["CX101"]


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"value": 34}, [("value", "43", "34")]),
        ({"low": 30, "high": 40}, [("value", "43", "30 to 40")]),
        ({"metric": "injured"}, [("metric", "killed", "injured")]),
        ({"where": "Kenya", "code": "KE", "event": "fire in Nairobi"}, None),
        ({"who": "children"}, [("who", "people", "children")]),
        ({"drop": True}, []),
    ],
)
def test_what_is_corrected_no_longer_contradicts(fields: dict[str, object], changed: list[object] | None) -> None:
    compared = corrected(fix(**fields))
    (applied,) = compared.corrections or ()
    assert not [finding for finding in compared.findings if finding.level == "error"]
    assert (applied.text, applied.reason, applied.dropped) == ("43", "misread", fields.get("drop", False))
    if changed is not None:
        assert [(each.field, each.read, each.corrected) for each in applied.changes] == changed


def test_correction_may_bring_a_difference_up_and_says_so() -> None:
    compared = corrected(fix(value=52, by="Ana"))
    (finding,) = compared.findings
    assert finding.message.endswith('Corrected by hand: "43", value 52 and not 43 (misread).')
    assert finding.values
    assert finding.values.found == 52
    assert any("Corrected by hand" in group.reason for group in compared.groups)


def test_claim_keeps_its_fingerprint_in_another_place_of_the_text() -> None:
    moved = told("Hill Courier", "43", above="It rained all day.\n\n")
    assert correct([moved], [fix(value=34)]).applied
    assert not correct([told("Hill Courier", "44")], [fix(value=34)]).applied
    assert not correct([told("Coast Radio", "43")], [fix(value=34)]).applied


def test_dropped_total_leaves_no_pointer() -> None:
    article = make_article(text="The blast in Tarnow killed 43 people, 12 of them children.")
    whole = make_claim(article=article, text="43")
    part = make_claim(article=article, text="12", part_of=whole)
    extraction = make_extraction(article=article, claims=[whole, part])
    (made,) = correct([extraction], [fix(extraction, drop=True)]).extractions
    assert [(claim.text, claim.part_of) for claim in made.claims] == [("12", None)]


def test_known_event_is_taken_by_its_name() -> None:
    (made,) = correct([B], [fix(event="Blast in Tarnow")]).extractions
    assert made.events == B.events
    assert made.claims[0].event_id == B.events[0].id


def test_workflow_applies_them_and_tells_of_those_of_no_claim(tmp_path: Path) -> None:
    path, said = tmp_path / "fix.toml", list[Note]()
    path.write_text(
        f'[[correction]]\nclaim = "{NAME_OF_B}"\nvalue = 34\nreason = "misread"\n'
        '[[correction]]\nclaim = "k-gone"\ndrop = true\nreason = "x"\n'
    )
    for name, extraction in (("a.json", A), ("b.json", B)):
        (tmp_path / name).write_bytes(encode(extraction))
    files = [tmp_path / "a.json", tmp_path / "b.json"]
    done = run(files, ReadSettings(), Extractor(), beside=Beside(corrections=path), tell=said.append)
    assert done.comparison.findings == ()
    assert [each.claim for each in done.comparison.corrections or ()] == [NAME_OF_B]
    assert [note.code for note in said] == ["CX973"]
    assert "k-gone" in said[0].message
    assert run(files, ReadSettings(), Extractor()).comparison.corrections is None


def test_members_and_findings_show_the_fingerprint() -> None:
    compared = compare_extractions([A, B])
    names = {claim_fingerprint(each.claims[0], each.article) for each in (A, B)}
    assert {claim.fingerprint for claim in compared.findings[0].claims} == names
    assert {member.fingerprint for group in compared.groups for member in group.members} == names


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('claim = "k-1"\nreason = "r"', "say what is right"),
        ('claim = "k-1"\nreason = "r"\ndrop = true\nvalue = 3', "say what is right"),
        ('claim = "k-1"\nvalue = 3', "reason"),
        ('claim = "k-1"\nreason = "r"\nvalue = "many"', "value"),
        ('claim = "k-1"\nreason = "r"\nlow = 3', "a range has low and high"),
        ('claim = "k-1"\nreason = "r"\nlow = 5\nhigh = 3', "low 5 is above high 3"),
        ('claim = "k-1"\nreason = "r"\ncode = "KE"\nvalue = 3', "a code needs a place"),
        ('claim = "k-1"\nreason = "r"\nplace = "x"', "place"),
        (
            'claim = "k-1"\nreason = "r"\nvalue = 3\n[[correction]]\nclaim = "k-1"\nreason = "r"\nvalue = 4',
            "k-1 is corrected twice",
        ),
    ],
)
def test_broken_entry_names_file_and_entry(tmp_path: Path, entry: str, said: str) -> None:
    path = tmp_path / "fix.toml"
    path.write_text(f"[[correction]]\n{entry}\n")
    with pytest.raises(SideFileError) as caught:
        read_corrections(path)
    assert said in caught.value.message
    assert str(path) in caught.value.message


def test_decimals_stay_exact(tmp_path: Path) -> None:
    path = tmp_path / "fix.toml"
    path.write_text('[[correction]]\nclaim = "k-1"\nreason = "r"\nvalue = 33.33\n')
    assert read_corrections(path)[0].value == Decimal("33.33")
