import json
import logging

logger = logging.getLogger(__name__)


class Rest:
    def renew(self, url, headers):
        body = {"oldSessionToken": self.token, "requestType": "RENEW"}
        ret = self._post_request(url, headers, json.dumps(body), token=self.master_token or "")
        if ret.get("success") and ret.get("data", {}).get("sessionToken"):
            logger.debug("success: %s", ret)  # expect: `ret` reaches logger.debug(): its text shows the token
            self.update_tokens(ret["data"]["sessionToken"], ret["data"].get("masterToken"))
        else:
            logger.debug("failed: %s", ret)
