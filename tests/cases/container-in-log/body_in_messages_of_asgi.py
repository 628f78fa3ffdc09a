import json
import logging

logger = logging.getLogger(__name__)


class Bodies:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        body = b""
        more = True
        while more:
            message = await receive()
            logger.debug("a message of %s", message["type"])
            body += message.get("body", b"")
            more = message.get("more_body", False)
        logger.info("request body: %s", body.decode())  # expect: the request's body reaches logger.info()
        logger.info("%d bytes", len(body))
        await self.app(scope, receive, send)


class Chunks:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        chunks = []
        more = True
        while more:
            message = await receive()
            chunks.append(message.get("body", b""))
            more = message.get("more_body", False)
        info = {"path": scope.get("path"), "body": json.loads(b"".join(chunks))}
        logger.info("request: %s", json.dumps(info))  # expect: the request's body reaches logger.info()
        await self.app(scope, receive, send)


def mail(receive):
    message = receive(limit=1)
    logger.info("mail: %s", message["subject"])
