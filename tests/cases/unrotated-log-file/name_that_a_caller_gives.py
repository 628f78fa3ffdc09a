# file: logging_setup.py
import logging
import sys

LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


def setup_logging(level=logging.INFO, log_file=None):
    handlers = [logging.StreamHandler(sys.stdout)]
    if log_file:
        handlers.append(logging.FileHandler(log_file))  # expect: whatever its name is
    logging.basicConfig(level=level, format=LINE, handlers=handlers, force=True)
