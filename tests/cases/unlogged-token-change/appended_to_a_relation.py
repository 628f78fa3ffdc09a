from pyramid.view import view_config

from shop.models import AuthToken, DBSession


@view_config(route_name="tokens", renderer="json", request_method="POST", permission="authenticated")
def auth_tokens_add(request):
    token = AuthToken(name=request.json_body["name"])
    request.user.auth_tokens.append(token)  # expect: token
    DBSession.flush()
    return token.as_json()


@view_config(route_name="tokens", renderer="json", request_method="DELETE", permission="authenticated")
def auth_tokens_remove(request):
    user = request.user
    for token in user.auth_tokens:
        if token.name == request.GET["name"]:
            user.auth_tokens.remove(token)  # expect: token
            return True
    return False
