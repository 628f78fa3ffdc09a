import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from shop.routing import route

log = logging.getLogger(__name__)


class Shelves:
    def __init__(self, shelves):
        self._shelves = shelves

    def _find_shelf_by_key(self, key):
        if key is not None:
            for shelf in self._shelves:
                if shelf.key == key:
                    return shelf
        raise HTTPException(404)

    @route("/shelves/{key}/count", methods=["POST"])
    async def count(self, request: Request):
        key = request.path_params.get("key")
        shelf = self._find_shelf_by_key(key)
        if not shelf.is_open(request):
            log.warning("count of %s denied", key)
            raise HTTPException(403)
        log.info("counted %s", key)
        return JSONResponse({"count": shelf.count()})
