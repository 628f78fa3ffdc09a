"""``python -m checker`` is ``logproof``."""

from checker.cli import main

if __name__ == "__main__":
    main()
