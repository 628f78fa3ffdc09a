"""Whether the project shows or checks as a credential what is called so: of a token nobody is shown, its name says little.

Among the names of such words that no line of a project uses as a secret, one in twenty is one; among the others, half are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source import ir
from checker.source.flow.evidence.company import SAYS_ENOUGH, of_setting
from checker.source.flow.literal import source
from checker.source.flow.origin import Found
from checker.source.flow.spelling import spelt
from checker.source.index.marks import PRESENTED
from checker.source.lexicon import annotated
from checker.source.lexicon.words import Telling, split
from checker.source.names.elements import Fn
from checker.source.names.reads import CALLING

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

VAGUE = "credentials"
"""The label of what is as often the name of a login or an object that holds one."""
_SEVERAL = frozenset({("credentials",), ("creds",)})
_ONE = frozenset({("credential",), ("cred",)})
"""What is one of several goes mostly by its name."""
UNUSED = "unused"
"""Mark of what is called a secret and used as none anywhere."""
_WEAK = frozenset({"token", "secret", "secret key", "credentials", "PIN"})
"""Labels of what other things are called as well: a step's token, a secret's name, a key of a table, the object that holds a login."""
_STRONG = frozenset(
    {
        "access", "refresh", "bearer", "auth", "authorization", "jwt", "oauth", "oauth2", "api", "bot", "login", "user", "session",
        "personal", "vault", "client", "app", "private",
    }
)  # fmt: skip
"""Words that leave no doubt of what stands beside them."""
_LOGINS = frozenset({"auth", "authentication", "authenticator", "authenticate", "oauth", "oauth2", "login", "logins", "session"})
"""Words of files, classes and functions that deal with credentials alone, under whatever name."""
_ENOUGH = 3
"""Modules that show or check credentials: a project of so many knows what to do with one."""
_OF_ROLE = "Credentials"
"""What Amazon's STS keeps the keys of a session under."""
_LOADS = frozenset({"load", "loads", "safe_load", "full_load"})
_FORMATS = frozenset({"json", "yaml", "toml", "tomli", "tomllib", "orjson", "ujson", "simplejson"})
"""Modules whose functions give what a text says."""
_CLAIMS = frozenset({"aud", "iss", "sub", "azp", "iat", "nbf", "jti", "auth_time"})
"""Registered names of what a token says of itself: https://www.rfc-editor.org/rfc/rfc7519#section-4.1"""
_NAME = re.compile(r"[A-Za-z_][\w-]*$")
"""The last name of an expression, or the name of a header: ``x-auth-token``."""
_SAID = re.compile(r"(?<!\w)(\w{1,80})[^\w%{}]{0,8}(?:\b(?:is|changed to|set to|now)\b\s{1,2})?(?:%(?:\(\w+\))?[rs]|\{[^{}]{0,60}\})")


class Presented:
    """Evidence by what is done with values of the same name."""

    def __init__(self, follower: Follower) -> None:
        self._names = follower.names

    def weighed(self, fn: Fn, around: frozenset[str], found: Found) -> Found:
        """What a name tells, of low confidence where it is used as a secret nowhere; ``around`` are the words of file and function."""
        if found.label == VAGUE and _is_loaded(fn, found.text):
            return found
        if found.label == VAGUE and self._is_vague(fn, found.text):
            return replace(found, confidence=Confidence.LOW)
        doubtful = found.category == "secret" and found.label in _WEAK and not found.kind and found.confidence > Confidence.LOW
        if not doubtful or not around.isdisjoint(_LOGINS) or not self._is_unused(fn, found.text):
            return found
        return replace(found, confidence=Confidence.LOW, passed=found.passed | {UNUSED})

    @staticmethod
    def _is_vague(fn: Fn, text: str) -> bool:
        """Whether what is called so is nothing more, in a module that says enough: what is read of it tells whether a secret is in it.

        Of 31 that were told by that word alone four were a login; the others were names, public keys and objects.
        """
        words = split(text.rpartition(".")[2].rpartition("[")[2])
        if words in _ONE:
            return True
        return words in _SEVERAL and not of_setting(text) and len(fn.module.spoken) >= SAYS_ENOUGH

    def _is_unused(self, fn: Fn, text: str) -> bool:
        """Whether a name of doubtful words is used as a secret nowhere: not logged in with, compared, asked for, put behind its scheme.

        Of a module that says little nothing follows, nor of a project that uses hardly any credentials.
        """
        named = _NAME.search(text)
        if named is None or of_setting(text) or not _STRONG.isdisjoint(split(named[0])):
            return False
        if len(fn.module.spoken) < SAYS_ENOUGH:
            return False
        return len(self._presenting(PRESENTED)) >= _ENOUGH and not self._presenting(f"{PRESENTED}{named[0].rpartition('-')[2]}")

    def _presenting(self, key: str) -> set[int]:
        """The modules that show or check a credential, of that name."""
        self._names.reads.asked.add((CALLING, key, -1))
        return self._names.survey.calling((key,))


def _is_loaded(fn: Fn, text: str) -> bool:
    """Whether what is called so is what a file or an answer says: ``creds = json.load(file)``, ``sts.assume_role(...)["Credentials"]``."""
    made = [source(fn, node[2]) for node in fn.body.nodes if node[0] == ir.VAR and node[1] == text]
    if any(record[0] == ir.ITEM and record[2] == _OF_ROLE for record in made):
        return True
    callees = (fn.body.nodes[record[1]] for record in made if record[0] == ir.CALL)
    return any(
        callee[0] == ir.ATTR and (callee[2] == "json" or (callee[2] in _LOADS and spelt(fn, callee[1]) in _FORMATS)) for callee in callees
    )


def is_doubtful(telling: Telling) -> bool:
    """Whether what is read of a value tells more than what it is called."""
    return telling.category == "secret" and (telling.weak or telling.label == VAGUE)


def is_said(label: str, template: str) -> bool:
    """Whether a message says what its value is: ``"got the token %s"``."""
    word = label.lower().rpartition(" ")[2]
    said = frozenset((word, word.rstrip("s"), f"{word}s", "creds"))
    return any(not said.isdisjoint(split(found.rstrip("0123456789"))[-1:]) for found in _SAID.findall(template))


def is_decoded(fn: Fn, telling: Telling, text: str) -> bool:
    """Whether what is called a token is what one says: a parameter that is a mapping, ``def of_claims(token: dict)``, or what is asked for
    a claim, ``id_token["aud"]``."""
    if telling.label not in ("token", "JWT"):
        return False
    at = fn.head.params.index(text) if text in fn.head.params else -1
    return (at >= 0 and annotated.is_mapping(fn.head.annotations[at])) or is_asked_for_claims(fn, text)


def is_asked_for_claims(fn: Fn, text: str) -> bool:
    """Whether a function reads of a value what only a token that was taken apart has, and the name stands for nothing else in it."""
    keyed = (node for node in fn.body.nodes if node[0] == ir.ITEM and node[2] in _CLAIMS)
    owners = ((node[1], fn.body.nodes[node[1]]) for node in keyed)
    if not any(spelt(fn, part) == text for node, owner in owners for part in (owner[1] if owner[0] == ir.UNION else (node,))):
        return False
    given = [node for node in fn.body.nodes if node[0] == ir.VAR and node[1] == text]
    return len(given) + (text in fn.head.params) <= 1
