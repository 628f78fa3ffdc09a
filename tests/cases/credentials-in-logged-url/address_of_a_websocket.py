"""What a record calls the address of a connection is a database's, unless it says itself that it is another one's."""

import logging

import psycopg
import websockets

logger = logging.getLogger(__name__)


async def listen(self, test):
    prefix = "ws://" if test else "wss://"
    uri = prefix + self.settings.get("ip") + ":" + str(self.settings.get("port"))
    logger.info("Receiver.establish_websocket_connection uri = " + uri)
    return await websockets.connect(uri)


def connect(settings):
    uri = settings.get("database")
    logger.info("Store.establish_connection uri = " + uri)  # expect: database URL
    return psycopg.connect(uri)
