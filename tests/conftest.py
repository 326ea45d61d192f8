"""What tests share: the trained pipeline, loaded once in a session, and only when a test asks for it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from claimx.records import Extraction, make_article

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.pipeline.read import Reader

_numbers = count()

settings.register_profile("claimx", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("claimx")


@pytest.fixture(autouse=True)
def cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for each test: none reads what another wrote, nor writes into the user's."""
    folder = tmp_path_factory.getbasetemp() / f"cache-{next(_numbers)}"  # made when something is written
    monkeypatch.setenv("CLAIMX_CACHE_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def reader() -> "Reader":
    """The loaded pipeline: the rules alone, which is what tests of rules are about."""
    from claimx.pipeline.read import Reader

    return Reader(quantities=True, tagger=False)


@pytest.fixture(scope="session")
def nlp(reader: "Reader") -> "Language":
    """The spaCy pipeline with the components of claimx."""
    return reader.nlp


@pytest.fixture(scope="session")
def extract(reader: "Reader") -> Callable[..., Extraction]:
    """Reads a text, with what is known beside it as keywords, and gives its extraction."""

    def read(text: str, **details: str) -> Extraction:
        return reader.read_one(make_article(text, **details))

    return read
