"""How much it matters that the guarded code failed, told by the names of what it calls."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Confidence
from checker.rules.errors._words import (
    ACTING,
    ANSWERING,
    ANSWERS,
    ASKED_FOR,
    BARRING,
    BEATS,
    BESIDE_THE_WORK,
    CLEARING,
    CLOSING,
    COLLECTING,
    COUNTING,
    DECIDING,
    DRAWN_ON,
    ENTERING,
    EXACT,
    FORMAL,
    FRAMES,
    GENERIC,
    GIVING_UP,
    GRAVE,
    GUARDING,
    HANDING,
    HEALTH,
    KEPT_TWICE,
    LASTING,
    LEVELS,
    LOGS,
    MARKS,
    MEASURING,
    OTHERS,
    PEERS,
    PLUGGED,
    PROBING,
    PROTECTING,
    PUTTING,
    RECORDING,
    RIGHTS,
    ROWS,
    RUNNING,
    SAID,
    SCREENS,
    SENDING,
    SOCKETS,
    STAND_INS,
    STARTING,
    STOPPING,
    STORING,
    STREAMS,
    STRONG,
    TAKING,
    TELLING,
    TOLERANT,
    TRAILS,
    TRIVIAL,
    UNDOING,
    WHOLE,
    WORK,
)
from checker.source.facts.errors import CaughtError
from checker.source.lexicon.words import split

_LEAVING = frozenset({"deactivate", "disable", "unload"})
"""What ends a plugin."""


def tolerant(caught: CaughtError) -> bool:
    """Whether the function's name, its file or what it calls says that an error is an answer or does no harm."""
    words = split(caught.function.rpartition(".")[2].strip("_"))
    called = [word for name in caught.tried for word in split(name)]
    beside = (*split(caught.span.path), *called, *(word for text in caught.literals if "/" in text for word in split(text)))
    if not BESIDE_THE_WORK.isdisjoint(beside) or not KEPT_TWICE.isdisjoint((*split(caught.function), *called)):
        return True
    if any(not (MARKS | MEASURING).isdisjoint(split(name)) for name in caught.targets) or _speaks(caught) or _drawn(caught):
        return True
    if any(not PROBING.isdisjoint(split(name)[:1]) for name in caught.function.split(".")[:-1] if not name[:1].isupper()):
        return True
    return not TOLERANT.isdisjoint(words) or (not ANSWERING.isdisjoint(words[:1]) and not _lets_in(caught) and not serves(caught))


def _speaks(caught: CaughtError) -> bool:
    """Whether it writes to a stream under whose name it stands itself, sends to all that are connected, or tells of progress."""
    words = split(caught.function.rpartition(".")[2].strip("_"))
    streams = any(not STREAMS.isdisjoint(split(name)) for name in (*caught.targets, caught.function))
    if streams and set(_telling(caught.effects)) <= {"write", "flush", "writelines"}:
        return True
    if "broadcast" in words and all(split(name)[:1] in (*SENDING, ("publish",)) for name in _telling(caught.effects)):
        return True
    handed = caught.given or any(not OTHERS.isdisjoint(split(name)[-1:]) for name in caught.tried)
    return bool(handed) and not (TELLING | LOGS).isdisjoint(words[:1])


def serves(caught: CaughtError) -> bool:
    """Whether it is what a service does again and again: once it fails, it fails in each pass from then on."""
    return caught.paced and bool(_telling(caught.effects)) and bool(caught.deeper) and LEVELS.isdisjoint(caught.deeper)


def _lets_in(caught: CaughtError) -> bool:
    """Whether a check that raises is hidden, and the code goes on as if it had been passed."""
    checks = any(not GUARDING.isdisjoint(split(name)[:1]) for name in caught.effects)
    return checks and set(caught.ways) <= {"falls", "continue"} and not seen(caught)


def keeps_rights(caught: CaughtError) -> bool:
    """Whether the program goes on with rights that it was to give up: ``except OSError: pass`` around ``drop_privileges()``."""
    return any(
        name in PROTECTING or (not GIVING_UP.isdisjoint(words[:1]) and not RIGHTS.isdisjoint(words[1:]))
        for name in caught.tried
        if (words := split(name))
    )


def lets_everybody_in(caught: CaughtError) -> bool:
    """Whether a function that decides who is let in says yes where it could not find out: ``except Exception: return True``."""
    words = split(caught.function.rpartition(".")[2].strip("_"))
    return caught.grants and not DECIDING.isdisjoint(words) and COUNTING.isdisjoint((*split(caught.function), *split(caught.span.path)))


def _bars(caught: CaughtError) -> bool:
    """Whether a function is there to keep somebody out, and what does so failed: ``store.revoke(token)``."""
    verb = split(caught.function.rpartition(".")[2].strip("_"))[:1]
    return not BARRING.isdisjoint(verb) and any(split(name)[:1] == verb for name in caught.effects)


def of_a_trail(caught: CaughtError) -> bool:
    """Whether an entry of an audit trail is lost, which nobody can make again: ``AuditLog.objects.create(...)``."""
    entered = [split(name) for name in caught.tried if not ENTERING.isdisjoint(split(name)[:1]) or not TRAILS.isdisjoint(split(name))]
    about = (word for name in caught.targets for word in split(name))
    return bool(entered) and not (TRAILS.isdisjoint(about) and TRAILS.isdisjoint(word for words in entered for word in words[1:]))


def _drawn(caught: CaughtError) -> bool:
    """Whether it stands in a user interface and keeps nothing: what is not drawn, is drawn by the next change, or is seen to be missing."""
    lost = [name for name in caught.effects if loses([name])]
    if lost and all(not FRAMES.isdisjoint(split(name)[-1:]) for name in lost):
        return True
    if lost and PUTTING.issuperset(lost) and any(not DRAWN_ON.isdisjoint(split(name)[-1:]) for name in caught.targets):
        return True
    words = (*split(caught.span.path), *split(caught.function))
    return not SCREENS.isdisjoint(words) and not any(not LASTING.isdisjoint(split(name)[:1]) for name in caught.tried)


def works(names: Sequence[str]) -> bool:
    """Whether calls do some work that somebody wants done, beyond conversions and clearing up."""
    calls = _telling(names)
    if not calls or all(not UNDOING.isdisjoint(split(name)) for name in calls):
        return False
    return any(not WORK.isdisjoint(split(name)) for name in calls)


def acts(names: Sequence[str]) -> bool:
    """Whether calls do work that is more than reading: what cannot be read is often just not there."""
    return works(names) and any(not ACTING.isdisjoint(split(name)[:1]) for name in _telling(names) if name not in HANDING)


def loses(names: Sequence[str]) -> bool:
    """Whether calls do something whose failure loses something."""
    if all(not UNDOING.isdisjoint(split(name)) for name in names):
        return False
    return any(name in WHOLE or (name not in COLLECTING and not GRAVE.isdisjoint(split(name)[:1])) for name in _telling(names))


def answers(caught: CaughtError) -> bool:
    """Whether callers learn from what the clause returns that the work was not done."""
    if caught.heeded == "never" or caught.claims:
        return False
    return caught.answered or caught.says or (caught.heeded == "always" and caught.ways == ("none",) and not caught.void)


def seen(caught: CaughtError) -> bool:
    """Whether what follows can tell a failure from a success."""
    if caught.leaves:
        return True
    return not loses(caught.effects) and (caught.stores or not COLLECTING.isdisjoint(caught.effects))


def unseen(caught: CaughtError) -> Confidence:
    """How sure it is that somebody should hear of a failure that nothing else shows."""
    if small(caught):
        return Confidence.LOW
    if _lets_in(caught):
        return Confidence.HIGH
    asked = wanted(caught)
    if asked and loses(caught.effects):
        return Confidence.HIGH
    if asked and _is_grave(caught.deeper):
        return Confidence.MEDIUM
    return (
        Confidence.MEDIUM
        if handed(caught)
        or serves(caught)
        or caught.unbound
        or not STAND_INS.isdisjoint(caught.effects)
        or (caught.deeper and acts(_done(caught)) and (asked or any(not STARTING.isdisjoint(split(name)[:1]) for name in caught.effects)))
        or (asked and caught.repeats and caught.deeper)
        or (is_there_for_it(caught.function.rpartition(".")[2]) and acts(_done(caught)))
        or _bars(caught)
        or (asked and "objects" in caught.targets and not ROWS.isdisjoint(caught.effects))
        else Confidence.LOW
    )


def _done(caught: CaughtError) -> list[str]:
    """What it does beyond handing something over inside of the program: ``put_latest(queue, item)``."""
    handing = not HANDING.isdisjoint(caught.deeper)
    return [name for name in caught.effects if not (handing and split(name)[:1] == ("put",))]


def small(caught: CaughtError) -> bool:
    """Whether what is lost does no harm: tables that are there or gone already, an end, what a peer that has gone was to be sent, or what
    its own function has told."""
    return caught.defines or caught.inside or caught.mute or _ends(caught) or _undoes(caught) or _to_a_peer(caught)


def wanted(caught: CaughtError) -> bool:
    """Whether somebody waits for what is lost: the verb leaves no doubt, the function is there for nothing else or answers that it was
    done, nobody looks at its answer, a message is put together for it, or a word speaks of it."""
    lost = [split(name) for name in _telling(caught.effects)]
    unheeded = caught.heeded == "never" and not caught.void  # of what returns nothing, nobody could look at the answer
    if caught.composed or unheeded or caught.claims or any(not STRONG.isdisjoint(words[:1]) for words in lost):
        return True
    if not EXACT.isdisjoint(caught.effects) or is_there_for_it(caught.function.rpartition(".")[2]):
        return True
    beyond = (word for words in lost for word in words[1:])
    named = (word for text in (caught.function, *caught.targets, *caught.literals, *caught.things) for word in split(text))
    return not ASKED_FOR.isdisjoint(beyond) or not (ASKED_FOR - GENERIC).isdisjoint(named)


def is_there_for_it(name: str) -> bool:
    """Whether a function that others call is named for work that is not to be lost: ``save_draft()``."""
    return not name.startswith("_") and not (GRAVE | {"export", "import", "keep"}).isdisjoint(split(name)[:1])


def hung_up(caught: CaughtError) -> bool:
    """Whether a loop is left that answers somebody, who is gone: ``except Exception: break`` around ``connection.send(answer)``."""
    return "break" in caught.ways and not loses([name for name in caught.effects if split(name)[:1] not in SENDING])


def handed(caught: CaughtError) -> bool:
    """Whether what somebody gave is called, and it does more than to tell of something."""
    calls = [name for name in caught.tried if split(name)[:1] not in TAKING]  # add_done_callback() keeps one and calls none
    if any((name.startswith("on_") and not caught.deeper) or not OTHERS.isdisjoint(split(name)[-1:]) for name in calls):
        return True
    if any(not PLUGGED.isdisjoint(split(name)[-1:]) for name in caught.targets) and _are_hooks(caught):
        return True
    if "chmod" in caught.effects:  # a handler of rmtree(), which tries once more
        return False
    return any((TELLING | LOGS).isdisjoint(split(name)) for name in caught.given)


def _are_hooks(caught: CaughtError) -> bool:
    """Whether all that is called there is called for what it does, and is no mere telling: ``plugin.captcha_task(task)``."""
    calls = [name for name in _telling(caught.tried) if name in caught.effects]
    return (
        bool(calls)
        and set(calls) == set(_telling(caught.tried))
        and all((TELLING | LOGS | UNDOING | _LEAVING).isdisjoint(split(name)) for name in calls)
    )


def _ends(caught: CaughtError) -> bool:
    """Whether all that it lets others run ends or undoes something: ``self.run(client.stop())``."""
    run = [name for name in _telling(caught.tried) if name not in RUNNING]
    return bool(run) and not RUNNING.isdisjoint(caught.tried) and all(not UNDOING.isdisjoint(split(name)) for name in run)


def ends(names: Sequence[str]) -> bool:
    """Whether calls, beside those that write records, only close or end something."""
    calls = [name for name in _telling(names) if name not in RECORDING]
    return bool(calls) and all(not UNDOING.isdisjoint(split(name)) for name in calls)


def asks_or_ends(caught: CaughtError) -> bool:
    """Whether the function is there to end something, or to see whether something works: an error of it is known by its text."""
    words = split(caught.function.rpartition(".")[2].strip("_"))
    measured = not BESIDE_THE_WORK.isdisjoint((*split(caught.span.path), *words))
    return measured or words[:1] in CLOSING or words[-1:] in CLOSING or not (HEALTH | STOPPING).isdisjoint(words)


def _undoes(caught: CaughtError) -> bool:
    """Whether all that it does undoes something, or tells the other end that it ends: ``send(build_close(number))``."""
    done = _telling(caught.effects)
    if done and all(not CLEARING.isdisjoint(split(name)[:1]) or not BEATS.isdisjoint(split(name)) for name in done):
        return True
    named = (caught.function.rpartition(".")[2], *(name for name in (*caught.tried, *caught.literals) if name not in caught.effects))
    others = [word for name in named for word in split(name.replace(".", "_"))]
    return bool(done) and all(split(name)[:1] in (*SENDING, ("post",)) for name in done) and not FORMAL.isdisjoint(others)


def undone(caught: CaughtError) -> bool:
    """Whether a write is taken back and nobody hears of it: ``except Exception: session.rollback()``."""
    back = all(split(name)[:1] in (("rollback",), ("abort",)) for name in caught.acts)
    return bool(caught.acts) and back and loses(caught.effects) and not caught.leaves


def _to_a_peer(caught: CaughtError) -> bool:
    """Whether all that is lost is what the other end of a connection was to be sent: it is gone, and asks again when it is back."""
    done = [split(name) for name in _telling(caught.effects)]
    if done and all(words[:1] in ANSWERS for words in done):
        return True
    lost = [split(name) for name in caught.effects if loses([name])]
    if lost and "wfile" in caught.targets and all(words[0] == "write" for words in lost):  # the answer of an http.server
        return True
    drained = "drain" in caught.tried  # of a stream to somebody
    sent = bool(lost) and all(words[:1] in SENDING or words == ("write", "message") or (drained and words[0] == "write") for words in lost)
    if sent and any(not SOCKETS.isdisjoint(split(name)) for name in caught.targets):
        return True
    sent = sent and not caught.deeper
    return sent and (drained or ("write", "message") in lost or any(not PEERS.isdisjoint(split(name)[-1:]) for name in caught.targets))


def _is_grave(deeper: Sequence[str]) -> bool:
    """Whether functions that are called write, send or settle something."""
    drawn = any(split(name)[:1] == ("restore",) for name in deeper)  # save() and restore() around what is drawn or set for a while
    lasting = LASTING - {"save"} if drawn else LASTING
    return any(not lasting.isdisjoint(split(name)[:1]) and name not in COLLECTING for name in deeper)


def stored(caught: CaughtError) -> bool:
    """Whether the guarded code writes what is to be kept, and not only clears up or answers."""
    if not caught.void or seen(caught) or not UNDOING.isdisjoint(split(caught.function.rpartition(".")[2])):
        return False
    return loses(caught.effects) and any(not STORING.isdisjoint(split(name)[:1]) for name in caught.effects)


def _telling(names: Sequence[str]) -> list[str]:
    return [name for name in names if name not in TRIVIAL and not _makes(name) and split(name)[-1:] != ("of",)]


def _makes(name: str) -> bool:
    """Whether a name is that of a class, which makes something; methods of COM objects and of RPC begin so too: ``Save()``."""
    return name[:1].isupper() and SAID.isdisjoint(split(name)[:1])


def shown(names: tuple[str, ...]) -> str:
    """The first of the guarded calls that says most, for a message: ``save()``."""
    telling = [name for name in names if name not in TRIVIAL] or list(names)
    grave = [name for name in telling if not GRAVE.isdisjoint(split(name)[:1])]
    work = grave or [name for name in telling if not WORK.isdisjoint(split(name))] or telling
    return f"{work[0]}()" if work else "the guarded code"
