"""Addresses of outputs, and how they are protected, as far as the options beside them say."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.model import Span
from checker.monitoring.fields import flag
from checker.monitoring.model import Endpoint


def endpoint(url: Setting, options: dict[str, Setting], skip: str = "tls_config.insecure_skip_verify") -> Endpoint:
    """The address of a URL, and how it is protected."""
    verify = flag(options.get(skip), default=False)
    known = any(key.startswith(("basic_auth", "bearer_token", "oauth2", "authorization")) for key in options)
    if url.unknown or not isinstance(url.value, str):
        plain = isinstance(url.value, str) and _PLAIN.match(url.value) is not None
        return Endpoint(
            url,
            None,
            "http" if plain else "",
            False if plain else None,
            None if verify is None else not verify,
            known,
            options[skip].span if verify else url.span,
        )
    parts = _split(url.value)
    place = options[skip].span if verify and skip in options else url.span
    tls = None if "…" in url.value.partition("://")[0] else parts[0] == "https"
    return Endpoint(Setting(parts[1], url.span, "", url.open), None, parts[0], tls, None if verify is None else not verify, known, place)


_PLAIN = re.compile(r"[\"`]http://")
"""An expression whose beginning is written out, so that the transport is known though the host is not."""
_LISTED = re.compile(r"[^\s,\"'\[\]]+")


def first_of(hosts: Sequence[Setting], tls: bool | None, verified: bool | None, known: bool, unsafe: Span | None = None) -> Endpoint | None:
    """The first of several addresses that is known; an ``https`` address speaks TLS whatever ``tls`` says.

    Places: that of the address, or ``unsafe`` where certificates are not checked.
    """
    told = [(held, part) for held in hosts if not held.unknown for part in _LISTED.findall(str(held.value or ""))]
    if not told:
        return Endpoint(hosts[0], None, "", tls, verified, known, unsafe or hosts[0].span) if hosts else None
    held, written = next(((one, part) for one, part in told if "…" not in part), told[0])
    scheme, host = _split(written)
    secure = True if scheme in ("https", "ssl", "tls") else tls
    return Endpoint(Setting(host, held.span, "", held.open), None, scheme, secure, verified, known, unsafe or held.span)


def _split(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host = parts.hostname or ""
    except ValueError:
        return "", ""
    return parts.scheme, host
