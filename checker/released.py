"""The logging configuration of the source that is released, where the release policy asks for it.

The source is that of the archive that was verified, not of a folder at hand: what is released is what is looked at. Settings, baselines and
ignore files inside of the archive are left out, because whoever wrote what is released must not weaken its judge.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from checker import logconfig, pipeline
from checker.errors import LogproofError, Problem
from checker.model import Checked, Finding, Report, Severity
from checker.pipeline import Outcome, Request
from checker.report.folders import moved
from checker.standing import Wanted
from checker.verification import ReleaseRequest, Verified

_FAMILY = "LP5"
_MOST_FILES = 20_000
_MOST_BYTES = 500_000_000
_LARGEST = 5_000_000
"""Bytes of one file that is unpacked; configuration and code are smaller."""
_JUDGES = frozenset({"pyproject.toml", "logproof.yaml", "logproof.yml", ".gitignore"})


def with_source(request: ReleaseRequest, made: Verified) -> Verified:
    """What `verification.verify` found, with what the source archives add. Raises LogproofError where nothing can be judged."""
    level = made.wanted.log_configuration if made.wanted else ""
    if not level or made.report.proven is None:
        return made
    bad = {found.span.path for found in made.report.findings}
    names = [(path, digest) for path, digest in made.report.proven.artifacts if path.endswith(".tar.gz")]
    if not names and request.asked.folder:
        hint = "release the .tar.gz too, or take `log-configuration` out of the policy"
        raise LogproofError(
            Problem("the policy asks for the logging configuration of the source, and no source archive is released", hint=hint)
        )
    report = made.report
    if not names:
        report = replace(report, notes=(*report.notes, "The logging configuration was not looked at: no source archive was given."))
    for path, digest in names:
        if f"{request.place}{path}" not in bad:  # what does not hold is not looked into
            report = _joined(report, request, made, path, digest, Severity[level.upper()])
    return replace(made, report=report)


def _joined(report: Report, request: ReleaseRequest, made: Verified, path: str, digest: str, level: Severity) -> Report:
    """The report with what one archive's logging configuration adds."""
    place = f"{request.place}{path}"
    with tempfile.TemporaryDirectory(prefix="logproof-") as folder:
        _unpack(_bytes(request, path, digest), Path(folder), place)
        outcome = _checked(request, made, folder)
    worst = [_placed(found, place) for found in outcome.report.findings if found.severity >= level and found.code.startswith(_FAMILY)]
    number = sum(isinstance(fact, logconfig.LogPipeline) for fact in outcome.facts)
    unread = outcome.report.unread
    wanted = f"no finding of {_FAMILY}xx of {level.label} severity or above"
    told = f"{len(worst) or 'none'} in {number or 'no'} configuration{'' if number == 1 else 's'}"
    told += f", and {unread} files that could not be read" if unread else ""
    claim = Checked(place, f"{path}: the logging configuration: wanted {wanted}, found {told}", not worst and not unread)
    proven = report.proven
    assert proven is not None  # noqa: S101 - the caller asked
    codes = {rule.code for rule in report.rules}
    return replace(
        report,
        findings=(*report.findings, *worst),
        suppressed=(*report.suppressed, *(_placed(one, place) for one in outcome.report.suppressed if one.code.startswith(_FAMILY))),
        rules=(*report.rules, *(rule for rule in outcome.report.rules if rule.code.startswith(_FAMILY) and rule.code not in codes)),
        sources={**report.sources, **{f"{place}/{name}": text for name, text in outcome.report.sources.items()}},
        unread=report.unread + unread,
        proven=replace(proven, checked=(*proven.checked, claim), passed=proven.passed and claim.holds),
    )


def _placed(found: Finding, place: str) -> Finding:
    """A finding of the archive as one below the archive's own path; it can be fixed only where it was made."""
    made: Finding = moved(replace(found, fix=None), lambda path: f"{place}/{path}")
    return replace(made, suppressed=found.suppressed)


def _checked(request: ReleaseRequest, made: Verified, folder: str) -> Outcome:
    """The rules about configuration, under the policy that the release is held against."""
    settings = made.settings and str(Path(request.root, made.settings))
    config = request.config or settings or None
    policies = tuple(str(Path(name).absolute()) if "/" in name or name.endswith((".yaml", ".yml")) else name for name in request.policies)
    today = request.now.date().isoformat()
    overrides = {"select": [_FAMILY]}
    wanted = Wanted(without_baseline=True)
    return pipeline.check(Request((), folder, config, policies, overrides, today=today, cache=False, standing=wanted))


def _bytes(request: ReleaseRequest, path: str, digest: str) -> bytes:
    """The archive, which must still be the one that was verified."""
    files = {entry.path: entry.real for entry in request.asked.files}
    real = str(Path(request.asked.folder, path)) if request.asked.folder else files[path]
    try:
        data = Path(real).read_bytes()
    except OSError as error:
        raise LogproofError(Problem(f"it cannot be read: {error.strerror or error}", path)) from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise LogproofError(Problem("it was changed while it was looked at", path))
    return data


def _unpack(data: bytes, folder: Path, name: str) -> None:
    """Regular files alone, below the folder and within bounds; an empty pyproject.toml makes it a project."""
    (folder / "pyproject.toml").touch()
    seen: set[str] = set()
    size = 0
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r|gz") as archive:
            for member in archive:
                size += max(member.size, 0)
                if len(seen) > _MOST_FILES or size > _MOST_BYTES:
                    raise LogproofError(Problem(f"it unpacks to more than {_MOST_FILES:,} files or {_MOST_BYTES:,} bytes", name))
                parts = list(_parts(member))
                if not parts or member.size > _LARGEST:
                    continue
                inner = "/".join(parts)
                if inner in seen:
                    raise LogproofError(Problem(f"it holds {inner!a} twice", name))
                seen.add(inner)
                stream = archive.extractfile(member)
                target = folder.joinpath(*parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(stream.read() if stream else b"")
    except (tarfile.TarError, EOFError, zlib.error, OSError, ValueError) as error:
        raise LogproofError(Problem(f"it cannot be unpacked: {error}", name, hint="a source archive is a .tar.gz")) from error


def _parts(member: tarfile.TarInfo) -> Iterator[str]:
    """Of the path below the archive's one folder; none for what is not unpacked."""
    path = PurePosixPath(member.name)
    parts = path.parts[1:]
    plain = all(part.isprintable() and part not in ("", ".", "..") and "\\" not in part and ":" not in part for part in path.parts)
    if member.isreg() and parts and not path.is_absolute() and plain and path.name not in _JUDGES:
        yield from parts
