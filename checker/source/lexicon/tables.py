"""The vocabulary as look-up tables, made once a run."""

from __future__ import annotations

from collections import defaultdict
from typing import Generic, TypeVar

from checker.source.lexicon.words import Lexicon, split
from checker.vocabulary import Container, Loggers, Passer, Repeater, Sanitizer, Setup, Sink, Source, Vocabulary

Entry = TypeVar("Entry")
_WHOLE = frozenset(
    {"copy", "dict", "vars", "map", "mapping", "list", "text", "str", "string", "json", "items", "values", "new", "old", "data"}
)  # fmt: skip
"""Words behind the environment's name that still mean all of it."""
_LONGEST_NAME = 60


class Calls(Generic[Entry]):
    """Dotted names and ``*.method`` patterns to entries; the first entry of a name wins."""

    def __init__(self) -> None:
        self.exact: dict[str, Entry] = {}
        self.methods: dict[str, list[Entry]] = {}

    def add(self, pattern: str, entry: Entry) -> None:
        """Enter one name or pattern."""
        if pattern.startswith("*."):
            self.methods.setdefault(pattern[2:], []).append(entry)
        else:
            self.exact.setdefault(pattern, entry)

    def find(self, dotted: str) -> Entry | None:
        """The entry of a dotted name; ``builtins.`` may be left out."""
        return self.exact.get(dotted)


class Tables:
    """Everything that the join asks the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.lexicon = Lexicon(vocabulary)
        self.sinks: Calls[Sink] = Calls()
        self.sanitizers: Calls[Sanitizer] = Calls()
        self.passers: Calls[Passer] = Calls()
        self.containers: Calls[Container] = Calls()
        self.setups: Calls[Setup] = Calls()
        self.setups_of: dict[str, list[Setup]] = {}
        self.setup_targets: dict[str, list[tuple[str, Setup]]] = {}
        self.setup_objects: dict[str, list[tuple[str, Setup]]] = {}
        self.sources: Calls[Source] = Calls()
        self.functions = vocabulary.functions
        for sink in vocabulary.sinks:
            for name in sink.calls:
                self.sinks.add(name, sink)
        for sanitizer in vocabulary.sanitizers:
            for name in sanitizer.calls:
                self.sanitizers.add(name, sanitizer)
        for passer in vocabulary.passers:
            for name in passer.calls:
                self.passers.add(name, passer)
        for setup in vocabulary.setups:
            for name in setup.calls:
                self.setups.add(name, setup)
                self.setups_of.setdefault(name, []).append(setup)
            for target in setup.assigns:
                self.setup_targets.setdefault(target.rpartition(".")[2], []).append((target, setup))
            for target in setup.objects:
                self.setup_objects.setdefault(target.rpartition(".")[2], []).append((target, setup))
        self.options = {name: option for option in vocabulary.options for name in option.calls}
        self.spelt = tuple(option for option in vocabulary.options if option.imports)
        """Options that are declared by dicts in dicts."""
        self.answers = frozenset(name for entry in vocabulary.answers for name in (*entry.calls, *entry.classes))
        self.connectors = frozenset(vocabulary.connectors)
        self.locators = frozenset(vocabulary.locators)
        self.repeaters: Calls[Repeater] = Calls()
        for repeater in vocabulary.repeaters:
            for name in repeater.calls:
                self.repeaters.add(name, repeater)
        self.asides: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        for aside in vocabulary.asides:
            self.asides[aside.kind] |= frozenset(aside.words)
        self._containers(vocabulary)
        self._loggers(vocabulary)
        self._sources(vocabulary)
        self.safe_types = frozenset(name.rpartition(".")[2] for entry in vocabulary.sanitizers for name in entry.classes)

    def _containers(self, vocabulary: Vocabulary) -> None:
        self.owned: dict[str, list[tuple[str, Container]]] = {}
        self.named: dict[tuple[str, ...], Container] = {}
        for container in vocabulary.containers:
            for name in container.calls:
                self.containers.add(name, container)
            for pattern in container.attributes:
                owner, _, attribute = pattern.rpartition(".")
                self.owned.setdefault(attribute, []).append((owner, container))
            for phrase in container.names:
                words = tuple(phrase.lower().split())
                self.named.setdefault(words, container)
                self.named.setdefault(("".join(words),), container)
        self._container_names: dict[str, Container | None] = {}

    def container_name(self, name: str) -> Container | None:
        """The container that a bare identifier means."""
        try:
            return self._container_names[name]
        except KeyError:
            found = self._container_names[name] = self._look(name) if len(name) < _LONGEST_NAME else None
            return found

    def _look(self, name: str) -> Container | None:
        words = split(name)
        if self.lexicon.hushed(words):
            return None
        for size in range(min(4, len(words)), 0, -1):
            for start in range(len(words) - size, -1, -1):
                found = self.named.get(words[start : start + size])
                rest = words[:start] + words[start + size :]
                if found is None or (rest and (found.alone or not found.unless or any(word in found.unless for word in rest))):
                    continue
                if "environ" in words[start : start + size] and not _WHOLE.issuperset(words[start + size :]):
                    continue  # os_environ_pager is one variable
                if not self.lexicon.harmless_around(words, start, start + size):
                    return found
        return None

    def _loggers(self, vocabulary: Vocabulary) -> None:
        self.factories: dict[str, Loggers] = {}
        self.logger_objects: dict[str, Loggers] = {}
        self.logger_classes: dict[str, Loggers] = {}
        self.logger_names: dict[str, Loggers] = {}
        self.factory_tails: dict[str, Loggers] = {}
        for entry in vocabulary.loggers:
            for name in entry.factories:
                self.factories.setdefault(name, entry)
                self.factory_tails.setdefault(name.rpartition(".")[2], entry)
            for name in entry.objects:
                self.logger_objects.setdefault(name, entry)
            for name in entry.classes:
                self.logger_classes.setdefault(name, entry)
            for name in entry.names:
                self.logger_names.setdefault(name, entry)
        self.levels: dict[str, str] = {}
        for entry in vocabulary.loggers:
            for method, level in entry.methods.items():
                self.levels.setdefault(method, level)
        self.binders = frozenset(name for entry in vocabulary.loggers for name in entry.binders)

    def _sources(self, vocabulary: Vocabulary) -> None:
        self.request_types: dict[str, Source] = {}
        self.request_attributes: dict[str, list[Source]] = {}
        self.handler_decorators: Calls[Source] = Calls()
        self.handler_bases: dict[str, Source] = {}
        self.request_parameters: frozenset[str] = frozenset(name for source in vocabulary.sources for name in source.parameters)
        self.server_modules: frozenset[str] = frozenset(name for source in vocabulary.sources for name in source.imports)
        for source in vocabulary.sources:
            for name in source.calls:
                self.sources.add(name, source)
            for name in source.types:
                self.request_types.setdefault(name, source)
            for name in source.attributes:
                self.request_attributes.setdefault(name, []).append(source)
            for name in source.decorators:
                self.handler_decorators.add(name, source)
            for name in source.bases:
                self.handler_bases.setdefault(name, source)
