"""A release policy may ask that the logging configuration of the source that is released has no finding at a level."""

from __future__ import annotations

import io
import json
import tarfile

import pytest

from tests.release.gate import Gate

SETTINGS = """\
INSTALLED_APPS = []
ROOT_URLCONF = "shop.urls"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "%s", "propagate": False}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
"""


def sdist(**files: str) -> bytes:
    """A source archive; ``__`` stands for ``/`` and ``_dot_`` for a dot."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"demo-1.2.0/{name.replace('__', '/').replace('_dot_', '.')}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return made.getvalue()


def released(gate: Gate, archive: bytes, **policy: object) -> str:
    """What verify prints."""
    gate.release(gate.attested(archive))
    gate.policy(**{"log_configuration": "high", **policy})
    return gate.verify()


def test_a_finding_of_the_source_fails_the_release(gate: Gate) -> None:
    """A security logger that is silenced in the archive is a finding at its place below the archive, and the run ends with 1."""
    printed = released(gate, sdist(shop__settings_dot_py=SETTINGS % "ERROR"))
    assert "dist/demo-1.2.0.tar.gz/shop/settings.py:7:" in printed
    assert "LP501 security-logger-silenced" in printed
    gate.refuses(printed)


def test_a_sound_source_passes(gate: Gate) -> None:
    """Where nothing is found at the level, the claim says what was looked at, and the run ends with 0."""
    gate.release(gate.attested(sdist(shop__settings_dot_py=SETTINGS % "WARNING")))
    gate.policy(log_configuration="high")
    printed = gate.verify("dist", "--report", "json=out.json")
    assert printed.rstrip().endswith("[0]")
    checked = json.loads((gate.folder / "out.json").read_text())["proven"]["checked"]
    (claim,) = [one for one in checked if "the logging configuration" in one["sentence"]]
    assert claim["holds"]
    assert claim["sentence"].endswith("wanted no finding of LP5xx of high severity or above, found none in 1 configuration")


def test_only_the_level_counts(gate: Gate) -> None:
    """A finding below the level is none of the release's."""
    assert released(gate, sdist(shop__settings_dot_py=SETTINGS % "ERROR"), log_configuration="critical").rstrip().endswith("[0]")


def test_nothing_is_looked_at_unasked(gate: Gate) -> None:
    """Without the key an archive is not unpacked, whatever it holds."""
    assert released(gate, sdist(shop__settings_dot_py=SETTINGS % "ERROR"), log_configuration=None).rstrip().endswith("[0]")


@pytest.mark.parametrize("name", ["logproof_dot_yaml", "shop__logproof_dot_yaml"])
def test_the_archive_does_not_weaken_its_judge(name: str, gate: Gate) -> None:
    """Settings that lie in the archive count for nothing."""
    settings = "ignore: [LP5]\nexclude: ['*']\n"
    printed = released(gate, sdist(shop__settings_dot_py=SETTINGS % "ERROR", **{name: settings, "_dot_gitignore": "*\n"}))
    assert "LP501" in printed
    assert printed.rstrip().endswith("[1]")


def test_the_policy_may_waive(gate: Gate) -> None:
    """A waiver of the release policy covers a finding of the source as it does in `check`, until its day."""
    gate.release(gate.attested(sdist(shop__settings_dot_py=SETTINGS % "ERROR")))
    gate.policy(log_configuration="high")
    policy = gate.folder / "policy.yaml"
    waiver = "{rule: security-logger-silenced, path: shop/settings.py, reason: r, owner: o, expires: 2099-01-01}"
    policy.write_text(policy.read_text() + f"waivers: [{waiver}]\n")
    assert gate.verify().rstrip().endswith("[0]")


@pytest.mark.parametrize("archive", [b"no archive", sdist(a_dot_py="")[:-30]], ids=["text", "cut"])
def test_what_cannot_be_unpacked(archive: bytes, gate: Gate) -> None:
    """An archive that is none is told with its name, and nothing is said to hold: the run ends with 2."""
    printed = released(gate, archive)
    assert "dist/demo-1.2.0.tar.gz: it cannot be unpacked" in printed
    assert printed.rstrip().endswith("[2]")


def test_paths_out_of_the_archive(gate: Gate) -> None:
    """Names that lead out of the folder, links and devices are not unpacked."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name in ("demo-1.2.0/../../evil.py", "/evil.py", "demo-1.2.0/shop/../../../evil.py"):
            member = tarfile.TarInfo(name)
            member.size = 1
            archive.addfile(member, io.BytesIO(b"x"))
        link = tarfile.TarInfo("demo-1.2.0/settings.py")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert released(gate, made.getvalue()).rstrip().endswith("[0]")
    assert not list(gate.folder.rglob("evil.py"))


def test_a_release_without_source(gate: Gate) -> None:
    """Where the policy asks and no source archive is released, nothing can be said: the run ends with 2."""
    gate.release(gate.attested(b"wheel", "demo-1.2.0-py3-none-any.whl"))
    gate.policy(log_configuration="high", artifacts=[{"files": "*.whl"}])
    printed = gate.verify()
    assert "no source archive is released" in printed
    gate.refuses(printed, 2)
