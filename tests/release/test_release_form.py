"""Documents that a release gate must not read as something else: duplicate keys, junk, depth, size, bytes that are no text."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker.release.refusal import Refused
from checker.release.strict_json import loads
from tests.release.gate import ARTIFACT, SDIST, Gate, sums
from tests.release.sigstore import publish, slsa_1, subject
from tests.release.sigstore.keys import encoded
from tests.release.sigstore.pep740 import attestation, provenance
from tests.release.sigstore.timestamps import TimestampAuthority

STATEMENT = slsa_1([subject(SDIST, ARTIFACT)])
BUNDLE = f"{SDIST}.sigstore.json"


def rewritten(gate: Gate, change: Callable[[str], str | bytes]) -> str:
    """What is printed of a good release whose bundle's text was changed."""
    gate.release(gate.attested())
    gate.policy()
    path = gate.dist / BUNDLE
    changed = change(path.read_text(encoding="utf-8"))
    path.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
    return gate.verify()


def in_bundle(change: Callable[[dict[str, Any]], Any]) -> Callable[[str], str]:
    """The same for a change of the document."""

    def apply(text: str) -> str:
        document = json.loads(text)
        change(document)
        return json.dumps(document)

    return apply


def entry(document: dict[str, Any]) -> dict[str, Any]:
    """A bundle's first log entry."""
    found: dict[str, Any] = document["verificationMaterial"]["tlogEntries"][0]
    return found


def test_duplicate_key_in_a_bundle(gate: Gate) -> None:
    """A key that stands twice in a bundle is refused: readers differ in which of the two they take."""
    gate.refuses(rewritten(gate, lambda text: text.replace('"mediaType"', '"mediaType": "x", "mediaType"', 1)))


def test_duplicate_key_in_a_statement(gate: Gate) -> None:
    """A signed statement whose key stands twice is refused."""
    text = json.dumps(STATEMENT).replace('"subject"', '"subject": [], "subject"', 1)
    gate.release(gate.attested(statement=text.encode()))
    gate.policy()
    gate.refuses(gate.verify())


def test_junk_in_base64(gate: Gate) -> None:
    """Base64 with characters that lenient readers pass over is refused."""
    gate.refuses(
        rewritten(
            gate,
            in_bundle(
                lambda document: document["dsseEnvelope"].update(
                    payload=document["dsseEnvelope"]["payload"][:8] + "\n" + document["dsseEnvelope"]["payload"][8:]
                )
            ),
        )
    )


@pytest.mark.parametrize("payload", [7, None, [], {}, True], ids=str)
def test_payload_that_is_no_text(gate: Gate, payload: object) -> None:
    """An envelope whose payload is anything but text is refused, and breaks nothing."""
    printed = rewritten(gate, in_bundle(lambda document: document["dsseEnvelope"].update(payload=payload)))
    gate.refuses(printed)
    assert "unreadable-bundle" in printed


def test_garbage_certificate(gate: Gate) -> None:
    """Bytes that are no certificate are refused."""
    gate.refuses(
        rewritten(
            gate,
            in_bundle(
                lambda document: document["verificationMaterial"].update(
                    certificate={"rawBytes": base64.b64encode(b"certificate").decode()}
                )
            ),
        )
    )


def test_unknown_media_type(gate: Gate) -> None:
    """A media type that is not Sigstore's is refused."""
    gate.refuses(rewritten(gate, in_bundle(lambda document: document.update(mediaType="application/json"))))


def test_snake_case_names(gate: Gate) -> None:
    """Names as protobuf's other JSON spelling has them are refused: beside the usual ones they would be a second value."""
    gate.refuses(rewritten(gate, in_bundle(lambda document: entry(document).update(log_index="1"))))


def test_unknown_field(gate: Gate) -> None:
    """A field that bundles do not have is refused."""
    gate.refuses(rewritten(gate, in_bundle(lambda document: document.update(verdict="accepted"))))


@pytest.mark.parametrize("depth", [100, 10_000])
def test_deep_json(gate: Gate, depth: int) -> None:
    """JSON that nests deeper than any bundle does is refused, and breaks nothing."""
    gate.refuses(rewritten(gate, lambda _: "[" * depth + "]" * depth))


def test_name_in_the_root_that_is_no_text(gate: Gate) -> None:
    """A certificate of the root whose name is no text ends the run with a sentence, not with a crash in a library."""
    gate.release(gate.attested(log="v2"))
    place = gate.root["timestampAuthorities"][0]["certChain"]["certificates"][1]
    place["rawBytes"] = encoded(base64.b64decode(place["rawBytes"]).replace(b"sigstore-tsa", b"\xffigstore-tsa"))
    gate.policy()
    gate.refuses(gate.verify(), 2)


def test_name_in_a_timestamp_that_is_no_text(gate: Gate) -> None:
    """The same in a certificate that a timestamp carries."""
    signed = gate.sigstore.sign(ARTIFACT, name=SDIST, stamped=True)
    authority = TimestampAuthority(signed.now, embed=True)
    token = authority.stamp(base64.b64decode(signed.bundle["messageSignature"]["signature"]), signed.now)
    stamp = {"signedTimestamp": encoded(token.replace(b"sigstore-tsa", b"\xffigstore-tsa"))}
    signed.bundle["verificationMaterial"]["timestampVerificationData"] = {"rfc3161Timestamps": [stamp]}
    gate.release(signed)
    gate.policy()
    gate.refuses(gate.verify())


HOSTILE = {
    "texts that do not end": "[" * 61 + '"\\' * 1_000_000,
    "many keys": "{" + ",".join(f'"{number}":0' for number in range(100_000)) + ',"99999":0}',
    "many halves of characters": '["' + "\\ud800" * 300_000 + '"]',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_reading_takes_no_longer_than_the_text(text: str) -> None:
    """Hostile text of a megabyte is refused at once: no reader looks at a part of it again and again."""
    with pytest.raises(Refused):
        loads(text.encode(), "the bundle")


def test_deep_statement(gate: Gate) -> None:
    """The same in a statement that was signed."""
    gate.release(gate.attested(statement=b'{"predicate": ' + b"[" * 10_000 + b"]" * 10_000 + b"}"))
    gate.policy()
    gate.refuses(gate.verify())


def test_bundle_of_100_megabytes(gate: Gate) -> None:
    """A bundle that is larger than any real one is not read."""
    gate.release(gate.attested())
    gate.policy()
    with (gate.dist / BUNDLE).open("r+b") as stream:
        stream.truncate(100_000_000)
    gate.refuses(gate.verify())


def test_a_million_subjects(gate: Gate) -> None:
    """A statement on a million files is refused for their number."""
    one = json.dumps(STATEMENT["subject"][0]).encode()
    text = json.dumps({**STATEMENT, "subject": []}).encode().replace(b'"subject": []', b'"subject": [' + b",".join([one] * 100_000) + b"]")
    gate.release(gate.attested(statement=text))
    gate.policy()
    gate.refuses(gate.verify())


def test_invalid_utf_8(gate: Gate) -> None:
    """Bytes that are no text are refused."""
    gate.refuses(rewritten(gate, lambda text: text.encode().replace(b"sigstore", b"sigst\xffre", 1)))


def test_half_a_surrogate_pair(gate: Gate) -> None:
    """Half a character is refused."""
    gate.refuses(rewritten(gate, in_bundle(lambda document: document["dsseEnvelope"].update(payloadType="\ud800"))))


def test_not_a_number(gate: Gate) -> None:
    """NaN, which JSON does not have, is refused."""
    gate.refuses(rewritten(gate, lambda text: text.replace('"mediaType"', '"x": NaN, "mediaType"', 1)))


@pytest.mark.parametrize("value", ["9223372036854775808", "18446744073709551615", "-1", "1.5", "0x10", " 7", "", "1_0"])
@pytest.mark.parametrize("name", ["logIndex", "integratedTime"])
def test_odd_integers(gate: Gate, name: str, value: str) -> None:
    """Integers at 2^63 and 2^64-1, and what only some readers read as one, are refused."""
    gate.refuses(rewritten(gate, in_bundle(lambda document: entry(document).update({name: value}))))


@pytest.mark.parametrize("content", ["empty", "blank", "null", "list", "text", "half", "byte order mark"])
def test_no_bundle_at_all(gate: Gate, content: str) -> None:
    """A file with a bundle's name that holds none is refused."""
    texts = {
        "empty": "",
        "blank": " \n",
        "null": "null",
        "list": "[]",
        "text": '"x"',
        "half": '{"mediaType"',
        "byte order mark": "\ufeff{}",
    }
    gate.refuses(rewritten(gate, lambda _: texts[content]))


@pytest.mark.parametrize("change", ["version", "publisher only", "unknown", "no attestation", "another version of the file"])
def test_odd_provenance_files(gate: Gate, change: str) -> None:
    """A PEP 740 file of another version, with unknown fields or without attestations is refused."""
    signed = gate.attested(statement=publish([subject(SDIST, ARTIFACT)]))
    gate.release(signed)
    gate.policy()
    (gate.dist / BUNDLE).unlink()
    document = provenance([signed.bundle])
    first = document["attestation_bundles"][0]
    changes: dict[str, Callable[[], Any]] = {
        "version": lambda: first["attestations"][0].update(version=2),
        "publisher only": lambda: first.pop("attestations"),
        "unknown": lambda: first.update(verified=True),
        "no attestation": lambda: first.update(attestations=[]),
        "another version of the file": lambda: document.update(version=2),
    }
    changes[change]()
    (gate.dist / f"{SDIST}.provenance").write_text(json.dumps(document), encoding="utf-8")
    gate.refuses(gate.verify())


@pytest.mark.parametrize("name", ["publish.attestation", "provenance", "sigstore", "intoto.jsonl"])
def test_every_place_of_a_bundle(gate: Gate, name: str) -> None:
    """Bundles are found under each of the names that tools give them, also as PEP 740 files and many in one."""
    signed = gate.attested(statement=publish([subject(SDIST, ARTIFACT)]))
    gate.release(signed)
    gate.policy()
    (gate.dist / BUNDLE).unlink()
    document: Any = {"publish.attestation": attestation(signed.bundle), "provenance": provenance([signed.bundle])}.get(name, signed.bundle)
    text = json.dumps(document)
    (gate.dist / f"{SDIST}.{name}").write_text(f"{text}\n{text}\n" if name == "intoto.jsonl" else text, encoding="utf-8")
    gate.accepts(gate.verify())


def test_what_is_printed_is_escaped(gate: Gate) -> None:
    """Nothing of a hostile statement reaches a terminal or a CI runner as a command."""
    name = "\x1b[31m\u202e::error::\n::set-output::"
    gate.release(gate.attested(statement=slsa_1([subject(name, b"other")])))
    gate.policy()
    printed = gate.verify()
    assert not any(letter in printed for letter in "\x1b\u202e")
    assert "\n::" not in printed
    gate.refuses(printed)


def test_sums_are_read_as_text(gate: Gate, tmp_path: Path) -> None:
    """A sums file that is no text is refused."""
    gate.release(gate.attested())
    gate.policy(sums={"file": "SHA256SUMS"})
    (gate.dist / "SHA256SUMS").write_bytes(sums(gate.dist, [SDIST]).encode("utf-16"))
    gate.refuses(gate.verify())


def endpoint(*bundles: dict[str, Any]) -> dict[str, Any]:
    """What npm's and GitHub's attestations endpoints answer."""
    return {"attestations": [{"predicateType": "whatever", "repository_id": 1, "bundle": bundle} for bundle in bundles]}


def test_what_an_endpoint_answers(gate: Gate) -> None:
    """The bundles of an answer are read, all of them; what stands beside them is nobody's word."""
    signed = gate.attested()
    gate.release(signed)
    gate.policy()
    path = gate.dist / BUNDLE
    path.write_text(json.dumps(endpoint(signed.bundle)), encoding="utf-8")
    gate.accepts(gate.verify())
    path.write_text(json.dumps(endpoint(signed.bundle, gate.attested(b"other").bundle)), encoding="utf-8")
    gate.refuses(gate.verify())


@pytest.mark.parametrize(
    "answer", [{"attestations": []}, {"attestations": {}}, {"attestations": [1]}, {"attestations": [{"bundle": None}]}]
)
def test_an_endpoint_that_answers_nothing(gate: Gate, answer: dict[str, Any]) -> None:
    """An answer without a bundle is no signature."""
    assert " LP803 unreadable-bundle " in rewritten(gate, lambda _: json.dumps(answer))


@pytest.mark.parametrize("name", [BUNDLE, f"{SDIST}.intoto.jsonl"])
def test_bare_envelope(gate: Gate, name: str) -> None:
    """An envelope without its log entry, with or without the certificate, is refused in words that say what it lacks."""
    signed = gate.attested()
    gate.release(signed)
    gate.policy()
    (gate.dist / BUNDLE).unlink()
    envelope = json.loads(json.dumps(signed.bundle["dsseEnvelope"]))
    envelope["signatures"][0]["cert"] = "-----BEGIN CERTIFICATE-----\n"
    (gate.dist / name).write_text(json.dumps(envelope), encoding="utf-8")
    gate.refuses(gate.verify())
