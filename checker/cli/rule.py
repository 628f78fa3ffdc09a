"""``logproof rule``: a rule's page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

import click
import msgspec

from checker.cli import _completing, _output
from checker.coverage.serving import named
from checker.errors import LogproofError, Problem
from checker.policy import naming
from checker.rule import Rule
from checker.rules import registry


@click.command(name="rule")
@click.argument("name", required=False, shell_complete=_completing.rules)
@click.option("--all", "every", is_flag=True, help="List every rule.")
@click.option("--search", metavar="WORD", help="List the rules whose name, code, requirements or page contain this.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it.")
@click.option(
    "--rules", "folders", multiple=True, type=click.Path(), metavar="DIR", help="Load rules of your own from this folder (its code is run)."
)
def command(name: str | None, every: bool, search: str | None, form: str, folders: tuple[str, ...]) -> None:
    """Show a rule's page: what it finds, why it matters, the fix.

    NAME is the rule's name or code; without it, every rule is listed.
    """
    rules = registry(folders)
    if sum((name is not None, every, search is not None)) > 1:
        raise click.UsageError("give one of NAME, --all and --search")
    if name is not None:
        found = _named(name, rules)
        text = json.dumps(_data(found), indent=2) if form == "json" else None
        _output.write(lambda stream: _page(found, stream) if text is None else _line(text, stream))
        return
    chosen = [rule for rule in rules if search is None or _matches(rule, search.casefold())]
    if not chosen and form == "text":
        raise LogproofError(Problem(f"no rule has `{search}` on its page", hint="`logproof rule --all` lists the rules"))
    lines = [json.dumps([_data(rule) for rule in chosen], indent=2)] if form == "json" else list(_list(chosen))
    _output.write(lambda stream: _line("\n".join(lines), stream))


def _named(name: str, rules: Sequence[Rule]) -> Rule:
    words = {word.casefold(): rule for rule in rules for word in (rule.name, rule.code)}
    found = words.get(name.casefold().replace("_", "-"))
    if found is None:
        hint = naming.hint(name, {rule.code: rule.name for rule in rules}, families=True) or naming.LIST
        if any(rule.code.startswith(name.upper()) for rule in rules):
            hint = f"`logproof rule --search {name.upper()}` lists those whose code begins so"
        raise LogproofError(Problem(f"there is no rule `{name}`", hint=hint))
    return found


def _matches(rule: Rule, word: str) -> bool:
    return any(word in text.casefold() for text in (rule.code, rule.name, rule.page.printed, *named(rule)))


def _list(rules: Sequence[Rule]) -> Iterator[str]:
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        state = "" if rule.enabled else " (off by default)"
        yield f"{rule.code}  {rule.name:{width}}  {rule.severity.label:8}  {rule.page.title}{state}"


def _page(rule: Rule, stream: TextIO) -> None:
    facts = [f"{rule.severity.label} severity", f"{rule.confidence.label} confidence", *named(rule)]
    if not rule.enabled:
        facts.append("off by default")
    title, _, body = rule.page.printed.strip().partition("\n")
    text = f"# {rule.code} {rule.name}: {title}\n\n{', '.join(facts)}\n{body}\n"
    if not (_output.colored(stream) and stream.isatty()):
        _line(text, stream)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console(file=stream, width=_output.width(stream)).print(Markdown(text))


def _line(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(f"{text.rstrip().encode(encoding, 'backslashreplace').decode(encoding)}\n")


def _data(rule: Rule) -> dict[str, Any]:
    info = msgspec.structs.asdict(rule.info())
    return {
        **info,
        "severity": rule.severity.label,
        "confidence": rule.confidence.label,
        "enabled": rule.enabled,
        "parameters": rule.defaults,
    }
