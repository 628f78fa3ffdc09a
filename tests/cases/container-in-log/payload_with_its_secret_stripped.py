import copy
import logging

log = logging.getLogger(__name__)


class Protocol:
    def payloadWithSecretStripped(self, payload):
        payload = copy.deepcopy(payload)
        for arg in payload["args"]:
            if type(arg) is dict and "secret" in arg:
                arg["secret"] = "*****"
        return payload

    def payload_with_secret_kept(self, payload):
        return copy.deepcopy(payload)

    def on_message(self, rpc):
        stripped = self.payloadWithSecretStripped(rpc)
        log.debug("incoming %s", stripped)
        return self.check(rpc["secret"])

    def on_other(self, rpc):
        kept = self.payload_with_secret_kept(rpc)
        log.debug("incoming %s", kept)  # expect: its text shows the secret
        return self.check(rpc["secret"])
