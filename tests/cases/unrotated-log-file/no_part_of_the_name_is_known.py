# file: app/log.py
import logging

from app.config import LOG_FOLDER, LOG_NAME


def set_up():
    root = logging.getLogger()
    handler = logging.FileHandler(LOG_FOLDER / LOG_NAME)  # expect: whatever its name is
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
