"""``logproof config``: which settings hold, and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from checker import discover, policy
from checker.cli import _output
from checker.policy import Effective
from checker.report.escape import visible
from checker.rules import registry

_FORMAT = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it.")
_CONFIG = click.option("--config", type=click.Path(path_type=Path), help="Read the settings from this file instead.")
_POLICY = click.option(
    "--policy", "policies", multiple=True, metavar="NAME|FILE", help="Use this policy pack instead of the settings'; repeatable."
)


@click.group(name="config")
def command() -> None:
    """Show and check the settings in force."""


@command.command()
@click.argument("file", required=False)
@_CONFIG
@_POLICY
@_FORMAT
def show(file: str | None, config: Path | None, policies: tuple[str, ...], form: str) -> None:
    """Show every setting and where it comes from.

    With FILE, show which rules apply to that file.
    """
    project = discover.locate([file] if file else [], str(Path.cwd()))
    effective = policy.load(Path(project.root), config=config, policies=policies, rules=registry())
    if form == "json":
        click.echo(json.dumps(_data(effective, project.asked[0] if file else None), indent=2, ensure_ascii=True))
        return
    for line in _file_lines(effective, project.asked[0]) if file else _lines(effective):
        click.echo(visible(line))


@command.command()
@_CONFIG
@_POLICY
def validate(config: Path | None, policies: tuple[str, ...]) -> None:
    """Check the settings and every policy pack that they use."""
    project = discover.locate([], str(Path.cwd()))
    effective = policy.load(Path(project.root), config=config, policies=policies, rules=registry(), cache=False)
    read = [*([effective.settings] if effective.settings else []), *effective.policies]
    click.echo(visible(f"No problems in {', '.join(read)}."))
    if not effective.settings:
        click.echo("There are no settings: neither [tool.logproof] in pyproject.toml nor logproof.yaml.")


@command.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--report", "reports", multiple=True, metavar="FORMAT[=PATH]", help="text (default) or html, which draws; repeatable.")
def pipeline(paths: tuple[str, ...], reports: tuple[str, ...]) -> None:
    """Show what the logging configurations of a project set up.

    For each: the loggers with their levels and the handlers that they reach, what stops where, and what is not known.
    """
    from checker.pipeline import Request, configuration
    from checker.report.picture import lines, whole_page

    wanted = _output.targets(reports or ("text",), ("text", "html"))
    found = configuration(Request(paths, str(Path.cwd())))
    said = [line for number, one in enumerate(found) for line in (["", *lines(one)] if number else lines(one))]
    plain = "".join(f"{visible(line)}\n" for line in said or ["There is no logging configuration."])
    applied = tuple(one for one in found if not one.unapplied)
    for target in wanted:
        _output.write(_output.text_writer(whole_page(applied) if target.format == "html" else plain), target.path)


@command.command()
def schema() -> None:
    """Print the JSON schema of the settings, for editors."""
    from checker.policy.schema import settings_schema

    click.echo(json.dumps(settings_schema(), indent=2, ensure_ascii=True))


def place(path: str, line: int) -> str:
    """``pyproject.toml:12``, or where a value comes from without a file."""
    return f"{path}:{line}" if line else path


def worded(value: Any) -> str:
    """A setting's value as a person writes it."""
    if isinstance(value, tuple):
        return ", ".join(map(worded, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {worded(child)}" for key, child in value.items()) or "as elsewhere"
    return str(value).lower() if isinstance(value, bool) else str(value) or "none"


def _lines(effective: Effective) -> Iterator[str]:
    yield f"settings  {effective.settings or 'none'}"
    yield f"policies  {', '.join(effective.policies)}"
    yield ""
    rows = [(key, worded(value), place(path, line)) for key, (value, path, line) in sorted(effective.origins.items())]
    rows += [(f"waiver {w.rule}", f"{w.path} until {w.expires}, {w.owner}: {w.reason}", place(w.file, w.line)) for w in effective.waivers]
    key_width = max(len(key) for key, _, _ in rows)
    value_width = min(40, max(len(value) for _, value, _ in rows))
    for key, value, origin in rows:
        yield f"{key:{key_width}}  {value:{value_width}}  {origin}"
    off = [name for name, setting in effective.rules.items() if not setting.enabled]
    locked = [name for name, setting in effective.rules.items() if setting.locked]
    yield ""
    yield f"{len(effective.rules) - len(off)} of {len(effective.rules)} rules are on."
    if off:
        yield f"Off: {', '.join(off)}."
    if locked:
        yield f"Locked: {', '.join(locked)}."


def _file_lines(effective: Effective, path: str) -> Iterator[str]:
    codes = {rule.name: rule.code for rule in registry()}
    ignored = policy.ignored_rules(effective, path)
    yield path or "."
    if policy.matches(effective.exclude, path):
        yield f"  left out by exclude ({place(*effective.origins['exclude'][1:])})"
    if policy.matches(effective.unread_ok, path):
        yield f"  need not be readable ({place(*effective.origins['unread-ok'][1:])})"
    width = max((len(name) for name in effective.rules), default=0)
    for name, setting in effective.rules.items():
        if name in ignored:
            state = f"off for this file by per-file-ignores ({effective.settings})"
        elif not setting.enabled:
            state = f"off ({_why(effective, name, 'enabled')})"
        else:
            state = f"{setting.severity.label}{', locked' if setting.locked else ''}"
        yield f"  {codes[name]} {name:{width}}  {state}"
    for waiver in policy.waivers_for(effective, path):
        where = f" in {waiver.function}" if waiver.function else ""
        origin = place(waiver.file, waiver.line)
        yield f"  waived until {waiver.expires}: {waiver.rule}{where}, by {waiver.owner}: {waiver.reason} ({origin})"


def _why(effective: Effective, name: str, what: str) -> str:
    origin = effective.origins.get(f"rules.{name}.{what}")
    return place(*origin[1:]) if origin else "by default"


def _data(effective: Effective, path: str | None) -> dict[str, Any]:
    """What JSON shows: the same as the text, and every rule's whole setting."""
    ignored = policy.ignored_rules(effective, path) if path is not None else frozenset()
    data: dict[str, Any] = {
        "settings": effective.settings,
        "policies": effective.policies,
        "values": {key: {"value": value, "file": file, "line": line} for key, (value, file, line) in sorted(effective.origins.items())},
        "rules": {
            name: {
                "enabled": setting.enabled and name not in ignored,
                "severity": setting.severity.label,
                "confidence": setting.confidence.label,
                "parameters": setting.parameters,
                "locked": setting.locked,
            }
            for name, setting in effective.rules.items()
        },
        "waivers": [_waiver(waiver) for waiver in (effective.waivers if path is None else policy.waivers_for(effective, path))],
        "per-file-ignores": dict(effective.per_file_ignores),
    }
    if path is not None:
        excluded, may_fail = policy.matches(effective.exclude, path), policy.matches(effective.unread_ok, path)
        data["file"] = {"path": path, "excluded": excluded, "unread-ok": may_fail}
    return data


def _waiver(waiver: policy.Waiver) -> dict[str, Any]:
    return {name: getattr(waiver, name) for name in ("rule", "path", "function", "reason", "owner", "expires", "file", "line")}
