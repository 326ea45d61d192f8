"""The trained network: what it is loaded from, and how it reads an article of any length."""

import hashlib
import tomllib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.errors import ModelError
from claimx.pipeline.tagger.wordpieces import BREAK
from claimx.pipeline.verification import models_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

NEEDED = ("onnxruntime", "tokenizers")
"""Packages that it runs on."""

WINDOW = 254
"""Pieces that are read at once, without the two that mark the ends."""

SHARED = 64
"""The pieces of a paragraph that is read again at the head of the next window, for what stands behind it."""

STRIDE = 190
"""Pieces from one window to the next in a paragraph that is longer than one."""

OVERLAP = WINDOW - STRIDE

SLOW = ("SkipLayerNormFusion",)
"""A rewriting of the network by ONNX Runtime that takes a seventh more time than the layers that it replaces."""

FIRST, LAST = 101, 102
"""The pieces that mark the ends of a window."""


def is_installed() -> bool:
    """Whether the packages that the network runs on are there."""
    return all(find_spec(name) is not None for name in NEEDED)


class Network:
    """The network with its splitter of words.

    Args:
        folder: Holds `manifest.toml` and the files that it lists.

    Raises:
        ModelError: If a package or a file is missing, or a file is not the one listed.
    """

    def __init__(self, folder: Path) -> None:
        if not is_installed():
            raise ModelError(
                "the quote tagger needs packages that are not installed",
                remedy=f"pip install {' '.join(NEEDED)}, or let the rules read alone: --no-tagger",
            )
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        manifest = _checked(folder)
        self.name = f"{manifest['name']}-{manifest['version']}"
        options = SessionOptions()
        # One thread adds up in one order: the same bytes each time.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        path = str(folder / "tagger.onnx")
        self._session = InferenceSession(path, options, providers=["CPUExecutionProvider"], disabled_optimizers=[*SLOW])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def split(self, text: str) -> "tuple[Sequence[int], Sequence[tuple[int, int]]]":
        """Split a text into word pieces, with the code points of each."""
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        return encoded.ids, encoded.offsets

    def scores(self, numbers: "Sequence[int]") -> "NDArray[np.float32]":
        """How well each tag fits each piece: an array of pieces by tags.

        Windows are read one by one, so that a reading never depends on what is read beside it. In what two of them
        share, each counts where it sees more on both sides.
        """
        import numpy as np

        out = np.zeros((len(numbers), 7), dtype=np.float32)
        done = 0
        for start, end in windows(numbers):
            given = np.array([[FIRST, *numbers[start:end], LAST]], dtype=np.int64)
            read = self._session.run(None, {"ids": given})[0]
            skipped = (done - start) // 2 if start < done else 0
            out[start + skipped : end] = read[0, 1 + skipped : end - start + 1]
            done = end
        return out


def windows(numbers: "Sequence[int]") -> list[tuple[int, int]]:
    """Where the windows over some pieces begin and end; every piece is in one.

    Whole paragraphs, as many as fit: windows at even steps, each a quarter of it in the one before, read a tenth more
    pieces and found as much. Without any paragraph in common fewer speakers were right that stand a paragraph away.
    """
    out: list[tuple[int, int]] = []
    before = 0
    for start, end in _paragraphs(numbers):
        if out and end - out[-1][0] <= WINDOW:
            out[-1] = (out[-1][0], end)
        elif out and start - before <= SHARED and end - before <= WINDOW:
            out.append((before, end))
        else:
            out += [(since, min(end, since + WINDOW)) for since in range(start, max(start + 1, end - OVERLAP), STRIDE)]
        before = start
    return out


def _paragraphs(numbers: "Sequence[int]") -> list[tuple[int, int]]:
    """First piece and one past the last of each paragraph; the break behind it stands between two."""
    breaks = [index for index, number in enumerate(numbers) if number == BREAK]
    bounds = zip([-1, *breaks], [*breaks, len(numbers)], strict=True)
    return [(before + 1, end) for before, end in bounds if before + 1 < end]


def tagger_folder() -> Path:
    """The folder of the network's files."""
    return models_folder() / "quote_tagger"


@cache
def load_network() -> Network:
    """The network that claimx comes with."""
    return Network(tagger_folder())


def _checked(folder: Path) -> dict[str, str]:
    """Name and version, once all files are the listed ones."""
    remedy = "reinstall claimx"
    try:
        manifest = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))
        for name, expected in manifest["files"].items():
            with (folder / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != expected:
                    raise ModelError(f"{folder / name} is not the file that the manifest lists", remedy=remedy)
        return {key: str(manifest[key]) for key in ("name", "version")}
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise ModelError(f"the quote tagger in {folder} cannot be read: {error}", remedy=remedy) from error
