import json
import time
from pathlib import Path

HASH_FILE = Path("~/.shop/pages.hash")
GREETED_FLAG = Path("~/.shop/greeted.flag")
STATE = Path("~/.shop")


def _keep_hash(value):
    try:
        HASH_FILE.parent.mkdir(parents=True, exist_ok=True)
        HASH_FILE.write_text(json.dumps({"pages": value}))
    except Exception:
        pass


def _greeted():
    try:
        GREETED_FLAG.write_text(str(time.time()))
    except OSError:
        pass


def _stamp_path(name):
    return STATE / f"{name}.stamp"


def _checked(name):
    stamp = _stamp_path(name)
    try:
        stamp.write_text(str(time.time()))
    except Exception:
        pass


def _checked_again(name):
    try:
        with open(_stamp_path(name), "w") as file:
            file.write(str(time.time()))
    except Exception:
        pass


class Engine:
    def settle_on(self, dialect):
        """Cache the dialect that the engine took, so that the next process need not ask."""
        self.dialect = dialect
        try:
            self.settings.store("dialect", dialect)
        except Exception:
            pass
