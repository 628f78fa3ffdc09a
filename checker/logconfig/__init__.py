"""Logging configuration -> pipelines: one reader for each kind of configuration, found and never listed."""

from checker.logconfig.facts import FACTS, UnreadConfig
from checker.logconfig.model import LogPipeline
from checker.logconfig.reader import may_be_configuration
from checker.logconfig.reading import Read, read
from checker.logconfig.sources import Sources
from checker.logconfig.telling import is_telling

__all__ = ["FACTS", "LogPipeline", "Read", "Sources", "UnreadConfig", "is_telling", "may_be_configuration", "read"]
