"""Logging configuration in YAML and JSON files, for ``dictConfig`` (uvicorn's ``--log-config``, a service's ``logging.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.applying import applied
from checker.logconfig.dictconfig import parse
from checker.logconfig.environment import environment_of
from checker.logconfig.model import LogPipeline, UnreadConfig
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.text.finding import configurations
from checker.logconfig.text.placeholders import is_template
from checker.model import Span
from checker.text import readable

LARGEST = 2_000_000
"""Bytes of a file that is read."""
_NAMES = re.compile(r"\.ya?ml(?:\.\w+)?$|(?:log|conf|setting)[^/]*\.json$", re.IGNORECASE)
_WORDS = re.compile(rb"[\"']?(?:handlers|loggers)[\"']?\s*:")
_CERTAIN = re.compile(r"^\s*[\"']?(?:disable_existing_loggers|formatters|handlers|loggers)[\"']?\s*:", re.MULTILINE)
_SURE = 3


def _read(path: str, data: bytes) -> Iterator[LogPipeline | UnreadConfig]:
    from checker.logconfig.text.yaml_tree import NotYamlError, documents  # brings PyYAML, which few projects need

    if len(data) > LARGEST or b"\0" in data:
        return
    text = readable(data)
    if path.lower().endswith(".json"):
        text = text.replace("\t", " ")  # JSON has tabs only between its parts, and YAML takes none there
    try:
        found = documents(text, path)
    except NotYamlError as error:
        if not is_template(text) and len({match[0].strip() for match in _CERTAIN.finditer(text)}) >= _SURE:
            line = Span(path, error.line, 1, error.line, 1)
            yield UnreadConfig(line, f"it looks like a logging configuration and does not parse: {error}")
        return
    for document in found:
        for value in configurations(document):
            yield applied(parse(value, Resolver()), "dictConfig", environment=environment_of(path))


READER = Reader("yaml", names=_NAMES, words=_WORDS, file=_read)
