"""The modules of a project, found by their dotted names."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cached_property

from checker.source.ir import ModuleFacts
from checker.source.names.elements import Later, Module
from checker.source.names.reads import MODULES, Reads
from checker.source.names.survey import Earlier


class Modules:
    """All modules of a project."""

    def __init__(self, modules: Iterable[ModuleFacts], earlier: Earlier | None = None) -> None:
        """``modules`` are all of them, or those that have changed since an earlier survey."""
        self.reads = reads = Reads()
        given = {facts.path: facts for facts in modules if not facts.unread and facts.functions}
        paths = earlier.joined.paths if earlier else sorted(given)
        load = earlier.load if earlier else given.__getitem__
        self.modules = [
            Module(path, at, reads, given[path]) if path in given else Later(path, at, reads, load) for at, path in enumerate(paths)
        ]
        self._holds = earlier.holds if earlier else None
        self._suffixes: dict[str, list[Module]] = {}
        for module in self.modules:
            for start in range(len(module.parts)):
                self._suffixes.setdefault(".".join(module.parts[start:]), []).append(module)

    @cached_property
    def by_path(self) -> dict[str, Module]:
        """Every module by its file."""
        return {module.path: module for module in self.modules}

    def naming(self, modules: Iterable[Module], word: str) -> Iterator[Module]:
        """Those of some modules that may name something so: only the facts of these are worth reading."""
        written, holds = word.encode(), self._holds
        return (one for one in modules if holds is None or one.is_read or holds(one.path, written))

    def module(self, dotted: str, near: Module | None = None) -> Module | None:
        """The project's module of that name; where several end alike, the one nearest to the importing file."""
        found = self.called(dotted)
        if not found:
            return None
        if near is not None:
            top = dotted.partition(".")[0]
            exact = [module for module in found if module.dotted == dotted]
            if exact:
                return exact[0]
            nearest = max(found, key=lambda module: _shared(module.parts, near.parts))
            if "." not in dotted and len(nearest.parts) > 1 and not _beside(nearest, near):
                return None  # ``import json`` does not mean some deep json.py of the project
            if "." not in dotted and near.parts[: len(nearest.parts)] == nearest.parts and self._is_inside(nearest):
                return None  # nor does ``import redis`` in integrations/redis/store.py mean that very package, but the library
            if (
                top in sys.stdlib_module_names
                and len(nearest.parts) > 1
                and self.called(".".join(nearest.parts[: nearest.parts.index(top)]))
            ):
                return None  # nor that of a package
            return nearest if _rooted(nearest, top) else None
        return found[0]

    def _is_inside(self, module: Module) -> bool:
        """Whether a module stands in a package, so that its bare name does not import it."""
        above = ".".join(module.parts[:-1])
        return any(one.parts == module.parts[:-1] for one in self.called(above) or ()) if above else False

    def called(self, dotted: str) -> list[Module] | None:
        """Every module whose dotted name is that, or ends so."""
        self.reads.asked.add((MODULES, dotted, -1))
        return self._suffixes.get(dotted)


def _shared(one: list[str], other: list[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _beside(module: Module, near: Module) -> bool:
    """Whether a script can import a sibling by its bare name."""
    return module.parts[:-1] == near.parts[: len(module.parts) - 1] or module.parts[:-1] == near.parts[:-1]


def _rooted(module: Module, top: str) -> bool:
    """Whether the name begins at a plausible import root: the project's, ``src/``, or a folder that only holds packages."""
    return top in module.parts
