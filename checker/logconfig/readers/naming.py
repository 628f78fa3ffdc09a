"""Files of settings that name a configuration of logging: they say which one a service takes, and nothing else that is read here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker import patterns as re
from checker.logconfig.reader import Reader

_NAMES = re.compile(r"\.(?:conf|ini|cfg|toml)$", re.IGNORECASE)
_WORDS = re.compile(rb"^[ \t]*\w{0,40}log\w{0,40}[ \t]*[=:][ \t]*[\"']?[\w./-]{1,200}\.(?:conf|ini|cfg|ya?ml|json|toml)\b", re.MULTILINE)


def _read(path: str, data: bytes) -> Iterable[Any]:
    return ()


READER = Reader("naming", names=_NAMES, words=_WORDS, file=_read)
