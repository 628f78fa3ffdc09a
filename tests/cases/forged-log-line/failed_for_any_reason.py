import logging

from fastapi import FastAPI, HTTPException
from shop import orders

logger = logging.getLogger(__name__)
app = FastAPI()


@app.post("/orders/{number}")
async def change(number: str, wanted: dict):
    try:
        return orders.update(number, wanted)
    except Exception as error:
        logger.error(f"order {number} cannot be changed: {error}")  # expect: reaches logger.error()
        raise HTTPException(status_code=500) from error


@app.get("/orders/{number}")
async def order(number: str):
    try:
        return orders.find(number)
    except KeyError as error:
        logger.warning("no order %s", number)  # expect: reaches logger.warning()
        raise HTTPException(status_code=404) from error
    except OSError as error:
        raise HTTPException(status_code=503) from error


@app.post("/orders/{number}/cancel")
async def cancel(number: str):
    logger.info("asked to cancel %s", number)  # expect: reaches logger.info()
    try:
        return orders.cancel(number)
    except OSError:
        return None
    except ValueError:
        logger.info("no order %s", number)  # expect: reaches logger.info()
        return None
