"""The trusted root: read strictly, pinned by its digest, and narrowed to what was in force when a signature was made.

sigstore-python ignores the end of a CA's or log's time; sigstore-go and sigstore-js refuse what had ended. A root that holds nothing but
what was in force at the signature's time makes the library refuse it too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, timezone
from functools import cached_property
from typing import Any, NamedTuple

import msgspec
from sigstore._internal.trust import CertificateAuthority, CTKeyring, Keyring, KeyringPurpose, RekorKeyring
from sigstore.models import TrustedRoot
from sigstore_models.trustroot.v1 import TrustedRoot as RootModel

from checker.release.fields import check_fields
from checker.release.refusal import Refused, quoted
from checker.release.shipped_roots import SHIPPED, shipped_bytes
from checker.release.strict_json import loads

_RULE = "untrusted-root"
_MEDIA_TYPE = "application/vnd.dev.sigstore.trustedroot+json;version=0.1"


class Moment(NamedTuple):
    """When a signature was made, by every source of time, and when its certificate began to be good (``None`` for a managed key)."""

    signed: tuple[datetime, ...]
    certified: datetime | None


class _Authority(CertificateAuthority):
    """An authority whose time was looked at already."""

    def certificates(self, *, allow_expired: bool) -> list[Any]:
        """From leaf to root, whatever the clock of this machine says."""
        return self._certificates

    @property
    def validity_period_end(self) -> datetime | None:
        """None: the narrowed root holds only what was in force, its last second included."""
        return None


class Root(TrustedRoot):
    """A trusted root all of whose keys were in force; they are read once and not again for each bundle."""

    @cached_property
    def _rekor(self) -> Keyring:
        return Keyring([log.public_key for log in self._inner.tlogs])

    @cached_property
    def _ct(self) -> Keyring:
        return Keyring([log.public_key for log in self._inner.ctlogs])

    @cached_property
    def _authorities(self) -> list[Any]:
        return [_Authority(authority) for authority in self._inner.timestamp_authorities]

    @cached_property
    def _certificates(self) -> list[Any]:
        return [one for authority in self._inner.certificate_authorities for one in _Authority(authority).certificates(allow_expired=True)]

    def rekor_keyring(self, purpose: KeyringPurpose) -> RekorKeyring:
        """Keys of the logs."""
        return RekorKeyring(self._rekor)

    def ct_keyring(self, purpose: KeyringPurpose) -> CTKeyring:
        """Keys of the certificate logs."""
        return CTKeyring(self._ct)

    def get_timestamp_authorities(self) -> list[CertificateAuthority]:
        """The timestamp authorities."""
        return self._authorities

    def get_fulcio_certs(self) -> list[Any]:
        """The authorities' certificates."""
        return self._certificates


class Trust(msgspec.Struct, frozen=True):
    """Whom signatures are held against."""

    label: str
    """As messages name it."""
    sha256: str
    """Hex, of the file."""
    model: RootModel
    as_of: date | None = None
    """The day on which it was fetched, where the pin says so."""
    _narrowed: dict[Any, Any] = msgspec.field(default_factory=dict)

    def at(self, moment: Moment, whole: str | None = None) -> Root:
        """What was in force at every time of the moment; the certificate logs are asked for the time of the certificate.

        ``whole``: this part (or ``""``: each) has everything, whenever it was in force; only to say why something was refused.
        """
        model = self.model
        kept = (
            _in_force(model.tlogs, lambda log: log.public_key.valid_for, moment.signed),
            _in_force(model.ctlogs, lambda log: log.public_key.valid_for, (moment.certified,) if moment.certified else moment.signed),
            _in_force(model.certificate_authorities, lambda authority: authority.valid_for, moment.signed),
            _in_force(model.timestamp_authorities, lambda authority: authority.valid_for, moment.signed),
        )
        parts: tuple[Any, ...] = (model.tlogs, model.ctlogs, model.certificate_authorities, model.timestamp_authorities)
        names = ("tlogs", "ctlogs", "certificate_authorities", "timestamp_authorities")
        if whole is not None:
            every = [tuple(range(len(part))) for part in parts]
            kept = tuple(all_ if whole in ("", name) else one for name, all_, one in zip(names, every, kept, strict=True))  # type: ignore[assignment]  # of four
        if kept not in self._narrowed:
            update = {name: [part[number] for number in numbers] for name, part, numbers in zip(names, parts, kept, strict=True)}
            self._narrowed[kept] = Root(model.model_copy(update=update))
        root: Root = self._narrowed[kept]
        return root


def _in_force(instances: Iterable[Any], window: Callable[[Any], Any], times: Iterable[datetime]) -> tuple[int, ...]:
    """Numbers of the instances whose time, both ends included, covers every one of the times."""
    return tuple(
        number for number, instance in enumerate(instances)
        if all(window(instance).start <= time and (window(instance).end is None or time <= window(instance).end) for time in times)
    )  # fmt: skip


def read_root(data: bytes, label: str, *, sha256: str = "", as_of: date | None = None) -> Trust:
    """A trusted root's file; with ``sha256`` (hex) nothing else is accepted. Raises `Refused`."""
    what = f"the trusted root {quoted(label)}"
    digest = hashlib.sha256(data).hexdigest()
    if sha256 and digest != sha256:
        raise Refused(_RULE, what, f"SHA-256 {sha256}, as pinned", digest)
    document = loads(data, what, _RULE)
    if not isinstance(document, dict) or document.get("mediaType") != _MEDIA_TYPE:
        found = document.get("mediaType") if isinstance(document, dict) else "something else than an object"
        raise Refused(_RULE, f"{what}, its media type", quoted(_MEDIA_TYPE), quoted(found))
    check_fields(document, what, _RULE)
    try:
        model = RootModel.from_json(json.dumps(_filled(document)))
        root = Root(model)
        keys = len(root._rekor._keyring) + len(root._ct._keyring)
        complete = bool(root.get_fulcio_certs() and model.tlogs and model.ctlogs and keys)
        check_names(root.get_fulcio_certs())
        for authority in root.get_timestamp_authorities():
            check_names(authority.certificates(allow_expired=True))
    except Refused:
        raise
    except Exception as error:
        raise Refused(_RULE, what, "a trusted root of the known form", _first_line(error)) from error
    if not complete:
        raise Refused(_RULE, what, "at least one CA, one log and one certificate log", "less")
    for instance in (*model.tlogs, *model.ctlogs):
        if instance.public_key.valid_for is None:
            raise Refused(_RULE, f"{what}, the key of {quoted(instance.base_url)}", "a time in which it is valid", "none")
    for time in _times(model):
        if time.tzinfo is None:
            raise Refused(_RULE, what, "times with their zone", quoted(time))
    return Trust(label, digest, model, as_of)


def check_names(certificates: Iterable[Any]) -> None:
    """Raises ValueError for names that cannot be read: rfc3161-client ends the whole run over them."""
    for certificate in certificates:
        str(certificate.subject), str(certificate.issuer)


def _filled(document: dict[str, Any]) -> dict[str, Any]:
    """With the texts and lists that protobuf's JSON leaves out where they are empty; the library wants them all."""
    for name in ("tlogs", "ctlogs", "certificateAuthorities", "timestampAuthorities"):
        document.setdefault(name, [])
    for log in (*document["tlogs"], *document["ctlogs"]):
        log.setdefault("baseUrl", "")
    for authority in (*document["certificateAuthorities"], *document["timestampAuthorities"]):
        authority["subject"] = {"organization": "", "commonName": "", **authority.get("subject", {})}
    return document


def _times(model: RootModel) -> Iterable[datetime]:
    windows = [instance.public_key.valid_for for instance in (*model.tlogs, *model.ctlogs)]
    windows += [authority.valid_for for authority in (*model.certificate_authorities, *model.timestamp_authorities)]
    return [time for window in windows for time in (window.start, window.end) if time is not None]  # type: ignore[union-attr]  # checked above


def _first_line(error: Exception) -> str:
    """What pydantic says of the first mistake, or the exception's first line."""
    errors = getattr(error, "errors", None)
    if callable(errors):
        first: Any = errors()[0]
        return quoted(f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    return quoted(str(error).split("\n", 1)[0])


def shipped(name: str) -> Trust:
    """``public-good`` or ``staging``, as it comes with logproof and held against its pin. Raises `Refused`."""
    pin = SHIPPED[name]
    return read_root(shipped_bytes(name), f"{name} root", sha256=pin.sha256, as_of=pin.as_of)


def stale(trust: Trust, most_days: int, now: datetime) -> Refused | None:
    """Why the root is too old, where it is; a root whose pin names no day counts as of unknown age."""
    what = f"the trusted root {quoted(trust.label)}, its age"
    if trust.as_of is None:
        return Refused(_RULE, what, f"at most {most_days} days", "no day in the policy on which it was fetched (`as-of`)")
    days = (now.astimezone(timezone.utc).date() - trust.as_of).days
    if 0 <= days <= most_days:
        return None
    return Refused(_RULE, what, f"at most {most_days} days", f"{days} days (fetched on {trust.as_of.isoformat()})")
