"""Write the articles of a corpus that a file of gold lines is about.

    annotated.py GOLD.jsonl CORPUS.jsonl OUT.jsonl

Each line of both files is an object with an `id`; the articles keep their order.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str]) -> int:
    """Write the file.

    Returns:
        1 where no article of the gold is in the corpus.
    """
    gold, corpus, out = (Path(argument) for argument in arguments)
    wanted = {json.loads(line)["id"] for line in gold.read_text(encoding="utf-8").splitlines()}
    lines = [line for line in corpus.read_text(encoding="utf-8").splitlines() if json.loads(line)["id"] in wanted]
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0 if lines else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
