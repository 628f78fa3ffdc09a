# file: core/out.py
from loguru import logger as out
# file: core/setup.py
from core.out import out


def setup(path):
    out.add(  # expect: diagnose
        path,
        level="WARNING",
        enqueue=True,
        diagnose=True,
    )
