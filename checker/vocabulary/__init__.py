"""What the analyzer knows by name, in the form in which ``policies/vocabulary/*.yaml`` and a project's own additions say it."""

from __future__ import annotations

import msgspec

from checker.vocabulary.events import EmittedMetric, EmittedRecord, Emitter, EventText
from checker.vocabulary.leaks import Answer, Aside, Container, Loggers, Names, Option, Passer, Repeater, Sanitizer, Setup, Sink, Source
from checker.vocabulary.outcomes import (
    Anomaly,
    Boundary,
    Change,
    Client,
    Login,
    RecordText,
    Refusal,
    Required,
    Target,
    Trail,
    Trait,
    Verifier,
)

__all__ = [
    "Anomaly",
    "Answer",
    "Aside",
    "Boundary",
    "Change",
    "Client",
    "Container",
    "EmittedMetric",
    "EmittedRecord",
    "Emitter",
    "EventText",
    "Loggers",
    "Login",
    "Names",
    "Option",
    "Passer",
    "RecordText",
    "Refusal",
    "Repeater",
    "Required",
    "Sanitizer",
    "Setup",
    "Sink",
    "Source",
    "Target",
    "Trail",
    "Trait",
    "Verifier",
    "Vocabulary",
]


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything the analyzer knows by name; merged from ``policies/vocabulary/`` and the project's own."""

    names: tuple[Names, ...] = ()
    harmless_words: tuple[str, ...] = ()
    """Words that make any identifier harmless wherever they stand: ``redacted``, ``masked``, ``safe``."""
    harmless_first: tuple[str, ...] = ()
    """Words that make an identifier harmless as its first word: ``is``, ``has``, ``num``."""
    harmless_last: tuple[str, ...] = ()
    """Words that make it harmless as its last word: ``path``, ``count``, ``id``, ``name``."""
    carriers: tuple[str, ...] = ()
    """Last words with which an identifier is still the secret that the words before them name: ``value``, ``bytes``, ``text``."""
    containers: tuple[Container, ...] = ()
    sinks: tuple[Sink, ...] = ()
    loggers: tuple[Loggers, ...] = ()
    sanitizers: tuple[Sanitizer, ...] = ()
    passers: tuple[Passer, ...] = ()
    answers: tuple[Answer, ...] = ()
    repeaters: tuple[Repeater, ...] = ()
    connectors: tuple[str, ...] = ()
    """Dotted calls that log in with what they are given, so that a dict which is spread over one holds a password: ``psycopg2.connect``."""
    locators: tuple[str, ...] = ()
    """Dotted calls that connect to what an address names, as the user and with the password that stand in it: ``redis.from_url``."""
    sources: tuple[Source, ...] = ()
    setups: tuple[Setup, ...] = ()
    options: tuple[Option, ...] = ()
    functions: dict[str, str] = {}
    """Dotted library callables whose result has a category: ``getpass.getpass: secret``."""
    verifiers: tuple[Verifier, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    changes: tuple[Change, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    trails: tuple[Trail, ...] = ()
    aspects: tuple[str, ...] = ()
    """Last words of names that speak of something about what a phrase names: ``validate_api_key_path``, ``send_reset_password_email``."""
    logins: tuple[Login, ...] = ()
    clients: tuple[Client, ...] = ()
    targets: tuple[Target, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    records: tuple[RecordText, ...] = ()
    traits: tuple[Trait, ...] = ()
    asides: tuple[Aside, ...] = ()
    event_texts: tuple[EventText, ...] = ()
    emitters: tuple[Emitter, ...] = ()
    must_log: tuple[Required, ...] = ()
    """Whose every way out must leave a record."""
