"""The search for files that may set logging up."""

from __future__ import annotations

import pytest

from checker.logconfig import telling


@pytest.mark.parametrize("word", telling._WORDS, ids=bytes.decode)
def test_stem_is_in_its_words(word: bytes) -> None:
    """Each word is looked for wherever the part stands that it is sorted under, once."""
    stems = [stem for stem, words in telling._PARTED for one in words if one == word]
    assert len(stems) == 1
    assert stems[0] in word


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"import logging\nlogging.basicConfig(level=10)\n", True),
        (b"app = Flask(__name__)\napp.run(debug=True)\n", True),
        (b"LOGGING = {}\n", True),
        (b"logger.info('handler %s', handlers)\n", False),
        (b"config = Config()\nDEBUG = False\n", False),
    ],
)
def test_telling(text: bytes, told: bool) -> None:
    """A file with one of the words is told where the pattern finds it, and a part alone tells nothing."""
    assert telling.is_telling(text) is told
