"""Which Python files are started as scripts where a service runs: by images, Procfiles and units (``CMD ["python", "app.py"]``).

uWSGI runs them as mules beside its workers (``mule = jobs/mail.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.model import PRODUCTION
from checker.logconfig.reader import Reader
from checker.logconfig.surroundings import Started
from checker.logconfig.text.commands import command_lines, is_comment, script_of
from checker.model import Span
from checker.text import lines, readable

_NAMES = re.compile(r"(?:^|/)(?:Procfile|[\w.-]*Dockerfile[\w.-]*|[\w.-]*entrypoint[\w.-]*\.sh|[\w.-]+\.service|[\w.-]*uwsgi[\w.-]*\.ini)$")
_WORDS = re.compile(rb"\bpython|^[ \t]*mule[ \t]*=", re.MULTILINE)
_START = re.compile(r"^\s*(?:CMD|ENTRYPOINT)\b|^\w+:\s|^ExecStart\s*=|^\s*(?:exec\s+)?(?=python)")
_MULE = re.compile(r"\s*mule\s*=\s*(?P<script>[\w./-]+\.py)\s*$")
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[Started]:
    if len(data) > _LARGEST or environment_of(path) != PRODUCTION:
        return
    text = lines(readable(data))
    image = "Dockerfile" in path.rpartition("/")[2]
    for number, line in enumerate(text, 1):
        mule = _MULE.match(line)
        match = mule or (_START.match(line) if not is_comment(line) else None)
        if match is None:
            continue
        told = " ".join(one for _, one in command_lines(text, number, len(text) + 1, match.end())) if mule is None else ""
        script = mule["script"] if mule is not None else script_of(told)
        if script:
            span = Span(path, number, (match.end() if mule is None else mule.start("script")) + 1, number, len(line.rstrip()) + 1)
            yield Started(span, path.rpartition("/")[0], script, image)


READER = Reader("starting", names=_NAMES, words=_WORDS, file=_read)
