"""The shipped vocabulary: well formed, free of contradictions, and right about the names that users of such tools argue about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from checker.source.lexicon.words import Lexicon, split
from checker.vocabulary import Names, Vocabulary

FOLDER = Path(__file__).parents[2] / "policies" / "vocabulary"
FILES = sorted(FOLDER.glob("*.yaml"))
DOTTED = re.compile(r"(?:\*\.)?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
PHRASE = re.compile(r"[a-z0-9]+(?: [a-z0-9]+){0,3}")
LEVELS = {"debug", "info", "warning", "error", "critical", ""}


def read(path: Path) -> Vocabulary:
    """One file as structs; unknown fields and wrong types raise."""
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Vocabulary)


def merged() -> Vocabulary:
    """All files, lists one after the other."""
    together: dict[str, Any] = {}
    for path in FILES:
        for field, value in msgspec.structs.asdict(read(path)).items():
            together[field] = {**together.get(field, {}), **value} if isinstance(value, dict) else together.get(field, ()) + value
    return Vocabulary(**together)


WHOLE = merged()
LEXICON = Lexicon(WHOLE)


def dotted_lists() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Section, field and dotted names of every entry that has some."""
    fields = ("calls", "attributes", "types", "decorators", "bases", "factories", "objects", "classes", "assigns")
    for section in ("containers", "sinks", "loggers", "sanitizers", "passers", "sources", "setups"):
        for entry in getattr(WHOLE, section):
            for field in fields:
                if field == "attributes" and section == "sources":
                    continue  # bare attributes of a request
                if names := getattr(entry, field, ()):
                    yield section, field, names


def strings(value: object) -> Iterator[object]:
    """Every scalar of a tree of plain data."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    else:
        yield value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_has_the_form_of_the_structs(path: Path) -> None:
    """A file decodes into the structs and says something."""
    assert any(msgspec.structs.asdict(read(path)).values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_yaml_reads_every_word_as_a_word(path: Path) -> None:
    """No ``no``, ``on``, ``off`` or ``yes`` became a boolean, no number or date slipped in unquoted."""
    switches = ("alone", "weak", "server_only", "raises", "told", "status", "host", "lets_in")
    records = ("exception",)
    tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    for entries in tree.values():
        for entry in entries if isinstance(entries, list) else [entries]:
            plain = {key: value for key, value in entry.items() if key not in switches} if isinstance(entry, dict) else entry
            if isinstance(plain, dict) and "records" in plain:
                plain["records"] = [{key: one[key] for key in one if key not in records} for one in plain["records"]]
            assert [item for item in strings(plain) if not isinstance(item, str)] == []


def test_no_word_is_listed_twice_in_one_category() -> None:
    """Two entries of one category never disagree about the same words, written apart or glued."""
    seen: dict[tuple[str, str], Names] = {}
    for entry in WHOLE.names:
        own = {phrase.replace(" ", "") for phrase in entry.words}
        for phrase in own:
            assert (entry.category, phrase) not in seen, f"{phrase}: also in {seen[entry.category, phrase].label}"
        seen.update({(entry.category, phrase): entry for phrase in own})
    for entry in WHOLE.names:
        assert len(set(entry.words)) == len(entry.words), entry.label


def test_phrases_are_what_an_identifier_splits_into() -> None:
    """Every phrase is lower-case, has at most four words, and is found again in the identifier made of it."""
    for phrase in (*(word for entry in WHOLE.names for word in entry.words), *(word for entry in WHOLE.containers for word in entry.names)):
        assert PHRASE.fullmatch(phrase), phrase
        assert split("_".join(phrase.split())) == tuple(phrase.split()), phrase


def test_words_that_make_harmless_are_single_words() -> None:
    """They are compared with single words of an identifier, so a longer one could never match."""
    lists = [WHOLE.harmless_words, WHOLE.harmless_first, WHOLE.harmless_last, WHOLE.carriers]
    lists += [part for entry in WHOLE.names for part in (entry.unless, entry.unless_after, entry.unless_before, entry.unless_module)]
    lists += [part for entry in WHOLE.containers for part in (entry.unless, entry.unless_module)]
    lists += [entry.words for entry in WHOLE.sanitizers]
    for words in lists:
        for word in words:
            assert split(word) == (word,), word
        assert len(set(words)) == len(words), sorted(word for word in set(words) if words.count(word) > 1)


def test_no_name_is_both_telling_and_harmless() -> None:
    """A phrase that nothing stands around is told, not silenced by a general list."""
    for entry in WHOLE.names:
        for phrase in entry.words:
            told = LEXICON.tell_among("_".join(phrase.split()), frozenset(entry.only_module))
            assert told is not None, phrase
            assert told.category == entry.category or phrase in {
                word for other in WHOLE.names for word in other.words if other is not entry
            }


def test_dotted_names_are_well_formed() -> None:
    """Each is a dotted name, ``*.method`` or ``owner.attribute``."""
    for section, field, names in dotted_lists():
        for name in names:
            assert DOTTED.fullmatch(name), f"{section}.{field}: {name}"
            if section == "containers" and field == "attributes":
                assert name.count(".") >= 1, name
    assert [name for name in WHOLE.functions if not DOTTED.fullmatch(name)] == []


@pytest.mark.parametrize("section", ["containers", "sinks", "sanitizers", "passers"])
def test_a_dotted_name_has_one_entry(section: str) -> None:
    """The first entry of an exact name wins, so a second one would be dead."""
    seen: set[str] = set()
    for entry in getattr(WHOLE, section):
        for name in entry.calls:
            assert name not in seen or name.startswith("*."), name
            seen.add(name)


def test_what_passes_a_secret_on_does_not_remove_it() -> None:
    """No call is both a way on for a secret and its end."""
    passing = {name for entry in WHOLE.passers for name in entry.calls}
    removing = {name for entry in WHOLE.sanitizers if set(entry.removes) & {"all", "secret"} for name in entry.calls}
    assert passing & removing == set()


def test_labels_and_levels_are_from_the_known_sets() -> None:
    """Categories, confidences and levels are ones that the rules know."""
    assert {entry.category for entry in WHOLE.names} == {"secret", "grave", "personal", "url"}
    assert {entry.confidence for entry in WHOLE.containers} <= {"low", "medium", "high"}
    assert {level for entry in WHOLE.loggers for level in entry.methods.values()} <= LEVELS
    assert {word for entry in WHOLE.sanitizers for word in entry.removes} <= {"secret", "grave", "personal", "untrusted", "all"}
    assert set(WHOLE.functions.values()) <= {"secret", "grave", "personal", "url", "traceback"}


def told(identifier: str) -> str:
    """``secret``, ``secret?`` where weak, ``""`` for nothing."""
    found = LEXICON.tell(identifier)
    return "" if found is None else found.category + "?" * found.weak


NAMES: dict[str, list[str]] = {
    key: text.split() for key, text in yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize("identifier", NAMES["secret"])
def test_names_of_secrets_tell(identifier: str) -> None:
    """A name that everybody would call a secret's is one, however it is written."""
    assert told(identifier) == "secret"


@pytest.mark.parametrize("identifier", NAMES["weak"])
def test_doubtful_names_are_weak(identifier: str) -> None:
    """A name that is a secret's only now and then is worth low confidence."""
    assert told(identifier) == "secret?"


@pytest.mark.parametrize("category", ["url", "grave", "personal"])
def test_other_categories_tell(category: str) -> None:
    """Addresses with credentials and personal data are told apart from secrets."""
    assert {name: told(name) for name in NAMES[category]} == dict.fromkeys(NAMES[category], category)


@pytest.mark.parametrize("identifier", NAMES["harmless"])
def test_harmless_names_tell_nothing(identifier: str) -> None:
    """A name, a path, a count, a flag, a word inside another word is no secret."""
    assert told(identifier) == ""


def test_names_that_an_audit_needs_are_in_no_list() -> None:
    """Who did what from where is never sensitive: user names, ids and client addresses."""
    needed = ["user", "username", "user_name", "login_name", "uid", "user_id", "account_id", "ip_address", "client_ip", "remote_addr"]
    assert {name: told(name) for name in needed} == dict.fromkeys(needed, "")
