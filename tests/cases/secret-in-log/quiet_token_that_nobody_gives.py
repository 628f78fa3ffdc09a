import logging

logger = logging.getLogger(__name__)


class Installer:
    def _command(self, name, cli_token=None):
        parts = [f"helm install {name}"]
        if cli_token:
            parts.append(f"  --set token={cli_token}")
        else:
            parts.append("  --set token=$TOKEN")
        return " \\\n".join(parts)

    def explain(self):
        logger.info("to install it, run %s", self._command("shop"))

    def explain_more(self):
        logger.info("to install it, run %s", self._command("shop", cli_token=None))
