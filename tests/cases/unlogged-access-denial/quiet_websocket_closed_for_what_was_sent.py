import logging

from starlette.websockets import WebSocket

from shop.feeds import feeds, may_read

log = logging.getLogger(__name__)


async def follow(websocket: WebSocket, name: str):
    feed = feeds.get(name)
    if feed is None or not feed.is_allowed_format("json"):
        await websocket.close(code=1008, reason="Feed not found")
        return
    if not may_read(websocket.user, feed):
        log.warning("%s may not read %s", websocket.user, name)
        await websocket.close(code=1008, reason="Permission denied")
        return
    await feed.send_to(websocket)


async def act(websocket: WebSocket):
    message = await websocket.receive_json()
    if message.get("action") != "subscribe":
        await websocket.close(1008, "Invalid action")
        return
    await websocket.accept()
