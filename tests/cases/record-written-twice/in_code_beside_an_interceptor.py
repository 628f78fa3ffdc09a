# file: shop/app.py
import logging

import uvicorn
from fastapi import FastAPI
from loguru import logger

app = FastAPI()


class InterceptHandler(logging.Handler):
    def emit(self, record):
        logger.log(record.levelname, record.getMessage())


def configure_logging():
    intercept_handler = InterceptHandler()
    logging.basicConfig(handlers=[intercept_handler], level=logging.NOTSET)
    logging.getLogger("shop").handlers = [intercept_handler]  # expect: twice
    logging.getLogger("shop.access").handlers = [intercept_handler]  # expect: twice


configure_logging()
if __name__ == "__main__":
    uvicorn.run("shop.app:app", port=8000)
