"""Where the command `logproof` begins, and `python -m logproof`: nothing of the project under judgement is imported in its stead.

A folder that PYTHONPATH names comes before the installed packages, and is as a rule the project itself: its own `checker`, `click` or
`yaml` would be run. The same holds for the current folder with `-m`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line, with such folders behind all others."""
    named = os.environ.get("PYTHONPATH", "")
    late = {Path(folder).absolute() for folder in named.split(os.pathsep)} if named else set()  # an empty one is the current folder
    if __name__ == "__main__":
        late.add(Path.cwd())
    late.discard(Path(__file__).absolute().parent)  # whoever runs a checkout means its own modules
    sys.path.sort(key=lambda folder: Path(folder).absolute() in late)
    from checker.cli import main as run

    run()


if __name__ == "__main__":
    main()
