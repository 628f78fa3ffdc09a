"""What was looked up by a name says itself whether it is there: behind that the name is one that somebody has stored."""

import logging

from fastapi import APIRouter, HTTPException

logger = logging.getLogger(__name__)
router = APIRouter()


@router.get("/orders/{name}")
def order(name: str, database):
    document = database.collection("orders").document(name).get()
    if not document.exists:
        raise HTTPException(404)
    logger.info("order %s is shown", name)
    return document.to_dict()
