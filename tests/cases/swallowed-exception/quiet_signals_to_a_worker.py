import json


class Control:
    """Ends what runs at the other end of a socket."""

    def __init__(self, socket):
        self.socket = socket
        self.killed = False

    def send_kill(self):
        self.killed = True
        if self.socket:
            try:
                self.socket.send(json.dumps({"type": "kill"}))
            except Exception:
                pass
            self.socket.close()

    async def send_typing(self, room):
        for one in room.members:
            try:
                await one.send({"room": room.id})
            except Exception:
                continue
