"""How sure it is that what stands in an error's text is a secret, and that the text gets into a log: by what it is, and how far it came."""

from __future__ import annotations

from checker.model import Confidence
from checker.source.facts.records import PARTED, WITH_ITS, Origin
from checker.source.lexicon.words import split

_TELLING_KINDS = frozenset({"headers", "environ", "body", "event"})
"""Containers whose text is worth a look in an error; what a server answered to a call that failed is an error's text itself."""
_FAR = 1
"""Function calls beyond which a flow into an error's text is no more than a hint."""
_HANDED = 3
"""Function calls through which the command of a program is handed to what runs it, and says what failed."""
_NEARBY = 2
"""Function calls through which a mapping or an object comes that is known to hold a password, or an address that was put together with
one, into an error that is written."""
_CERTAIN = frozenset(
    {"password", "passphrase", "PIN", "one-time code", "API key", "authorization header", "recovery phrase", "password hash"}
)
"""What is meant is certain by its name alone. A token, a key or a secret in an error's text is as often a word that was read, the name of a
file or an object of the wrong type: of 43 that nobody was known to log, 10 were credentials."""
_IN_HEADERS = frozenset({"token", "JWT", "authorization header", "secret", "secret key"})
"""What is as often something else elsewhere: among the headers of a request it lets somebody in."""
_READ_OF_DICTS = frozenset({"password", "passphrase", "API key"})
"""What is certain of a dict as soon as it is read of it; codes are read of any request."""
REPEATED = "library error"
"""Mark of what stands in the text of a library's error that was caught."""
_SAID_WHOLE = "said whole"
"""Mark of what stood in the command line of a program that failed, or in the address that was asked for."""
_OPENING = frozenset({"webhook URL", "signed URL"})
"""Labels of addresses that are a password as a whole."""
_VAGUE = frozenset({"credentials", "authentication data", "cookie"})
"""Labels of what is an object, a kind or one harmless item as often as a secret: no error that was read showed one."""
_OF_LOGINS = frozenset(
    {"access", "refresh", "id", "auth", "bearer", "session", "api", "jwt", "oauth", "login", "github", "gitlab", "bitbucket", "slack",
     "discord", "telegram", "bot", "hf", "face", "huggingface", "vault", "service", "personal", "private", "deploy", "registry", "pypi"}
)  # fmt: skip
"""Words before ``token`` that make it a credential."""
_WORDS_OF_PARSERS = frozenset({"token", "tokens", "tok"})
"""Names that in an error's text are more often a word that was read than a credential."""


def cap(origin: Origin, written: bool) -> Confidence:
    """High where the text is known to be written; without that a secret is still worth a look, and the rest is not."""
    made = bool(origin.steps) and origin.steps[0].text.endswith("is made")
    if origin.category == "container" and origin.member and written and made and origin.crossed <= _FAR:
        return min(Confidence.MEDIUM, origin.confidence) if origin.crossed else Confidence.MEDIUM
    if origin.category == "container" and origin.member in _CERTAIN and written and 0 < origin.crossed <= _NEARBY:
        return origin.confidence
    if origin.kind == "environ" and origin.confidence < Confidence.HIGH:  # `env_vars` are also their names
        return Confidence.LOW
    if _are_of_request(origin):
        return Confidence.MEDIUM
    if origin.category == "container" and (origin.crossed or origin.kind not in _TELLING_KINDS):
        repeated = origin.crossed <= _FAR and _is_repeated(origin)
        return Confidence.MEDIUM if repeated or are_signed(origin) or _is_filled(origin) or _is_read(origin) else Confidence.LOW
    if origin.label in _VAGUE:
        return Confidence.LOW
    plain = origin.text.rpartition(".")[2] in _WORDS_OF_PARSERS and origin.kind != "verified"
    if _is_of_command(origin):
        return Confidence.MEDIUM
    if written and 0 < origin.crossed <= _NEARBY and origin.category == "url" and origin.member and origin.label.startswith(WITH_ITS):
        return min(Confidence.MEDIUM, origin.confidence)  # an address that was put together with the secret in it
    if written and origin.crossed:
        certain = origin.confidence == Confidence.HIGH and not plain and origin.crossed <= _FAR and origin.category == "secret"
        asked = origin.crossed <= _FAR and _is_repeated(origin) and origin.label.startswith(WITH_ITS)
        return Confidence.MEDIUM if asked or (certain and not origin.passed) else Confidence.LOW
    if written:
        return Confidence.HIGH
    asked = _is_repeated(origin) and origin.label.startswith(WITH_ITS)  # by one function put together, and by another handed to git
    certain = origin.label in _CERTAIN or _is_put_together(origin) or asked
    reached = origin.crossed == 0 or (origin.crossed <= (_NEARBY if asked else _FAR) and certain)
    sure = origin.confidence == Confidence.HIGH or _is_repeated(origin) or _is_put_together(origin)
    near = origin.category in ("secret", "url") and reached and sure
    return Confidence.MEDIUM if near and _certain(origin) else Confidence.LOW


def _is_of_command(origin: Origin) -> bool:
    """Whether it is a password or the like in the command of a program, which is handed to the function that runs it."""
    known = origin.category == "secret" and origin.confidence > Confidence.LOW and _certain(origin)
    return known and _SAID_WHOLE in origin.passed and REPEATED not in origin.passed and 0 < origin.crossed <= _HANDED


def _is_filled(origin: Origin) -> bool:
    """Whether the function, or who calls it, puts a password or the like into a dict that stands in the text: ``f"refused: {body}"``.

    Also a request that one method fills, a second hands on and a third names as it fails.
    """
    sure = Confidence.MEDIUM if origin.crossed else Confidence.HIGH
    return origin.kind == "members" and origin.member in _CERTAIN and origin.confidence >= sure and origin.crossed <= _NEARBY


def _is_read(origin: Origin) -> bool:
    """Whether the function reads a password or the like of the dict that stands in the text: ``raise Refused(f"no target in {info}")``."""
    return origin.kind == "members" and origin.member in _READ_OF_DICTS and origin.confidence > Confidence.LOW and not origin.crossed


def _is_put_together(origin: Origin) -> bool:
    """Whether it is an address that the code is known to have put a password into, or that it takes one out of."""
    known = origin.member in _CERTAIN and (origin.label == f"{WITH_ITS}{origin.member}" or origin.kind == PARTED)
    return origin.category == "url" and known and origin.confidence > Confidence.LOW


def _is_repeated(origin: Origin) -> bool:
    """Whether a program or a library repeats what is a password by its name alone, or an address that is known to hold a secret.

    ``raise CalledProcessError(error.returncode, error.cmd)``, ``raise RuntimeError(f"clone failed: {ran.stderr}")``
    """
    named = not _CERTAIN.isdisjoint((origin.label, origin.member)) and _SAID_WHOLE in origin.passed
    sure = named or (origin.category == "url" and (bool(origin.member) or origin.label in _OPENING))
    return REPEATED in origin.passed and sure and origin.confidence > Confidence.LOW


def are_signed(origin: Origin) -> bool:
    """Whether headers are known to hold a password or the like, which the code has put there."""
    surely = origin.kind == "members" and origin.member in _CERTAIN | _IN_HEADERS and origin.confidence > Confidence.LOW
    return surely and origin.crossed <= _FAR and split(origin.text.rpartition(".")[2])[-1:] == ("headers",)


def _are_of_request(origin: Origin) -> bool:
    """Whether it is all that was sent with a request to be let in: ``raise RuntimeError(f"{error.request.headers}")``."""
    owner, _, last = origin.text.rpartition(".")
    sent = origin.kind in ("headers", "cookies") and last.lower() == origin.kind and split(owner.rpartition(".")[2])[-1:] == ("request",)
    return sent and origin.confidence == Confidence.HIGH and not origin.crossed


def _certain(origin: Origin) -> bool:
    words = split(origin.text.rpartition(".")[2])
    return (
        origin.category == "url"
        or origin.kind == "verified"
        or origin.label in _CERTAIN
        or (words[-1:] == ("token",) and not _OF_LOGINS.isdisjoint(words))
    )
