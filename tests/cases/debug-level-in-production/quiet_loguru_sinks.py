"""A sink with a filter, a file that is there for debugging, and one that only a developer's machine has."""

import os
import sys

from fastapi import FastAPI
from loguru import logger

app = FastAPI()
logger.remove()
logger.add(sys.stdout, level="INFO", format="{time} {level} {name} {message}")
logger.add(sys.stderr, level="DEBUG", filter=lambda record: record["extra"].get("audit"))
logger.add("logs/debug.log", level="DEBUG", rotation="10 MB", retention=20)
if os.environ.get("ENVIRONMENT") == "development":
    logger.add(sys.stderr, level="DEBUG")
