import logging

from fastapi import APIRouter, Query

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/jobs")
async def start(queue: str = Query("day", regex="^day|night$")):
    logger.info("job in queue %s", queue)  # expect: a line break


@router.post("/notes")
async def note(text: str = Query(pattern=r"^(note|[^:]+)$")):
    logger.info("note %s", text)  # expect: a line break
