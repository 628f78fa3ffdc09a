import logging
import shlex
import subprocess

logger = logging.getLogger(__name__)


class Cloud:
    def add_machine(self, key_path):
        args = ["add-machine"]
        if key_path is not None:
            args.extend(["--private-key", key_path])
        self.cli(*args)

    def log_in(self, given):
        self.cli("login", *["--private-key", given])

    def cli(self, *args):
        logger.info("cloud %s", shlex.join(args))  # expect: secret key
        subprocess.run(args, check=True)
