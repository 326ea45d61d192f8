"""The baseline: what is written is read again, what it hides stays in the document, and what is over is said."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_event, make_extraction
from hypothesis import given
from hypothesis import strategies as st

from claimx.codec import encode
from claimx.compare import compare_extractions
from claimx.errors import SideFileError
from claimx.records import Comparison, Extraction
from claimx.records.accepted import Accepted
from claimx.workflow.baseline import (
    Baseline,
    accept,
    apply_baseline,
    audit,
    mark_new,
    read_baseline,
    read_run,
    without_stale,
)
from claimx.workflow.baseline_text import edit_baseline, write_baseline
from claimx.workflow.sidefiles import SideFiles

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def told(outlet: str, number: str) -> Extraction:
    article = make_article(text=f"The blast in Tarnow killed {number} people.", source=outlet, published="2031-05-04")
    event = make_event(article=article, from_="2031-05-03", to="2031-05-03", place="Tarnow")
    claim = make_claim(article=article, text=number, where="Tarnow", who="people", event=event)
    return make_extraction(article=article, claims=[claim], events=[event])


def run(*figures: tuple[str, str], baseline: Baseline | None = None, previous: Comparison | None = None) -> Comparison:
    side = SideFiles(baseline, (previous, "old.json") if previous else None, None)
    compared = compare_extractions([told(*each) for each in figures], known=side.known)
    return side.applied_to(compared, lambda _: None, whole=True)


def accepted(compared: Comparison, **fields: str) -> Baseline:
    return accept(compared, Baseline("b.toml"), verdict="expected", reason="two rules", **fields)


A, B = ("Ferry Post", "34"), ("Hill Courier", "43")


@given(
    st.lists(st.builds(Accepted, fingerprint=WORDS, verdict=st.just("resolved"), reason=WORDS, by=WORDS), max_size=4)
)
def test_what_is_written_is_read_again(entries: Sequence[Accepted]) -> None:
    import tomllib

    back = tomllib.loads(write_baseline(entries)).get("accepted", [])
    assert sorted(map(repr, (Accepted.model_validate(each) for each in back))) == sorted(map(repr, entries))


COMMENTED = """# Agreed with the desk in May.

# The army counts otherwise.
[[accepted]]   # do not touch
fingerprint = "f-2"
verdict = "expected"
reason = \"\"\"two rules:
# [[accepted]]
one each\"\"\"

# A slip.
[[accepted]]
fingerprint = "f-1"
# told them twice
verdict = "resolved"
reason = "theirs"

# End of the list.
"""


def read_text_of(entries: str) -> tuple[Accepted, ...]:
    import tomllib

    return tuple(Accepted.model_validate(each) for each in tomllib.loads(entries)["accepted"])


def test_what_has_not_changed_stays_to_the_letter_and_new_entries_come_last() -> None:
    before = read_text_of(COMMENTED)
    new = [Accepted(fingerprint=name, verdict="expected", reason="new") for name in ("f-4", "f-3")]
    assert edit_baseline(COMMENTED, before, before) == COMMENTED
    edited = edit_baseline(COMMENTED, before, [*before, *new])
    assert edited.startswith(COMMENTED)
    assert [each.fingerprint for each in read_text_of(edited)] == ["f-2", "f-1", "f-3", "f-4"]


def test_entry_that_goes_takes_only_its_own_comments_along() -> None:
    before = read_text_of(COMMENTED)
    edited = edit_baseline(COMMENTED, before, before[1:])
    assert [line for line in edited.splitlines() if line.startswith("#")] == [
        "# Agreed with the desk in May.",
        "# A slip.",
        "# told them twice",
        "# End of the list.",
    ]
    assert read_text_of(edited) == before[1:]


def test_entry_that_changes_stays_in_its_place_with_its_comments() -> None:
    before = read_text_of(COMMENTED)
    changed = before[1].model_copy(update={"reason": "ours"})
    edited = edit_baseline(COMMENTED, before, [changed, before[0]])
    assert read_text_of(edited) == (before[0], changed)
    assert edited.index("# A slip.") < edited.index("# told them twice") < edited.index('"ours"')


def test_file_in_another_form_is_written_anew() -> None:
    text = 'accepted = [{ fingerprint = "f-1", verdict = "expected", reason = "r" }]\n'
    before = read_text_of(text)
    assert edit_baseline(text, before, before) == write_baseline(before)


@given(
    st.lists(
        st.builds(Accepted, fingerprint=WORDS, verdict=st.just("resolved"), reason=WORDS, by=WORDS),
        max_size=5,
        unique_by=lambda entry: entry.fingerprint,
    ),
    st.data(),
)
def test_an_edited_baseline_holds_what_it_is_to_hold(entries: Sequence[Accepted], data: st.DataObject) -> None:
    import tomllib

    before = entries[: data.draw(st.integers(0, len(entries)))]
    after = data.draw(st.lists(st.sampled_from(entries), unique_by=repr)) if entries else []
    text = "".join(f"\n# about {number}{write_baseline([each])}" for number, each in enumerate(before))
    back = tomllib.loads(edit_baseline(text, before, after)).get("accepted", [])
    assert sorted(map(repr, (Accepted.model_validate(each) for each in back))) == sorted(map(repr, after))


def test_hidden_finding_is_kept_and_counted_and_no_longer_fails() -> None:
    before = run(A, B)
    after = run(A, B, baseline=accepted(before, by="Ana"))
    assert (before.exit_code, after.exit_code) == (1, 0)
    assert [finding.suppressed for finding in after.findings] == ["expected: two rules (Ana)"]
    counts = after.summary.findings
    assert (counts.error, counts.suppressed) == (0, 1)
    assert after.groups == before.groups


def test_another_outlet_with_the_same_number_stays_hidden_and_one_with_another_does_not() -> None:
    baseline = accepted(run(A, B))
    assert run(A, B, ("Coast Radio", "43"), baseline=baseline).exit_code == 0
    news = run(A, B, ("Coast Radio", "71"), baseline=baseline)
    assert news.exit_code == 1
    assert [finding.suppressed is None for finding in news.findings].count(True) == 1
    assert news.baseline
    assert news.baseline.stale == ()


def test_other_pairs_of_the_accepted_group_do_not_come_up_one_by_one() -> None:
    three = (A, B, ("Coast Radio", "52"))
    assert run(*three, baseline=accepted(run(*three))).summary.findings.error == 0


def test_entry_lapses_after_its_last_day_by_the_news_or_by_the_day_given() -> None:
    compared = run(A, B)
    until = accepted(compared, until="2031-05-03")
    assert [each.state for each in audit(compared, until)] == ["lapsed"]
    assert apply_baseline(compared, until).exit_code == 1
    assert apply_baseline(compared, until, today="2031-05-03").exit_code == 0


def test_stale_entry_is_told_apart_and_pruned_and_not_told_of_a_part() -> None:
    compared = run(A, B)
    gone = Accepted(fingerprint="f-gone", verdict="resolved", reason="old")
    baseline = Baseline("b.toml", (*accepted(compared).entries, gone))
    assert [each.state for each in audit(compared, baseline)] == ["stale", "holds"]
    assert without_stale(compared, baseline).entries == accepted(compared).entries
    part = apply_baseline(compared, baseline, whole=False).baseline
    assert part
    assert part.stale == ()


def test_only_named_findings_are_accepted_and_an_unknown_one_is_refused() -> None:
    compared = run(A, B)
    name = compared.findings[0].fingerprint
    first = accept(compared, Baseline("b.toml"), verdict="expected", reason="one", only=[name])
    again = accept(compared, first, verdict="false-positive", reason="two", only=[name])
    assert [(each.fingerprint, each.verdict) for each in again.entries] == [(name, "false-positive")]
    with pytest.raises(SideFileError, match="the run has no finding f-other"):
        accept(compared, first, verdict="expected", reason="x", only=["f-other"])


def test_new_and_gone_since_an_earlier_run() -> None:
    before = run(A, B)
    same = run(A, B, previous=before)
    assert [finding.new for finding in same.findings] == [False]
    more = run(A, B, ("Coast Radio", "71"), previous=before)
    assert sorted(finding.new or False for finding in more.findings) == [False, True]
    assert more.previous
    assert more.previous.new == 1
    fewer = mark_new(run(A), before, "old.json")
    assert fewer.previous
    assert [each.fingerprint for each in fewer.previous.gone] == [before.findings[0].fingerprint]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[", "this is not TOML"),
        ("accepted = 3", "no list of tables"),
        ("[[excepted]]", "'excepted' is not known"),
        ('[[accepted]]\nfingerprint = "f-1"\nverdict = "expected"', r"\[\[accepted\]\] 1: reason"),
        ('[[accepted]]\nfingerprint = "f-1"\nverdict = "fine"\nreason = "r"', r"1: verdict"),
        (
            '[[accepted]]\nfingerprint = "f-1"\nverdict = "expected"\nreason = "r"\nuntil = "May"',
            "until: 'May' is no day",
        ),
        ('[[accepted]]\nfingerprint = "f"\nverdict = "expected"\nreason = "r"\n' * 2, "f is there twice"),
    ],
)
def test_broken_baseline_names_file_and_entry(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "b.toml"
    path.write_text(content)
    with pytest.raises(SideFileError, match=said) as caught:
        read_baseline(path)
    assert str(path) in caught.value.message


def test_day_may_be_a_toml_date(tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    path.write_text('[[accepted]]\nfingerprint = "f"\nverdict = "expected"\nreason = "r"\nuntil = 2031-05-04\n')
    assert read_baseline(path).entries[0].until == "2031-05-04"


def test_run_is_read_again_and_anything_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    compared = run(A, B)
    path.write_bytes(encode(compared))
    assert read_run(path) == compared
    path.write_bytes(encode(told(*A)))
    for wrong in (path, tmp_path / "none.json"):
        with pytest.raises(SideFileError):
            read_run(wrong)
