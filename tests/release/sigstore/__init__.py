"""A private Sigstore for tests; `tests.release.sigstore.instance` says how it is used."""

from __future__ import annotations

from tests.release.sigstore.flaws import FLAWS, fitting
from tests.release.sigstore.identity import GITHUB, GOOGLE, Identity, person, workflow
from tests.release.sigstore.instance import NOW, Signed, Sigstore, Written
from tests.release.sigstore.statements import publish, slsa_02, slsa_1, statement, subject, vsa

__all__ = [
    "FLAWS", "GITHUB", "GOOGLE", "NOW", "Identity", "Signed", "Sigstore", "Written",
    "fitting", "person", "publish", "slsa_02", "slsa_1", "statement", "subject", "vsa", "workflow",
]  # fmt: skip
