"""The secret is in messages of another kind, which another branch handles."""

import logging

logger = logging.getLogger(__name__)


class Gateway:
    def __init__(self, socket):
        self.socket = socket
        self.secret = b""
        self.mode = ""

    def received(self, message):
        op = message["op"]
        data = message.get("d", {})
        if op == 2:
            self.socket.beat(data["interval"])
        elif op == 4:
            self.mode = data["mode"]
            self.secret = bytes(data["secret_key"])
            self.socket.ready()
        else:
            logger.debug("unhandled %s: %s", op, data)

    def dispatch(self, kind, data):
        match kind:
            case "session":
                self.secret = bytes(data["secret_key"])
                self.socket.ready()
            case "volume":
                logger.info("volume: %s", data)
                self.socket.volume(int(data["volume"]))
            case _:
                return logger.debug("unknown %s: %s", kind, data)


class Television:
    def __init__(self):
        self.answers = []

    def on_message(self, topic, payload):
        if "token" in topic:
            self.answers.append(payload)
            self.take_token(payload)
        elif "volume" in topic:
            logger.debug("volume is %s", payload)
            self.answers.append(int(payload["volume"]))

    def take_token(self, answer):
        self.token = answer["access_token"]
