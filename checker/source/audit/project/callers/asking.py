"""Functions of the project's own that have somebody verified: who calls one decides by its answer, whatever it is called.

What is looked for is told by heads alone: the names of what a function calls. Whether the answer really is the verifier's is found out
where such a function is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker import files
from checker.source.audit.project.registering.outside import apart
from checker.source.names.elements import Fn, Module
from checker.source.names.lookup import Names
from checker.source.names.reads import ASKED

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms

_OF_FRAMEWORKS = frozenset({
    "get", "post", "put", "delete", "patch", "head", "options", "dispatch", "main", "run", "handle", "execute", "call", "wrapper", "inner",
    "wrapped", "decorated", "decorator", "setup", "save", "create", "update"
})  # fmt: skip
"""Names of what is asked by others too often to say anything."""
_MARK = "asks "
"""Before the name of a verifier that a module calls."""
_MOST_CALLS = 40
"""Of a name that is asked for more often, most are some other function."""


class Asking:
    """Knows the names of functions that call a verifier, or a function that does.

    Of each file it is a question of its own which of them it calls: one function more that has somebody verified concerns those alone that
    call something of its name, and not everybody who could.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        called = names.survey.called
        direct = _named(names, {mark.removeprefix(_MARK) for mark in names.survey.marks() if mark.startswith(_MARK)})
        self._asking = direct | _named(names, direct)
        self._asked: dict[int, list[str]] = {}
        """Position of a file to those that it calls."""
        for name in sorted(self._asking):
            for at in {at for at, _ in called.places(name)}:
                self._asked.setdefault(at, []).append(name)

    def asks(self, fn: Fn) -> bool:
        """Whether a name of what a function calls is one of them."""
        self._names.reads.asked.add((ASKED, fn.module.path, -1))
        return not self._asking.isdisjoint(fn.head.called)

    def answer(self, path: str) -> list[str]:
        """Those that a file calls."""
        module = self._names.by_path.get(path)
        return self._asked.get(module.position, []) if module is not None else []


def verifiers(terms: Terms, module: Module) -> Iterator[str]:
    """The marks of a module that calls something which is called like a verifier, told by its heads: each name is judged once for all."""
    called = {name for head in module.facts.functions for name in head.called}
    return (_MARK + name for name in sorted(called) if terms.verifiers.tells(name))


def _named(names: Names, called: Iterable[str]) -> frozenset[str]:
    """Names of the functions of the product's code that call something of one of these names; no module is read for this."""
    survey = names.survey
    places = {place for one in called for place in survey.called.places(one)}
    serving = {at for at in {at for at, _ in places} if not files.is_test(names.modules[at].path) and not apart(names.modules[at])}
    found = {survey.name((at, index)) for at, index in places if index > 0 and at in serving}
    return frozenset(name for name in found if _is_told_by(name) and len(survey.called.places(name)) <= _MOST_CALLS)


def _is_told_by(name: str) -> bool:
    """Whether a name says which function is called."""
    return not name.startswith(("__", "<")) and name not in _OF_FRAMEWORKS
