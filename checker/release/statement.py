"""in-toto Statements v0.1 and v1, read strictly: which files they speak of, and what they say of them."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from checker.release.refusal import Refused, quoted
from checker.release.strict_json import loads

TYPES = ("https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1")
MOST_SUBJECTS = 10_000
_HEX = re.compile(r"[0-9a-f]+")
_LENGTHS = {"sha256": 64, "sha512": 128, "sha384": 96, "sha224": 56, "sha1": 40, "gitCommit": 40, "md5": 32}
"""Digits of a digest; of algorithms that are not named here nothing is known, and nothing is held against them."""


class Digests(Struct, frozen=True):
    """Of one file, in lower-case hex."""

    sha256: str
    sha512: str = ""
    """``""``: not computed."""


class Subject(Struct, frozen=True):
    """One thing that a statement speaks of; the name is a hint and nothing more."""

    name: str
    digests: dict[str, str]


class Statement(Struct, frozen=True):
    """What somebody attested."""

    type: str
    predicate_type: str
    subjects: tuple[Subject, ...]
    predicate: dict[str, Any]


def read_statement(payload: bytes, label: str) -> Statement:
    """Raises `Refused`."""
    what = f"the statement in {quoted(label)}"
    document = loads(payload, what, "wrong-subject")
    if not isinstance(document, dict):
        raise Refused("wrong-subject", what, "an in-toto Statement", "something else than an object")
    if document.get("_type") not in TYPES:
        raise Refused("wrong-subject", f"{what}, its type", "an in-toto Statement v1 or v0.1", quoted(document.get("_type")))
    unknown = sorted(document.keys() - {"_type", "subject", "predicateType", "predicate"})
    if unknown:
        raise Refused("wrong-subject", what, "only the fields of an in-toto Statement", f"the field {quoted(unknown[0])}")
    kind, predicate = document.get("predicateType"), document.get("predicate")
    if not isinstance(kind, str) or not kind:
        raise Refused("wrong-subject", f"{what}, its predicate type", "an address", quoted(kind))
    if predicate is not None and not isinstance(predicate, dict):
        raise Refused("wrong-subject", f"{what}, its predicate", "an object", "something else")
    return Statement(document["_type"], kind, _subjects(document.get("subject"), what), predicate or {})


def _subjects(given: Any, what: str) -> tuple[Subject, ...]:
    if not isinstance(given, list) or not 0 < len(given) <= MOST_SUBJECTS:
        found = f"{len(given):,}" if isinstance(given, list) else "no list"
        raise Refused("wrong-subject", f"{what}, its subjects", f"1 to {MOST_SUBJECTS:,}", found)
    subjects: dict[str, Subject] = {}
    made = []
    for item in given:
        subject = _subject(item, what)
        other = subjects.setdefault(subject.name, subject) if subject.name else subject
        if other.digests != subject.digests:
            raise Refused("wrong-subject", f"{what}, the subject {quoted(subject.name)}", "one set of digests for a name", "two")
        made.append(subject)
    return tuple(made)


def _subject(item: Any, what: str) -> Subject:
    name = item.get("name", "") if isinstance(item, dict) else None
    digests = item.get("digest") if isinstance(item, dict) else None
    if not isinstance(name, str) or not isinstance(digests, dict) or not digests:
        raise Refused("wrong-subject", f"{what}, a subject", "a name and its digests", "something else")
    for algorithm, value in digests.items():
        length = _LENGTHS.get(algorithm)
        if not isinstance(value, str) or (length and (len(value) != length or not _HEX.fullmatch(value))):
            wanted = f"{length} lower-case hex digits" if length else "text"
            raise Refused("wrong-subject", f"{what}, the {quoted(algorithm)} of {quoted(name)}", wanted, quoted(value))
    return Subject(name, dict(digests))


def named(statement: Statement, digests: Digests, label: str) -> Subject:
    """The subject that is this file: by SHA-256, or by SHA-512 where there is none. Every digest of a subject must agree.

    Raises `Refused` where no subject is the file, or one is it by one digest and is not by another.
    """
    what = f"the statement in {quoted(label)}"
    own = {"sha256": digests.sha256, "sha512": digests.sha512}
    for subject in statement.subjects:
        known = {name: value for name, value in subject.digests.items() if own.get(name)}
        equal = [name for name, value in known.items() if value == own[name]]
        if equal and len(equal) < len(known):
            wrong = next(name for name in known if name not in equal)
            raise Refused("wrong-subject", f"{what}, the {wrong} of {quoted(subject.name)}", own[wrong], known[wrong])
        if equal:
            return subject
    found = "; ".join(f"{quoted(one.name)} with {quoted(next(iter(one.digests.values())))}" for one in statement.subjects[:3])
    more = f" and {len(statement.subjects) - 3:,} more" if len(statement.subjects) > 3 else ""
    raise Refused("wrong-subject", f"{what}, its subject", f"this file (SHA-256 {digests.sha256})", f"{found}{more}")
