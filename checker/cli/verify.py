"""``logproof verify``: a release goes out only if it is what was signed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, TextIO

import click

from checker import report, verdict, verification
from checker.cli import _output
from checker.cli._clock import moment
from checker.errors import LogproofError, Problem
from checker.model import Report, Severity
from checker.release.artifacts import Entry
from checker.release.evidence import Asked
from checker.release.wanted import Artifacts, Release, Signer
from checker.report.options import Options
from checker.report.summary import headline
from checker.tree import shown

_VSA = "vsa"
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


@click.command(name="verify")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--policy", "policies", multiple=True, metavar="NAME|FILE", help="What the release must be, and who may sign it.")
@click.option("--bundle", "bundles", multiple=True, metavar="FILE", help="Signature of the files named; else those beside them are taken.")
@click.option("--identity", metavar="ID", help="Without a policy: the signer, exactly as in the certificate.")
@click.option("--issuer", metavar="URL", help="Without a policy: who vouched for the identity.")
@click.option("--key", metavar="FILE", help="Without a policy: the signer's public key in PEM, instead of an identity.")
@click.option("--trust-root", metavar="FILE|NAME", help="A trusted_root.json, `public-good` or `staging`. Default: the policy's.")
@click.option("--sums", metavar="NAME", help="Sums file in the folder, which must name every artifact.")
@click.option("--version", "version", metavar="VERSION", help="Every artifact must be of this version.")
@click.option("--commit", metavar="SHA", help="Every artifact must come from this commit.")
@click.option("--ref", metavar="REF", help="Every artifact must come from this ref.")
@click.option(
    "--checkout", metavar="FOLDER", default=".", type=click.Path(exists=True, file_okay=False),
    help="Clone in which `minimum-commit` is looked up. Default: the current folder.",
)  # fmt: skip
@click.option("--config", metavar="FILE", help="Settings file; default: pyproject.toml or logproof.yaml of the current folder.")
@click.option(
    "--report", "reports", multiple=True, metavar="FORMAT[=PATH]", help="text (default), html, json, sarif, junit, vsa ...; repeatable."
)
@click.option("--show-suppressed", is_flag=True, help="Report waived findings too, marked as such.")
@click.option("--offline", is_flag=True, help="Accepted, and changes nothing: verification never uses the network.")
@click.option(
    "--refresh-trust", metavar="FILE", help="Only fetch the trusted root by TUF, which takes a network; write it to FILE, say what changed."
)
@click.option("--now", hidden=True, metavar="TIME", envvar="LOGPROOF_NOW", help="The clock, as 2027-01-31T12:00:00Z.")
def command(**given: Any) -> int:
    """Verify a release: a folder, or files.

    With --policy (or `release` in the settings) every file of the folder is held against it. Without one, say who signed:

    \b
      logproof verify demo-1.0.tar.gz --bundle demo-1.0.tar.gz.sigstore.json \\
          --identity ID --issuer URL

    Failures of signature and trust cannot be waived.

    \b
    Exit codes:
      0  something was verified, and everything holds
      1  something does not hold
      2  could not run: no policy, no trusted root, nothing to verify
      3  ran, but some file could not be read
    """
    if given["refresh_trust"]:
        from checker.cli import _release

        return _release.refresh(given["refresh_trust"], given["trust_root"] or "public-good")
    wanted = _output.targets(given["reports"] or ("text",), (*report.formats(), _VSA))
    request = _request(given)
    made = _verified(request).report
    for target in wanted:
        _output.write(_writer(made, target, suppressed=given["show_suppressed"]), target.path)
    _output.say(wanted, headline(made))
    return verdict.exit_code(made, Severity.LOW)


def _verified(request: verification.ReleaseRequest) -> verification.Verified:
    """Signatures, then the source; most releases ask for nothing of their source, and then `check` need not be imported."""
    made = verification.verify(request)
    if not (made.wanted and made.wanted.log_configuration):
        return made
    from checker import released

    return released.with_source(request, made)


def _request(given: dict[str, Any]) -> verification.ReleaseRequest:
    direct = [name for name in ("identity", "issuer", "key") if given[name]]
    if direct and given["policies"]:
        raise click.UsageError(f"--{direct[0]} says who signed, and --policy does too; give one of them")
    root = str(Path.cwd())
    asked, place = _asked(given["paths"] or (".",), given["bundles"], given["checkout"])
    names = ("version", "commit", "ref", "sums")
    expected = {name: given[name] for name in names} | {"root": _root(given["trust_root"])}
    return verification.ReleaseRequest(
        asked, moment(given["now"]), root, place, given["config"], given["policies"], _direct(given) if direct else None,
        tuple((name, value) for name, value in expected.items() if value),
    )  # fmt: skip


def _root(given: str | None) -> str:
    return (given or "") if not given or given in ("public-good", "staging") else str(Path(given).absolute())


def _direct(given: dict[str, Any]) -> Release:
    """What --identity, --issuer and --key say, as a policy for every file."""
    for name, why in (("identity", "an issuer vouches for everybody"), ("issuer", "anybody may run an issuer of their own")):
        if not given[name] and not given["key"]:
            raise click.UsageError(f"--{name} is missing: {why}")
        if given[name] and given["key"]:
            raise click.UsageError("a managed key has no identity and no issuer; give --key or the two others")
        if given[name] and "*" in given[name]:
            raise click.UsageError(f"--{name} is exact; patterns need a policy")
    if given["key"]:
        signer = Signer(Path(given["key"]).name, (), str(Path(given["key"]).absolute()))
    else:
        signer = Signer("signer", (("issuer", (given["issuer"],)), ("identity", (given["identity"],))))
    return Release((signer,), (Artifacts("*"),), predicates=False)


def _asked(paths: tuple[str, ...], bundles: tuple[str, ...], checkout: str) -> tuple[Asked, str]:
    """What to look at, and where it lies from the current folder."""
    given = tuple(Entry(shown(path), str(Path(path).absolute())) for path in bundles)
    folders = [path for path in paths if Path(path).is_dir()]
    if folders and (len(paths) > 1 or bundles):
        raise click.UsageError("give one folder, or files; bundles are given for files")
    if folders:
        folder = Path(folders[0]).absolute()
        place = os.path.relpath(folder)
        return Asked(str(folder), checkout=checkout), "" if place == "." else f"{shown(place)}/"
    digests = [path for path in paths if _DIGEST.fullmatch(path) and not os.path.lexists(path)]
    if digests and len(paths) > 1:
        raise click.UsageError("give one digest, or files")
    missing = [path for path in (*paths, *bundles) if path not in digests and not os.path.lexists(path)]
    if missing:
        raise LogproofError(*(Problem("there is no such file", path) for path in missing))
    files = tuple(Entry(shown(path), str(Path(path).absolute())) for path in dict.fromkeys(paths) if path not in digests)
    return Asked("", files, given, digests[0].removeprefix("sha256:") if digests else "", checkout), ""


def _writer(made: Report, target: _output.Target, *, suppressed: bool) -> _output.Write:
    def write(stream: TextIO) -> None:
        if target.format == _VSA:
            from checker.report import vsa

            stream.write(vsa.render(made))
            return
        here = shown(str(Path.cwd().resolve()))
        color = not target.path and _output.colored(stream)
        width = 100 if target.path else _output.width(stream)
        report.write(target.format, made, stream, Options(color=color, width=width, suppressed=suppressed, here=here, top=here))

    return write
