from starlette.websockets import WebSocket

from shop.feeds import feeds, may_read


async def follow(websocket: WebSocket, name: str):
    feed = feeds[name]
    if not may_read(websocket.user, feed):
        await websocket.close(code=1008, reason="Access denied")
        return  # expect: a denied access leaves no security record
    await feed.send_to(websocket)


async def watch(websocket: WebSocket, name: str):
    if not websocket.user.has_permission("watch"):
        await websocket.close(code=4403, reason="No such feed")
        return  # expect: a denied access leaves no security record
    await feeds[name].send_to(websocket)
