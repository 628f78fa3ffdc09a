import webauthn
from pyramid.view import view_config


@view_config(route_name="account")
def delete_key(request):
    key = webauthn.find(request.POST["key"])
    request.user.webauthn.remove(key)  # expect: second factor
    return {}
