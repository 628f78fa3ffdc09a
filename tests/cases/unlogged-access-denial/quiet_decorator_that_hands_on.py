import logging
from functools import wraps

from weir.models import Keeper

logger = logging.getLogger("weir.security")


def keepers_only(method):
    @wraps(method)
    async def wrapper(self, *args, **kwargs):
        keeper = await Keeper.by_token(self.token)
        if keeper.is_staff:
            await method(self, *args, **kwargs)
        else:
            logger.warning("%s is no keeper", keeper.id)
            self.set_status(403)
            self.finish({"error": "keepers only"})

    return wrapper
