from functools import wraps

from weir.models import Keeper


def keepers_only(method):
    @wraps(method)
    async def wrapper(self, *args, **kwargs):
        keeper = await Keeper.by_token(self.token)
        if keeper.is_staff:  # expect: denied access
            await method(self, *args, **kwargs)
        else:
            self.set_status(403)
            self.finish({"error": "keepers only"})

    return wrapper
