import logging

from fastapi import APIRouter, HTTPException, Request

logger = logging.getLogger(__name__)
router = APIRouter()


@router.delete("/scenes/{scene}")
async def delete(scene: str, request: Request):
    try:
        await request.app.state.store.delete_scene(scene)
        logger.info("deleted %s", scene)
        return {"status": "deleted"}
    except ValueError as error:
        logger.warning("no such scene: %s", scene)  # expect: `scene` reaches logger.warning()
        raise HTTPException(404, str(error)) from None


@router.put("/scenes/{scene}/agents/{agent}")
async def add(scene: str, agent: str, request: Request):
    try:
        made = await request.app.state.store.add_agent(scene, agent)
        logger.info("in %s", scene)
        logger.info("added %s", agent)  # expect: `agent` reaches logger.info()
        return made
    except LookupError:
        raise HTTPException(status_code=404, detail="no such scene") from None


@router.post("/scenes/{scene}")
async def create(scene: str, request: Request):
    try:
        made = await request.app.state.store.create_scene(scene)
        logger.info("created %s", scene)  # expect: `scene` reaches logger.info()
        return made
    except ValueError as error:
        raise HTTPException(409, str(error)) from None
