import logging

LOG = logging.getLogger(__name__)


class Middleware:
    def fill(self, request, provider):
        self.token = provider.validate(request.user_token)
        context = {}
        context.update({"domain_id": request.domain_id, "token": self.token})
        if "ec2credential" in self.token.methods:
            raise PermissionError("not for authorization")
        LOG.debug("context: %s", context)
