from cornice import Service
from fen.rest import http_error
from pyramid.httpexceptions import HTTPForbidden, HTTPNotFound

sluice = Service(name="sluice", path="/sluice/{number}")


@sluice.get()
def show(request):
    if not request.has_permission("view"):
        return http_error(request, HTTPForbidden)  # expect: denied access
    found = request.sluices.get(request.matchdict["number"])
    if found is None:
        return http_error(request, HTTPNotFound)
    return {"level": found.level}
