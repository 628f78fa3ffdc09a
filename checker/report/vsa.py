"""A SLSA Verification Summary Attestation of a release: an in-toto Statement v1, unsigned (sign it to hand it on).

It is no format of findings, and `logproof check` does not offer it.

https://slsa.dev/spec/v1.0/verification_summary says what each field is. No level is stated: which one a build has depends on its
builder, which nobody has audited here. The input attestations are the bundle files that were read, whether or not they hold; what lies in a
folder has no address to give.
"""

from __future__ import annotations

from typing import Any

from checker.errors import LogproofError, Problem
from checker.model import Report
from checker.report.escape import json_text, well_formed


def render(report: Report) -> str:
    """One statement whose subjects are the artifacts; it passes only where every claim holds. Raises LogproofError for other runs."""
    proven = report.proven
    if proven is None:
        raise LogproofError(Problem("a verification summary (vsa) is of a release: `logproof verify` writes it"))
    label, digest = proven.policy[0]
    document: dict[str, Any] = {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [{"name": well_formed(name), "digest": {"sha256": sha256}} for name, sha256 in proven.artifacts],
        "predicateType": "https://slsa.dev/verification_summary/v1",
        "predicate": {
            "verifier": {"id": "urn:logproof:verify", "version": {"logproof": report.version}},
            "timeVerified": proven.time,
            "resourceUri": "urn:sha256:" + ",".join(sha256 for _, sha256 in proven.artifacts),
            "policy": {"uri": well_formed(label), "digest": {"sha256": digest}},
            "inputAttestations": [{"name": well_formed(name), "digest": {"sha256": sha256}} for name, sha256 in proven.inputs],
            "verificationResult": "PASSED" if proven.passed else "FAILED",
            "verifiedLevels": [] if proven.passed else ["FAILED"],
            "slsaVersion": "1.0",
        },
    }
    return json_text(document)
