import json
import logging


class Tracer:
    _sensitive_logger = logging.getLogger("shop.sensitive")

    @classmethod
    def _emit(cls, event, **fields):
        cls._sensitive_logger.info(json.dumps({"event": event, **fields}))

    @classmethod
    async def on_request(cls, request):
        cls._emit("asked", method=request.method, headers=dict(request.headers))
