"""INI files to sections with places, as ``configparser`` reads them (without interpolation)."""

from __future__ import annotations

import msgspec

from checker import patterns as re
from checker.model import Span
from checker.text import lines

_SECTION = re.compile(r"\[(?P<name>[^\]]+)\]")
_OPTION = re.compile(r"(?P<key>[^:=\s\[](?:[^:=]*[^:=\s])?)\s*(?P<sign>[:=])\s*(?P<value>.*)$")
_MOST = 100_000
_WHERE = re.compile(r"^While reading from .*?: |^Source contains parsing errors.*$|^File contains ")


class Option(msgspec.Struct):
    """``key = value``, with the lines that continue it."""

    key: str
    value: str
    span: Span
    """Of the value on its first line."""


class Section(msgspec.Struct):
    """``[name]``"""

    name: str
    span: Span
    options: dict[str, Option] = msgspec.field(default_factory=dict)

    def text(self, key: str) -> str:
        """An option's value, ``""`` where it is missing."""
        return self.options[key].value if key in self.options else ""


def sections(text: str, path: str) -> dict[str, Section]:
    """Every section by its name; lines that make no sense are passed over."""
    found: dict[str, Section] = {}
    section: Section | None = None
    option: Option | None = None
    for number, raw in enumerate(lines(text)[:_MOST], 1):
        line = raw.rstrip()
        stripped = line.strip()
        if not stripped or stripped[0] in "#;":
            continue
        if line[0].isspace() and option is not None:
            option.value = f"{option.value}\n{stripped}"
            continue
        match = _SECTION.match(stripped)
        if match:
            span = Span(path, number, 1, number, len(line) + 1)
            section, option = found.setdefault(match["name"], Section(match["name"], span)), None
            continue
        match = _OPTION.match(line)
        if match and section is not None:
            place = Span(path, number, match.start("value") + 1, number, len(line) + 1)
            option = Option(match["key"].strip().lower(), match["value"].strip(), place)
            section.options[option.key] = option
    return found


def refusal(text: str, *, strict: bool = True) -> tuple[int, str] | None:
    """Line and reason why ``configparser`` refuses a text; ``None`` for one that it reads.

    ``strict`` is whether nothing may stand twice.
    """
    import configparser  # few projects have such a file

    try:
        configparser.RawConfigParser(strict=strict).read_string(text)
    except configparser.Error as error:
        line = getattr(error, "lineno", None) or next((number for number, _ in getattr(error, "errors", ())), 1)
        return line, f"it does not parse: {_WHERE.sub('', error.message.splitlines()[0]) or 'the line is neither a section nor a key'}"
    except ValueError:
        return 1, "it does not parse"
    return None
