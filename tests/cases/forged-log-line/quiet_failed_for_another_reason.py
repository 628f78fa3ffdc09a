"""One clause is for what is not there: whatever else fails was found by its name before."""

import logging

from fastapi import FastAPI, HTTPException
from shop import orders

logger = logging.getLogger(__name__)
app = FastAPI()


@app.post("/orders/{number}")
async def change(number: str, wanted: dict):
    try:
        return orders.update(number, wanted)
    except ValueError as error:
        raise HTTPException(status_code=404, detail=str(error)) from error
    except Exception as error:
        logger.error(f"order {number} cannot be changed: {error}")
        raise HTTPException(status_code=500) from error


@app.get("/orders/{number}")
async def order(number: str):
    try:
        found = orders.find(number)
        if not found:
            raise HTTPException(status_code=404, detail="no such order")
        return found.shown()
    except HTTPException:
        raise
    except Exception as error:
        logger.error("order %s cannot be shown: %s", number, error)
        raise HTTPException(status_code=500) from error
