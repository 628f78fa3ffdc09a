"""What is done before there is a policy, or beside one: drafting it, and renewing the trusted root."""

from __future__ import annotations

import hashlib
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click
from msgspec.structs import replace

from checker.cli import _output
from checker.errors import LogproofError, Problem
from checker.report.escape import visible

if TYPE_CHECKING:
    from checker.release.trust import Trust  # brings sigstore


def refresh(path: str, name: str) -> int:
    """Fetch a shipped root anew; the exit code."""
    from checker.release.refresh import changes, fetch
    from checker.release.shipped_roots import SHIPPED

    if name not in SHIPPED:
        raise LogproofError(Problem(f"only {' and '.join(SHIPPED)} can be fetched", hint="--trust-root says which"))
    old = _before(path, name)
    data = fetch(name)
    new = _read(data, path, f"what was fetched as {name}")
    for sentence in changes(old, new):
        click.echo(visible(sentence))
    _output.write(lambda stream: _copy(data, stream), path, "the trusted root")
    today = datetime.now(timezone.utc).date().isoformat()
    click.echo(visible(f"Written to {path}. For the policy:\n  trust-root: {{file: {path}, sha256: {new.sha256}, as-of: {today}}}"))
    return 0


def _before(path: str, name: str) -> Trust:
    """The root that is there, else the shipped one. Raises LogproofError where something else is there: that is not written over."""
    from checker.release.trust import shipped

    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return shipped(name)
    except OSError as error:
        raise LogproofError(Problem(f"the trusted root cannot be read: {error.strerror or error}", path)) from error
    return _read(data, path, "what is there, and is not written over")


def _read(data: bytes, path: str, what: str) -> Trust:
    from checker.release.refusal import Refused
    from checker.release.trust import read_root

    try:
        return read_root(data, path)
    except Refused as refused:
        raise LogproofError(Problem(f"{what}, is no trusted root: {refused}", path)) from refused


def init(folder: str, output: str, trust_root: str, now: str | None) -> None:
    """Draft a policy; raises LogproofError where a signature does not hold, or there is none."""
    from checker import proof
    from checker.cli._clock import moment
    from checker.release.draft import draft
    from checker.release.evidence import Asked
    from checker.release.wanted import Artifacts, Release

    if Path(output).exists():
        raise LogproofError(Problem("the file is there already, and is not written over", output, hint="--output names another one"))
    known = trust_root in ("public-good", "staging")
    root = trust_root if known else str(Path(trust_root).absolute())
    proven = proof.prove(Asked(str(Path(folder).absolute())), Release(artifacts=(Artifacts("*"),), root=root), moment(now))
    wrong = [claim for claim in proven.claims if not claim.holds and claim.rule not in ("wrong-signer", "unnamed-file")]
    if wrong or not any(proven.attestations.values()):
        problems = [Problem(claim.sentence) for claim in wrong] or [Problem("there is no signature", folder)]
        hint = f"held against the root {trust_root}; --trust-root names another one"
        problems[-1] = replace(problems[-1], hint=hint)
        raise LogproofError(*problems)
    pin: dict[str, Any] = (
        {"name": trust_root} if known else {"file": trust_root, "sha256": hashlib.sha256(Path(root).read_bytes()).hexdigest()}
    )
    made = draft(proven.attestations, pin)
    _output.write(lambda stream: _write(made, stream), output, "the policy")
    click.echo("This is who signed it; is that right?")
    for name, claims in made["signers"].items():
        click.echo(visible(f"  {name}: {', '.join(f'{key} {value}' for key, value in claims.items())}"))
    click.echo(visible(f"Written to {output}. Then: logproof verify {folder} --policy {output}"))


def _write(made: dict[str, Any], stream: TextIO) -> None:
    import yaml

    document = {"name": "my-release", "description": "Who may release this project.", "extends": ["default"], "release": made}
    yaml.safe_dump(document, stream, sort_keys=False, allow_unicode=True, width=120)


def _copy(data: bytes, stream: TextIO) -> None:
    stream.write(data.decode("utf-8"))
