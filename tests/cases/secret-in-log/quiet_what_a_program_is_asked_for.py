"""The same programs tell of other things, and whether they could."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def of_a_registry():
    logger.info("found %s", subprocess.check_output(["aws", "ecr", "describe-repositories"], text=True))
    logger.info("found %s", subprocess.check_output(["gcloud", "auth", "list"], text=True))
    logger.info("found %s", subprocess.check_output("vault status", shell=True).decode())
    logger.info("found %s", subprocess.getoutput("gh pr list"))
    logger.info("found %s", subprocess.check_output(["aws", "ssm", "get-parameter", "--name", "/shop/size"], text=True))
    logger.info("found %s", subprocess.check_output(["kubectl", "get", "secrets"], text=True))


def of_a_store(path):
    done = subprocess.run(["vault", "kv", "get", path], capture_output=True, text=True)
    logger.info("done: %s %s", done.returncode, len(done.stdout))
    return done.stdout


def told(command):
    logger.info("running %s", ["vault", "read", "secret/shop"])
    logger.info("answer: %s", subprocess.check_output(command, text=True))
