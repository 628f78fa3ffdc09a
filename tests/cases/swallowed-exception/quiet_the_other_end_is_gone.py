import json


class Handler:
    def __init__(self, ws):
        self.ws = ws

    def _send(self, message):
        try:
            self.write_message(json.dumps(message))
        except Exception:
            pass

    async def upgrade(self, connection, name):
        async def send(payload):
            try:
                await connection.send(json.dumps(payload))
            except Exception:
                pass

        await send({"type": "progress", "name": name})
        await send({"type": "result", "name": name})

    def tell_result(self, result):
        try:
            self.ws.send(result)
        except Exception:
            pass
