"""`logproof verify` and `logproof policy init release` as a user runs them, on releases of the private Sigstore."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from checker.cli import run
from tests.release.scenes import SDIST, WHEEL, Scene, build
from tests.release.sigstore import GITHUB, workflow

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "checker.source", "checker.logconfig", "checker.monitoring", "checker.coverage", "checker.pipeline", "checker.policy.schema",
    "checker.run.", "checker.report.sarif", "checker.report.markdown", "yaml", "libcst",
)  # fmt: skip
"""What a run that verifies one file has no use for; each costs a tenth of the start."""
Verify = Callable[..., tuple[int, str, str]]


@pytest.fixture
def verify(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Verify:
    """Runs a command in the release's project by the Sigstore's clock; gives exit code, output and errors."""

    def call(scene: Scene, *arguments: str, command: str = "verify") -> tuple[int, str, str]:
        monkeypatch.chdir(scene.top)
        monkeypatch.setenv("LOGPROOF_NOW", scene.sigstore.now.isoformat())
        capsys.readouterr()
        code = run([*command.split(), *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


DIRECT = (f"dist/{SDIST}", "--bundle", f"dist/{SDIST}.sigstore.json", "--trust-root", "trusted_root.json")


def test_a_release_under_a_policy(tmp_path: Path, verify: Verify) -> None:
    """A good folder ends with 0 and tells each claim; a changed file with 1 and one finding at that file."""
    code, out, _ = verify(build("good", tmp_path / "good"), "dist", "--policy", "release.yaml")
    assert code == 0
    assert out.count("holds  ") == 10
    code, out, _ = verify(build("tampered", tmp_path / "bad"), "dist", "--policy", "release.yaml", "--report", "json")
    assert code == 1
    assert [(one["code"], one["span"]["path"]) for one in json.loads(out)["findings"]] == [("LP801", f"dist/{SDIST}")]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--identity", workflow().san, "--issuer", GITHUB), 0),
        (("--identity", workflow(ref="refs/heads/main").san, "--issuer", GITHUB), 1),
        (("--identity", workflow().san, "--issuer", "https://gitlab.com"), 1),
        (("--identity", workflow().san, "--issuer", "*"), 2),
        (("--identity", "*", "--issuer", GITHUB), 2),
        (("--identity", workflow().san), 2),
        (("--issuer", GITHUB), 2),
        ((), 2),
    ],
)
def test_without_a_policy(options: tuple[str, ...], code: int, tmp_path: Path, verify: Verify) -> None:
    """Identity and issuer are both needed and both exact."""
    assert verify(build("good", tmp_path), *DIRECT, *options)[0] == code


def test_verification_waits_for_nothing_else(tmp_path: Path) -> None:
    """A file is verified without importing what reads source, configuration, policies, or writes other reports."""
    scene = build("good", tmp_path)
    given = ["verify", *DIRECT, "--identity", workflow().san, "--issuer", GITHUB, "--now", scene.sigstore.now.isoformat()]
    code = f"import sys; from checker.cli import run; code = run({given!r}); names = {HEAVY!r}\n"
    code += "print([name for name in sys.modules if name.startswith(names)], file=sys.stderr); sys.exit(code)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=scene.top, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_a_digest_stands_for_a_file(tmp_path: Path, verify: Verify) -> None:
    """``sha256:HEX`` is verified as the file is, and another digest is not it."""
    scene = build("good", tmp_path)
    digest = hashlib.sha256((scene.folder / SDIST).read_bytes()).hexdigest()
    rest = (*DIRECT[1:], "--identity", workflow().san, "--issuer", GITHUB)
    assert verify(scene, f"sha256:{digest}", *rest)[0] == 0
    assert verify(scene, f"sha256:{'0' * 64}", *rest)[0] == 1


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[" * 100_000, b'{"mediaType": 1, "mediaType": 1}', b"\xff"])
def test_a_root_that_is_none_ends_the_run(content: bytes | None, tmp_path: Path, verify: Verify) -> None:
    """A root that is missing, empty or no root is told in a sentence, with exit code 2 and nothing verified."""
    scene = build("good", tmp_path)
    root = scene.top / "trusted_root.json"
    root.unlink() if content is None else root.write_bytes(content)
    code, out, err = verify(scene, *DIRECT, "--identity", workflow().san, "--issuer", GITHUB)
    assert (code, out) == (2, "")
    assert err.startswith("logproof: ")
    assert "internal error" not in err


def test_another_root_than_the_pinned_one(tmp_path: Path, verify: Verify) -> None:
    """A root file that was exchanged is refused before anything is held against it."""
    scene = build("good", tmp_path)
    root = scene.top / "trusted_root.json"
    root.write_text(root.read_text(encoding="utf-8") + " ", encoding="utf-8")
    code, _, err = verify(scene, "dist", "--policy", "release.yaml")
    assert code == 2
    assert "as pinned" in err


def test_signature_and_trust_cannot_be_waived(tmp_path: Path, verify: Verify) -> None:
    """A waiver for a wrong signer is an error of the policy; one for an extra file holds until its day."""
    waiver = {"path": "/dist/**", "reason": "notes", "owner": "me", "expires": "2025-12-31"}
    for name, rule, code in (("other-workflow", "wrong-signer", 2), ("extra-file", "unnamed-file", 0)):
        scene = build(name, tmp_path / name)
        policy = yaml.safe_load((scene.top / "release.yaml").read_text(encoding="utf-8"))
        policy["waivers"] = [{"rule": rule, **waiver}]
        (scene.top / "release.yaml").write_text(yaml.safe_dump(policy), encoding="utf-8")
        assert verify(scene, "dist", "--policy", "release.yaml")[0] == code
    assert verify(scene, "dist", "--policy", "release.yaml", "--now", "2026-01-01T00:00:00Z")[0] == 1


@pytest.mark.parametrize("setting", ["enabled: false", "severity: low", "locked: false"])
def test_no_policy_turns_the_signature_off(setting: str, tmp_path: Path, verify: Verify) -> None:
    """A rule of signature or trust can be neither turned off nor lowered."""
    scene = build("tampered", tmp_path)
    with (scene.top / "release.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"rules: {{bad-signature: {{{setting}}}}}\n")
    code, _, err = verify(scene, "dist", "--policy", "release.yaml")
    assert code == 2
    assert "is locked" in err


def test_the_summary_is_a_statement(tmp_path: Path, verify: Verify) -> None:
    """``vsa`` names every artifact by its digest and says whether all holds."""
    for name, result in (("good", "PASSED"), ("extra-file", "FAILED")):
        scene = build(name, tmp_path / name)
        verify(scene, "dist", "--policy", "release.yaml", "--report", "vsa=out.json")
        made = json.loads((scene.top / "out.json").read_text(encoding="utf-8"))
        assert made["predicateType"] == "https://slsa.dev/verification_summary/v1"
        assert made["predicate"]["verificationResult"] == result
        assert made["predicate"]["verifiedLevels"] == ([] if result == "PASSED" else ["FAILED"])
        policy = hashlib.sha256((scene.top / "release.yaml").read_bytes()).hexdigest()
        assert made["predicate"]["policy"] == {"uri": "release.yaml", "digest": {"sha256": policy}}
        assert [one["name"] for one in made["subject"]] == [WHEEL, SDIST]
        inputs = {one["name"]: one["digest"]["sha256"] for one in made["predicate"]["inputAttestations"]}
        files = sorted(scene.folder.glob("*.sigstore.json"))
        assert inputs == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_drafted_policy_holds(tmp_path: Path, verify: Verify) -> None:
    """`policy init release` says who signed, and the release passes what it wrote; a file that is there stays."""
    scene = build("good", tmp_path)
    options = ("dist", "--trust-root", "trusted_root.json", "--output", "mine.yaml")
    code, out, _ = verify(scene, "release", *options, command="policy init")
    assert code == 0
    assert workflow().san.replace("v1.2.0", "v*") in out
    assert verify(scene, "dist", "--policy", "mine.yaml")[0] == 0
    assert verify(scene, "release", *options, command="policy init")[0] == 2


def test_a_draft_of_a_changed_release_is_refused(tmp_path: Path, verify: Verify) -> None:
    """Nothing is drafted from a release whose signatures do not hold."""
    scene = build("tampered", tmp_path)
    options = ("dist", "--trust-root", "trusted_root.json", "--output", "mine.yaml")
    assert verify(scene, "release", *options, command="policy init")[0] == 2
    assert not (scene.top / "mine.yaml").exists()


def test_nothing_to_verify_is_no_success(tmp_path: Path, verify: Verify) -> None:
    """An empty folder fails, also where the policy would take no file at all."""
    scene = build("good", tmp_path)
    (scene.top / "empty").mkdir()
    assert verify(scene, "empty", "--policy", "release.yaml")[0] == 1
    scene.release["artifacts"] = [{"files": "*", "at-least": 0}]
    scene.release["trust-root"] = {"name": "public-good"}
    (scene.top / "any.yaml").write_text(yaml.safe_dump({"name": "any", "description": "Any.", "release": scene.release}), encoding="utf-8")
    code, _, err = verify(scene, "empty", "--policy", "any.yaml")
    assert code == 2
    assert "nothing to verify" in err
