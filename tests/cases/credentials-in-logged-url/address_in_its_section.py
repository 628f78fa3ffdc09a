import logging

from flask_socketio import SocketIO

log = logging.getLogger(__name__)


class ServerApp:
    def setup(self):
        queue = self.ctx.config.get("rabbitmq", {}).get("uri")
        if queue:
            log.debug(f"Connecting to msg queue: {queue}")  # expect: the database URL reaches log.debug()
        return SocketIO(self.app, message_queue=queue)

    def database(self):
        where = self.settings["database"]["url"]
        log.debug("database at %s", where)  # expect: the database URL reaches log.debug()
