"""Real signatures of the public-good instance, verified offline with the root that is shipped: GitHub, GitLab, Google, CircleCI, PyPI."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.release import real
from tests.release.gate import Gate
from tests.release.sigstore import GITHUB, GOOGLE

pytestmark = pytest.mark.integration
MODELS = "https://github.com/trailofbits/pypi-attestation-models/.github/workflows/release.yml@refs/tags/v0.0.4a2"
ATTESTATIONS = "https://github.com/trailofbits/pypi-attestations/.github/workflows/release.yml@refs/tags/v0.0.19"
CIRCLE = "https://oidc.circleci.com/org/d8e94c6e-6e8a-4d3a-8c5a-2e7a6d2f7a3d"
GOOD = [
    ("pypi_attestation_models-0.0.4a2.tar.gz", "sigstore", MODELS, GITHUB),
    ("pypi_attestation_models-0.0.4a2.tar.gz", "attestation", MODELS, GITHUB),
    ("pypi_attestations-0.0.19.tar.gz", "publish.attestation", ATTESTATIONS, GITHUB),
    ("pypi_attestations-0.0.19.tar.gz", "slsa.attestation", ATTESTATIONS, GITHUB),
    ("pypi_attestations-0.0.19.tar.gz", "provenance", ATTESTATIONS, GITHUB),
    ("gitlab_oidc_project-0.0.3.tar.gz", "publish.attestation", "https://gitlab.com/facutuesca/gitlab-oidc-project//.gitlab-ci.yml@refs/heads/main",
     "https://gitlab.com"),
    ("gcb_attestation_test-0.0.0.tar.gz", "provenance", "919436158236-compute@developer.gserviceaccount.com", GOOGLE),
]  # fmt: skip
STAGED = ("rfc8785-0.1.2-py3-none-any.whl", "sigstore", "william@yossarian.net", "https://github.com/login/oauth")
"""Signed with the staging instance: the public-good root must not know it."""
NOW = "2026-11-01T00:00:00Z"


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The artifacts with their bundles."""
    target = tmp_path_factory.mktemp("real")
    try:
        real.assets(target)
    except real.NotToBeHadError as error:
        told = f"real signatures cannot be downloaded and {real.folder()} does not hold them:\n{error}"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    return target


def verify(gate: Gate, assets: Path, one: tuple[str, str, str, str], *more: str) -> str:
    """What is printed of one artifact with one of its bundles."""
    name, suffix, identity, issuer = one
    for path in (assets / name, assets / f"{name}.{suffix}"):
        shutil.copy(path, gate.folder / path.name)
    return gate.verify(name, "--bundle", f"{name}.{suffix}", "--identity", identity, "--issuer", issuer, *more, policy=False, now=NOW)


@pytest.mark.parametrize("one", GOOD, ids=lambda one: f"{one[0].split('-')[0]}.{one[1]}")
def test_real_signatures(gate: Gate, assets: Path, one: tuple[str, str, str, str]) -> None:
    """Each real bundle verifies for its artifact and identity, and for no other artifact, identity, issuer or root."""
    gate.accepts(verify(gate, assets, one))
    name, suffix, identity, issuer = one
    assert verify(gate, assets, (name, suffix, identity + "x", issuer)).endswith("[1]\n")
    assert verify(gate, assets, (name, suffix, identity, issuer + "/")).endswith("[1]\n")
    assert verify(gate, assets, one, "--trust-root", "staging").endswith("[1]\n")
    (gate.folder / name).write_bytes((assets / name).read_bytes() + b"\n")
    arguments = [name, "--bundle", f"{name}.{suffix}", "--identity", identity, "--issuer", issuer]
    assert gate.verify(*arguments, policy=False, now=NOW).endswith("[1]\n")


def test_staging_is_not_public_good(gate: Gate, assets: Path) -> None:
    """What the staging instance signed verifies with its root, and not with the public-good one."""
    gate.accepts(verify(gate, assets, STAGED, "--trust-root", "staging"))
    assert verify(gate, assets, STAGED).endswith("[1]\n")
