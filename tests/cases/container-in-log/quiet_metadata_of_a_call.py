# What a generated client logs of a call is the metadata that it was given; the session adds the login later.
import json
import logging

from google.auth.transport.requests import AuthorizedSession

_LOGGER = logging.getLogger(__name__)


class Transport:
    def __init__(self, host, credentials, interceptor):
        self._host = host
        self._interceptor = interceptor
        self._session = AuthorizedSession(credentials)

    def create_shelf(self, request, *, timeout=None, metadata=()):
        request, metadata = self._interceptor.pre_create_shelf(request, metadata)
        transcoded = {"method": "post", "uri": "/v1/shelves", "body": request}
        body = json.dumps(transcoded["body"])
        method = transcoded["method"]
        if _LOGGER.isEnabledFor(logging.DEBUG):
            request_url = "{host}{uri}".format(host=self._host, uri=transcoded["uri"])
            http_request = {
                "payload": None,
                "requestMethod": method,
                "requestUrl": request_url,
                "headers": dict(metadata),
            }
            _LOGGER.debug(
                "Sending request for shelves.ShelfClient.CreateShelf",
                extra={"rpcName": "CreateShelf", "httpRequest": http_request, "metadata": http_request["headers"]},
            )
        headers = dict(metadata)
        headers["Content-Type"] = "application/json"
        return getattr(self._session, method)(self._host + transcoded["uri"], timeout=timeout, headers=headers, data=body)
