"""The search for files that may set logging up."""

from __future__ import annotations

import pytest

from checker.logconfig import telling


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"import logging\nlogging.basicConfig(level=10)\n", True),
        (b"app = Flask(__name__)\napp.run(debug=True)\n", True),
        (b"LOGGING = {}\n", True),
        (b"logger.info('handler %s', handlers)\n", False),
        (b"config = Config()\nDEBUG = False\n", False),
        (b"import os\n\nworkers = os.cpu_count()\n", True),
        (b"def setup_logging(path):\n    pass\n", False),
        (b"setup_logging('app.log')\n", True),
    ],
)
def test_telling(text: bytes, told: bool) -> None:
    """A file with one of the words is told where the pattern finds it, and a part alone tells nothing."""
    assert telling.is_telling(text) is told
