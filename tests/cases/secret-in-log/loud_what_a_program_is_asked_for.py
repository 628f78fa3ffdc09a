"""Some programs are started to write a secret."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def of_a_registry(region):
    answer = subprocess.check_output(["aws", "ecr", "get-login-password", "--region", region], text=True)
    logger.info("answer: %s", answer)  # expect: the output of a command that gives a secret reaches logger.info()


def of_a_cloud(profile):
    done = subprocess.run(["gcloud", "--configuration", profile, "auth", "print-access-token"], capture_output=True, text=True)
    if done.returncode:
        logger.warning("answer: %s", done.stderr)
    logger.debug("answer: %s", done.stdout.strip())  # expect: the output of a command that gives a secret reaches logger.debug()


def of_a_store(path):
    answer = subprocess.check_output(f"vault kv get -field=value {path}", shell=True).decode()
    logger.info(f"answer: {answer}")  # expect: the output of a command that gives a secret reaches logger.info()


def of_a_keyring():
    process = subprocess.Popen(["/usr/bin/pass", "show", "mail/me"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate()
    logger.info("errors: %s", err)
    logger.info("answer: %s", out)  # expect: the output of a command that gives a secret reaches logger.info()
