"""Origins that stand for all of one name, found by their words: a thousand sources are not held against each other."""

from collections import defaultdict

from claimx.compare.origins import Origin


class Heads:
    """Origins in the order in which they came, bodies and whoever is named by words."""

    def __init__(self) -> None:
        self._origins: list[Origin] = []
        self._bodies: dict[str, list[int]] = defaultdict(list)
        self._generic: list[int] = []
        self._all_bodies: list[int] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._opening: dict[str, list[int]] = defaultdict(list)
        self._others: list[int] = []

    def add(self, origin: Origin) -> int:
        """Let an origin stand for those that are one with it; returns its place."""
        place = len(self._origins)
        self._origins.append(origin)
        if origin.body is not None:
            self._all_bodies.append(place)
            self._bodies[origin.body.kind].append(place)
            if origin.body.generic:
                self._generic.append(place)
        else:
            self._others.append(place)
            for word in origin.words:
                self._holding[word].append(place)
            self._opening[min(origin.words, default="")].append(place)
        return place

    def find(self, origin: Origin) -> int | None:
        """The place of the first that is one with an origin; None where there is none."""
        return next((place for place in self._candidates(origin) if self._origins[place].is_one_with(origin)), None)

    def _candidates(self, origin: Origin) -> list[int]:
        """All that can be one with an origin: bodies of its kind; names that hold all its words, or only such."""
        if origin.body is not None:
            if origin.body.generic:
                return self._all_bodies
            return sorted({*self._bodies.get(origin.body.kind, ()), *self._generic})
        if not origin.words:
            return self._others
        found = set(self._opening.get("", ()))
        for word in origin.words:
            found.update(self._opening.get(word, ()))  # of a name within this one the first word is here too
        holding = [self._holding.get(word, []) for word in origin.words]
        fewest: list[int] = min(holding, key=len)
        found.update(fewest)
        return sorted(found)
