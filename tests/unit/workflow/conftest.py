"""What tests of the workflow share: a folder to write into, and what stands where the pipeline does."""

import pytest
from builders import make_extraction


class Stub:
    """Stands where the pipeline does: an extraction without claims, and a bug for one text."""

    def __init__(self):
        self.read: list[str] = []

    def read_one(self, article):
        self.read.append(article.text)
        if "bug" in article.text:
            raise KeyError("boom")
        return make_extraction(article=article)


@pytest.fixture
def stub(monkeypatch):
    stub = Stub()
    monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: stub)
    return stub


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder in which a test runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
