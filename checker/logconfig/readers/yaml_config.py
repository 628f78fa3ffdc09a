"""Logging configuration in YAML and JSON files, for ``dictConfig`` (uvicorn's ``--log-config``, a service's ``logging.yaml``)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.applying import applied
from checker.logconfig.dictconfig import parse
from checker.logconfig.environment import environment_of
from checker.logconfig.facts import UnreadConfig
from checker.logconfig.model import LogPipeline
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.text.finding import configurations
from checker.logconfig.text.naming import is_called_so, names_python
from checker.logconfig.text.placeholders import filled, is_template
from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.text import readable

LARGEST = 2_000_000
"""Bytes of a file that is read."""
_NAMES = re.compile(r"\.ya?ml(?:\.\w+)?$|(?:log|conf|setting)[^/]*\.json$|log[^/]*\.(?:conf|cfg)$", re.IGNORECASE)
_WORDS = re.compile(rb"[\"']?(?:handlers|loggers)[\"']?\s*:")
_CERTAIN = re.compile(r"(?:^[ \t]*|[{,]\s*)[\"']?(?P<key>disable_existing_loggers|formatters|handlers|loggers)[\"']?\s*:", re.MULTILINE)
_VERSION = re.compile(rb"^[\"']?version[\"']?\s*:\s*1\b", re.MULTILINE)
_FILLED = re.compile(r"\{\{[^{}\n]{1,100}\}\}")
_STATEMENT = re.compile(r"\{%|<%|\{\{-?\s*(?:if|range|with|end|else|include|template)\b|^[ \t]*\{\{[^{}\n]{0,100}\}\}[ \t]*$", re.MULTILINE)
"""Of a template: what stands there nobody knows, nor what a line is filled with that holds nothing else."""
_MARK, _OPEN = "$TT", "a template fills it in"
_SURE, _NEARLY = 3, 2
"""So many of the schema's keys make a file a logging configuration, by themselves or with a class of Python's or a name beside them."""


def _read(path: str, data: bytes) -> Iterator[LogPipeline | UnreadConfig]:
    from checker.logconfig.text.yaml_tree import NotYamlError  # brings PyYAML, which few projects need

    if path.lower().endswith((".conf", ".cfg")) and not _VERSION.search(data):
        return  # of another format
    text = readable(data[:LARGEST])
    if b"\0" in data:
        yield from _told(path, text, 1 + text[: text.index("\0")].count("\n") if "\0" in text else 1, "it has bytes that are no text")
        return
    if len(data) > LARGEST:
        yield from _told(path, text, 1, f"it is larger than {LARGEST // 1_000_000} MB")
        return
    try:
        if path.lower().endswith(".json"):
            json.loads(text)
            text = text.replace("\t", " ")  # JSON has tabs only between its parts, and YAML takes none there
        found = _documents(text, path)
    except json.JSONDecodeError as error:
        yield from _told(path, text, error.lineno, f"it does not parse: {error.msg}")
        return
    except NotYamlError as error:
        yield from _told(path, text, error.line, f"it does not parse: {error}")
        return
    except (RecursionError, ValueError) as error:
        yield from _told(path, text, 1, f"it does not parse: {type(error).__name__}")
        return
    for document in found:
        odd = _no_mapping(document)
        if odd is not None:
            key, line = odd
            yield from _told(path, text, line, f"`{key}` is no mapping")
        for value in configurations(document):
            yield applied(parse(value, Resolver()), "dictConfig", environment=environment_of(path))


def _no_mapping(document: Value) -> tuple[str, int] | None:
    """The part of a configuration that ``dictConfig`` wants a mapping for and that is a list or a text, and its line."""
    held = document.data
    if not isinstance(held, Map) or held.entries.get("version", document).data not in (1, "1"):
        return None
    for key in ("formatters", "filters", "handlers", "loggers"):
        part = held.entries.get(key)
        if part is not None and (
            isinstance(part.data, Items) or (part.known and not part.open and isinstance(part.data, str) and part.data)
        ):
            return key, held.keys.get(key, part.span).line
    return None


def _documents(text: str, path: str) -> list[Value]:
    """The documents, also of a template that is no YAML before it is filled in; raises `NotYamlError`."""
    from checker.logconfig.text.yaml_tree import NotYamlError, documents

    try:
        return documents(text, path)
    except NotYamlError:
        if not _is_filled_in(path, text):
            raise
        return documents(_FILLED.sub(lambda one: _MARK.ljust(len(one[0]), "T"), text), path, _left_open)


def _is_filled_in(path: str, text: str) -> bool:
    """Whether it is a template in which nothing but values is left open: then what stands there is known, but for those."""
    return not path.lower().endswith(".json") and "{{" in text and not _STATEMENT.search(text)


def _left_open(text: str, span: Span) -> Value:
    """A text in which what the template fills in is marked."""
    found = filled(text, span)
    return Value(found.data, span, _OPEN if found.reason else "", _OPEN if found.open else "") if _MARK in text else found


def _told(path: str, text: str, line: int, why: str) -> Iterator[UnreadConfig]:
    """Of a file that cannot be read, where it certainly is a logging configuration and no template of one."""
    if not is_template(text) and _is_configuration(path, text):
        yield UnreadConfig(Span(path, line, 1, line, 1), f"it looks like a logging configuration, and {why}")


def _is_configuration(path: str, text: str) -> bool:
    """Whether a file that does not parse is one, by the keys that stand in it and by its name."""
    keys = len({match["key"] for match in _CERTAIN.finditer(text)})
    return keys >= _SURE or (keys >= _NEARLY and names_python(text)) or (keys > 0 and is_called_so(path))


READER = Reader("yaml", names=_NAMES, words=_WORDS, file=_read)
