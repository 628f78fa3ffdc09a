from shop.http import HTTPException
from shop.limits import quotas
from pecan import expose


class QuotaReached(HTTPException):
    status_code = 403


class Secrets:
    @expose()
    def post(self, request):
        quota = quotas.of(request.project)
        reached = False
        if quota.is_disabled():
            reached = True
        if reached:
            raise QuotaReached(request.project)
        return "kept"
