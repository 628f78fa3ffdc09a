import logging
from typing import Annotated

from fastapi import APIRouter, Path, Query

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/jobs/{kind}")
async def start(kind: Annotated[str, Path(pattern=r"^(?:full|part)(-[a-z0-9]+)?$")], queue: str = Query("day", regex="^(day|night)$")):
    logger.info("job of kind %s in queue %s", kind, queue)
