"""Files of services and clusters as values: of a file that does not parse whoever knows it by its name says so, and nobody else."""

from __future__ import annotations

import re

from checker.logconfig.facts import UnreadConfig
from checker.logconfig.text.placeholders import is_template
from checker.logconfig.values import Value
from checker.model import Span
from checker.text import readable

LARGEST = 1_000_000
"""Bytes."""


def manifests(path: str, data: bytes, about: re.Pattern[bytes] | None = None) -> list[Value]:
    """Every document of a YAML or JSON file; none where it is larger than `LARGEST`, does not parse, or has nothing of what is asked."""
    from checker.logconfig.text.yaml_tree import NotYamlError, documents  # brings PyYAML, which few projects need

    if len(data) > LARGEST or (about is not None and not about.search(data)):
        return []
    try:
        return documents(_written(path, data), path)
    except NotYamlError:
        return []


def unread(path: str, data: bytes) -> UnreadConfig | None:
    """Why and where a file that is no template does not parse; ``None`` where it does."""
    from checker.logconfig.text.yaml_tree import NotYamlError, documents

    text = _written(path, data)
    if len(data) > LARGEST or is_template(text):
        return None
    try:
        documents(text, path)
    except NotYamlError as error:
        return UnreadConfig(Span(path, error.line, 1, error.line, 1), f"it does not parse: {error}")
    return None


def _written(path: str, data: bytes) -> str:
    text = readable(data)
    return text.replace("\t", " ") if path.endswith(".json") else text
