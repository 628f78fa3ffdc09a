import logging
from typing import Annotated

from fastapi import APIRouter, Header, Query

router = APIRouter()
logger = logging.getLogger(__name__)


@router.get("/items")
def items(word: Annotated[str, Query()], user_agent: Annotated[str | None, Header()] = None):
    logger.debug("looking for %s", word)  # expect:
    return []
