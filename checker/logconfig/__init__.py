"""Logging configuration -> pipelines: one reader for each kind of configuration, found and never listed."""

from checker.logconfig.facts import FACTS, UnreadConfig
from checker.logconfig.model import LogPipeline
from checker.logconfig.reader import may_be_configuration, resembles
from checker.logconfig.reading import Made, Read, made, read
from checker.logconfig.sources import Sources
from checker.logconfig.telling import is_telling

__all__ = [
    "FACTS",
    "LogPipeline",
    "Made",
    "Read",
    "Sources",
    "UnreadConfig",
    "is_telling",
    "made",
    "may_be_configuration",
    "read",
    "resembles",
]
