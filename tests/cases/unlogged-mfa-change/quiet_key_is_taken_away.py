import logging

import webauthn
from pyramid.view import view_config

log = logging.getLogger(__name__)


@view_config(route_name="account")
def delete_key(request):
    key = webauthn.find(request.POST["key"])
    request.user.webauthn.remove(key)
    log.info("security key of %s removed", request.user.id)
    return {}


@view_config(route_name="basket")
def forget(request):
    request.basket.items.remove(request.POST["item"])
    return {}
