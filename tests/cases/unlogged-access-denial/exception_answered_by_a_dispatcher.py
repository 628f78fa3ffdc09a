# file: shop/errors.py
class ShopError(Exception):
    pass


class KeptBack(ShopError):
    """Somebody wants what is not theirs."""


class Gone(ShopError):
    pass
# file: shop/rest.py
import functools
import logging

import cherrypy

from shop.errors import Gone, KeptBack

log = logging.getLogger(__name__)


def _answer_kept_back(error):
    if cherrypy.session.get("user") is None:
        cherrypy.response.status = 401
    else:
        cherrypy.response.status = 403
    return {"message": str(error)}


def endpoint(fun):
    @functools.wraps(fun)
    def inner(*args, **kwargs):
        try:
            return fun(*args, **kwargs)
        except KeptBack as e:
            return _answer_kept_back(e)
        except Gone as e:
            cherrypy.response.status = 404
            return {"message": str(e)}
        except Exception:
            log.exception("broken")
            cherrypy.response.status = 500

    return inner
# file: shop/orders.py
import cherrypy

from shop.errors import Gone, KeptBack
from shop.store import load


class Orders:
    @cherrypy.expose
    def order(self, number, user):
        order = load(number)
        if order is None:
            raise Gone("no such order")
        if order.owner != user.id and not user.is_admin:
            raise KeptBack("That order is somebody else's")  # expect: denied access
        return order
