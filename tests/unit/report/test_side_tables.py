"""The sections of side files: what was given beside the articles is shown, and nothing of what was not."""

from decimal import Decimal

from builders import make_article, make_claim, make_extraction

from claimx.compare import compare_extractions
from claimx.records import Comparison, Extraction, Revision
from claimx.records.accepted import PreviousUse
from claimx.records.correction import AppliedCorrection, CorrectedField
from claimx.records.reference import DatedArticle, ReferenceFigure, ReferenceRow
from claimx.report.table import render_comparison

ARTICLE = make_article(text="The blast in Tarnow killed 43 people.", source="Ferry [b]Post[/b]\x1b[2J")
CLAIM = make_claim(article=ARTICLE, text="43")
READ = make_extraction(article=ARTICLE, claims=[CLAIM])
ROW = ReferenceRow(file="list.csv", row=7, date="2031-05-01", value=Decimal(1430))


def shown(**parts: object) -> str:
    plain = compare_extractions([READ])
    compared: Comparison = plain.model_copy(update=parts)
    return render_comparison(compared, [READ], width=100, color=False)


def test_nothing_given_shows_nothing() -> None:
    assert not any(title in shown() for title in ("VERSIONS", "REFERENCE", "CORRECTED", "since"))


def test_reference_and_date() -> None:
    held = ReferenceFigure(article_id=ARTICLE.id, claim_id=CLAIM.id, status="stale", days=1, row=ROW)
    dated = DatedArticle(article_id=ARTICLE.id, date="2031-05-01", claim_id=CLAIM.id, row=ROW)
    out = shown(referenced=(held,), dated_articles=(dated,))
    assert "stale by 1 day: 1,430 of 2031-05-01 (list.csv, row 7)" in out
    assert "dates the article: 2031-05-01 (list.csv, row 7)" in out
    assert "Ferry [b]Post[/b]" in out
    assert "\x1b" not in out


def test_revisions() -> None:
    silent = Revision(a=CLAIM.id, b=None, change="dropped", noted=False)
    noted = Revision(a=CLAIM.id, b=CLAIM.id, change="value", noted=True)
    out = shown(revisions=(silent, noted))
    assert "dropped, no note" in out
    assert "43 → 43  value changed, with a note" in out


def test_corrections() -> None:
    applied = AppliedCorrection(
        claim="k-1",
        article_id=ARTICLE.id,
        claim_id=CLAIM.id,
        text="43",
        changes=(CorrectedField(field="value", read="43", corrected="34"),),
        reason="a typo",
        by="Ana",
    )
    assert "value: 34, read as 43 (a typo, Ana)" in shown(corrections=(applied,))
    assert "left out (a typo, Ana)" in shown(corrections=(applied.model_copy(update={"dropped": True, "changes": ()}),))


def test_new_findings_are_marked_and_counted() -> None:
    other = make_article(text="The blast in Tarnow killed 34 people.", source="Hill Courier")
    read: list[Extraction] = [READ, make_extraction(article=other, claims=[make_claim(article=other, text="34")])]
    compared = compare_extractions(read)
    findings = tuple(each.model_copy(update={"new": True}) for each in compared.findings)
    previous = PreviousUse(file="old.json", new=1)
    out = render_comparison(
        compared.model_copy(update={"findings": findings, "previous": previous}), read, width=100, color=False
    )
    assert "(new): killed" in out
    assert "1 new and 0 gone since old.json" in out
