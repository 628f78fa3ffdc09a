import logging

logger = logging.getLogger("runner")


class Runner:
    def run(self, command, stdin=None, no_log=False):
        if not no_log:
            logger.info("running %s", command)
        return command, stdin


def set_password(runner, user, password):
    runner.run(["chpasswd", f"{user}:{password}"], no_log=True)
    runner.run(["usermod", "-U", user])
