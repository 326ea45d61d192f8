"""What counted people are: groups by role, age and nation, how they nest, and which share no member."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import Field

from claimx.errors import LexiconError
from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries

_WORD = re.compile(r"\w+")


class Population(Entry):
    """A group of people by what they are: civilians, soldiers, children.

    Attributes:
        words: Singulars and irregular plurals; regular plurals are understood.
        broader: Groups that hold all of this one.
        disjoint: Groups that share no member with this one; holds both ways and for what is narrower.
    """

    words: tuple[str, ...] = Field(min_length=1)
    broader: tuple[str, ...] = ()
    disjoint: tuple[str, ...] = ()


class Demonyms(Entry):
    """Names of peoples with one ending.

    Attributes:
        peoples: Words for the people by ISO 3166 code of the country; the first is the tag of the group.
    """

    peoples: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=512)
def _pattern_of(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    spelled = (re.escape(word).replace(r"\-", "[- ]") for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Populations:
    """All groups, and what follows from naming some of them.

    Attributes:
        groups: The groups by role and age.
        nations: Tag of each people and the ISO 3166 code of its country.
        words: Every word form in lower case and the tag that it stands for.
    """

    groups: Mapping[str, Population]
    nations: Mapping[str, str]
    words: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _pattern_of(frozenset(self.words))

    def groups_in(self, phrase: str) -> tuple[str, ...]:
        """Tags of the groups that a phrase names, sorted.

        Args:
            phrase: Words for the people counted: "Israeli and foreign hostages".

        Returns:
            Tags: `("foreigner", "hostage", "israeli")`.
        """
        pattern = self._pattern_for(phrase)
        if pattern is None:
            return ()
        found = (re.sub("[- ]", "-", match.group().casefold()) for match in pattern.finditer(phrase))
        tags = {self._by_spelling.get(word) for word in found}
        return tuple(sorted(tag for tag in tags if tag))

    def _pattern_for(self, phrase: str) -> re.Pattern[str] | None:
        """What finds the names of groups that a phrase may hold; few phrases hold one, and all together are many."""
        if not phrase.isascii():
            return self._pattern
        opening = self._by_first_word.keys() & set(_WORD.findall(phrase.casefold()))
        return (
            _pattern_of(frozenset(word for first in opening for word in self._by_first_word[first]))
            if opening
            else None
        )

    @cached_property
    def _by_first_word(self) -> Mapping[str, tuple[str, ...]]:
        """The names of groups by what they begin with, up to a space or mark."""
        named: dict[str, tuple[str, ...]] = {}
        for word in self.words:
            begun = _WORD.match(word)
            first = begun[0] if begun else word
            named[first] = (*named.get(first, ()), word)
        return named

    @cached_property
    def _by_spelling(self) -> Mapping[str, str]:
        return {word.replace(" ", "-"): tag for word, tag in self.words.items()}

    def broader_of(self, tag: str) -> frozenset[str]:
        """The group itself and all groups that hold it."""
        held = {tag}
        queue = [tag]
        while queue:
            group = self.groups.get(queue.pop())
            for wider in group.broader if group else ():
                if wider not in held:
                    held.add(wider)
                    queue.append(wider)
        return frozenset(held)

    def disjoint(self, one: str, other: str) -> bool:
        """Whether nobody can belong to both groups: a soldier is no civilian, so he is no child either.

        Args:
            one: A tag.
            other: Another tag.

        Returns:
            False also where the lexicon does not say.
        """
        if one in self.nations and other in self.nations:
            return one != other
        mine, theirs = self.broader_of(one), self.broader_of(other)
        return any(self._declared(left, right) for left in sorted(mine) for right in sorted(theirs))

    def _declared(self, one: str, other: str) -> bool:
        first, second = self.groups.get(one), self.groups.get(other)
        return bool((first and other in first.disjoint) or (second and one in second.disjoint))

    def within(self, one: str, other: str) -> bool:
        """Whether all of one group belong to the other, or it is the other."""
        return other in self.broader_of(one)

    def holds(self, wide: Collection[str], narrow: Collection[str]) -> bool:
        """Whether everyone who has all tags of `narrow` also has all tags of `wide`.

        `("civilian",)` holds `("child", "israeli")`; the empty collection, "people", holds everything.
        """
        return all(any(self.within(tag, wanted) for tag in narrow) for wanted in wide)


def plural(word: str) -> str:
    """The regular plural of a word or of the last word of a phrase."""
    if word.endswith(("s", "x", "sh", "ch")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _forms(entries: Iterable[tuple[str, Iterable[str]]], name: str) -> dict[str, str]:
    forms: dict[str, str] = {}
    for tag, words in entries:
        for word in (word.casefold() for word in words):
            for form in (word, plural(word)):
                if forms.setdefault(form, tag) != tag:
                    raise LexiconError(
                        f"{name}, entry {tag}: {form!r} stands for {forms[form]} already", remedy="keep one of the two"
                    )
    return forms


def shipped_groups(language: str = "en") -> dict[str, Population]:
    """Read `populations.toml`.

    Raises:
        LexiconError: If an entry is malformed or names an unknown group.
    """
    groups = {entry.id: entry for entry in read_entries(lexicon_folder(language) / "populations.toml", Population)}
    for entry in groups.values():
        for named in (*entry.broader, *entry.disjoint):
            if named not in groups:
                raise LexiconError(
                    f"populations.toml, entry {entry.id}: no group {named!r}", remedy="name a group that is there"
                )
    return groups


def read_populations(language: str = "en", groups: Mapping[str, Population] | None = None) -> Populations:
    """Put the groups together with the peoples of `demonyms.toml`.

    Args:
        language: Which language.
        groups: The groups; by default those that ship.

    Raises:
        LexiconError: If an entry is malformed, names an unknown group, or two entries share a word.
    """
    groups = shipped_groups(language) if groups is None else groups
    peoples = {
        code: words
        for entry in read_entries(lexicon_folder(language) / "demonyms.toml", Demonyms)
        for code, words in entry.peoples.items()
    }
    nations = {words[0]: code for code, words in sorted(peoples.items())}
    words = _forms(((entry.id, entry.words) for entry in groups.values()), "populations.toml")
    words |= _forms(((each[0], each) for _, each in sorted(peoples.items())), "demonyms.toml")
    return Populations(groups=groups, nations=nations, words=words)
