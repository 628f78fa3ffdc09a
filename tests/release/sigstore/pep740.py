"""PEP 740: attestations and provenance files as PyPI's index gives them, from bundles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def attestation(bundle: dict[str, Any]) -> dict[str, Any]:
    """One attestation object (``NAME.publish.attestation``); the bundle is one of version 0.3 with an envelope."""
    material, envelope = bundle["verificationMaterial"], bundle["dsseEnvelope"]
    return {
        "version": 1,
        "verification_material": {
            "certificate": material["certificate"]["rawBytes"],
            "transparency_entries": material["tlogEntries"],
        },
        "envelope": {"statement": envelope["payload"], "signature": envelope["signatures"][0]["sig"]},
    }


def provenance(bundles: Sequence[dict[str, Any]], repository: str = "acme/demo", workflow: str = "release.yml") -> dict[str, Any]:
    """The file that an index serves (``NAME.provenance``); its publisher block is the index's word and signed by nobody."""
    publisher = {"kind": "GitHub", "repository": repository, "workflow": workflow, "environment": None, "claims": None}
    listed = [attestation(bundle) for bundle in bundles]
    return {"version": 1, "attestation_bundles": [{"publisher": publisher, "attestations": listed}]}
