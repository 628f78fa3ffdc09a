"""Policies that mean something else than they seem to: misspelt, doubled, empty, YAML's traps; and settings that would weaken one."""

from __future__ import annotations

import pytest

from tests.release.gate import ARTIFACT, SDIST, Gate

TEXT = """name: demo
description: Who may release demo.
release:
  trust-root: {name: public-good}
  signers:
    publisher:
      issuer: https://token.actions.githubusercontent.com
      identity: https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v*
  artifacts:
    - files: "*.tar.gz"
  minimum-version: "1.2.0"
"""
SIGNERS = TEXT[TEXT.index("  signers:") : TEXT.index("  artifacts:")]
BOMB = "name: demo\na0: &a0 [x]\n" + "".join(f"a{number + 1}: &a{number + 1} [{', '.join([f'*a{number}'] * 9)}]\n" for number in range(9))
BROKEN = {
    "misspelt": ("minimum-version", "minimun-version"),
    "misspelt signer": ("identity", "identitiy"),
    "duplicate": ('  minimum-version: "1.2.0"', '  minimum-version: "1.2.0"\n  minimum-version: "0.1"'),
    "no": ('"1.2.0"', "no"),
    "1.10": ('"1.2.0"', "1.10"),
    "leading zero": ('    - files: "*.tar.gz"', '    - files: "*.tar.gz"\n      count: 010'),
    "tag": ('"1.2.0"', "!!python/object:os.system x"),
    "alias": ("{name: public-good}", "&a {name: public-good}\n  x: *a"),
    "alias bomb": ("name: demo\n", BOMB),
    "two documents": ("name: demo\n", "name: demo\n---\nname: other\n"),
    "tab": ("  artifacts:", "\tartifacts:"),
    "empty signers": (SIGNERS, "  signers: {}\n"),
    "no signers": (SIGNERS, ""),
    "empty identities": ("identity: https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v*", "identity: []"),
    "empty artifacts": ('  artifacts:\n    - files: "*.tar.gz"\n', "  artifacts: []\n"),
    "no artifacts": ('  artifacts:\n    - files: "*.tar.gz"\n', ""),
    "empty pattern": ('"*.tar.gz"', '""'),
    "one pattern twice": ('    - files: "*.tar.gz"', '    - files: "*.tar.gz"\n      count: 1\n    - files: "*.tar.gz"\n      count: 2'),
    "contradicting counts": ('    - files: "*.tar.gz"', '    - files: "*.tar.gz"\n      at-least: 2\n      at-most: 1'),
    "unknown signer": ('    - files: "*.tar.gz"', '    - files: "*.tar.gz"\n      signers: [publsher]'),
    "key and identity": ("      issuer:", "      key: release.pub\n      issuer:"),
    "unknown root": ("public-good", "public-bad"),
    "no version": ('"1.2.0"', '"one"'),
    "negative count": ('    - files: "*.tar.gz"', '    - files: "*.tar.gz"\n      count: -1'),
    "quoted number": ('    - files: "*.tar.gz"', '    - files: "*.tar.gz"\n      count: "1"'),
    "half a date": ('  minimum-version: "1.2.0"', "  signed-since: 2025-06"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_broken(gate: Gate, what: str) -> None:
    """A policy with a mistake is told with its place, and nothing is verified."""
    gate.release(gate.attested())
    old, new = BROKEN[what]
    assert TEXT.count(old) == 1
    gate.policy(TEXT.replace(old, new))
    gate.refuses(gate.verify(), 2)


def test_the_text_is_good_otherwise(gate: Gate) -> None:
    """Without a mistake the same policy is read, and refuses what it should."""
    gate.release(gate.attested())
    gate.policy(TEXT)
    printed = gate.verify()
    assert printed.endswith("[1]\n"), printed
    assert "LP804 untrusted-certificate" in printed


def test_no_policy_at_all(gate: Gate) -> None:
    """Without a policy and without an identity nothing is verified."""
    gate.release(gate.attested())
    gate.refuses(gate.verify(policy=False), 2)


def test_policy_that_is_not_there(gate: Gate) -> None:
    """A policy file that is not there is a mistake."""
    gate.release(gate.attested())
    gate.refuses(gate.verify(), 2)


@pytest.mark.parametrize(
    "settings",
    [
        "ignore = ['wrong-signer', 'bad-signature']",
        "[tool.logproof.rules]\nbad-signature = false\nwrong-signer = false",
        "[tool.logproof.rules.bad-signature]\nenabled = false",
        "[tool.logproof.rules.bad-signature]\nseverity = 'low'",
        "[[tool.logproof.waivers]]\nrule = 'bad-signature'\npath = '**'\nreason = 'it is fine'\nowner = 'me'\nexpires = 2099-01-01",
        "[[tool.logproof.waivers]]\nrule = 'wrong-signer'\npath = 'dist/*'\nreason = 'it is fine'\nowner = 'me'\nexpires = 2099-01-01",
        "min-confidence = 'high'",
        "exclude = ['dist']",
        "select = ['secret-in-log']",
        "[tool.logproof.per-file-ignores]\n'dist/*' = ['bad-signature', 'wrong-signer', 'unsigned-artifact']",
        "fail-on = 'critical'",
    ],
)  # fmt: skip
def test_settings_do_not_weaken_it(gate: Gate, settings: str) -> None:
    """No setting and no waiver of the project lets a bad signature or a wrong signer pass."""
    (gate.folder / "pyproject.toml").write_text(f"[tool.logproof]\n{settings}\n", encoding="utf-8")
    gate.release(gate.sigstore.sign(ARTIFACT, name=SDIST, flaw="signed-by-another-key"))
    gate.policy()
    printed = gate.verify()
    assert printed.endswith(("[1]\n", "[2]\n")), printed
    gate.matches(printed)
