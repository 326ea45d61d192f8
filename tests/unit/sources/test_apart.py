"""What is dangerous to read is read in a process of its own, which ends where it takes too much."""

import subprocess
import sys
from pathlib import Path

import pytest
from documents import HEADLINE, PAGE, PARAGRAPHS, make_pdf

from claimx.errors import SourceError
from claimx.sources import Format, apart
from claimx.sources.apart import read_page
from claimx.sources.html import read_html
from claimx.sources.pdf import read_pdf

MANY = PAGE.replace("<nav>", "<nav>" + "<i></i>" * apart.MANY_TAGS)


def test_a_pdf_reads_the_same_apart() -> None:
    pytest.importorskip("pypdf")

    assert read_page(Format.PDF, make_pdf(), "story.pdf") == read_pdf(make_pdf(), "story.pdf")


def test_a_page_of_many_tags_reads_the_same_apart() -> None:
    assert read_page(Format.HTML, MANY.encode(), "story.html") == read_html(MANY.encode(), "story.html")


def test_what_is_wrong_with_a_file_is_said_as_if_it_were_read_here() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(SourceError) as here:
        read_pdf(b"%PDF-1.4\n", "broken.pdf")

    with pytest.raises(SourceError) as there:
        read_page(Format.PDF, b"%PDF-1.4\n", "broken.pdf")

    assert (there.value.message, there.value.code, there.value.path) == (
        here.value.message,
        here.value.code,
        "broken.pdf",
    )


def test_an_ordinary_page_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("a process was started"))

    assert PARAGRAPHS[0] in read_page(Format.HTML, PAGE.encode(), None).text


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [("MAX_WALL_SECONDS", 0.01, "0.01 seconds"), ("READ_APART", "import os; os.abort()", "GiB")],
)
def test_a_process_that_does_not_come_back_is_an_error(monkeypatch, name, value, said) -> None:
    monkeypatch.setattr(apart, name, value)

    with pytest.raises(SourceError, match=said) as caught:
        read_page(Format.HTML, MANY.encode(), "endless.html")

    assert caught.value.code == "CX904"
    assert "endless.html" in caught.value.message


@pytest.mark.skipif(sys.platform == "win32", reason="the system bounds nothing there")
@pytest.mark.parametrize("greed", ["x = bytearray(3 * 1024**3)", "open(sys.argv[2], 'wb', 0).write(b'x')"])
def test_the_process_gets_neither_more_memory_nor_a_file(greed: str, tmp_path: Path) -> None:
    written = tmp_path / "out"
    code = f"import sys; from claimx.sources.apart import _bound; _bound(); {greed}; print('had it')"

    done = subprocess.run([sys.executable, "-c", code, "-", str(written)], capture_output=True, text=True, check=False)

    assert "had it" not in done.stdout
    assert not written.exists() or written.read_bytes() == b""


def test_nothing_is_imported_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported')")
    monkeypatch.chdir(tmp_path)

    assert read_page(Format.HTML, MANY.encode(), None).details.title == HEADLINE
