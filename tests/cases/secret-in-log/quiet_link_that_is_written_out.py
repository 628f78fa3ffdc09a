import logging

logger = logging.getLogger(__name__)


class Machine:
    def __init__(self, session, url):
        self.session, self.url = session, url

    def reset(self):
        reset_url = f"{self.url}/Actions/ComputerSystem.Reset"
        logger.info(f"POST to {reset_url}")
        return self.session.post(reset_url, json={"ResetType": "ForceRestart"})
