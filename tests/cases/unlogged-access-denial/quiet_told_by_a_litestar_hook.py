import logging

from litestar import Litestar, delete
from litestar.exceptions import PermissionDeniedException

logger = logging.getLogger(__name__)


async def tell(exc, scope):
    logger.warning("refused %s: %s", scope["path"], exc)


@delete("/order/{pk:int}")
async def order(request, pk: int) -> None:
    if not request.user.can("delete", pk):
        raise PermissionDeniedException("no")


app = Litestar([order], after_exception=[tell])
