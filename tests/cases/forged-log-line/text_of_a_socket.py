import json
import logging

from fastapi import FastAPI, WebSocket

logger = logging.getLogger(__name__)
app = FastAPI()


@app.websocket("/steer")
async def steer(websocket: WebSocket):
    await websocket.accept()
    while True:
        message = await websocket.receive()
        command = json.loads(message["text"])
        if isinstance(command, dict):
            await websocket.send_json(command)
        else:
            logger.warning(f"no command: {command}")  # expect: a line break
