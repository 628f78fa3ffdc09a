"""What verification costs: 100 artifacts against the library's own loop in one process, a large file's memory, and the start.

    python -m benchmarks.verify [--gigabytes 2]

It is run as a module from the repository's root, because the tests' private Sigstore is imported from there.

The bundles are made by the tests' private Sigstore, so that no network is needed. Targets: 1.2 times the library's loop once everything is
imported, memory that does not grow with the file, and a start of at most 1.3 times ``python -c "import sigstore.verify"``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sigstore.hashes import Hashed
from sigstore.models import Bundle, TrustedRoot
from sigstore.verify import Verifier as Library
from sigstore.verify import policy
from sigstore_models.common.v1 import HashAlgorithm

from checker.release.artifacts import hash_file
from checker.release.bundle import read_bundles
from checker.release.trust import read_root
from checker.release.verifier import Verifier
from tests.release.sigstore import GITHUB, Sigstore, workflow

REPOSITORY = Path(__file__).resolve().parents[1]
ARTIFACTS, ROUNDS, STARTS = 100, 11, 21


def signed(folder: Path, log: str) -> tuple[list[tuple[Path, Path]], Path, Sigstore]:
    """Artifacts with their bundles, the root's file, and who made them."""
    sigstore = Sigstore()
    written = [sigstore.sign(b"%d" % number, name=f"demo-{number}.bin", log=log).write(folder / log) for number in range(ARTIFACTS)]
    root = folder / f"{log}.json"
    root.write_text(json.dumps(sigstore.root), encoding="utf-8")
    return [(one.artifact, one.bundle) for one in written], root, sigstore


def library(pairs: list[tuple[Path, Path]], root: Path) -> None:
    """As its documentation does it."""
    verifier = Library(trusted_root=TrustedRoot.from_file(str(root)))
    wanted = policy.Identity(identity=workflow().san, issuer=GITHUB)
    for artifact, bundle in pairs:
        with artifact.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").digest()
        verifier.verify_artifact(Hashed(digest=digest, algorithm=HashAlgorithm.SHA2_256), Bundle.from_json(bundle.read_bytes()), wanted)


def ours(pairs: list[tuple[Path, Path]], root: Path, sigstore: Sigstore) -> None:
    """The same by logproof: strict reading, its own windows of keys, and the signer's claims."""
    verifier = Verifier(read_root(root.read_bytes(), root.name), sigstore.now)
    for artifact, bundle in pairs:
        (read,) = read_bundles(bundle.read_bytes(), bundle.name)
        made = verifier.verify(read, hash_file(str(artifact), artifact.name).digests)
        assert made.signer.name == workflow().san


def spent(run: Callable[[], None]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    run()
    return time.process_time() - start


def paired(theirs: Callable[[], None], mine: Callable[[], None]) -> tuple[float, float, float]:
    """Median seconds of both, turn by turn after a turn that does not count, and the median of the turns' ratios."""
    theirs(), mine()
    turns = [(spent(theirs), spent(mine)) for _ in range(ROUNDS)]
    first, second = (statistics.median(times) for times in zip(*turns, strict=True))
    return first, second, statistics.median(own / other for other, own in turns)


def large(folder: Path, gigabytes: float) -> tuple[float, int]:
    """Seconds and growth of the peak of memory in MiB for one large file."""
    path = folder / "large.bin"
    with path.open("wb") as stream:
        stream.truncate(int(gigabytes * 2**30))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    hash_file(str(path), path.name)
    return time.perf_counter() - start, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024


def started(commands: dict[str, list[str]], folder: Path) -> dict[str, list[float]]:
    """Processor seconds of processes of their own, the commands in turn; compiled beforehand, as installed code is."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(STARTS + 1):
        for name, arguments in commands.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL, env=environment)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if number:
                times[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return times


def main() -> None:
    """Print it all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--gigabytes", type=float, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as own:
        folder = Path(own)
        for log in ("v1", "v2"):
            pairs, root, sigstore = signed(folder, log)
            theirs, mine, ratio = paired(partial(library, pairs, root), partial(ours, pairs, root, sigstore))
            each = 1000 / ARTIFACTS
            print(f"Rekor {log}: library {theirs * each:.2f} ms, logproof {mine * each:.2f} ms an artifact, {ratio:.2f}")
        seconds, grown = large(folder, asked.gigabytes)
        print(f"{asked.gigabytes:g} GiB hashed in {seconds:.1f} s, memory grew by {grown} MiB")
        artifact, bundle = (path.relative_to(folder) for path in pairs[0])
        given = ["-m", "checker", "verify", str(artifact), "--bundle", str(bundle), "--identity", workflow().san, "--issuer", GITHUB]
        given += ["--trust-root", root.name, "--now", sigstore.now.isoformat()]
        example = REPOSITORY / "examples" / "release"
        held = ["-m", "checker", "verify", str(example / "dist"), "--policy", str(example / "release.yaml")]
        took = started({"library": ["-c", "import sigstore.verify"], "given": given, "policy": held}, folder)
        print(f"start: import sigstore.verify {statistics.median(took['library']):.2f} s")
        for name, told in (("given", "logproof verify with --identity"), ("policy", "logproof verify with --policy")):
            ratio = statistics.median(own / other for other, own in zip(took["library"], took[name], strict=True))
            print(f"start: {told} {statistics.median(took[name]):.2f} s, {ratio:.2f}")


if __name__ == "__main__":
    main()
