import json
import logging


class Tracer:
    _logger = logging.getLogger("shop.trace")

    @classmethod
    def _emit(cls, event, **fields):
        cls._logger.info(json.dumps({"event": event, **fields}))

    @classmethod
    async def on_request(cls, request):
        cls._emit("asked", method=request.method, headers=dict(request.headers))  # expect: the request's headers
