"""Who signs: the subject alternative name and the extensions that Fulcio puts into a certificate.

Numbers and encodings are those of Fulcio's ``docs/oid-info.md``: 1.1 to 1.6 hold bare text, 1.8 and up a DER UTF8String.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cryptography import x509

from tests.release.sigstore import der

GITHUB = "https://token.actions.githubusercontent.com"
GOOGLE = "https://accounts.google.com"
_ARC = "1.3.6.1.4.1.57264.1"
_FIRST_DER = 7
OTHER_NAME = f"{_ARC}.7"


@dataclass(frozen=True, slots=True)
class Identity:
    """A subject alternative name (none: an empty text) and Fulcio's extensions, last number of the OID to text."""

    san: str
    claims: Mapping[int, str] = field(default_factory=dict)

    @property
    def issuer(self) -> str:
        """Who vouched for the identity."""
        return self.claims.get(8) or self.claims.get(1, "")

    def but(self, san: str | None = None, **claims: str | None) -> Identity:
        """The same with other claims, named ``_8="..."``; None leaves one out."""
        changed = {**self.claims, **{int(number[1:]): value for number, value in claims.items()}}
        kept = {number: value for number, value in sorted(changed.items()) if value is not None}
        return replace(self, san=self.san if san is None else san, claims=kept)

    def names(self) -> list[x509.GeneralName]:
        """The subject alternative name as its kind: an address, a URI, or Fulcio's own name for what is neither."""
        if not self.san:
            return []
        if "://" in self.san:
            return [x509.UniformResourceIdentifier(self.san)]
        if "!" in self.san:
            return [x509.OtherName(x509.ObjectIdentifier(OTHER_NAME), der.text(self.san))]
        return [x509.RFC822Name(self.san)]

    def extensions(self) -> list[x509.UnrecognizedExtension]:
        """The claims as the certificate has them."""
        return [
            x509.UnrecognizedExtension(
                x509.ObjectIdentifier(f"{_ARC}.{number}"), value.encode() if number < _FIRST_DER else der.text(value)
            )
            for number, value in self.claims.items()
        ]


def person(address: str = "releaser@example.org", issuer: str = GOOGLE) -> Identity:
    """Somebody who logged in with an address."""
    return Identity(address, {1: issuer, 8: issuer})


def workflow(
    repository: str = "acme/demo",
    *,
    file: str = ".github/workflows/release.yml",
    ref: str = "refs/tags/v1.2.0",
    commit: str = "1f" * 20,
    trigger: str = "push",
    runner: str = "github-hosted",
    repository_id: str = "4711",
    owner_id: str = "42",
    run: str = "100/attempts/1",
    called: str = "",
    visibility: str = "public",
    environment: str = "",
) -> Identity:
    """A workflow of GitHub Actions; ``called`` is the URI of a reusable workflow that did the signing for it."""
    source = f"https://github.com/{repository}"
    config = f"{source}/{file}@{ref}"
    signer = called or config
    owner = source.rpartition("/")[0]
    claims = {
        1: GITHUB, 2: trigger, 3: commit, 4: "Release", 5: repository, 6: ref, 8: GITHUB, 9: signer, 10: "2e" * 20 if called else commit,
        11: runner, 12: source, 13: commit, 14: ref, 15: repository_id, 16: owner, 17: owner_id,
        18: config, 19: commit, 20: trigger, 21: f"{source}/actions/runs/{run}", 22: visibility,
    }  # fmt: skip
    return Identity(signer, {**claims, **({23: environment} if environment else {})})
