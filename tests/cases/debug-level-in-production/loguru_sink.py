import sys

from fastapi import FastAPI
from loguru import logger

app = FastAPI()
logger.remove()
logger.add(sys.stdout, level="DEBUG", format="{time:YYYY-MM-DDTHH:mm:ssZ} {level} {name} {message}")  # expect: loguru is at DEBUG
logger.add("/var/log/shop/errors.log", level="ERROR", rotation="10 MB", retention=20)
