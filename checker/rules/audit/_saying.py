"""What the rules about authentication outcomes have in common: the sentence, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.rule import Lacking, Message
from checker.source.facts.outcomes import AuthOutcome


def advice(helper: str) -> str:
    """How to mend one finding by the project's own helper; ``""``, so that the page's advice stands, where none is known."""
    return f"Call {helper}() before this line, as this file does elsewhere, with who, from where and the outcome." if helper else ""


def _whole(outcome: AuthOutcome) -> bool:
    """Whether the call can be written as it stands, with nothing in it that only holds elsewhere."""
    return bool(outcome.add) and "..." not in outcome.add


def _advice(outcome: AuthOutcome) -> str:
    if outcome.like is None:
        return advice(outcome.helper)
    place = f"{outcome.like.span.path}:{outcome.like.span.line}"
    if outcome.add:
        fixed = "; --fix=unsafe does so" if _whole(outcome) else ""
        return f"Write {outcome.add} before this line, as {place} does{fixed}."
    return f"Call {outcome.helper}() as {place} does, with who, from where and the outcome."


_GONE = frozenset({"session_logout", "user_deleted"})
"""Changes after which nobody can tell whom they were about."""
_OUTCOMES = {"authz_fail": "denied"}


def _lacking(outcome: AuthOutcome) -> Lacking | None:
    """The record that the module's own logger would write; ``None`` where it would tell of others too, or a call of the project's fits."""
    if outcome.shared or _whole(outcome) or outcome.kind == "hook":
        return None
    refused = outcome.kind in ("deny", "fail")
    return Lacking(
        outcome.event,
        _OUTCOMES.get(outcome.event, "failure") if refused else "success",
        (outcome.span, *outcome.also),
        after=not refused,
        logger=outcome.logger,
        library=outcome.library,
        gone=outcome.event in _GONE,
    )


def unlogged(outcome: AuthOutcome, events: Iterable[str], what: str, kinds: Iterable[str] = ()) -> Iterator[Message]:
    """The finding for an outcome of one of the events; ``what`` is the beginning of the sentence: ``a failed login``."""
    if outcome.event not in events or (kinds and outcome.kind not in kinds):
        return
    name = outcome.function.rpartition(".")[2]
    gap = ", while another way out of it is recorded" if outcome.gap else ""
    yield Message(
        f"{what} leaves no security record: {name}() {outcome.way}{gap}",
        related=(*(one for one in (outcome.verifier, outcome.like) if one is not None), *outcome.looked),
        confidence=outcome.confidence,
        help=_advice(outcome),
        properties=(("event", outcome.event), ("way", outcome.way)),
        before=(f"{outcome.importing}\n" if outcome.inside else "") + outcome.add if _whole(outcome) else "",
        importing="" if outcome.inside else outcome.importing,
        lacking=_lacking(outcome),
    )
