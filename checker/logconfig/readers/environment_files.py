"""Environment variables in files of variables (``.env.production``), in Dockerfiles, in systemd units and in Fly's files."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.model import DEVELOPMENT, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.surroundings import EnvironmentVariable
from checker.logconfig.text.placeholders import filled
from checker.model import Span
from checker.text import lines, readable

ABOUT = r"[A-Z0-9_]{0,80}(?:LOG|DEBUG|LEVEL)[A-Z0-9_]{0,80}"
"""Names of variables that settings of logging read."""
_NAMES = re.compile(
    r"(?:^|/)\.env(?:\.[\w.-]+)?$|\.env$|(?:^|/)\.envs/|(?:^|/)[\w.-]*Dockerfile[\w.-]*$|\.service$|(?:^|/)fly(?:\.[\w-]+)?\.toml$"
)
_WORDS = re.compile(rb"(?:LOG|DEBUG|LEVEL)[A-Z0-9_]{0,80}[\"']?[ \t]*[=:\s]")
_ASSIGNED = re.compile(rf"^\s*(?:export\s+)?(?P<name>{ABOUT})\s*=\s*(?P<value>.*?)\s*$")
_OF_IMAGE = re.compile(rf"(?:^\s*ENV\s+|\s)(?P<name>{ABOUT})(?:=|\s+)(?P<value>\"[^\"]*\"|'[^']*'|[^\s\\]+)")
_OF_UNIT = re.compile(rf"^\s*Environment\s*=.*?\b(?P<name>{ABOUT})=(?P<value>[^\s\"']+)")
_PATTERN = re.compile(r"(?:^|[./_-])(?:example|sample|template|tmpl|dist|default|defaults|tpl)(?:[./_-]|$)", re.IGNORECASE)
"""Names of files that only show what is to be set."""
_COMMENT = re.compile(r"(?<!\s)\s+#.*$")
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[EnvironmentVariable]:
    if len(data) > _LARGEST or b"\0" in data:
        return
    name = path.rpartition("/")[2]
    image, unit = "Dockerfile" in name, name.endswith(".service")
    pattern, source = (_OF_IMAGE, "image") if image else (_OF_UNIT, "unit") if unit else (_ASSIGNED, "file")
    source = "unit" if name.endswith(".toml") else source  # Fly's `[env]`, whose lines are those of a file of variables
    environment = DEVELOPMENT if _PATTERN.search(path) else environment_of(path)
    inside = False
    for number, text in enumerate(lines(readable(data).removeprefix("\ufeff")), 1):
        if text.lstrip().startswith("#"):
            continue
        inside = image and (bool(re.match(r"\s*ENV\s", text)) or inside)
        if not image or inside:
            for match in pattern.finditer(text):
                made = _variable(path, number, match, source)
                if made is not None:
                    yield EnvironmentVariable(made.span, match["name"], made, source, path.rpartition("/")[0], "", environment)
        inside = inside and text.rstrip().endswith("\\")


def _variable(path: str, number: int, match: re.Match[str], source: str) -> Setting | None:
    """The value as it stands; ``None`` for an empty one, which most settings take for none."""
    told = _COMMENT.sub("", match["value"]) if source == "file" or path.endswith(".toml") else match["value"]
    told = told.strip().strip("\"'")
    if not told:
        return None
    start = match.start("value") + 1
    span = Span(path, number, start, number, start + len(match["value"]))
    return Resolver().setting(filled(told, span))


READER = Reader("environment-files", names=_NAMES, words=_WORDS, file=_read)
