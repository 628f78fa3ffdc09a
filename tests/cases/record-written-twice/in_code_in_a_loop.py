# file: shop/logging_setup.py
import logging
import sys

from fastapi import FastAPI

LIBRARIES = ("httpx", "apscheduler", "sqlalchemy.engine", "uvicorn.access")


def configure(app: FastAPI):
    console = logging.StreamHandler(sys.stdout)
    console.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().setLevel(logging.INFO)
    logging.getLogger().addHandler(console)
    for name in LIBRARIES:
        logging.getLogger(name).addHandler(console)  # expect: (and of 2 more) is written twice
