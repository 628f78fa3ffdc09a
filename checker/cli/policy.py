"""``logproof policy``: the policy packs, and what each means for every rule."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import click

from checker.cli import _completing, _requirements
from checker.coverage.serving import named
from checker.policy import Effective
from checker.report.escape import visible
from checker.rule import Rule
from checker.rules import registry

_FORMAT = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it.")


@click.group(name="policy")
def command() -> None:
    """Show and check policy packs."""


@command.command("list")
@_FORMAT
def list_packs(form: str) -> None:
    """List the packs that come with logproof."""
    from checker.policy.packs import catalogue

    packs = {pack.name: pack.description for pack in catalogue()}
    if form == "json":
        click.echo(json.dumps([{"name": name, "description": text} for name, text in packs.items()], indent=2))
        return
    width = max(map(len, packs))
    for name, text in packs.items():
        click.echo(f"{name:{width}}  {text}")


@command.command(short_help="Show what a pack says of every rule and requirement.")
@click.argument("name", shell_complete=_completing.packs)
@_FORMAT
@click.option(
    "--by",
    type=click.Choice(["requirement", "rule"]),
    help="List requirements with the rules that serve them, or rules. Text only. Default: requirement where the pack has some.",
)
def show(name: str, form: str, by: str | None) -> None:
    """Show what the pack NAME (or the file at a path) says of every rule, and which rules serve each requirement that it lists."""
    effective = _alone(name)
    rules = registry()
    if form == "json":
        click.echo(json.dumps(_data(effective, rules), indent=2, ensure_ascii=True))
        return
    by = by or ("requirement" if effective.requirements else "rule")
    body = _requirements.lines(effective, rules) if by == "requirement" else _lines(effective, rules)
    for line in chain(_head(name, effective), body):
        click.echo(visible(line))


@command.command()
@click.argument("file")
def validate(file: str) -> None:
    """Check the pack in FILE, and every pack that it extends."""
    effective = _alone(file if Path(file).is_absolute() else f"./{file}")
    click.echo(visible(f"No problems in {', '.join(effective.policies)}."))


@command.command(short_help="Draft a policy from a release whose signatures hold.")
@click.argument("kind", type=click.Choice(["release"]))
@click.argument("folder", type=click.Path(), default="dist")
@click.option("--output", default="release.yaml", show_default=True, metavar="FILE", help="Where to write the policy; never over a file.")
@click.option("--trust-root", default="public-good", show_default=True, metavar="FILE|NAME", help="As for `logproof verify`.")
@click.option("--now", hidden=True, metavar="TIME", envvar="LOGPROOF_NOW")
def init(kind: str, folder: str, output: str, trust_root: str, now: str | None) -> None:
    """Draft a policy from a release in FOLDER whose signatures are verified: look at who signed it before you use it."""
    from checker.cli import _release

    _release.init(folder, output, trust_root, now)


@command.command(short_help="Say what the project shows of each requirement.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--policy",
    "policies",
    multiple=True,
    metavar="NAME|FILE",
    help="Hold the project against this pack instead of the settings'.",
    shell_complete=_completing.packs,
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT[=PATH]",
    help="text (default), markdown, html or json, to a file or standard output; repeatable.",
)
@click.option("--min-confidence", type=click.Choice(["low", "medium", "high"]), help="Count findings less sure than this as doubts.")
@click.option("--baseline", metavar="FILE", help="Findings that this baseline has accepted are told as such; default: the settings'.")
@click.option("--config", type=click.Path(), help="Read the settings from this file instead of the project's.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although a requirement is violated.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Number of processes; one for each core by default.")
@click.option("--today", envvar="LOGPROOF_TODAY", hidden=True, help="The date by which suppressions expire.")
def coverage(**given: Any) -> int:
    """Say of each requirement what the project shows: met, violated, unknown or not checkable, and why.

    Met is said only where what a requirement needs was there to be looked at. PATHS are those of `logproof check`.

    \b
    Exit codes:  0  no requirement is violated
                 1  some are
                 2  could not run; no pack in force lists requirements
                 3  ran, but some input could not be analysed
    """
    from checker.cli import _coverage

    return _coverage.command(given)


def _alone(name: str) -> Effective:
    """What holds under one pack where a project has no settings."""
    from checker.policy import locate
    from checker.policy.resolve import resolve

    return resolve(Path.cwd(), None, locate.shipped(), [name], {}, registry(), trusted=True)[0]


def _head(name: str, effective: Effective) -> Iterator[str]:
    yield f"{name}: {', '.join(effective.policies)}"
    yield f"findings of {effective.min_confidence.label} confidence and above are shown; a run fails on {effective.fail_on.label} and above"
    yield ""


def _lines(effective: Effective, rules: Sequence[Rule]) -> Iterator[str]:
    for rule in rules:
        setting = effective.rules[rule.name]
        state = f"{setting.severity.label} severity, {setting.confidence.label} confidence" if setting.enabled else "off"
        yield f"{rule.code} {rule.name}  {state}{', locked' if setting.locked else ''}"
        for key, value in setting.parameters.items():
            yield f"      {key}: {json.dumps(value, ensure_ascii=False, default=str)}"
        if served := named(rule):
            yield f"      serves {', '.join(served)}"


def _data(effective: Effective, rules: Sequence[Rule]) -> dict[str, Any]:
    return {
        "policies": effective.policies,
        "min-confidence": effective.min_confidence.label,
        "fail-on": effective.fail_on.label,
        "requirements": _requirements.data(effective, rules),
        "rules": [_rule(effective, rule) for rule in rules],
    }


def _rule(effective: Effective, rule: Rule) -> dict[str, Any]:
    setting = effective.rules[rule.name]
    return {
        "code": rule.code,
        "name": rule.name,
        "enabled": setting.enabled,
        "enabled-by-default": rule.enabled,
        "severity": setting.severity.label,
        "confidence": setting.confidence.label,
        "locked": setting.locked,
        "parameters": setting.parameters,
        "serves": named(rule),
    }
