"""A project folder, rules to speak of, and the shipped packs with a small vocabulary."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from checker.errors import LogproofError
from checker.model import Confidence, Severity
from checker.policy import Effective, load, locate, packs_directory

VOCABULARY = """\
names:
  - {category: secret, label: password, words: [password, pwd]}
harmless_words: [redacted]
loggers:
  - {kind: logging, factories: [logging.getLogger], methods: {warning: warning, "log": ""}, binders: [bind]}
functions: {getpass.getpass: secret}
"""


@dataclass(frozen=True)
class Known:
    """What the policy asks of a rule."""

    code: str
    name: str
    severity: Severity = Severity.HIGH
    confidence: Confidence = Confidence.HIGH
    enabled: bool = True
    binding: bool = False
    about: str = "checker.source.facts.records.LogCall"
    defaults: Mapping[str, Any] = field(default_factory=dict)


RULES = (
    Known("LP001", "unread-file", Severity.MEDIUM),
    Known("LP101", "secret-in-log", Severity.CRITICAL),
    Known("LP102", "personal-data-in-log", defaults={"categories": ["grave"]}),
    Known("LP103", "container-in-log", confidence=Confidence.MEDIUM),
    Known("LP201", "quiet-login", enabled=False, defaults={"events": ("login",), "depth": 3, "strictly": False, "word": "x"}),
)


@pytest.fixture
def rules() -> tuple[Known, ...]:
    """Five rules, one of them off by default."""
    return RULES


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped packs, in a folder that a test may change, with a vocabulary that does not."""
    folder = tmp_path / "shipped"
    (folder / "vocabulary").mkdir(parents=True)
    for pack in packs_directory().glob("*.yaml"):
        shutil.copy(pack, folder)
    (folder / "vocabulary" / "words.yaml").write_text(VOCABULARY)
    monkeypatch.setattr(locate, "packs_directory", lambda: folder)
    return folder


@pytest.fixture
def project(tmp_path: Path, packs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, with a cache of its own."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "project"
    root.mkdir()
    return root


Resolve = Callable[..., Effective]


@pytest.fixture
def resolved(project: Path) -> Resolve:
    """`load` for a project whose logproof.yaml is the text given."""

    def call(text: str = "", **options: Any) -> Effective:
        if text:
            (project / "logproof.yaml").write_text(text)
        return load(project, rules=options.pop("rules", RULES), **options)

    return call


Complaints = Callable[..., list[str]]


@pytest.fixture
def complaints(resolved: Resolve) -> Complaints:
    """The problems that the same call ends in, one text each."""

    def call(text: str = "", **options: Any) -> list[str]:
        with pytest.raises(LogproofError) as caught:
            resolved(text, **options)
        return [str(problem) for problem in caught.value.problems]

    return call
