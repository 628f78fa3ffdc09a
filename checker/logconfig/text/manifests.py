"""Files of services and clusters as values: what does not parse, or is too large, is the affair of whoever deploys it."""

from __future__ import annotations

import re

from checker.logconfig.values import Value
from checker.text import readable

LARGEST = 1_000_000
"""Bytes."""


def manifests(path: str, data: bytes, about: re.Pattern[bytes] | None = None) -> list[Value]:
    """Every document of a YAML or JSON file; none where it is larger than `LARGEST`, does not parse, or has nothing of what is asked."""
    from checker.logconfig.text.yaml_tree import NotYamlError, documents  # brings PyYAML, which few projects need

    if len(data) > LARGEST or (about is not None and not about.search(data)):
        return []
    text = readable(data)
    try:
        return documents(text.replace("\t", " ") if path.endswith(".json") else text, path)
    except NotYamlError:
        return []
