"""What a policy may say about a release, and the sentence for what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import policy
from checker.errors import LogproofError
from checker.rules import registry

HEAD = "name: p\ndescription: P.\nrelease:\n"
SIGNER = "  signers: {a: {identity: 'https://github.com/acme/demo/.github/workflows/r.yml@refs/tags/v*', issuer: https://i.example}}\n"
ARTIFACTS = "  artifacts: [{files: '*.whl'}]\n"


def complaints(text: str, folder: Path) -> str:
    """Everything that is wrong with the pack, one sentence a line."""
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LogproofError) as caught:
        policy.load(folder, policies=[str(folder / "p.yaml")], rules=registry(), cache=False)
    return "\n".join(f"{problem.line}: {problem.message}" for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("  signers: [{issuer: https://i.example}]\n", "write `signers: {NAME: {identity: ..., issuer: ...}}`"),
        ("  signers: {a: acme}\n", "write `a: {identity: ..., issuer: ...}`"),
        ("  artifacts: dist\n", "write `artifacts: [{files: ...}]`"),
    ],
)
def test_the_form_is_shown(text: str, hint: str, tmp_path: Path) -> None:
    """Where a table is written as something else, the hint shows it with the keys that it needs."""
    (tmp_path / "p.yaml").write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(LogproofError) as caught:
        policy.load(tmp_path, policies=[str(tmp_path / "p.yaml")], rules=registry(), cache=False)
    assert hint in [problem.hint for problem in caught.value.problems]


def test_a_good_one_is_read(tmp_path: Path) -> None:
    """Signers, artifacts and root come out as they stand there."""
    (tmp_path / "p.yaml").write_text(HEAD + SIGNER + ARTIFACTS, encoding="utf-8")
    release = policy.load(tmp_path, policies=[str(tmp_path / "p.yaml")], rules=registry(), cache=False).release
    assert release
    assert [signer.name for signer in release.signers] == ["a"]
    assert release.artifacts[0].files == "*.whl"
    assert release.root == "public-good"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SIGNER.replace("issuer:", "isuer:"), "unknown key `isuer`"),
        (SIGNER.replace("https://i.example", "'*'"), "`*` must be exact"),
        (SIGNER.replace("https://i.example", "no"), "boolean to some YAML readers"),
        ("  signers: {}\n", "`signers` must not be empty"),
        ("  artifacts: []\n", "`artifacts` must not be empty"),
        ("  signers: {a: {identity: a@example.org}}\n", "the key `issuer` is missing"),
        ("  signers: {a: {issuer: https://i.example}}\n", "the key `identity` is missing"),
        ("  signers: {a: {issuer: https://i.example, identity: []}}\n", "`identity` must not be empty"),
        ("  signers: {a: {issuer: https://i.example, identity: '*'}}\n", "must fix the host and the owner"),
        ("  signers: {a: {issuer: https://i.example, identity: 'https://github.com/*/demo'}}\n", "must fix the host and the owner"),
        ("  signers: {a: {issuer: https://i.example, identity: 'me@*.org'}}\n", "must fix the host and the owner"),
        ("  signers: {a: {issuer: https://i.example, identity: 'https://github.com/acme/d/.*'}}\n", "`*` alone is special"),
        ("  signers: {a: {issuer: https://i.example, identity: 'https://github.com/acme/**'}}\n", "`*` alone is special"),
        ("  signers: {a: {key: k.pub, issuer: https://i.example}}\n", "a managed key has none"),
        ("  signers: {a: {key: k.pub, from: 2026-02-01, until: 2026-01-01}}\n", "last day lies before its first"),
        ("  artifacts: [{files: '*', count: 2, at-most: 3}]\n", "contradict each other"),
        ("  artifacts: [{files: '*', at-least: 3, at-most: 2}]\n", "contradict each other"),
        ("  artifacts: [{files: '*.whl'}, {files: '*.whl'}]\n", "stands here twice"),
        (SIGNER + "  artifacts: [{files: '*', signers: [b]}]\n", "there is no signer `b`"),
        ("  trust-root: {file: root.json}\n", "must be pinned"),
        ("  trust-root: {file: root.json, sha256: abc}\n", "64 lower-case hex digits"),
        ("  trust-root: {name: elsewhere}\n", "there is no root `elsewhere`"),
        ("  minimum-version: 1.10\n", "would be read as the number 1.1"),
        ("  one: [versoin]\n", "not one of version, commit, ref"),
        ("  artifacts: [{files: '*', attestations: [{type: https://x.example, builder: b}]}]\n", "SLSA provenance alone"),
    ],
)
def test_what_cannot_be_meant_is_told(text: str, sentence: str, tmp_path: Path) -> None:
    """Each mistake has a sentence with its line, and the run does not begin."""
    told = complaints(HEAD + text, tmp_path)
    assert sentence in told
    assert "None:" not in told
