"""Score claimx on sentences of our own, those of `tests/adversarial/`: what can be measured without evaluation data.

    python tests/eval/own.py dump CORPUS.jsonl                  the texts as articles
    claimx extract -f jsonl -o X.jsonl CORPUS.jsonl
    python tests/eval/own.py score X.jsonl [--json]             the figures, and the cases that are read wrongly

`cases` is the share of texts with every field as annotated, `quiet` that of the look-alikes in which nothing is found.
A claim is found if its text, metric and value are; the fields are judged on found claims. Cases that are known to fail
count as the others do.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimx.records import Extraction

sys.path.append(str(Path(__file__).parents[1]))
from adversarial_cases import Case, expected_claim, found_claim, read_cases

FIELDS = ("comparator", "basis", "certainty", "attribution", "part_of")
Key = tuple[object, object, object]


@dataclass(slots=True)
class Tally:
    """What was wanted, what was found, and what of it is right, over all cases."""

    cases: Counter[bool] = field(default_factory=Counter)
    lookalikes: Counter[bool] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    fields: dict[str, Counter[bool]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, case: Case, extraction: Extraction) -> None:
        """Hold what was found in a text against its case."""
        texts = {claim.id: claim.text for claim in extraction.claims}
        pairs = zip(extraction.claims, [*case.claims, *[None] * len(extraction.claims)], strict=False)
        found = [found_claim(claim, wanted, texts) for claim, wanted in pairs]
        expected = [expected_claim(claim) for claim in case.claims]
        good = found == expected
        self.cases[good] += 1
        if not case.claims:
            self.lookalikes[good] += 1
        if not good:
            self.wrong.append(f"{name}\t{case.text}")
        self.wanted.update(claim.metric for claim in case.claims)
        self.found.update(claim.metric for claim in extraction.claims)
        in_full = {_key(claim.model_dump()): claim for claim in case.claims}
        for claim in extraction.claims:
            wanted = in_full.pop(_key(found_claim(claim, None, texts)), None)
            if wanted is None:
                continue
            self.right[wanted.metric] += 1
            got = found_claim(claim, wanted, texts)
            for name_of_field, value in expected_claim(wanted).items():
                if name_of_field in FIELDS:
                    self.fields.setdefault(name_of_field, Counter())[got.get(name_of_field) == value] += 1

    def figures(self) -> dict[str, float]:
        """The figures, by name."""
        wanted, found, right = (sum(counts.values()) for counts in (self.wanted, self.found, self.right))
        shares = {name: _share(counts) for name, counts in sorted(self.fields.items())}
        return {
            "cases": _share(self.cases),
            "quiet": _share(self.lookalikes),
            "claim_f1": _f1(right, found, wanted),
            **shares,
        }

    def per_metric(self) -> dict[str, dict[str, float]]:
        """Wanted claims and F1 of each metric."""
        return {
            metric: {"gold": count, "claim_f1": _f1(self.right[metric], self.found[metric], count)}
            for metric, count in sorted(self.wanted.items())
        }


def _key(claim: Mapping[str, object]) -> Key:
    return claim["text"], claim["metric"], claim["value"]


def _share(counts: Mapping[bool, int]) -> float:
    return counts[True] / (counts[True] + counts[False])


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 1.0


def dump(path: Path) -> None:
    """Write the texts of all cases as articles."""
    lines = [json.dumps({"id": name, "text": case.text}, ensure_ascii=False) for name, case in read_cases()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def score(lines: Iterable[str]) -> Tally:
    """Hold extractions against their cases.

    Raises:
        SystemExit: If a case has no extraction.
    """
    extractions = {each.article.id: each for each in map(Extraction.model_validate_json, lines)}
    tally = Tally()
    for name, case in read_cases():
        if name not in extractions:
            sys.exit(f"no extraction of {name}: run `dump` and `claimx extract` again")
        tally.add(name, case, extractions[name])
    return tally


def main(arguments: Sequence[str] | None = None) -> None:
    """Dump or score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("dump", "score"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.step == "dump":
        dump(options.path)
        return
    with options.path.open(encoding="utf-8") as lines:
        tally = score(lines)
    if options.json:
        print(json.dumps({"figures": tally.figures(), "per_metric": tally.per_metric()}))
        return
    for name, value in tally.figures().items():
        print(f"{name:<12} {value:.3f}")
    print("\n".join(tally.wrong))


if __name__ == "__main__":
    main()
