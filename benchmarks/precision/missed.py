"""Scans the releases before and after leaks that were fixed: is the leak flagged, and is the mended code left alone?

    python benchmarks/precision/missed.py                       # a table by kind of leak
    python benchmarks/precision/missed.py --only missed         # the leaks that are not shown
    python benchmarks/precision/missed.py --leaks mine.jsonl --package requests

README.md beside this file says what the numbers mean.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.precision.pairs import Leak, Seen, after, before, load
from benchmarks.precision.releases import archive, unpack
from benchmarks.precision.scans import Scan, default_workdir, kept_folder, scan
from benchmarks.precision.scores import share, table
from benchmarks.wheels import NotToBeHadError

HERE = Path(__file__).resolve().parent
HEAD = ("pairs", "flagged", "silent", "both", "flagged", "both", "low too: flagged", "silent", "both")


def released(leak: Leak, name: str, sha256: str, options: argparse.Namespace) -> tuple[Path, Scan]:
    """One release's folder and scan."""
    folder: Path = options.workdir / "releases" / f"{name}-{sha256[:12]}"
    if not folder.exists():
        kept_folder(folder, partial(unpack, archive(leak.package, name, sha256, options.workdir / "archives")))
    return folder, scan(folder, options.workdir / "reports", options.jobs)


def seen(leak: Leak, options: argparse.Namespace) -> Seen:
    """What is found at the leak and where it was; raises NotToBeHadError."""
    old, old_scan = released(leak, leak.before_file, leak.before_sha256, options)
    new, new_scan = released(leak, leak.after_file, leak.after_sha256, options)
    mended = new / (leak.after_path or leak.path)
    then = tuple(before(leak, old_scan.found, _text(old / leak.path)))
    return Seen(then, tuple(after(leak, new_scan.found, _text(mended) if mended.exists() else "")))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def row(seen_: Sequence[Seen]) -> tuple[str, ...]:
    """The cells of HEAD."""

    def counts(low: bool) -> tuple[int, int, int]:
        flagged = [one for one in seen_ if one.flagged(low)]
        return len(flagged), sum(one.silent(low) for one in seen_), sum(one.silent(low) for one in flagged)

    shown, low = counts(low=False), counts(low=True)
    shares = (share(shown[0] / len(seen_)), share(shown[2] / len(seen_))) if seen_ else ("-", "-")
    return (str(len(seen_)), *map(str, shown), *shares, *map(str, low))


def by_kind(done: Mapping[Leak, Seen]) -> str:
    """The table."""
    kinds = sorted({leak.kind for leak in done})
    rows = {kind: row([one for leak, one in done.items() if leak.kind == kind]) for kind in kinds}
    return table("kind", HEAD, {**rows, "all": row(list(done.values()))})


def listed(done: Mapping[Leak, Seen], only: str) -> Iterator[str]:
    """A few lines for each leak that is shown, or that is not."""
    for leak, one in done.items():
        if one.flagged() == (only == "flagged"):
            silent = "silent after" if one.silent() else "not silent after"
            yield f"{leak.id} {leak.package} {leak.before} {leak.path}:{leak.line} {leak.kind}, {silent}: {leak.what}"
            for when, found in (("before", one.before), ("after", one.after)):
                for each in found:
                    yield f"    {when}: {each.place.file}:{each.place.line} {each.code} ({each.confidence}) {each.message}"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--leaks", type=Path, action="append", default=[], metavar="FILE", help="other pairs than leaks.jsonl; repeatable")
    parser.add_argument("--package", action="append", default=[], metavar="NAME", help="only the pairs of this package; repeatable")
    parser.add_argument("--only", choices=("flagged", "missed"), help="list these leaks instead of the table")
    parser.add_argument("-j", "--jobs", type=int, help="processes for each scan (one for each core)")
    parser.add_argument("--workdir", type=Path, default=default_workdir(), help="downloads, sources and reports (the user's cache folder)")
    return parser.parse_args()


def main() -> None:
    """Scan, match, print."""
    options = arguments()
    leaks = [leak for file in options.leaks or [HERE / "leaks.jsonl"] for leak in load(file)]
    done: dict[Leak, Seen] = {}
    for leak in leaks:
        if not options.package or leak.package in options.package:
            try:
                done[leak] = seen(leak, options)
            except (NotToBeHadError, FileNotFoundError) as error:
                print(f"left out: {leak.id}: {error}", file=sys.stderr)
    print("\n".join(listed(done, options.only)) if options.only else by_kind(done))


if __name__ == "__main__":
    main()
