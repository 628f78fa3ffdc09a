"""What a bound of the analysis cuts off is told, on the first run as on later ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness import scratch
from tests.robustness.scratch import HEAD

_WRAPPERS = HEAD + "def a0_log(text, *args):\n    log.info(text, *args)\n"
BEYOND = {
    "a value that goes through more than 300 others": HEAD
    + "def f(password):\n    x0 = password\n"
    + "".join(f"    x{i + 1} = [x{i}]\n" for i in range(400))
    + "    log.info('%s', x400)\n",
    "a log function in more than 4 others": _WRAPPERS
    + "".join(f"def a{i + 1}_log(text, *args):\n    a{i}_log(text, *args)\n" for i in range(8))
    + "def f(password):\n    a8_log('%s', password)\n",
    "a function whose name more than 300 others call": HEAD
    + "def show(text):\n    log.info('%s', text)\n"
    + "".join(f"def f{i}(password):\n    show(password)\n" for i in range(301)),
    "a value that is one of more than 24": HEAD
    + "def f(x, password):\n    y = 0\n"
    + "".join(f"    if x == {i}:\n        y = g{i}\n" for i in range(30))
    + "    log.info('%s', y)\n",
    "a value of more than 12 origins": HEAD
    + "def f(person):\n    log.info('%s', ["
    + ", ".join(
        f"person.{name}"
        for name in (
            "password",
            "access_token",
            "api_key",
            "client_secret",
            "private_key",
            "session_cookie",
            "otp_code",
            "pin_code",
            "passphrase",
            "email",
            "phone_number",
            "date_of_birth",
            "credit_card_number",
            "iban",
            "ssn",
            "passport_number",
            "latitude",
        )
    )
    + "])\n",
    "a value of more than 12 parameters": HEAD
    + f"def f({', '.join(f'a{i}' for i in range(14))}):\n    log.info('%s', [{', '.join(f'a{i}' for i in range(14))}])\n",
    "an attribute that is given more than 6 values": HEAD
    + "class K:\n    def __init__(self):\n"
    + "".join(f"        self.value = g{i}()\n" for i in range(7))
    + "        log.info('%s', self.value)\n",
    "a class that more than 100 others stand above": HEAD
    + "".join(f"class B{i}:\n    pass\n\n\n" for i in range(101))
    + f"class K({', '.join(f'B{i}' for i in range(101))}):\n    def f(self):\n        log.info('%s', self.token)\n",
    "a parameter that comes through more than 6 callers": HEAD
    + "def f0(x):\n    y = [x]\n    log.info('now %s', y)\n    g(y)\n    g(y)\n    g(y)\n"
    + "".join(f"def f{i + 1}(x):\n    f{i}(x)\n    g(x)\n" for i in range(9))
    + "f9(password)\n",
    "a function in which more than 60 exceptions are raised": HEAD
    + "def f(x):\n"
    + "".join(f"    if x == {i}:\n        raise ValueError(f'{{password}}')\n" for i in range(61))
    + "def g():\n    try:\n        f(1)\n    except ValueError as error:\n        log.error(error)\n",
    "an exception of a function with more than 20 calls": HEAD
    + "def f(password):\n    raise ValueError(f'{password}')\n"
    + "".join(f"def g{i}():\n    try:\n        f(1)\n    except ValueError:\n        pass\n" for i in range(21)),
    "a function with more ways out than can be told apart": HEAD
    + "def login(user, password):\n"
    + "".join(f"    if not user.check_password{i}(password):\n        raise PermissionDenied()\n" for i in range(300))
    + "    return user\n",
    "a dict that is given or handed on more than 8 times": HEAD
    + "def f(password):\n    d = {'name': password}\n"
    + "".join(f"    d['k{i}'] = g{i}()\n" for i in range(9))
    + "    log.info('%s', d['name'])\n",
}


@pytest.mark.parametrize("what", BEYOND)
def test_told(what: str, tmp_path: Path) -> None:
    """A note says what was given up and in which file; a project within all bounds has no such note."""
    scratch.project(tmp_path / "beyond", {"m.py": BEYOND[what]})
    notes = [note for note in scratch.report(tmp_path / "beyond").notes if what in note]
    assert len(notes) == 1
    assert "m.py" in notes[0]
    scratch.project(tmp_path / "within", {"m.py": _WRAPPERS + "def f(password):\n    a0_log('%s', password)\n"})
    assert not scratch.report(tmp_path / "within").notes


def test_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that takes everything over from an earlier one has the same notes."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    scratch.project(tmp_path / "beyond", {f"m{at}.py": text for at, text in enumerate(BEYOND.values())})
    first = scratch.report(tmp_path / "beyond", cache=True)
    assert first.notes
    assert scratch.report(tmp_path / "beyond", cache=True).notes == first.notes
