"""The file that says whom to trust: ``trusted_root.json`` as Sigstore's TUF repository has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tests.release.sigstore.authority import Authority
from tests.release.sigstore.ctlog import CTLog
from tests.release.sigstore.keys import DETAILS, Key, encoded
from tests.release.sigstore.rekor import Log
from tests.release.sigstore.timestamps import TimestampAuthority

MEDIA_TYPE = "application/vnd.dev.sigstore.trustedroot+json;version=0.1"


def instant(at: datetime) -> str:
    """A time as protobuf's JSON has it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def span(start: datetime, end: datetime | None = None) -> dict[str, str]:
    """A range of time; without an end it goes on."""
    return {"start": instant(start), **({"end": instant(end)} if end else {})}


def trusted_root(
    begin: datetime,
    authorities: Sequence[Authority],
    logs: Sequence[Log],
    ct_logs: Sequence[CTLog],
    timestamp_authorities: Sequence[TimestampAuthority],
) -> dict[str, Any]:
    """The document; everything is valid from ``begin`` on."""
    return {
        "mediaType": MEDIA_TYPE,
        "tlogs": [_log(f"https://{log.host}", log.key, log.id, begin) for log in logs],
        "certificateAuthorities": [_authority(one, "https://fulcio.sigstore.test", begin) for one in authorities],
        "ctlogs": [_log(log.address, log.key, log.key.id, begin) for log in ct_logs],
        "timestampAuthorities": [_authority(one.authority, one.address, begin) for one in timestamp_authorities],
    }


def _log(address: str, key: Key, identity: bytes, begin: datetime) -> dict[str, Any]:
    public = {"rawBytes": encoded(key.spki), "keyDetails": DETAILS[key.kind], "validFor": span(begin)}
    return {"baseUrl": address, "hashAlgorithm": "SHA2_256", "publicKey": public, "logId": {"keyId": encoded(identity)}}


def _authority(authority: Authority, address: str, begin: datetime) -> dict[str, Any]:
    return {
        "subject": {"organization": authority.organisation, "commonName": authority.common},
        "uri": address,
        "certChain": {"certificates": [{"rawBytes": encoded(one)} for one in authority.chain]},
        "validFor": span(begin),
    }


def ended(root: dict[str, Any], part: str, at: datetime, number: int = 0) -> dict[str, Any]:
    """The document with one key or authority that ended at a time."""
    return _dated(root, part, number, {"end": instant(at)})


def begun(root: dict[str, Any], part: str, at: datetime, number: int = 0) -> dict[str, Any]:
    """The document with one key or authority that began only at a time."""
    return _dated(root, part, number, {"start": instant(at)})


def _dated(root: dict[str, Any], part: str, number: int, dates: dict[str, str]) -> dict[str, Any]:
    changed = list(root[part])
    one = changed[number]
    if "publicKey" in one:
        one = {**one, "publicKey": {**one["publicKey"], "validFor": {**one["publicKey"]["validFor"], **dates}}}
    else:
        one = {**one, "validFor": {**one["validFor"], **dates}}
    changed[number] = one
    return {**root, part: changed}
