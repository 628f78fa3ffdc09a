from webob.exc import HTTPForbidden, HTTPUnauthorized

from shop.boxes import AlreadyRejectedError


class Boxes:
    def __init__(self, store, settings):
        self.store = store
        self.expose_info = settings["expose_info"]

    def info(self, request):
        if not self.expose_info:
            return HTTPForbidden(request=request)
        return self.store.info()

    def put(self, request, name):
        box = self.store.box(name)
        if not box.exists and self.store.count() >= self.store.most:
            body = "Reached box limit of %s" % (self.store.most,)
            return HTTPForbidden(request=request, body=body)
        return self.store.add(box)

    def like(self, request, name):
        box = self.store.box(name)
        if box.suspended_at:
            return HTTPForbidden(request=request)
        return box.like(request.user)

    def options(self, request):
        cors = self.store.box(request.path).get("cors", {})
        if not self.is_origin_allowed(cors, request.headers["Origin"]):
            return HTTPUnauthorized(request=request)
        return self.store.preflight(cors)

    def follow(self, request, name):
        try:
            self.store.box(name).follow(request.user)
        except AlreadyRejectedError:
            return HTTPForbidden(request=request)
        except NotImplementedError:
            return HTTPUnauthorized(request=request)
        return self.store.boxes(request.user)
