"""Before it is known whether there is such a document the name is whatever somebody asks for."""

import logging

from fastapi import APIRouter, HTTPException

logger = logging.getLogger(__name__)
router = APIRouter()


@router.get("/orders/{name}")
def order(name: str, database):
    document = database.collection("orders").document(name).get()
    logger.info("order %s is asked for", name)  # expect: `name` reaches logger.info()
    if not document.exists:
        logger.warning("no order %s", name)  # expect: `name` reaches logger.warning()
        raise HTTPException(404)
    return document.to_dict()
