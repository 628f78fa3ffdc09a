"""The words that the leak rules share: what leaks, where it goes, and which of several origins is told first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from checker import patterns as re
from checker.model import Confidence, Severity, Step
from checker.rule import Message
from checker.source.facts.records import Argument, LogCall, Origin, RaiseText, ResponseCall
from checker.source.lexicon.words import split

_RANK = ("secret", "grave", "container", "url", "personal", "traceback", "exception", "untrusted")
"""Categories, the worst first."""
_WHOLE = frozenset({"container", "untrusted", "url", "traceback", "exception"})
"""Categories of which an argument is one object; of secrets and personal data it can hold several."""
_NAMED_VALUES = frozenset({"secret", "grave", "personal"})
"""Categories whose label says what a value is; a container's and an address's tell the expression."""
_OWNED = re.compile(r"(the|a|an|its|his|her|their|this|some|every|all|what) ", re.IGNORECASE)
_HEAD = re.compile(r" (?:of|with|that|which|from|in|for|to)\b|[(,]")
_DEBUGGERS = frozenset({"Debug", "DebugMiddleware"})
_HIDDEN = frozenset({"hidden in repr", "repr"})
"""Marks of an object that was shown by the ``repr()`` that hides its password."""
_SHOWN_IN_REPR = "shown in repr"
"""Mark of one that only its ``repr()`` shows."""
_NAMELESS = "`...`"
"""The label of what is shown of an expression that the index keeps no text of."""
_NAMED = 3
"""A message names so many values and counts the rest."""
_CALLEE = 60
"""Characters of a called expression that a message shows."""

_GIVEN = "passed to "
"""Beginning of the step by which a caller hands something on."""

Wanted = Callable[[Argument, Origin], bool]


def origins(arguments: Iterable[Argument], wanted: Wanted) -> tuple[Origin, ...]:
    """The wanted origins of a call's arguments, one for each label and each object, the worst first."""
    best: dict[str, Origin] = {}
    for argument in arguments:
        for origin in _once(one for one in argument.origins if wanted(argument, one) and not _is_hidden(one)):
            if origin.label not in best or _order(origin) < _order(best[origin.label]):
                best[origin.label] = origin
    return tuple(sorted(_widest_dropped(best.values()), key=_order))


def _is_hidden(origin: Origin) -> bool:
    """Whether an object is written by the one of its two texts that hides what the other shows."""
    return origin.passed >= _HIDDEN or (_SHOWN_IN_REPR in origin.passed and "repr" not in origin.passed)


def _widest_dropped(found: Collection[Origin]) -> Iterator[Origin]:
    """Without an input that another one is a part of: of `request.POST['id']` and `request.POST` the first says more."""
    for origin in found:
        starts = tuple(f"{origin.text}{sign}" for sign in ("[", "."))
        if origin.category != "untrusted" or not any(other is not origin and other.text.startswith(starts) for other in found):
            yield origin


def _once(found: Iterable[Origin]) -> Iterable[Origin]:
    """One argument's origins; of several ways to see one object (`form`, its class, its attribute) the best one."""
    best: dict[tuple[str, ...], Origin] = {}
    for origin in found:
        whole = origin.category in _WHOLE
        key = (origin.category, origin.kind, origin.member) if whole else (origin.category, origin.label)
        if key not in best or _order(origin) < _order(best[key]):
            best[key] = origin
    return best.values()


def _badness(origin: Origin) -> tuple[int, int, int]:
    rank = _RANK.index(origin.category) if origin.category in _RANK else len(_RANK)
    return -origin.confidence, rank, origin.crossed


def _order(origin: Origin) -> tuple[object, ...]:
    """The worst first; which of a function's callers is told must not depend on the names of their files."""
    ways = (origin.text, *(step.text for step in origin.steps)) if origin.crossed else ()
    return *_badness(origin), *ways


def told_by_name(argument: Argument, whole: Origin) -> bool:
    """Whether `secret-in-log` already tells the secret of this container or address: one leak is one finding."""
    return any(
        secret.category == "secret"
        and secret.confidence >= Confidence.MEDIUM
        and not escaped_by_exception(secret)
        and _is_of_one_call(secret, whole)
        and (
            whole.category == "url"
            or whole.kind == "members"
            or secret.label in (whole.member, whole.kind.rstrip("s"))
            or secret.text == whole.text
        )
        for secret in argument.origins
    )


def _is_of_one_call(secret: Origin, whole: Origin) -> bool:
    """Whether one call of a helper gives both, as far as they come from calls: what another caller gives is another leak."""
    if not secret.crossed or not whole.crossed:
        return True
    first, other = (next((step.span for step in one.steps if step.text.startswith(_GIVEN)), None) for one in (secret, whole))
    return first == other


def escaped_by_exception(origin: Origin) -> bool:
    """Whether it came as the text of an exception: then it is told at the ``raise`` (LP105), where it can be mended."""
    return "exception" in origin.passed


def named(label: str) -> str:
    """``password`` becomes ``the password``; ``the request's headers`` stays; what has no name of its own is a value."""
    if label == _NAMELESS:
        return "a value"
    return label if _OWNED.match(label) or label.startswith("`") else f"the {label}"


def joined(parts: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; beyond that ``a, b, c and 2 more``."""
    words = list(parts)
    if len(words) > _NAMED:
        words = [*words[:_NAMED], f"{len(words) - _NAMED} more"]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def plural(label: str) -> bool:
    """Whether the label's head noun is a plural: ``the request's headers``, ``values of os.environ``."""
    words = _HEAD.split(label, maxsplit=1)[0].split()
    head = words[-1].lower() if words else ""
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s"))


def called(callee: str) -> str:
    """``logger.debug()``, also for a callee of many lines or calls."""
    folded = " ".join(callee.split())
    if not folded.strip("."):  # the index keeps no text of a callee that is an expression
        return "a log"
    return f"{folded if len(folded) <= _CALLEE else '...' + folded[3 - _CALLEE :]}()"


def reach(found: tuple[Origin, ...]) -> str:
    """``the password reaches``, ``the password and the API key reach``; says so where most of a masked value still shows."""
    first = found[0]
    subject = f"most of {named(first.label)}" if "partial" in first.passed else named(first.label)
    if "base64" in first.passed:
        subject = f"{subject}, merely base64-encoded,"
    many = len(found) > 1 or plural(first.label)
    return f"{joined([subject, *(named(origin.label) for origin in found[1:])])} {'reach' if many else 'reaches'}"


def seen_as(found: tuple[Origin, ...]) -> str:
    """``, from self.key_passphrase``: how the code calls what is told by another name; ``""`` where its own name says it."""
    names = [" ".join(origin.text.split()) for origin in found if origin.category in _NAMED_VALUES and not _says(origin)]
    shown = [name if len(name) <= _CALLEE else f"{name[: _CALLEE - 3]}..." for name in dict.fromkeys(names)]
    return f", from {joined(shown)}" if shown else ""


def _says(origin: Origin) -> bool:
    """Whether the expression's last name is in the label (`email` in "e-mail address"), or there is none to tell."""
    name = (re.findall(r"[\w-]+", origin.text) or [""])[-1]
    return "..." in origin.text or "".join(split(name)) in "".join(split(origin.label))


def sure(origin: Origin, cap: Confidence, *, redacted: bool = False) -> Confidence:
    """The origin's confidence, at most the rule's own; low where what is written is redacted on its way out."""
    return Confidence.LOW if redacted else min(origin.confidence, cap)


def flow(found: Origin, place: LogCall | RaiseText | ResponseCall, last: str) -> tuple[Step, ...]:
    """The origin's steps, the call itself, and the calls inside that write it; nothing where the value is born and written at one place."""
    inner = place.inner if isinstance(place, LogCall) else ()
    if inner:
        return (
            *(step for step in found.steps if step.span != place.span),
            Step(place.span, last.replace("written by", "handed to")),
            *inner,
        )
    if not found.steps or all(step.span.path == place.span.path and step.span.line == place.span.line for step in found.steps):
        return ()
    if (found.steps[-1].span.path, found.steps[-1].span.line) == (place.span.path, place.span.line):
        return found.steps
    return (*found.steps, Step(place.span, last))


def _asked_for(call: LogCall) -> bool:
    """Whether somebody has to switch it on by name: a logger for what is sensitive, a function for what is unsafe, a class that is put in
    to look for a fault, a print that a command's user asks for, a developer's own environment."""
    written = (call.callee, call.inner[-1].text if call.inner else "")
    if "unsafe" in split(call.function.rpartition(".")[2]):
        return True
    return (
        (call.asked and not call.server)
        or call.developing
        or any("sensitive" in split(callee) for callee in written)
        or call.function.partition(".")[0] in _DEBUGGERS
    )


def leaks(found: tuple[Origin, ...]) -> tuple[str, str]:
    """All that leaks there, as a finding's property."""
    return "leaks", "; ".join(sorted(origin.label for origin in found))


def others(found: tuple[Origin, ...]) -> tuple[Step, ...]:
    """Where the further values that a message mentions were born, and those that other callers give to the same helper."""
    came = ((origin.span, named(origin.label), "come" if plural(origin.label) else "comes") for origin in found[1:])
    more = (step for origin in found for step in origin.alike)
    return (
        *(Step(span, f"{label} {verb} from here") for span, label, verb in came),
        *(Step(step.span, f"`{''.join(step.text.split())}` comes to the same place") for step in more),
    )


def log_message(
    call: LogCall,
    found: tuple[Origin, ...],
    cap: Confidence,
    *,
    because: str = "",
    advice: str = "",
    severity: Severity | None = None,
    redaction_helps: bool = True,
) -> Iterator[Message]:
    """The one finding of a rule about one log call; none where nothing was found.

    ``redaction_helps`` says whether a filter or formatter that redacts makes it unlikely.
    """
    if not found:
        return
    place = called(call.callee)
    yield Message(
        f"{reach(found)} {place}{seen_as(found)}{f': {because}' if because else ''}",
        steps=flow(found[0], call, f"written by {place}"),
        related=others(found),
        confidence=sure(found[0], Confidence.LOW if _asked_for(call) else cap, redacted=call.redacted and redaction_helps),
        severity=severity,
        help=advice,
        properties=(("value", found[0].text), leaks(found), ("sink", call.sink)),
    )
