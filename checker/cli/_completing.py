"""What a shell may offer behind an argument; imported by every command, so that it imports nothing itself."""

from __future__ import annotations

import click


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Names and codes of rules, also the last of several with commas between them."""
    from checker.rules import registry

    before, comma, word = incomplete.rpartition(",")
    known = (name for rule in registry() for name in (rule.name, rule.code))
    return [f"{before}{comma}{name}" for name in known if name.startswith(word)]


def reports(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Formats of a report."""
    from checker import report

    return [name for name in report.formats() if name.startswith(incomplete)]


def packs(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Policy packs that come with logproof."""
    from checker.policy.packs import catalogue

    return [pack.name for pack in catalogue() if pack.name.startswith(incomplete)]


def events(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Events of OWASP's vocabulary."""
    from checker.trace.events.naming import NAMES

    return sorted(name for name in NAMES if name.startswith(incomplete))
