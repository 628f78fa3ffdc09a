"""fail2ban: jails (``jail.conf``, ``jail.local``, ``jail.d``) and filters (``filter.d``); manual page jail.conf(5) of fail2ban 1.x."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.model import Setting
from checker.logconfig.text.ini import Option, Section, refusal, sections
from checker.logconfig.text.placeholders import is_template
from checker.model import Span
from checker.monitoring.jails import Jail, LogFilter, interpolated
from checker.monitoring.model import UnreadConfig
from checker.monitoring.reader import Reader
from checker.monitoring.source import Block

_GENERAL = frozenset(("DEFAULT", "INCLUDES", "Init", "Definition"))
_INLINE = re.compile(r"\s;.*$")
_YES = frozenset(("true", "1", "yes", "on"))
_NO = frozenset(("false", "0", "no", "off"))
_SETTINGS = frozenset(("enabled", "logpath", "maxretry", "findtime", "bantime", "filter", "banaction"))
_MOST = 200
_CALLED = re.compile(r"(?:^|/)(?:jail\.(?:conf|local)|(?:jail|filter)\.d/[^/]+\.(?:conf|local))$")


def _read(block: Block) -> Iterator[Jail | LogFilter | UnreadConfig]:
    held = sections(block.text, block.path)
    definition = held.get("Definition")
    if _CALLED.search(block.path) and not is_template(block.text) and (refused := refusal(block.text, strict=False)) is not None:
        line, why = refused
        yield UnreadConfig(Span(block.path, line, 1, line, 1), f"it looks like fail2ban's configuration, and {why}")
        return
    if definition is not None and "failregex" in definition.options:
        yield _filter(block, held, definition)
        return
    telling = [one for one in held.values() if one.name not in _GENERAL and "logpath" in one.options]
    if not telling or not any(_SETTINGS & one.options.keys() - {"logpath"} for one in held.values()):
        return
    known = _known(held.get("DEFAULT"))
    for section in list(held.values())[:_MOST]:
        if section.name not in _GENERAL:
            yield _jail(block, section, known)


def _environment(block: Block) -> str:
    """Of its folder: ``.local`` is the ending of what a machine sets, here."""
    return environment_of(block.path.removesuffix(".local"))


def _known(*found: Section | None) -> dict[str, str]:
    return {key: _bare(one) for section in found if section is not None for key, one in section.options.items()}


def _bare(option: Option) -> str:
    """Without a comment behind it."""
    return "\n".join(_INLINE.sub("", line).strip() for line in option.value.split("\n"))


def _filter(block: Block, held: dict[str, Section], definition: Section) -> LogFilter:
    known = _known(held.get("DEFAULT"), held.get("Init"), definition)
    option = definition.options["failregex"]
    name = block.path.rpartition("/")[2].rpartition(".")[0]
    before = held["INCLUDES"].text("before") if "INCLUDES" in held else ""
    partial = "it includes other files" if before and before.strip() != "common.conf" else ""
    partial = partial or ("it has a prefregex" if known.get("prefregex") else "") or ("it joins lines" if known.get("maxlines") else "")
    ignored = definition.options.get("ignoreregex")
    return LogFilter(
        definition.span, name, tuple(_patterns(option, known)), tuple(_patterns(ignored, known)) if ignored is not None else (), partial,
        _environment(block),
    )  # fmt: skip


def _patterns(option: Option, known: dict[str, str]) -> Iterator[Setting]:
    """One a line; a semicolon is part of a pattern."""
    for line in option.value.split("\n")[:_MOST]:
        if line.strip():
            made = interpolated(line.strip(), known)
            yield Setting(made, option.span, "" if made is not None else "a part of it is defined elsewhere")


def _jail(block: Block, section: Section, default: dict[str, str]) -> Jail:
    known = {"__name__": section.name, **default, **_known(section)}
    told = known.get("enabled", "").lower()
    enabled = True if told in _YES else False if told in _NO or not told else None
    named = interpolated(known.get("filter", "") or section.name, known) or ""
    option = section.options.get("logpath")
    journal = known.get("backend", "").strip().lower().startswith("systemd")
    own = section.options.get("failregex")
    return Jail(
        section.span, section.name, enabled, named.partition("[")[0].strip(), tuple(_paths(option, known)) if option is not None else (),
        tuple(_patterns(own, known)) if own is not None else (), "enabled" in section.options, journal,
        _environment(block),
    )  # fmt: skip


def _paths(option: Option, known: dict[str, str]) -> Iterator[Setting]:
    for line in _bare(option).split("\n")[:_MOST]:
        made = interpolated(line.strip(), known)
        for one in made.split("\n") if made is not None else [None]:
            path = re.sub(r"\s+(?:head|tail)$", "", one.strip()) if one is not None else None
            if path != "":
                yield Setting(path, option.span, "" if path is not None else "it is defined elsewhere")


READER = Reader("fail2ban", ((b"failregex",), (b"logpath", b"enabled"), (b"logpath", b"maxretry"), (b"logpath", b"bantime")), text=_read)
