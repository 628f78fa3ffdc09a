"""``chmod`` of log files and folders in Dockerfiles and shell scripts."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.model import Handler, LogPipeline, Setting
from checker.logconfig.reader import Reader
from checker.model import Span
from checker.text import lines, readable

_NAMES = re.compile(r"(?:^|/)(?:[\w.-]*Dockerfile[\w.-]*|[\w.-]*entrypoint[\w.-]*|[\w.-]+\.sh)$")
_WORDS = re.compile(rb"\bchmod\b")
_CHMOD = re.compile(r"\bchmod\s+(?:-[A-Za-z]+\s+)*(?P<mode>0?[0-7]{3}|[ugoa]*[+=][rwxX]+)\s+(?P<files>[^;&|\\\n]+)")
_LOG = re.compile(r"(?:\.log|/logs?/?)$|/logs?/", re.IGNORECASE)
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[ConfiguredHandler]:
    for number, line in enumerate(lines(readable(data[:_LARGEST])), 1):
        for match in _CHMOD.finditer(line) if not line.lstrip().startswith("#") else ():
            files = [word.strip("\"'") for word in match["files"].split()]
            bits = _bits(match["mode"])
            logs = [one for one in files if _LOG.search(one) and not one.endswith((".sh", ".py"))]
            if logs and bits & 0o002:  # a folder that others may read is no leak by itself
                span = Span(path, number, match.start() + 1, number, len(line.rstrip()) + 1)
                options = {"chmod": Setting(bits, span), "created": Setting(logs[0], span)}
                handler = Handler("chmod", span, "chmod", span, options=options)
                around = LogPipeline("mode", span, environment_of(path), partial="a mode alone")
                yield ConfiguredHandler(span, around, handler)


def _bits(mode: str) -> int:
    """The bits that others get in the end, as far as the mode says: of ``+w`` the process's umask, 022 by default, leaves them none."""
    if mode.isdecimal():
        return int(mode, 8)
    who, _, what = mode.replace("=", "+").partition("+")
    bits = ("r" in what) * 4 + ("w" in what) * 2 + ("x" in what.lower())
    return bits if "o" in who or "a" in who else 0


READER = Reader("modes", names=_NAMES, words=_WORDS, file=_read)
