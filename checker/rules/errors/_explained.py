"""Whether the code around a clause says why an error is not told: a comment in it or above it, or the function's own words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from checker.model import Confidence
from checker.rule import Message
from checker.source.facts.errors import CaughtError, LostOutcome

_FOR_TOOLS = re.compile(
    r"^#+\s*noqa\s*,|^#+\s*(?:noqa|type:|pragma|pylint|nosec|fmt:|pyright|mypy|ruff|flake8|isort|sonar|expect)\b[^-—(]*[-—(:]*",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(r"\b(?:S110|S112|B110|B112|RUF006|SIM105|T201|T203)\b")
"""Another linter's rules about the same, silenced on the spot: somebody has looked at it."""
_CHOSEN = re.compile(r"\b(?:TRY400|LOG014|G201)\b")
"""Those that ask for the traceback in a record."""
_CONDEMNS = re.compile(
    r"^(?:bad|wrong|non-?compliant|violation|vulnerable|insecure|anti-?pattern)\b\s*(?:$|[:!.,(—-])"
    r"|\b(?:not|never) (?:be )?(?:ignore|swallow|silence|suppress)"
    r"|\b(?:this is|that is|that's|it's) (?:bad|wrong|weird|broad|too broad|dangerous)\b",
    re.IGNORECASE,
)
"""Words that say that it should not be so."""
_MEMORY = re.compile(r"\s*(?:Cache|Memoi[sz]e|Remember)s?\b")
"""First words of what functions say of themselves that only keep what can be found out again."""
_UNDONE = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGNS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{4,}")
"""Words of scripts that put no blanks between them, or few."""
_ALL_OF_IT = re.compile(
    r"best.effort|fire.and.forget|\bfail(?:s|ing)?.?(?:open|soft|safe|silent)|non-?(?:fatal|critical)"
    r"|(?:must|should|may|can|will|do|does)(?:n't| not| never) (?:crash|break|raise|fail|abort|interrupt|take down)"
    r"|never (?:crash|break|raise|fail|abort|interrupt)|silently (?:ignor|skip|fail|swallow)"
    r"|(?:errors?|exceptions?|failures?)[`'\"]* (?:is|are) (?:ignored|swallowed|suppressed|dropped|discarded)",
    re.IGNORECASE,
)
"""Words by which a module, a class or an enclosing function says so of all that it does."""
_OPENS = re.compile(r"\s*(?:async def|def|class)\b")
_TOLERANT = re.compile(
    r"\b(?:ignor|best.effort|silent|swallow|suppress|gracefully|tolerat|optional|no.op|fall ?back|in case|if possible|try to|attempt"
    r"|(?:never|not|n't|without) rais|don.t care|doesn.t matter|no matter|non.?(?:fatal|critical|blocking)|safe(?:ly)?\b"
    r"|(?:should|must|does|do|will|may|can|could|shall)(?: ?not|n.t| never)"
    r" (?:crash|break|fail|block|stop|abort|kill|interrupt|take|bring|hide|mask)"
    r"|never (?:let\b|crash|break|fail|block|stop|abort|kill)"
    r"|not (?:critical|fatal|important|required|available)|unavailable|missing|(?:may|might|could|can) (?:fail|not|raise|throw)"
    r"|on (?:any )?(?:error|failure|exception)|if (?:it|this|that|the|any)\b.{0,40}\bfail|or None\b|None (?:if|on|when)"
    r"|(?:fails?|failed|errors?|exceptions?) (?:is|are|should|must|can|to be|here|don't|do not|does not|won't)"
    r"|(?:returns?|return) (?:None|False|empty|an empty|\"\"|''|default|0))"
    r"|忽略|静默|跳过|吞掉|不影响|不抛|不阻塞|不阻断|不中断|失败(?:时|则|就|也|都)?(?:返回|不|可)|無視|失敗して|握りつぶ|무시|실패해도"
    r"|игнорир|не (?:критично|мешает|роняе|должн)|ignorer|ignorieren|ignorar",
    re.IGNORECASE,
)
"""Words that say that an error is expected or does no harm, also in some other languages."""
_OF_CODE = re.compile(r"\bno.op\b", re.IGNORECASE)
"""What comments above say of the code and not of its errors."""
_IMPORT = re.compile(r"\s+(?:import|from)\s")
_HEADER = re.compile(r"\s*(?:el)?(?:if|se|with|async with|for|async for)\b.*:\s*(?:#.*)?$")
_DEEPEST = 4
"""Headers around a ``try`` that are looked at."""
_ABOVE = 12
_LONGEST = 60
_MOST_ABOVE = 400


def unexplained(caught: CaughtError, message: Message, around: Any) -> Message | None:
    """The message, unless the code says why the error is not told."""
    if around.node is None:
        return message
    first = caught.span.line
    end = first if caught.suppress else around.range(around.node).end_line
    comments = [*_comments(around, first, end), *_above(around, first)]
    if caught.idle:  # what is still to be written, and says so
        comments += map(_comment, around.lines(caught.tries, first - 1))
    if any(explains(text) or _ACCEPTED.search(text) for text in comments):
        return None
    told = _docstring(around, caught)
    above = [*_above(around, caught.tries), *_above(around, _header(around, caught.tries)), told]
    if _MEMORY.match(told) or any(map(_TOLERANT.search, (_OF_CODE.sub("", text) for text in above))):
        return None
    if _sets_up(around, caught) or any(map(_ALL_OF_IT.search, _around_it(around, caught))):
        return replace(message, confidence=Confidence.LOW)
    return message


def _around_it(around: Any, caught: CaughtError) -> Iterator[str]:
    """What the module, the class and the enclosing functions say of themselves."""
    yield _doc("\n".join(around.lines(1, _LONGEST)))
    lines = around.lines(max(1, caught.first - _MOST_ABOVE), caught.first)
    depth = len(lines[-1]) - len(lines[-1].lstrip()) if lines else 0
    for number in range(len(lines) - 2, -1, -1):
        indent = len(lines[number]) - len(lines[number].lstrip())
        if lines[number].strip() and indent < depth:
            depth = indent
            if _OPENS.match(lines[number]):
                yield _doc("\n".join(lines[number : number + _ABOVE]))


def _sets_up(around: Any, caught: CaughtError) -> bool:
    """Whether the clause guards, in a module, an import and what it is for: there is no such library, mostly."""
    return not caught.function and any(map(_IMPORT.match, around.lines(caught.tries + 1, caught.tries + 1)))


def unaccepted(fact: Any, message: Message, around: Any) -> Message | None:
    """The message, unless another linter's rule about the same is silenced on the spot."""
    return None if any(map(_ACCEPTED.search, around.comments)) else message


def unforgiven(lost: LostOutcome, message: Message, around: Any) -> Message | None:
    """The message, unless a comment at the call or above it says that its errors do no harm, or that others see to them."""
    at = around.lines(lost.span.line, lost.span.end_line)
    comments = (_OF_CODE.sub("", text) for text in (*map(_comment, at), *_above(around, lost.span.line)))
    return None if any(_TOLERANT.search(text) and not _CONDEMNS.search(text) and not _UNDONE.search(text) for text in comments) else message


def _comments(around: Any, first: int, end: int) -> Iterator[str]:
    """Comments in a clause, and those behind its last statement that stand as deep as it does."""
    lines = around.lines(first, end)
    yield from (found for line in lines if (found := _comment(line)))
    depth = len(lines[0]) - len(lines[0].lstrip())
    for line in around.lines(end + 1, end + _LONGEST):
        text = line.lstrip()
        if text.startswith("#") and len(line) - len(text) > depth:
            yield text
        elif text:
            return


def _comment(line: str) -> str:
    match = re.search(r"#.*$", line)
    return match[0] if match else ""


def explains(comment: str) -> bool:
    """Whether a comment is a sentence for people: neither a tool's, nor code, nor a note that something is to be done."""
    text = _FOR_TOOLS.sub("", comment).lstrip("#: ").strip()
    if _UNDONE.search(text) or _CONDEMNS.search(text):
        return False
    if _TOLERANT.search(text):
        return True
    if _SIGNS.search(text):
        return True
    if len(_WORD.findall(text)) < 2:
        return False
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return True
    return False


def _above(around: Any, line: int) -> Iterator[str]:
    for text in reversed(around.lines(line - _ABOVE, line - 1)):
        if not text.lstrip().startswith("#"):
            return
        yield text


def _header(around: Any, line: int) -> int:
    """The line of the outermost ``if``, ``for`` or ``with`` of which the ``try`` is the first statement, or what is first in it; the given
    line where there is none."""
    for text in reversed(around.lines(max(1, line - _DEEPEST), line - 1)):
        if not _HEADER.match(text):
            break
        line -= 1
    return line


def _docstring(around: Any, caught: CaughtError) -> str:
    """What the function says of itself, as far as it stands before the clause."""
    text = "\n".join(around.lines(caught.first, min(caught.span.line, caught.first + _LONGEST)))
    return _doc(text) if caught.function else ""


def _doc(text: str) -> str:
    """The docstring at the beginning of a module, or of a function or class whose header comes first."""
    match = re.search(r"(\"\"\"|''')(.*?)(?:\1|\Z)", text, re.DOTALL)
    before = re.sub(r"(?m)^\s*#.*$", "", text[: match.start()]).strip() if match else "none"
    return match[2] if match and (not before or before.endswith(":")) else ""


def unchosen(fact: Any, message: Message, around: Any) -> Message | None:
    """The message, unless another linter's demand for the traceback is silenced on the spot: Ruff's TRY400."""
    return None if any(map(_CHOSEN.search, around.comments)) else message
