"""What an identifier says of its value: words, sensitive ones, and words that make them harmless."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

import msgspec

from checker import patterns as re
from checker.vocabulary import Names, Vocabulary

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+")
_NO_CREDENTIAL = re.compile(
    r"[\s/{}<>*%()\[\]]|^\$|^(?:[a-z]+[-_])*(?:sha|md|aes|utf|hs|rs|es|ps|ed|oauth|base|x|p|v|http|api|python|py|pkcs|secp|rsa)[-_]?\d+\w?$",
    re.IGNORECASE,
)
_VARIABLE = re.compile(r"[A-Z]{3,}(?:_[A-Z0-9]+)+$")
"""The name of a variable of the environment."""
_ADDRESSES = frozenset({"url", "urls", "uri", "uris", "dsn"})
_FOR_THE_EYE = frozenset({"log", "logged", "display", "shown", "printable"})
"""``db_log_url`` is the variant that was made to be shown."""
_BOUNDS = (("min",), ("max",), ("minimum",), ("maximum",))
"""Words of rules for what is chosen as a secret."""
_KINDS = frozenset({"str", "string", "text", "list", "dict", "tuple", "obj", "object"})
"""Last words that name a type: what a value is stands before them."""
_TURNS = frozenset(
    {"from", "for", "of", "by", "via", "to", "with", "using", "as", "at", "in", "into", "on", "if", "or", "and", "without", "than"}
)
"""Words behind which another thing is named: ``token_for_device`` is a token."""
_PARTS = frozenset({"in", "from"})
"""Words before which a part of a thing is named: the ``entity_in_connection_string``, the ``user_from_token``."""
_WHOLES = frozenset(
    {"value", "values", "data", "content", "contents", "text", "string", "get", "read", "load", "fetch", "sign", "signed", "log", "logged",
     "built", "plug", "check", "opt", "stand"}
)  # fmt: skip
"""What is that thing itself, and what makes one word with ``in``."""
_SHOWING = frozenset(
    {"url", "urls", "uri", "uris", "link", "links", "header", "message", "messages", "output", "outputs", "stdout", "command"}
)
"""What shows a thing that it is for: the ``url_for_signed_download``; a ``project_for_signed_urls`` is a project."""
_ASKS = frozenset({"can", "cannot", "could", "should", "must", "has", "have", "is", "was", "are", "wants"})
"""Words that make a question of what stands behind them: ``learner_can_edit_password``."""
_LEADS = frozenset({"path", "paths", "filename", "file", "link", "location", "route", "pointer", "reference", "ref"})
"""What is said to lead to a thing: ``path_to_private_key``."""
_MOST = 100_000
"""Answers that are remembered of one function."""
_LONGEST = 4
_NEVER_LONGER = 80
_BLANKS = 2
"""Blanks in what is still a name: ``bad user name or password`` is a sentence."""


Key = TypeVar("Key")
Answer = TypeVar("Answer")


class _Remembered(dict[Key, Answer]):
    """Answers of one function; where they become very many, it begins anew."""

    def __init__(self, ask: Callable[[Key], Answer]) -> None:
        self._ask = ask

    def __missing__(self, key: Key) -> Answer:
        answer = self._ask(key)
        if len(self) >= _MOST:
            self.clear()
        self[key] = answer
        return answer


def once(ask: Callable[[Key], Answer]) -> Callable[[Key], Answer]:
    """Has a function asked once for each key: what is asked of every name, a dict answers in half of the time that ``lru_cache`` takes."""
    return _Remembered(ask).__getitem__


@once
def split(identifier: str) -> tuple[str, ...]:
    """Lower-case words of an identifier: ``X-Api-Key``, ``apiKey`` and ``API_KEY`` all give ``("api", "key")`` (and ``x``)."""
    if identifier.islower() and identifier.isascii() and identifier.replace("_", "").isalpha():  # most are
        return tuple(filter(None, identifier.split("_")))
    return tuple(word.lower() for word in _WORD.findall(identifier))


def is_credential(text: str) -> bool:
    """Whether a literal looks like a password or a key that somebody wrote into the source: ``hunter2``, ``sk-51Hx...``.

    What has no digit is more often a name, a label or a default ("vault", "access_token"); what has blanks, slashes or braces is text,
    a path or a template.
    """
    return (
        6 <= len(text) <= _NEVER_LONGER
        and any(character.isdigit() for character in text)
        and any(character.isalpha() for character in text)
        and not _NO_CREDENTIAL.search(text)
        and not _VARIABLE.match(text)
    )


class Telling(msgspec.Struct, frozen=True):
    """What a name tells."""

    category: str
    label: str
    weak: bool
    unless_module: tuple[str, ...]
    only_module: tuple[str, ...] = ()
    company: tuple[str, ...] = ()

    @property
    def is_secret(self) -> bool:
        """Whether it is a secret, and no weak word for one."""
        return self.category == "secret" and not self.weak


class Answers(dict[Key, Answer]):
    """Asked once for each key that it lacks; every other question costs no more than a dict's.

    ``any(map(answers.__getitem__, names))`` runs no Python code for names that it knows: a tenth of what a function costs that looks up.
    """

    def __init__(self, ask: Callable[[Key], Answer]) -> None:
        self._ask = ask

    def __missing__(self, key: Key) -> Answer:
        answer = self[key] = self._ask(key)
        return answer


class Lexicon:
    """A vocabulary's names, ready for questions; remembers every answer."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._entries: dict[tuple[str, ...], list[Names]] = {}
        for names in vocabulary.names:
            for phrase in names.words:
                words = tuple(phrase.lower().split())
                self._entries.setdefault(words, []).append(names)
                if len(words) > 1:
                    self._entries.setdefault(("".join(words),), []).append(names)
        self._telling = frozenset(word for words in self._entries for word in words)
        """Of these a name has one at least if it tells anything; most names have none."""
        self._harmless = frozenset(vocabulary.harmless_words)
        self._whole = frozenset(tuple(phrase.split()) for phrase in vocabulary.harmless_words if " " in phrase)
        self._first = frozenset(vocabulary.harmless_first)
        self._last = frozenset(vocabulary.harmless_last)
        self._carriers = frozenset(vocabulary.carriers)
        self._answers = Answers(self._look)
        self.told: dict[str, Telling | None] = Answers(self._anywhere)
        """What each name tells, ``None`` where nothing; worked out when it is first asked for."""
        self._safe: dict[str, bool] = {}

    @cached_property
    def _masks(self) -> frozenset[str]:
        return frozenset(word for entry in self._vocabulary.sanitizers for word in entry.words)

    def masks(self, name: str) -> bool:
        """Whether the name claims that it hides something: ``mask_token``, ``redacted``."""
        answer = self._safe.get(name)
        if answer is None:
            answer = self._safe[name] = not self._masks.isdisjoint(split(name))
        return answer

    def tell(self, name: str) -> Telling | None:
        """What the name tells anywhere, ``None`` where nothing."""
        return self.told[name]

    def secret(self, name: str) -> Telling | None:
        """What the name tells anywhere, if that is a secret and no weak word for one; ``None`` for all else."""
        told = self.told[name]
        return told if told is not None and told.is_secret else None

    def tell_among(self, name: str, around: frozenset[str]) -> Telling | None:
        """What the name tells in a module and function of these words."""
        answer = self._answers[name]
        return None if answer is not None and answer.only_module and around.isdisjoint(answer.only_module) else answer

    def _anywhere(self, name: str) -> Telling | None:
        answer = self._answers[name]
        return None if answer is not None and answer.only_module else answer

    def _look(self, name: str) -> Telling | None:
        if len(name) > _NEVER_LONGER or name.count(" ") > _BLANKS:
            return None
        words = split(name)
        if self._telling.isdisjoint(words) or self.hushed(words):
            return None
        for size in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - size, -1, -1):
                for entry in self._entries.get(words[start : start + size], ()):
                    if self._holds(entry, words, start, start + size):
                        weak = entry.weak or (entry.category == "secret" and self._is_about(words[start + size :]))
                        return Telling(entry.category, entry.label, weak, entry.unless_module, entry.only_module, entry.company)
        return None

    def _is_about(self, behind: tuple[str, ...]) -> bool:
        """Whether the words behind a secret's name make another thing of it: ``token_delta``, ``credential_purpose``."""
        return bool(behind) and behind[0] not in _TURNS and behind[-1] not in self._carriers and not behind[-1].isdigit()

    def hushed(self, words: tuple[str, ...]) -> bool:
        """Whether a word anywhere says that the value is harmless or hidden."""
        if not _ADDRESSES.isdisjoint(words) and not _FOR_THE_EYE.isdisjoint(words):
            return True
        return words in self._whole or not self._harmless.isdisjoint(words) or not self._masks.isdisjoint(words)

    def harmless_around(self, words: tuple[str, ...], start: int, end: int) -> bool:
        """Whether the first or the last word takes the sting out of the words between, or they are followed by a bound."""
        if words[end : end + 1] in _BOUNDS:  # PASSWORD_MIN_DIGITS
            return True
        last = len(words) - (len(words) > end + 1 and words[-1] in _KINDS)  # "scope" of token_scope_string
        return (start > 0 and words[0] in self._first) or (end < last and words[last - 1] in self._last)

    def _holds(self, entry: Names, words: tuple[str, ...], start: int, end: int) -> bool:
        rest = words[:start] + words[end:]
        if entry.alone and rest:
            return False
        if self.harmless_around(words, start, end):
            return False
        if start > 1 and words[start - 1] in _PARTS and words[start - 2] not in _WHOLES:
            return False
        if start > 1 and words[start - 1] == "for" and words[start - 2] in self._last and words[start - 2] not in _SHOWING:
            return False
        if not _ASKS.isdisjoint(words[1:start]) or (start > 1 and words[start - 1] == "to" and words[start - 2] in _LEADS):
            return False
        if (start and words[start - 1] in entry.unless_before) or (end < len(words) and words[end] in entry.unless_after):
            return False
        return not any(word in entry.unless for word in rest)
