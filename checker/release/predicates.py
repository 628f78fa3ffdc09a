"""What an authentic statement says, held against the certificate that signed it and against the policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.release.claims import Claim, broken
from checker.release.identity import Identity
from checker.release.provenance import VSA, Provenance, contradictions, read_provenance
from checker.release.refusal import Refused, listed, quoted
from checker.release.verifier import Attestation
from checker.release.wanted import Attested, matches
from checker.text import whole


def judged(path: str, made: Attestation, wanted: Attested | None) -> Iterator[Claim]:
    """Every claim about one statement; a plain signature makes none."""
    statement = made.statement
    if statement is None:
        return
    try:
        provenance = read_provenance(statement, made.label)
    except Refused as refused:
        if wanted is None:  # what nobody asked for may be half of a form
            provenance = None
        else:
            yield broken(path, refused)
            return
    if provenance and isinstance(made.signer, Identity):
        different = list(contradictions(provenance, made.signer))
        for name, certified, told in different:
            claim = f"the {name} in {quoted(made.label)}"
            yield Claim("contradicting-provenance", path, claim, f"the certificate's {quoted(certified)}", quoted(told), holds=False)
        if not different:
            yield Claim(
                "contradicting-provenance",
                path,
                f"the provenance in {quoted(made.label)}",
                "what the certificate says",
                "the same",
                holds=True,
            )
    if statement.predicate_type == VSA:
        result = statement.predicate.get("verificationResult")
        yield Claim("wrong-attestation", path, f"the result in {quoted(made.label)}", '"PASSED"', quoted(result), holds=result == "PASSED")
    if wanted:
        yield from _provenance(path, made.label, provenance, wanted)
        yield from _fields(path, made.label, statement.predicate, wanted)


def _provenance(path: str, label: str, provenance: Provenance | None, wanted: Attested) -> Iterator[Claim]:
    claims = provenance.claims if provenance else {}
    for name, patterns in wanted.claims:
        found = claims.get(name)
        holds = found is not None and any(matches(pattern, found) for pattern in patterns)
        told = "none" if found is None else quoted(found)
        yield Claim("wrong-provenance", path, f"the {name} in {quoted(label)}", listed(patterns), told, holds=holds)
    if wanted.inputs is None:
        return
    allowed = dict(wanted.inputs)
    for name, value in (provenance.inputs if provenance else {}).items():
        patterns = allowed.get(name, ())
        holds = any(matches(pattern, value) for pattern in patterns)
        told = listed(patterns) if patterns else "none (the policy does not allow it)"
        yield Claim("wrong-provenance", path, f"the workflow input {quoted(name)} in {quoted(label)}", told, quoted(value), holds=holds)


def _fields(path: str, label: str, predicate: dict[str, Any], wanted: Attested) -> Iterator[Claim]:
    for name, value in wanted.fields:
        found = _at(predicate, name)
        told = "none" if found is None else quoted(found)
        yield Claim("wrong-attestation", path, f"the field {quoted(name)} in {quoted(label)}", quoted(value), told, holds=found == value)


def _at(predicate: Any, name: str) -> str | None:
    """The text, number or boolean at a dotted path; ``None`` where there is none."""
    for part in name.split("."):
        at = whole(part)
        if isinstance(predicate, list) and at is not None and 0 <= at < len(predicate):
            predicate = predicate[at]
        elif isinstance(predicate, dict) and part in predicate:
            predicate = predicate[part]
        else:
            return None
    if isinstance(predicate, bool):
        return str(predicate).lower()
    return str(predicate) if isinstance(predicate, str | int | float) else None
