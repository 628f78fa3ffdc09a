"""From files to what holds: reads, checks and merges packs, settings and command line. Heavy; `loading` keeps its outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from checker.errors import LogproofError, Problem
from checker.logconfig.environment import KNOWN
from checker.model import Confidence, Severity
from checker.policy import compiled, locate, vocabulary
from checker.policy.compiled import with_digests
from checker.policy.complaints import checked
from checker.policy.document import Document, did_you_mean, quoted
from checker.policy.document import Path as Place
from checker.policy.effective import Effective, KnownRule, Requirement, Waiver
from checker.policy.events import told
from checker.policy.layer import Layer
from checker.policy.locate import Source
from checker.policy.packs import PackReader, Wish, named, parsed
from checker.policy.release import merged
from checker.policy.rulebook import BUILT_IN, Rulebook
from checker.policy.schema import Pack, Settings, Shared
from checker.policy.subjects import SUBJECTS
from checker.policy.wanted import wanted
from checker.policy.yaml_reader import read_yaml
from checker.vocabulary import Vocabulary

COMMAND_LINE = "command line"
Said = tuple[Layer, Shared]


def resolve(
    root: Path,
    settings: Source | None,
    shipped: Sequence[Source],
    policies: Sequence[str],
    overrides: Mapping[str, Any],
    rules: Sequence[KnownRule],
    *,
    trusted: bool,
    afresh: bool = False,
) -> tuple[Effective, tuple[Source, ...]]:
    """What holds, and the files below the project (other than the settings) that it was read from.

    ``trusted``: the command line names the settings file, which then may name packs outside the project. ``afresh``: read the shipped
    vocabularies themselves, not what was worked out of them.
    Raises `LogproofError` with every problem of every file.
    """
    problems: list[Problem] = []
    wrong: list[Layer] = []
    project = _settings(settings, problems, wrong)
    command = _command(overrides, problems)
    reader = PackReader(named(shipped), root, problems)
    for wish in _wishes(root, settings, project, policies, trusted=trusted):
        reader.add(wish)
    words = _vocabularies(shipped, problems, afresh=afresh)
    said: list[Said] = [(Layer(document, document.label or "", is_shipped), pack) for document, pack, is_shipped in reader.packs]
    said += [layer for layer in (project, command) if layer]
    made = _merge(said, words, rules, root, problems)
    for layer in wrong:
        Rulebook(rules, problems).look_up(layer)
    if problems:
        raise LogproofError(*_ordered(problems))
    packs = tuple(layer.label for layer, model in said if isinstance(model, Pack))
    made = replace(made, policies=packs, settings=settings.label if settings else "")
    return with_digests(made), tuple(reader.sources)


def _ordered(problems: Sequence[Problem]) -> list[Problem]:
    """Each once; file after file as they were read, from top to bottom."""
    files = list(dict.fromkeys(problem.path for problem in problems))
    return sorted(dict.fromkeys(problems), key=lambda p: (files.index(p.path), p.line or 0, p.column or 0))


def _settings(settings: Source | None, problems: list[Problem], wrong: list[Layer]) -> Said | None:
    """The project's own; a document that does not hold goes into ``wrong``."""
    if settings is None:
        return None
    try:
        document = parsed(settings)
    except LogproofError as error:
        problems += error.problems
        return None
    model = checked(Settings, document, problems)
    layer = Layer(document, settings.label)
    wrong += [] if model else [layer]
    return (layer, model) if model else None


def _command(overrides: Mapping[str, Any], problems: list[Problem]) -> Said | None:
    """The command line's options under their names as settings; what is ``None`` was not given."""
    given = {key.replace("_", "-"): _listed(value) for key, value in overrides.items() if value is not None}
    document = Document(None, given)
    model = checked(Settings, document, problems) if given else None
    return (Layer(document, COMMAND_LINE), model) if model else None


def _listed(value: Any) -> Any:
    if isinstance(value, Severity | Confidence):
        return value.label
    return list(value) if isinstance(value, tuple | set | frozenset) else value


def _wishes(root: Path, settings: Source | None, project: Said | None, policies: Sequence[str], *, trusted: bool) -> Iterator[Wish]:
    if policies:
        yield from (Wish(name, Path(), Problem("")) for name in policies)
    elif settings and project and isinstance(project[1], Settings) and project[1].policy:
        for number, name in enumerate(project[1].policy):
            place = project[0].document.problem("", ("policy", number))
            yield Wish(name, settings.path.parent, place, None if trusted else root)
    else:
        yield Wish("default", root, Problem(""))


def _vocabularies(shipped: Sequence[Source], problems: list[Problem], *, afresh: bool) -> list[Vocabulary]:
    """The shipped ones: worked out beforehand, or read from their files where these have changed since."""
    made = None if afresh else compiled.vocabulary(locate.packs_directory(), shipped)
    if made is not None:
        return [made]
    return [found for source in shipped if "/vocabulary/" in source.label if (found := read_vocabulary(source, problems))]


def read_vocabulary(source: Source, problems: list[Problem]) -> Vocabulary | None:
    """One vocabulary file; what is wrong goes into ``problems``."""
    try:
        made = checked(vocabulary.file_vocabulary(), read_yaml(source.data, source.label), problems)
    except LogproofError as error:
        problems += error.problems
        return None
    return vocabulary.structs(made) if made else None


def _merge(said: Sequence[Said], words: list[Vocabulary], rules: Sequence[KnownRule], root: Path, problems: list[Problem]) -> Effective:
    named = {name for _, model in said for name in model.environments}
    book = Rulebook(rules, problems, [*KNOWN, *sorted(named)])
    for layer, model in said:
        book.apply(layer, model.rules)
    _choose(book, said)
    waivers = tuple(waiver for layer, model in said for waiver in _waivers(book, layer, model, problems))
    ignores = tuple(entry for layer, model in said for entry in _per_file(book, layer, model))
    words = words + [vocabulary.structs(model.vocabulary) for _, model in said if "vocabulary" in model.model_fields_set]
    scalars = {name: _last(said, name, default) for name, default in _DEFAULTS.items()}
    lists = {name: _joined(said, name) for name in ("exclude", "unread_ok")}
    return Effective(
        vocabulary=vocabulary.merged(words),
        rules=book.settings(),
        min_confidence=Confidence[scalars["min_confidence"][0].upper()],
        fail_on=Severity[scalars["fail_on"][0].upper()],
        exclude=lists["exclude"][0],
        include_tests=scalars["include_tests"][0],
        unread_ok=lists["unread_ok"][0],
        waivers=waivers,
        per_file_ignores=ignores,
        baseline=scalars["baseline"][0],
        policies=(),
        settings="",
        origins={_kebab(name): origin for name, origin in (scalars | lists).items()} | _other_origins(said) | book.origins(),
        vocabulary_digest="",
        digest="",
        environments=tuple((name, tuple(globs)) for _, model in said for name, globs in model.environments.items()),
        requirements=_requirements(book, said, problems),
        events=wanted(said, Settings),
        release=merged(
            [(layer.document, layer.label, model.release) for layer, model in said if "release" in model.model_fields_set], root, problems
        ),
    )


_DEFAULTS: dict[str, Any] = {"min_confidence": "medium", "fail_on": "low", "include_tests": False, "baseline": ""}


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _choose(book: Rulebook, said: Sequence[Said]) -> None:
    """The last ``select`` holds; every ``ignore`` does."""
    choices = [(layer, model) for layer, model in said if isinstance(model, Settings)]
    for layer, model in choices:
        if "select" in model.model_fields_set:
            # A person at the command line may look at one rule; a project's file may not stop looking.
            book.select(layer, model.select, binding=layer.label != COMMAND_LINE)
    for layer, model in choices:
        if isinstance(model, Settings):
            book.ignore(layer, model.ignore)


def _last(said: Sequence[Said], name: str, default: Any) -> tuple[Any, str, int]:
    """The last layer's word, with where it stands."""
    for layer, model in reversed(said):
        if name in model.model_fields_set:
            return (getattr(model, name), layer.label, layer.document.line((_kebab(name),)))
    return (default, BUILT_IN, 0)


def _joined(said: Sequence[Said], name: str) -> tuple[Any, str, int]:
    """All layers' lists together; the origin is the last layer that adds to it."""
    items = tuple(item for _, model in said for item in getattr(model, name, ()))
    return (items, *_last(said, name, ())[1:])


def _other_origins(said: Sequence[Said]) -> dict[str, tuple[Any, str, int]]:
    """Of what is neither a rule nor a plain value: how much of it, and where it begins."""
    found: dict[str, tuple[Any, str, int]] = {}
    for layer, model in said:
        for name in ("policy", "select", "ignore"):
            if name in model.model_fields_set:
                found[name] = (tuple(getattr(model, name)), layer.label, layer.document.line((name,)))
        for name, globs in model.environments.items():
            found[f"environments.{name}"] = (tuple(globs), layer.label, layer.document.line(("environments", name)))
        for name, table in model.events.items():
            found[f"events.{name}"] = (told(table), layer.label, layer.document.line(("events", name)))
        for glob, names in model.per_file_ignores.items() if isinstance(model, Settings) else ():
            found[f"per-file-ignores.{glob}"] = (tuple(names), layer.label, layer.document.line(("per-file-ignores", glob)))
        if "vocabulary" in model.model_fields_set:
            for name in sorted(model.vocabulary.model_fields_set):
                size = len(getattr(model.vocabulary, name))
                value = f"{size} {'entry' if size == 1 else 'entries'} added"
                found[f"vocabulary.{name}"] = (value, layer.label, layer.document.line(("vocabulary", name)))
    return found


_INSTEAD = {"unread-file": "`unread-ok` names files that need not be readable"}


def _waivers(book: Rulebook, layer: Layer, model: Shared, problems: list[Problem]) -> Iterator[Waiver]:
    for number, table in enumerate(model.waivers):
        name = book.find(layer, table.rule, ("waivers", number, "rule"))
        if name is None:
            continue
        if book.states[name].locked:
            book.refuse(layer, name, "waived", ("waivers", number, "rule"))
        elif book.states[name].rule.code.startswith("LP0"):
            message = f"the rule {quoted(name)} is about the run itself and cannot be waived"
            problems.append(layer.document.problem(message, ("waivers", number, "rule"), hint=_INSTEAD.get(name, "mend what it tells of")))
        line, column = layer.document.place(("waivers", number))
        yield Waiver(
            name, table.path, table.reason, table.owner, table.expires, table.function, layer.label, line or 0, column or 0, table.ticket
        )  # fmt: skip


def _requirements(book: Rulebook, said: Sequence[Said], problems: list[Problem]) -> tuple[Requirement, ...]:
    """Each id once, as the last pack has it; one that names a rule twice, or by name and code, names it once."""
    found: dict[str, Requirement] = {}
    for layer, model in said:
        for key, table in model.requirements.items() if isinstance(model, Pack) else ():
            names = (book.find(layer, reference, ("requirements", key, "rules", number)) for number, reference in enumerate(table.rules))
            needs = tuple(
                dict.fromkeys(_subject(layer, word, ("requirements", key, "needs", n), problems) for n, word in enumerate(table.needs))
            )
            rules = tuple(dict.fromkeys(name for name in names if name))
            found[key] = Requirement(key, table.text, rules, needs, table.beyond, table.only_violations)
    return tuple(found.values())


def _subject(layer: Layer, word: str, path: Place, problems: list[Problem]) -> str:
    if word not in SUBJECTS:
        hint = did_you_mean(word, SUBJECTS) or f"there are {', '.join(SUBJECTS)}"
        problems.append(layer.document.problem(f"nothing that can be looked at is called {quoted(word)}", path, hint=hint))
    return word


def _per_file(book: Rulebook, layer: Layer, model: Shared) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not isinstance(model, Settings):
        return
    for glob, references in model.per_file_ignores.items():
        names: set[str] = set()
        for number, reference in enumerate(references):
            path = ("per-file-ignores", glob, number)
            name = book.find(layer, reference, path)
            if name and book.states[name].locked:
                book.refuse(layer, name, "ignored in files", path)
            names |= {name} if name else set()
        yield glob, tuple(sorted(names))
