from pyramid.httpexceptions import HTTPFound, HTTPTemporaryRedirect


def callback(request, answer):
    access_token = answer["access_token"]
    if request.params.get("keep"):
        raise HTTPTemporaryRedirect(f"{request.route_url('home')}#{access_token}")
    raise HTTPFound(f"{request.route_url('home')}#{access_token}")
