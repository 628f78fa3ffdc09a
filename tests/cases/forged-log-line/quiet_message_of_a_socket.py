import logging

from fastapi import FastAPI, WebSocket

logger = logging.getLogger(__name__)
app = FastAPI()


@app.websocket("/steer")
async def steer(websocket: WebSocket):
    await websocket.accept()
    while True:
        message = await websocket.receive()
        if "bytes" in message:
            await websocket.send_bytes(message["bytes"])
        else:
            logger.warning(f"not understood: {message}")
