"""What one article may hold and what files beside it may, and what becomes of one that holds more."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_extraction

from claimx.codec import encode
from claimx.errors import ClaimxError, SourceError
from claimx.records import ErrorRecord, Extraction
from claimx.sources.manifest import read_manifest
from claimx.sources.reference import read_reference
from claimx.workflow import limits
from claimx.workflow.baseline import read_baseline
from claimx.workflow.config import find_config, read_config
from claimx.workflow.limits import check_claims
from claimx.workflow.reading import ReadSettings, read_inputs

HOSTILE_TOML = {
    "nested": "a = " + "[" * 5000,
    "long": "a = " + "9" * 5000,
    "binary": "\0\x01",
    "no date": "a = 2031-02-30",
}


@pytest.fixture
def extraction(monkeypatch: pytest.MonkeyPatch) -> Extraction:
    """One figure more than may be."""
    monkeypatch.setattr(limits, "MAX_CLAIMS", 0)
    article = make_article(text="Nine men drowned.")
    return make_extraction(article=article, claims=[make_claim(text="Nine", article=article)])


def test_an_article_of_too_many_figures_is_refused(extraction: Extraction) -> None:
    with pytest.raises(SourceError, match="1 figures, more than the limit of 0") as caught:
        check_claims(extraction)

    assert caught.value.code == "CX904"
    assert caught.value.input_id == extraction.article.id


def test_an_extraction_of_too_many_figures_is_an_error_with_its_line(extraction: Extraction) -> None:
    line = encode(extraction) + b"\n"
    records = list(read_inputs(["-"], ReadSettings(stdin=io.BytesIO(line + line))))

    assert [record.input.line for record in records if isinstance(record, ErrorRecord)] == [1, 2]
    assert {record.code for record in records if isinstance(record, ErrorRecord)} == {"CX904"}


@pytest.mark.parametrize("read", [read_config, read_manifest, read_reference, read_baseline])
@pytest.mark.parametrize("written", HOSTILE_TOML.values(), ids=HOSTILE_TOML)
def test_toml_that_cannot_be_read_is_an_error_that_names_the_file(
    tmp_path: Path, written: str, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "file.toml"
    path.write_text(written, encoding="utf-8")

    with pytest.raises(ClaimxError, match=r"file\.toml") as caught:
        read(path)

    assert caught.value.remedy


@pytest.mark.parametrize("written", HOSTILE_TOML.values(), ids=HOSTILE_TOML)
def test_a_broken_pyproject_above_is_left_to_others(tmp_path: Path, written: str) -> None:
    (tmp_path / "pyproject.toml").write_text(written, encoding="utf-8")

    assert find_config(tmp_path) != tmp_path / "pyproject.toml"
