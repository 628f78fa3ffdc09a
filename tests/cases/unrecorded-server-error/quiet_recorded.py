import functools
import logging
import traceback

import sentry_sdk
from fastapi import FastAPI, HTTPException
from flask import jsonify

app = FastAPI()
logger = logging.getLogger(__name__)


def failed(error):
    logger.error("failed", exc_info=error)
    return jsonify(error="sorry"), 500


def told(function):
    @functools.wraps(function)
    def wrapper(*args):
        try:
            return function(*args)
        except HTTPException as error:
            logger.error("answered %s", error.status_code, exc_info=True)
            raise

    return wrapper


@app.get("/a")
def in_the_clause(shop):
    try:
        return shop.orders()
    except Exception:
        logger.exception("no orders")
        raise HTTPException(status_code=500)


@app.get("/b")
def by_a_helper(shop):
    try:
        return shop.orders()
    except Exception as error:
        return failed(error)


@app.get("/c")
def by_a_tracker(shop):
    try:
        return shop.orders()
    except Exception as error:
        sentry_sdk.capture_exception(error)
        raise HTTPException(status_code=500)


@app.get("/d")
def printed(shop):
    try:
        return shop.orders()
    except Exception:
        traceback.print_exc()
        raise HTTPException(status_code=500)


@app.get("/e")
@told
def by_a_decorator(shop):
    try:
        return shop.orders()
    except Exception:
        raise HTTPException(status_code=500)
