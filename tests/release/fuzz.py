"""``python -m tests.release.fuzz --count 20000``: documents that nobody signed, held against the verifier.

Mutants are made of good bundles, of statements that are then signed as they are, of trusted roots and of policies. None may raise anything
but a refusal. One that is accepted must say of the signer, the time and the artifact what the good one says, and must differ from it only
where nothing authenticates and nothing uses what stands there (`tests.release.explained` names each such place with its reason).
A policy is its owner's word, whatever it says; but none lets a bad signature out.
Keys are fresh in each run; which change is made where depends on the seed and the number alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from checker.release.bundle import read_bundles
from checker.release.refusal import Refused
from checker.release.statement import Digests
from checker.release.trust import Trust, read_root
from checker.release.verifier import Attestation, ManagedKey, Verifier
from tests.release import explained
from tests.release.mutants import mutated
from tests.release.policies import Desk
from tests.release.sigstore import Signed, Sigstore, person, publish, slsa_02, slsa_1, subject
from tests.release.sigstore.pep740 import attestation, provenance

ARTIFACT, NAME = b"an artifact of the release\n", "demo-1.2.0.tar.gz"
DIGESTS = Digests(hashlib.sha256(ARTIFACT).hexdigest(), hashlib.sha512(ARTIFACT).hexdigest())
KINDS = ("bundle", "root", "bundle", "statement", "bundle", "bundle", "root", "bundle", "statement", "policy")
"""What mutants are made of, by turns."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A mutant that broke something."""

    number: int
    kind: str
    data: bytes
    wrong: str


@dataclass(frozen=True, slots=True)
class Base:
    """A good document and how it is verified."""

    document: Any
    signed: Signed
    trust: Trust
    key: ManagedKey | None
    says: tuple[Any, ...]
    """What it authenticates."""


def what_it_says(found: Attestation) -> tuple[Any, ...]:
    """Signer and what the certificate says of it. Times are compared apart: a mutant may have fewer."""
    signer = found.signer
    return (signer.name, *(sorted(getattr(signer, "claims", {}).items())))


@dataclass(slots=True)
class Run:
    """Mutants of one instance's documents, and what became of those tried so far."""

    seed: int
    sigstore: Sigstore = field(default_factory=Sigstore)
    tried: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    _bases: list[Base] = field(default_factory=list)
    _times: set[Any] = field(default_factory=set)
    _desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        """Sign what mutants are made of."""
        self._desk = Desk(self.sigstore)
        for document, signed in documents(self.sigstore):
            trust = read_root(json.dumps(signed.root).encode(), "root.json")
            key = ManagedKey("release.pub", signed.key.encode()) if signed.key else None
            base = Base(document, signed, trust, key, ())
            (found,) = verified(base, json.dumps(document).encode())
            self._bases.append(replace(base, says=what_it_says(found)))
            self._times.update(found.times)

    def close(self) -> None:
        """Take the folder for policies away."""
        self._desk.close()

    def __str__(self) -> str:
        """How far it is."""
        kinds = ", ".join(f"{kind} {self.tried[kind]} ({self.accepted[kind]} accepted)" for kind in sorted(self.tried))
        return f"{self.tried.total()} mutants: {kinds}"

    def failures(self, numbers: range) -> Iterator[Failure]:
        """Try the mutants of these numbers; those that broke something."""
        tries: dict[str, Callable[[int, random.Random], tuple[bytes, str]]]
        tries = {"bundle": self._bundle, "root": self._root, "statement": self._statement, "policy": self._policy}
        for number in numbers:
            kind = KINDS[number % len(KINDS)]
            luck = random.Random(f"{self.seed}:{number}")
            self.tried[kind] += 1
            data, wrong = tries[kind](luck.randrange(len(self._bases)), luck)
            if wrong:
                yield Failure(number, kind, data, wrong)

    def _bundle(self, which: int, luck: random.Random) -> tuple[bytes, str]:
        base = self._bases[which]
        data = mutated(base.document, [one.document for one in self._bases], luck)
        return data, self._judged("bundle", which, lambda: verified(base, data), base.document, data, explained.BUNDLE)

    def _root(self, which: int, luck: random.Random) -> tuple[bytes, str]:
        base, donor = self._bases[which], luck.choice(self._bases)
        data = mutated(base.signed.root, [donor.signed.root, self.sigstore.rogue().root], luck)
        good = json.dumps(base.document).encode()
        known = {**explained.ROOT, **unused(base)}
        return data, self._judged(
            "root", which, lambda: verified(replace(base, trust=read_root(data, "root.json")), good), base.signed.root, data, known
        )

    def _statement(self, which: int, luck: random.Random) -> tuple[bytes, str]:
        """Signed as it is: whoever signs may write what they like, and it must be read without breaking anything."""
        statements = [
            slsa_1([subject(NAME, ARTIFACT)]),
            slsa_02([subject(NAME, ARTIFACT, "sha256", "sha512")]),
            publish([subject(NAME, ARTIFACT)]),
        ]
        statement = luck.choice(statements)
        data = mutated(statement, statements, luck)
        signed = self.sigstore.attest(ARTIFACT, data, log=luck.choice(("v1", "v2")))
        base = replace(self._bases[0], document=signed.bundle, signed=signed, key=None)
        wrong = self._judged(
            "statement", -1, lambda: verified(base, json.dumps(signed.bundle).encode()), statement, data, explained.STATEMENT
        )
        return data, wrong

    def _policy(self, _: int, luck: random.Random) -> tuple[bytes, str]:
        bad, text = luck.random() < 0.5, self._desk.mutant(luck)
        code, wrong = self._desk.judged(text, bad=bad)
        if code == 0:
            self.accepted["policy"] += 1
            self.reasons["policy: the good release is what it says"] += 1
        return text.encode("utf-8", "surrogatepass"), wrong

    def _judged(
        self, kind: str, which: int, verify: Callable[[], Sequence[Attestation]], base: Any, data: bytes, known: dict[str, str]
    ) -> str:
        """What is wrong with the verdict; nothing for a refusal and for what is explained."""
        try:
            found = verify()
        except Refused as refused:
            return "" if str(refused).isprintable() and len(str(refused)) < 2000 else f"a sentence that is none: {refused!s:.300}"
        except BaseException as error:  # noqa: BLE001 - that nothing else is raised is what is tried here
            return f"{type(error).__name__}: {error!s:.300}"
        self.accepted[kind] += 1
        reasons, unknown = explained.reasons_for(base, data, known)
        says = self._bases[which].says if which >= 0 else None
        if unknown and kind == "bundle":  # it may have become another of the good ones
            tried = ((*explained.reasons_for(one.document, data, known), one.says) for one in self._bases)
            reasons, unknown, says = next((one for one in tried if not one[1]), (reasons, unknown, says))
        self.reasons.update(f"{kind}: {reason}" for reason in reasons)
        if unknown:
            return f"accepted, though it differs at {', '.join(unknown)[:300]}"
        if says is not None and any(what_it_says(one) != says or not {*one.times} <= self._times for one in found):
            return f"accepted with another signer or time: {found}"
        return ""


def documents(sigstore: Sigstore) -> Iterator[tuple[Any, Signed]]:
    """Good documents of every kind, each with what was signed."""
    statement = slsa_1([subject(NAME, ARTIFACT)])
    made = [
        sigstore.sign(ARTIFACT, log=log, version=version) for log, version in (("v1", "0.1"), ("v1", "0.2"), ("v1", "0.3"), ("v2", "0.3"))
    ]
    kinds = (
        ("v1", "dsse", "0.0.1"),
        ("v1", "intoto", "0.0.1"),
        ("v1", "intoto", "0.0.2"),
        ("v2", "dsse", "0.0.2"),
        ("v2", "hashedrekord", "0.0.2"),
    )
    made += [sigstore.attest(ARTIFACT, statement, log=log, kind=kind, kind_version=number) for log, kind, number in kinds]
    made += [sigstore.sign(ARTIFACT, log=log, managed=True) for log in ("v1", "v2")]
    made += [sigstore.attest(ARTIFACT, statement, managed=True, key="ed25519"), sigstore.sign(ARTIFACT, stamped=True, identity=person())]
    for signed in made:
        yield signed.bundle, signed
    published = sigstore.attest(ARTIFACT, publish([subject(NAME, ARTIFACT)]))
    yield attestation(published.bundle), published
    yield provenance([published.bundle]), published
    yield {"attestations": [{"predicateType": "some", "repository_id": 1, "bundle": published.bundle}]}, published


def verified(base: Base, data: bytes) -> list[Attestation]:
    """What a document authenticates."""
    verifier = Verifier(base.trust, base.signed.now)
    return [verifier.verify(bundle, DIGESTS, base.key) for bundle in read_bundles(data, f"{NAME}.sigstore.json")]


def unused(base: Base) -> dict[str, str]:
    """Places of the root that a bundle does not need."""
    material = base.signed.bundle["verificationMaterial"]
    log = material["tlogEntries"][0]["logId"]["keyId"]
    found = {
        f"tlogs.{number}*": "not the bundle's log" for number, one in enumerate(base.signed.root["tlogs"]) if one["logId"]["keyId"] != log
    }
    if "timestampVerificationData" not in material:
        found["timestampAuthorities*"] = "the bundle has no timestamp"
    if "publicKey" in material:
        found |= dict.fromkeys(("certificateAuthorities*", "ctlogs*"), "the bundle has no certificate")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, tell each failure with its seed and number; 1 where there was one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--start", type=int, default=0, help="number of the first mutant; with --count 1 a failure is run again")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="a folder for the mutants that break something")
    given = parser.parse_args(arguments)
    with closing(Run(given.seed)) as run:
        broken = sum(_tell(failure, given.seed, given.keep) for failure in run.failures(range(given.start, given.start + given.count)))
    for reason, times in run.reasons.most_common():
        print(f"{times:6} accepted: {reason}")
    print(f"{run}, {broken} broke something", flush=True)
    return 1 if broken else 0


def _tell(failure: Failure, seed: int, keep: Path | None) -> int:
    """Print one failure; 1, to be counted."""
    print(f"--seed {seed} --start {failure.number} --count 1: {failure.kind}\n{failure.wrong}", flush=True)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{seed}-{failure.number}.{failure.kind}.txt").write_bytes(failure.data)
    return 1


if __name__ == "__main__":
    sys.exit(main())
