import logging

logger = logging.getLogger(__name__)


class Installer:
    def _command(self, name, token=None):
        parts = [f"helm install {name}"]
        if token:
            parts.append(f"  --set token={token}")
        else:
            parts.append("  --set token=$TOKEN")
        return " \\\n".join(parts)

    def explain(self, account):
        logger.info("to install it, run %s", self._command("shop", token=account.token))  # expect: the token
