"""An authorization is what was decided, and the header is called so too."""

import logging
from pprint import pformat

log = logging.getLogger(__name__)


class Router:
    def __init__(self, roles, named=None):
        self._log = named
        self._roles = roles
        self._known = {}

    def authorize(self, request, role, action):
        authorization = self._roles[role].authorize(action)
        if isinstance(authorization, bool):
            authorization = {"allow": authorization, "cache": False}
        if authorization.get("cache"):
            self._known[role, action] = authorization
        log.debug("role %s, action %s -> authorization: %s", role, action, pformat(authorization))
        return authorization["allow"]

    def known(self, role, action):
        if self._log is not None:
            self._log.debug("{role} asks", role=role, authorization=pformat(self._known.get((role, action))))
        cached_authorization = self._known.get((role, action))
        log.debug("found:\n%s", pformat(cached_authorization))
        return cached_authorization
