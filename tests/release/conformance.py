"""The sigstore conformance suite's command line, on ours, and its cases without its network.

    python -m tests.release.conformance verify-bundle --bundle FILE --certificate-identity ID --certificate-oidc-issuer URL FILE_OR_DIGEST
    python -m tests.release.conformance cases CHECKOUT      all of test/assets/bundle-verify of a checkout of sigstore/sigstore-conformance

The first form is what the suite calls (``docs/cli_protocol.md`` there); its exit code is 0 for what is verified. The second prints each
case that has another verdict than its name says, with what the command printed, and its exit code is 1 where there is one.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.cli import run

BEACON = (
    "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml"
)
IDENTITY, ISSUER = f"{BEACON}@refs/heads/main", "https://token.actions.githubusercontent.com"
FAILS = "_fail"
"""What the names of cases end in that must be refused."""


def ours(arguments: Sequence[str]) -> list[str]:
    """Our arguments for those of the protocol's ``verify-bundle``."""
    parser = argparse.ArgumentParser(prog="verify-bundle", allow_abbrev=False)
    parser.add_argument("--staging", action="store_true")
    parser.add_argument("--bundle", required=True)
    parser.add_argument("--certificate-identity")
    parser.add_argument("--certificate-oidc-issuer")
    parser.add_argument("--key")
    parser.add_argument("--trusted-root")
    parser.add_argument("artifact")
    given = parser.parse_args(arguments)
    options = {"--identity": given.certificate_identity, "--issuer": given.certificate_oidc_issuer, "--key": given.key}
    options["--trust-root"] = given.trusted_root or ("staging" if given.staging else None)
    chosen = [word for name, value in options.items() if value for word in (name, value)]
    return ["verify", given.artifact, "--bundle", given.bundle, *chosen]


@dataclass(frozen=True, slots=True)
class Case:
    """One folder of the suite's ``bundle-verify``."""

    folder: Path

    @property
    def good(self) -> bool:
        """Whether it must be accepted."""
        return not self.folder.name.endswith(FAILS)

    def arguments(self) -> list[str]:
        """Of ``verify-bundle``, as the suite's own tests put them together."""
        key, root, artifact = (self.folder / name for name in ("key.pub", "trusted_root.json", "artifact"))
        who = ["--certificate-identity", self._text("identity", IDENTITY), "--certificate-oidc-issuer", self._text("issuer", ISSUER)]
        who = ["--key", str(key)] if key.exists() else who
        roots = ["--trusted-root", str(root)] if root.exists() else []
        file = artifact if artifact.exists() else self.folder.parent / "a.txt"
        return ["--bundle", str(self.folder / "bundle.sigstore.json"), *who, *roots, str(file)]

    def _text(self, name: str, usual: str) -> str:
        path = self.folder / name
        return path.read_text(encoding="utf-8").strip() if path.exists() else usual


def cases(checkout: Path) -> Iterator[Case]:
    """Every case of a checkout."""
    folder = checkout / "test/assets/bundle-verify"
    return (Case(path) for path in sorted(folder.iterdir()) if (path / "bundle.sigstore.json").exists())


def told(arguments: Sequence[str]) -> tuple[int, str]:
    """Exit code and what was printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = run([*ours(arguments), "--report", "concise"])
    return code, printed.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """One verification, or all cases."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == ["verify-bundle"]:
        return run(ours(given[1:]))
    if len(given) != 2 or given[0] != "cases":
        print(__doc__)
        return 2
    passed = failed = 0
    for case in cases(Path(given[1])):
        code, printed = told(case.arguments())
        if (code == 0) is case.good and code in (0, 1, 2) and "internal error" not in printed:
            passed += 1
        else:
            failed += 1
            print(f"{case.folder.name}: [{code}]\n{printed}")
    print(f"{passed} cases passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
