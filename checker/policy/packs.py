"""Reads the packs that settings or the command line name, with the packs that those extend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from checker.errors import LogproofError, Problem
from checker.policy import locate
from checker.policy.complaints import checked
from checker.policy.document import Document, did_you_mean, quoted
from checker.policy.locate import Source
from checker.policy.schema import Pack
from checker.policy.yaml_reader import read_yaml

COUNT = 50
"""How many packs one run may use."""


class Wish(msgspec.Struct, frozen=True):
    """A pack that somebody names, and where."""

    name: str
    directory: Path
    """What a path is relative to."""
    place: Problem
    """File, line and column of the wish."""
    inside: Path | None = None
    """Where given, a path must not lead out of it."""


class PackReader(msgspec.Struct):
    """Collects packs, each once and after those that it extends."""

    shipped: Mapping[str, Source]
    """By the name that settings use."""
    root: Path
    problems: list[Problem]
    packs: list[tuple[Document, Pack, bool]] = msgspec.field(default_factory=list)
    """With whether it is a shipped one."""
    sources: list[Source] = msgspec.field(default_factory=list)
    """Every file read that was not shipped."""
    _open: list[str] = msgspec.field(default_factory=list)
    _done: set[str] = msgspec.field(default_factory=set)

    def add(self, wish: Wish) -> None:
        """Read one pack and what it extends; what is wrong goes into ``problems``."""
        try:
            source = self._source(wish)
        except LogproofError as error:
            self.problems += error.problems
            return
        if source.label in self._open:
            self._complain(wish, f"the pack {quoted(wish.name)} extends itself", "a pack extends packs below it")
        elif source.label not in self._done:
            self._done.add(source.label)
            self._read(source, wish)

    def _read(self, source: Source, wish: Wish) -> None:
        if len(self._done) > COUNT:
            self._complain(wish, f"more than {COUNT} packs", None)
            return
        if not source.shipped:
            self.sources.append(source)
        try:
            document = read_yaml(source.data, source.label)
        except LogproofError as error:
            self.problems += error.problems
            return
        pack = checked(Pack, document, self.problems)
        if pack is None:
            return
        self._open.append(source.label)
        for number, name in enumerate(pack.extends):
            place = document.problem("", ("extends", number))
            self.add(Wish(name, source.path.parent, place, None if source.shipped else wish.inside))
        self._open.pop()
        self.packs.append((document, pack, source.shipped))

    def _source(self, wish: Wish) -> Source:
        if wish.name in self.shipped:
            return self.shipped[wish.name]
        if not is_path(wish.name):
            hint = did_you_mean(wish.name, self.shipped) or f"there are {', '.join(self.shipped)}; a file is named by its path"
            raise LogproofError(_at(wish, f"there is no policy pack {quoted(wish.name)}", hint))
        path = wish.directory / wish.name
        if wish.inside and not _within(path, wish.inside):
            hint = "name it with --policy on the command line instead"
            raise LogproofError(_at(wish, f"the pack {quoted(wish.name)} lies outside the project", hint))
        return locate.read(path, locate.label_of(path, self.root), wish.place)

    def _complain(self, wish: Wish, message: str, hint: str | None) -> None:
        self.problems.append(_at(wish, message, hint))


def _at(wish: Wish, message: str, hint: str | None) -> Problem:
    return Problem(message, wish.place.path, wish.place.line, wish.place.column, hint)


def _within(path: Path, directory: Path) -> bool:
    try:
        return path.resolve().is_relative_to(directory.resolve())
    except (OSError, RuntimeError):
        return False


def is_path(name: str) -> bool:
    """Whether a policy is named by its file rather than by its name."""
    return "/" in name or "\\" in name or name.endswith((".yaml", ".yml"))


def named(shipped: Sequence[Source]) -> dict[str, Source]:
    """The shipped packs (vocabularies left out) by name."""
    return {source.path.stem: source for source in shipped if "/vocabulary/" not in source.label}


def parsed(source: Source) -> Document:
    """A settings file as a document; raises `LogproofError` where it does not parse."""
    if source.path.suffix == ".toml":
        from checker.policy.toml_reader import read_toml  # brings tomllib; most packs are YAML

        return read_toml(source.data, source.label)
    return read_yaml(source.data, source.label)


def catalogue() -> list[Pack]:
    """The shipped packs, in order of name."""
    problems: list[Problem] = []
    packs = [checked(Pack, read_yaml(source.data, source.label), problems) for source in named(locate.shipped()).values()]
    if problems:
        raise LogproofError(*problems)
    return [pack for pack in packs if pack]
