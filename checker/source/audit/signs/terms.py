"""The vocabulary of authentication as look-up tables: which entry a called name, or an assigned attribute, means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

from checker.source.lexicon.words import Answers, once, split
from checker.vocabulary import Boundary, Change, Refusal, Trail, Verifier, Vocabulary


class _Named(Protocol):
    @property
    def calls(self) -> tuple[str, ...]: ...


Entry = TypeVar("Entry", bound=_Named)


_BEFORE = frozenset({"async", "api", "do", "handle", "ajax", "perform", "process", "http"})
"""Words before the verb: ``api_create_user_api_token``."""
_BEHIND = frozenset({"view", "handler", "endpoint", "route"})
"""Words behind the thing: ``delete_user_view``."""


_HOW = frozenset({"by", "with", "without", "no", "using", "via"})
"""Words behind which a name says in what way it is done."""


_PROXIES = (".current_user.", ".current_app.", ".g.", "_or_404.", ".get_object.")
"""Names of libraries behind which an object of the project's stands: ``flask_login.current_user.assign_key()``, and a row that was found:
``get_object_or_404(Scope, pk=pk).assign_owner_role(user)``.
"""


_ASKING = frozenset({
    "is", "has", "should", "can", "may", "needs", "supports", "get", "list", "read", "fetch", "load", "find", "search", "query", "count",
    "filter", "export", "parse", "paginate", "show", "view", "enable", "disable", "setup", "configure", "init", "register", "identify",
    "resolve", "format", "render", "serialize", "build", "prepare"
})  # fmt: skip
_ASKED = frozenset({
    "enabled", "disabled", "configured", "available", "required", "exists", "settings", "config", "configuration", "path", "url", "dir",
    "name", "id", "ids", "count", "queryset", "query", "serializer", "schema"
})  # fmt: skip


class Called(Generic[Entry]):
    """Entries by the names of calls: exact dotted ones, ``*.name`` patterns, and phrases in the name of a project's own function."""

    def __init__(self, entries: Iterable[Entry], aspects: Iterable[str] = ()) -> None:
        self._aspects = frozenset(aspects)
        self._exact: dict[str, Entry] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self.tells: Callable[[str], bool] = Answers(self._tells).__getitem__
        """Whether a call of a function of that bare name may have an entry."""
        self._not: set[str] = set()
        self._verbs: list[tuple[frozenset[str], frozenset[tuple[str, ...]], frozenset[str], Entry]] = []
        for entry in entries:
            for name in entry.calls:
                parts = tuple(name.removeprefix("*.").split("."))
                if name.startswith("*."):
                    self._last.setdefault(parts[-1], []).append((parts[:-1], entry))
                else:
                    self._exact.setdefault(name, entry)
                    self._last.setdefault(parts[-1], [])
            self._not.update(getattr(entry, "but", ()))
            if verbs := getattr(entry, "verbs", ()):
                things = frozenset(tuple(thing.split()) for thing in getattr(entry, "things", ()))
                self._verbs.append((frozenset(verbs), things, frozenset(getattr(entry, "unless", ())), entry))
            for phrase in getattr(entry, "phrases", ()):
                words = tuple(phrase.split())
                self._phrases.setdefault(words[0], []).append((words, entry))
        self._words = frozenset(self._phrases).union(*(verbs for verbs, *_ in self._verbs))
        """Of these a name has one at least if its words tell anything; most names have none."""

    def _tells(self, name: str) -> bool:
        return name in self._last or self._by_words(name) is not None

    def find(self, dotted: str, text: str, owner: tuple[str, ...]) -> Entry | None:
        """The entry of a call.

        ``dotted`` is the library's name of what is called, ``""`` where it is none; ``text`` the called expression as source; ``owner``
        the words of the receiver's name and class.
        """
        if dotted in self._not:
            return None
        exact = self._exact.get(dotted)
        if exact is not None:
            return exact
        parts = (dotted or text).split(".")
        for before, entry in self._last.get(parts[-1], ()):
            wanted: tuple[str, ...] = getattr(entry, "owners", ())
            if wanted and (not any(word in wanted for word in owner) or _is_of_another(parts[-1], owner, wanted)):
                continue
            if not before or tuple(parts[-1 - len(before) : -1]) == before or tuple(text.split(".")[-1 - len(before) : -1]) == before:
                return entry
        return None if dotted and not any(one in dotted for one in _PROXIES) else self._by_words(parts[-1], owner)

    def _by_words(self, name: str, owner: tuple[str, ...] | None = None) -> Entry | None:
        """The entry of a phrase in a name, or of a verb at its one end and a thing at the other.

        ``owner`` as in `find`, ``None`` for whatever it may be.
        """
        words = _unnumbered(name)
        if self._words.isdisjoint(words):
            return None
        for start, word in enumerate(words):
            for phrase, entry in self._phrases.get(word, ()):
                end = start + len(phrase)
                wanted: tuple[str, ...] = getattr(entry, "owners", ())
                if words[start:end] != phrase or (end < len(words) and words[-1] in self._aspects):
                    continue
                if owner is None or not wanted or any(one in wanted for one in owner):
                    return entry
        while len(words) > 2 and words[0] in _BEFORE:
            words = words[1:]
        while len(words) > 2 and words[-1] in _BEHIND:
            words = words[:-1]
        behind = next((at for at, word in enumerate(words) if at > 0 and word in _HOW), len(words))
        words = words[:behind]  # delete_user_by_id, create_account_without_check
        return next((done for clause in _clauses(words) if (done := self._done(clause)) is not None), None)

    def _done(self, words: tuple[str, ...]) -> Entry | None:
        for verbs, things, but, entry in self._verbs if len(words) > 1 else ():
            if words[0] in verbs and (words[-1:] in things or words[-2:] in things) and but.isdisjoint(words):
                return entry
            if words[-1] in verbs and (words[:1] in things or words[:2] in things) and but.isdisjoint(words):
                return entry
        return None


_SHOWN = frozenset(
    {"topology", "view", "views", "chart", "graph", "diagram", "dashboard", "layer", "layers", "widget", "scene", "plot", "menu"}
)
"""Words of what keeps groups of what it shows."""


def _is_of_another(name: str, owner: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether who is asked keeps such things for another purpose: ``TemplateGroupService.create_group()`` makes no group of users."""
    thing = split(name)[1:][-1:]
    if thing == ("group",) and not _SHOWN.isdisjoint(owner):  # TopologyViewManager.add_group(name, order)
        return True
    return any(word in thing and owner[at - 1] not in wanted for at, word in enumerate(owner) if at > 0)


def _clauses(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What a name says is done, one thing after the other: ``register_tracker_and_notify_user`` registers no user.

    A verb alone is about the thing of the last: ``create_and_login_user``.
    """
    if "and" not in words[1:-1]:
        return [words]
    clauses, rest = list[tuple[str, ...]](), words
    while "and" in rest:
        at = rest.index("and")
        clauses.append(rest[:at])
        rest = rest[at + 1 :]
    return [clause if len(clause) > 1 else (*clause, *rest[1:]) for clause in clauses] + [rest]


class Terms:
    """Everything that the audit part of the join asks the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.verifiers: Called[Verifier] = Called(vocabulary.verifiers, vocabulary.aspects)
        self.caught = {name: entry for entry in vocabulary.verifiers for name in entry.caught}
        """Exceptions of libraries, and these libraries, to what they say."""
        self.refusals: Called[Refusal] = Called(vocabulary.refusals, vocabulary.aspects)
        self.changes: Called[Change] = Called(vocabulary.changes, vocabulary.aspects)
        self.stores = {name: entry for entry in vocabulary.changes for name in entry.stores}
        self.decorators = _all(vocabulary.boundaries, "decorators")
        self.bases = _all(vocabulary.boundaries, "bases")
        self.parameters = _all(vocabulary.boundaries, "parameters")
        self.writers = _phrases(_all(vocabulary.trails, "writers"))
        self.maybe = _all(vocabulary.trails, "maybe")
        self.models = _phrases(_all(vocabulary.trails, "models"))
        self.recorders = _by_last(_all(vocabulary.trails, "calls"))
        """Last part of a library's call that writes one to its dotted names."""
        self.apps = {app: frozenset(trail.events) for trail in vocabulary.trails for app in trail.apps}
        """An installed app to the events that it records, none for all."""
        self.signals = {name: event for trail in vocabulary.trails for name, event in trail.signals.items()}

    def writes(self, name: str) -> bool:
        """Whether the name of a function says that it writes a security record."""
        words = split(name)
        return _holds(self.writers, words) and not only_asks(words)

    def keeps(self, name: str) -> bool:
        """Whether the name of a class says that it is a table of security records."""
        return _holds(self.models, split(name))


def only_asks(words: tuple[str, ...]) -> bool:
    """Whether a function reads records, asks whether there are any, or sees to it that there will be: ``audit_log_enabled()``."""
    return not (_ASKING.isdisjoint(words[:1]) and _ASKED.isdisjoint(words[-1:]))


def _all(entries: Iterable[Boundary] | Iterable[Trail], field: str) -> frozenset[str]:
    return frozenset(item for entry in entries for item in getattr(entry, field))


def _by_last(dotted: Iterable[str]) -> dict[str, frozenset[str]]:
    names = sorted(dotted)
    return {last: frozenset(one for one in names if one.rpartition(".")[2] == last) for last in {one.rpartition(".")[2] for one in names}}


@once
def _unnumbered(name: str) -> tuple[str, ...]:
    """The words of a name without numbers at their ends, ``change_password2``: verifiers, refusals and changes ask for the same names."""
    return tuple(word if word[:1].isdigit() else word.rstrip("0123456789") for word in split(name))


def _phrases(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases)


def _holds(phrases: frozenset[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    return any(words[start : start + size] in phrases for size in (1, 2, 3) for start in range(len(words) - size + 1))
