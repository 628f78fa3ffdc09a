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
        for shelf in self._shelves:
            if shelf.key == key:
                return shelf
        raise HTTPException(404)

    def _remember(self, key):
        self._shelves[-1].last = key

    @route("/shelves/{key}/count", methods=["POST"])
    async def count(self, request: Request):
        key = request.path_params.get("key")
        log.info("to count %s", key)  # expect: request.path_params['key']
        shelf = self._find_shelf_by_key(key)
        return JSONResponse({"count": shelf.count()})

    @route("/shelves/{key}/last", methods=["POST"])
    async def last(self, request: Request):
        key = request.path_params.get("key")
        self._remember(key)
        log.info("last was %s", key)  # expect: request.path_params['key']
        return JSONResponse({})
