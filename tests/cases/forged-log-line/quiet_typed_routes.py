import logging
import uuid

from fastapi import FastAPI
from flask import Flask

api = FastAPI()
site = Flask(__name__)
logger = logging.getLogger(__name__)


@api.get("/orders/{order_id}")
async def order(order_id: int, verbose: bool = False, limit: float = 1.0):
    logger.info("order %s, verbose %s, limit %s", order_id, verbose, limit)
    return {"order": order_id}


@api.get("/jobs/{job}")
async def job(job: uuid.UUID):
    logger.info("job %s", job)
    return {"job": str(job)}


@site.get("/users/<int:user_id>/<uuid:device>")
def user(user_id, device):
    logger.info("user %s, device %s", user_id, device)
    return {}
