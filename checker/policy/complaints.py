"""Checks a document against a pydantic model and words every error for a person, with its place and a hint."""

from __future__ import annotations

from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from checker.errors import Problem
from checker.model import Severity
from checker.policy.document import Document, Path, did_you_mean, quoted
from checker.policy.schema import RuleTable, Settings
from checker.policy.vocabulary import ProjectVocabulary, project_vocabulary

Model = TypeVar("Model", bound=BaseModel)
_KINDS = {"model": "a mapping", "dict": "a mapping", "list": "a list", "tuple": "a list", "string": "text", "bool": "true or false"}
_OWN = frozenset(("blank", "iso_date", "dotted", "identifier", "sha256", "commit", "glob", "anchored", "exact"))
"""Kinds of errors that our own checks raise; their messages are worded already."""
_OFF = frozenset(("off", "no", "none", "never", "ignore", "disable", "disabled"))
_SEVERITIES = frozenset(one.label for one in Severity)
_SHOWN = 2
"""Keys of a form of which none is needed."""
_MEANT = {"extends": "settings name the packs that they build on by `policy`; `extends` is a pack's"}
"""What stands in settings for a key that is a pack's alone."""
_NAMES = {bool: "a boolean", int: "a number", float: "a number", str: "text", list: "a list", dict: "a mapping", tuple: "a list"}


def checked(model: type[Model], document: Document, problems: list[Problem]) -> Model | None:
    """The model's instance; where there are errors ``None``, with all of them (the reader's first) added to ``problems``."""
    problems += document.problems
    value = {} if document.value is None else document.value
    try:
        made = model.model_validate(value)
    except ValidationError as error:
        known = {(problem.line, problem.column) for problem in document.problems if problem.line}
        for detail in error.errors(include_url=False, include_context=True):
            problem = _problem(model, document, detail)
            if (problem.line, problem.column) not in known:
                problems.append(problem)
        return None
    return None if document.problems else made


def _problem(model: type[BaseModel], document: Document, detail: Any) -> Problem:
    path: Path = tuple(part for part in detail["loc"] if part != "[key]")
    kind, given = detail["type"], detail["input"]
    name = quoted(path[-1]) if path and isinstance(path[-1], str) else "the value"
    if kind == "extra_forbidden":
        known = _known_keys(model, path[:-1])
        meant = _MEANT.get(str(path[-1])) if model is Settings and len(path) == 1 else None
        hint = meant or did_you_mean(path[-1], known) or f"known here: {', '.join(known)}"
        if _at(model, path[:-1]) is RuleTable and hint.startswith("known"):
            hint += "; what the rule's page lists goes below `parameters`"
        return document.problem(f"unknown key {name}", path, key=True, hint=hint)
    if kind == "missing":
        return document.problem(f"the key {name} is missing", path[:-1], hint=_described(model, path))
    if kind == "literal_error":
        choices = [str(choice) for choice in _choices(detail)]
        listed = ", ".join(choices)
        message = f"{quoted(given)} is not one of {listed}" if isinstance(given, str) else f"{name} must be one of {listed}"
        return document.problem(message, path, hint=did_you_mean(given, choices))
    expected = _KINDS.get(kind.removesuffix("_type"))
    if expected:
        tables = expected == "a list" and _at(model, path) is not None  # a text in brackets would not do
        form = (None if tables else _way_out(expected, given, path)) or _form(model, path, expected)
        return document.problem(f"{name} must be {expected}, not {_called(given)}", path, hint=form)
    told = detail["msg"] if kind in _OWN else _told(kind, detail)
    if isinstance(given, str) and not given.strip():
        return document.problem(f"{_blank(path, detail)} {told}", path, key=detail["loc"][-1:] == ("[key]",))
    return document.problem(f"{name} {told}" if isinstance(given, dict | list) or given == "" else f"{quoted(given)} {told}", path)


def _blank(path: Path, detail: Any) -> str:
    """What of the settings is blank: a key, an item of a list, or a value."""
    if detail["loc"][-1:] == ("[key]",):
        return f"a key of {quoted(path[-2])}" if len(path) > 1 else "a key"
    listed = next((part for part in reversed(path) if isinstance(part, str)), "")
    if path and isinstance(path[-1], int):
        return f"an item of {quoted(listed)}" if listed else "an item"
    return quoted(listed) if listed else "the value"


def _told(kind: str, detail: Any) -> str:
    return "must not be empty" if kind == "string_too_short" else f"is not right: {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _choices(detail: Any) -> list[str]:
    """Pydantic gives them as one sentence: ``'low', 'medium' or 'high'``."""
    return [part for index, part in enumerate(detail["ctx"]["expected"].split("'")) if index % 2]


def _called(given: Any) -> str:
    if given is None:
        return "nothing"
    name = _NAMES.get(type(given), "something else")
    return f"{name} ({quoted(str(given).lower() if isinstance(given, bool) else given)})" if isinstance(given, str | int | float) else name


def _way_out(expected: str, given: Any, path: Path) -> str | None:
    if expected == "text" and isinstance(given, bool | int | float):
        return f'write "{str(given).lower() if isinstance(given, bool) else given}"'
    if expected == "a list" and isinstance(given, str) and given.isprintable():
        return f'write ["{given[:60]}"]'
    if expected == "a mapping" and isinstance(given, bool) and path[:1] == ("rules",):
        return f"write `enabled: {str(given).lower()}` below it"
    if expected == "a mapping" and isinstance(given, str) and path[:1] == ("rules",) and len(path) == 2:
        return _of_a_rule(given, str(path[-1]))
    if expected == "true or false" and isinstance(given, str) and given.lower() in ("true", "false"):
        return f"write {given.lower()}, without quotes"
    return None


def _of_a_rule(given: str, name: str) -> str | None:
    """What other tools write behind a rule's name: how bad it is, or that it is off."""
    if given.lower() in _SEVERITIES:
        return f"`severity` stands below the rule: rules.{name}.severity"
    return f"to switch it off, name it in `ignore`, or set rules.{name}.enabled to false" if given.lower() in _OFF else None


def _form(model: type[BaseModel], path: Path, expected: str) -> str | None:
    """What belongs there, in the form in which it is written, with the keys that it needs or, where it needs none, the first."""
    inner, field = _at(model, path), _field(model, path)
    if not path or inner is None or expected == "text":
        return _described(model, path)
    known = {one.alias or name: one.is_required() for name, one in inner.model_fields.items()}
    keys = [name for name, required in known.items() if required] or list(known)[:_SHOWN]
    each = "{" + ", ".join(f"{one}: ..." for one in keys) + "}"
    named = expected == "a mapping" and field is not None and get_origin(field.annotation) is dict
    form = f"[{each}]" if expected == "a list" else f"{{NAME: {each}}}" if named else each
    return f"write `{path[-1]}: {form}`" if isinstance(path[-1], str) else f"write `{form}`"


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the model at a path takes."""
    found = _at(model, path)
    return [field.alias or name for name, field in found.model_fields.items()] if found else []


def _described(model: type[BaseModel], path: Path) -> str | None:
    field = _field(model, path)
    return field.description if field else None


def _field(model: type[BaseModel], path: Path) -> FieldInfo | None:
    found = _at(model, path[:-1])
    fields = {field.alias or name: field for name, field in found.model_fields.items()} if path and found else {}
    return fields.get(str(path[-1])) if fields else None


def _at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model that stands at a path below another."""
    current: Any = model
    for part in path:
        found = _model_in(current)
        if found is None:
            return None
        if isinstance(part, int) or found is not current:
            current = found  # an item of a list, or a value of a mapping
            continue
        fields = {field.alias or name: field for name, field in found.model_fields.items()}
        if part not in fields:
            return None
        annotation = fields[str(part)].annotation
        current = project_vocabulary() if annotation is ProjectVocabulary else annotation
    return _model_in(current)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation holds, straight or inside ``list[...]``, ``dict[str, ...]``, ``Annotated[...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument))), None)
