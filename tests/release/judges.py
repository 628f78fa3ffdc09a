"""Outside judges of bundles: other people's verifiers, which say what is a good signature and what is none."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.release.sigstore import Signed
from tests.release.sigstore.trusted_root import instant

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("sigstore_js.cjs")
NO_JAVASCRIPT = "sigstore-js is not here: set LOGPROOF_NODE_MODULES, or npm ci --prefix .ci/node after copying .ci/judges/*.json there"
NO_COMMAND = "the sigstore command is not here: it comes with the package of that name"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge said."""

    accepted: bool
    why: str = ""


def _missing(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def node_modules() -> Path:
    """The folder with sigstore-js; without it the test is skipped, or fails in CI."""
    folder = Path(os.environ.get("LOGPROOF_NODE_MODULES") or ROOT / ".ci/node/node_modules")
    if not (folder / "@sigstore/verify").is_dir() or shutil.which("node") is None:
        _missing(NO_JAVASCRIPT)
    return folder


def sigstore_js(all_signed: Iterable[Signed]) -> list[Verdict]:
    """sigstore-js on each, in one process; the identity is compared too, the artifact's digest of a statement is not."""
    lines = []
    for signed in all_signed:
        hint = signed.bundle["verificationMaterial"].get("publicKey", {}).get("hint")
        identity = {"subjectAlternativeName": f"^{re.escape(signed.identity.san)}$", "issuer": signed.identity.issuer}
        line = {"bundle": signed.bundle, "root": signed.root, "artifact": base64.b64encode(signed.artifact).decode()}
        lines.append(json.dumps({**line, **({"keys": {hint: signed.key}} if signed.key else {"identity": identity})}))
    command = ["node", str(SCRIPT), str(node_modules())]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, timeout=120, check=True)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) == len(lines), done.stderr
    return [Verdict(bool(one.get("accepted")), one.get("refused", "")) for one in said]


def sigstore_command(signed: Signed, folder: Path) -> Verdict:
    """The command of sigstore-python, without a network, on the files."""
    program = Path(sys.executable).with_name("sigstore")
    if not program.exists():
        _missing(NO_COMMAND)
    written = signed.write(folder / "dist")
    service = {"majorApiVersion": 1, "operator": "test", "validFor": {"start": instant(signed.now.replace(year=2020))}}
    services = {"caUrls": "fulcio", "rekorTlogUrls": "rekor"}
    signing = {key: [{**service, "url": f"https://{host}.sigstore.test"}] for key, host in services.items()}
    config = folder / "config.json"
    media = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json"
    usual = {"mediaType": "application/vnd.dev.sigstore.signingconfig.v0.2+json", "rekorTlogConfig": {"selector": "ANY"}, "oidcUrls": []}
    config.write_text(json.dumps({"mediaType": media, "trustedRoot": signed.root, "signingConfig": {**usual, **signing}}), encoding="utf-8")
    command = [str(program), "--trust-config", str(config), "verify", "identity", "--bundle", str(written.bundle)]
    command += ["--cert-identity", signed.identity.san, "--cert-oidc-issuer", signed.identity.issuer, str(written.artifact)]
    home = {**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(command, env=home, capture_output=True, text=True, timeout=60, check=False)
    return Verdict(done.returncode == 0, done.stderr)
