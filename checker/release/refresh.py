"""A newer trusted root by TUF: the one thing of a release run that uses the network, and only when it is asked for.

TUF starts from the root metadata that sigstore-python carries, in a folder of its own: a user's cache is neither read nor written.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sigstore._internal.tuf import DEFAULT_TUF_URL, STAGING_TUF_URL
from sigstore._utils import read_embedded
from tuf.api.exceptions import ExpiredMetadataError, RepositoryError
from tuf.ngclient import Updater  # type: ignore[attr-defined]  # it lists no names

from checker.errors import LogproofError, Problem
from checker.release.refusal import quoted
from checker.release.trust import Trust

_ADDRESSES = {"public-good": DEFAULT_TUF_URL, "staging": STAGING_TUF_URL}
_TARGET = "trusted_root.json"
_PARTS = {
    "tlogs": "a log",
    "ctlogs": "a certificate log",
    "certificate_authorities": "a CA",
    "timestamp_authorities": "a timestamp authority",
}


def fetch(name: str) -> bytes:
    """The newest root of ``public-good`` or ``staging``, as TUF proves it. Raises LogproofError where it cannot be had."""
    url = _ADDRESSES[name]
    with tempfile.TemporaryDirectory(prefix="logproof-") as folder:
        try:
            updater = Updater(
                metadata_dir=folder,
                metadata_base_url=url,
                target_base_url=f"{url}/targets/",
                target_dir=folder,
                bootstrap=read_embedded("root.json", url),
            )
            updater.refresh()
            target = updater.get_targetinfo(_TARGET)
            data = Path(updater.download_target(target)).read_bytes() if target is not None else b""
        except Exception as error:
            told = f"the trusted root cannot be fetched from {url}: {str(error) or type(error).__name__}".split("\n", 1)[0]
            raise LogproofError(Problem(told, hint=_hint(error))) from error
    if not data:
        raise LogproofError(Problem(f"{url} offers no {_TARGET}"))
    return data


def _hint(error: Exception) -> str:
    if isinstance(error, ExpiredMetadataError):
        return "somebody may hold newer metadata back, or this machine's clock is wrong; nothing was written"
    if isinstance(error, RepositoryError):
        return "what is served there is not what the keys of TUF signed; nothing was written"
    return "this needs a network"


def changes(old: Trust, new: Trust) -> Iterator[str]:
    """One sentence for each CA, log and authority that came, went, or whose time changed."""
    if old.sha256 == new.sha256:
        yield f"Nothing changed: SHA-256 {new.sha256}."
        return
    for part, called in _PARTS.items():
        before, after = _windows(getattr(old.model, part)), _windows(getattr(new.model, part))
        yield from (f"New: {called}, {quoted(name)}, {after[key]}." for key, name in _named(after) if key not in before)
        yield from (f"Gone: {called}, {quoted(name)}." for key, name in _named(before) if key not in after)
        for key, name in _named(after):
            if key in before and before[key] != after[key]:
                yield f"Changed: {called}, {quoted(name)}, {before[key]}, now {after[key]}."


_Key = tuple[str, bytes]
"""Name and bytes of the key or of the first certificate."""


def _windows(instances: Any) -> dict[_Key, str]:
    made = {}
    for one in instances:
        certified = hasattr(one, "cert_chain")
        window = one.valid_for if certified else one.public_key.valid_for
        data = one.cert_chain.certificates[0].raw_bytes if certified else one.public_key.raw_bytes
        until = f" until {window.end.isoformat()}" if window.end else ""
        made[str(one.uri or one.subject.common_name) if certified else one.base_url, data] = (
            f"in force from {window.start.isoformat()}{until}"
        )
    return made


def _named(windows: dict[_Key, str]) -> Iterator[tuple[_Key, str]]:
    return ((key, key[0]) for key in windows)
