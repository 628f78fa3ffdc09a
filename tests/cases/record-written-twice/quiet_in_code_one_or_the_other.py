# file: shop/logging_setup.py
import logging
import sys

from fastapi import FastAPI


def configure(app: FastAPI, alone: bool):
    console = logging.StreamHandler(sys.stdout)
    console.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    if alone:
        logging.getLogger().addHandler(console)
    else:
        logging.getLogger("shop").addHandler(console)


def configure_worker():
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("shop.worker").addHandler(handler)


def configure_audit():
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    audit = logging.getLogger("shop.audit")
    audit.propagate = False
    audit.addHandler(handler)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
