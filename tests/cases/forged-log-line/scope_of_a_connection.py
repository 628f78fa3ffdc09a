import logging

from fastapi import APIRouter, WebSocket
from rest_framework.views import APIView

log = logging.getLogger(__name__)
router = APIRouter()


@router.websocket("/orders")
async def orders(websocket: WebSocket):
    user = websocket.scope["user"]
    log.info(f"Connected: {user.name}")
    log.info(f"Connected to {websocket.scope['path']}")  # expect: reaches log.info()


class Status(APIView):
    def get(self, request):
        shop = request.auth.shop
        log.info(f"Status of {shop.pk}")
        log.info(f"Status of {request.query_params['shop']}")  # expect: reaches log.info()
        return self.answer(shop)
