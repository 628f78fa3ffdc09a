"""What a text says of a value that is shown in it: that it is a name, ``"there is no secret called '%s'"``, or a word that was read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source.flow.origin import Flow, Found
from checker.source.index.templates import FIELD, PLACEHOLDER
from checker.source.lexicon.words import split

_GOES = re.compile(r"(?:^|[\s;&|\"'`(])(?:cd|chdir|pushd)\s{1,3}[\"'`]?$")
"""``cd ``: behind it stands a folder, though it be called ``pwd``."""
_FOLDER = "pwd"
_MOST = 30
"""Placeholders of one text."""
_NEAR = 40
"""Characters before and behind a value that are looked at."""
_NAME = re.compile(
    r"\b(?:(?:named|called|names?|titled|labell?ed)\b(?: (?:is|was|of))?|name of (?:the |an? |this )?(?:\w+ )?\w+(?: (?:is|was))?)"
    r"[\s:=]{0,3}['\"`\[(<]?$",
    re.IGNORECASE,
)
"""``no cookie named '``, ``secret name: ``, ``the name of the key is ``"""
_WHOSE = re.compile(r"\b(?:of|for|by|from) (?:the |a )?(?:\w+ )?(?:named|called|names?)\b[^\w]*$", re.IGNORECASE)
"""``password for the user named ``: behind it stands who it belongs to, or nobody knows what."""
_KEPT = frozenset({("secret",), ("secrets",), ("cookie",), ("cookies",), ("credential",)})
"""Names of what is kept under a name, and is called like what it is."""
_KEPT_AS = frozenset({"secret", "secrets", "cookie", "credentials"})
"""Labels of the same."""
_LACKING = re.compile(r"\b(?:missing|unknown|no such|undefined|required|unset) (?:\w+ )?\w+[\s:=]{0,3}['\"`\[(<]?$", re.IGNORECASE)
_IS_NOT = re.compile(
    r"['\"`\])>]?:? (?:(?:does not|doesn't|already) exists?|(?:is |was |could )?(?:not|never) (?:be )?(?:found|set|defined|configured)"
    r"|is missing|is required)\b",
    re.IGNORECASE,
)
"""Of what is not there only the name is known: ``missing secret: ``, `` does not exist``."""
_READ = re.compile(r"\b(?:unexpected|illegal|stray|expected|next|current) tokens?[\s:=]{0,3}['\"`\[(<]?$", re.IGNORECASE)
"""``unexpected token ``: what a parser met."""


def around_each(template: str) -> Iterator[tuple[str, str]]:
    """The texts before and behind each placeholder of a ``%`` or ``{}`` template, up to the next ones."""
    pattern = FIELD if "{" in template and "%" not in template else PLACEHOLDER
    found = [match.span() for match in pattern.finditer(template)][:_MOST]
    starts, ends = [start for start, _ in found], [end for _, end in found]
    for before, start, end, behind in zip([0, *ends], starts, ends, [*starts[1:], len(template)], strict=False):
        yield template[before:start], template[end:behind]


def is_not_there(behind: str) -> bool:
    """Whether the words behind a value in quotes say that there is no such thing, so that it is a name: ``' does not exist``."""
    return bool(_IS_NOT.match(behind))


def entitled(flow: Flow, text: str, around: tuple[str, str]) -> Flow:
    """The flow of a value, whose source is ``text``, as the words around it call it: less sure where its name says what they deny."""
    if not flow.found or not any(around):
        return flow
    before, behind = around[0][-_NEAR:], around[1][:_NEAR]
    if _GOES.search(before):
        return replace(flow, found=tuple(item for item in flow.found if item.crossed or _FOLDER not in split(item.text)))
    named = bool(_NAME.search(before)) and not _WHOSE.search(before)
    lacking = bool(_LACKING.search(before)) or is_not_there(behind)
    read = bool(_READ.search(before))
    if not (named or lacking or read):
        return flow

    def denied(item: Found) -> bool:
        if item.category != "secret" or item.crossed:
            return False
        if lacking and item.label in _KEPT_AS and split(item.text) in _KEPT:
            return True
        return item.text == text and (named or (read and split(text) == ("token",)))

    return replace(flow, found=tuple(replace(item, confidence=Confidence.LOW) if denied(item) else item for item in flow.found))
