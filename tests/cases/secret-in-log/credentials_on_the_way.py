import logging
import subprocess

import paramiko
from django.conf import settings

logger = logging.getLogger(__name__)


def command(password):
    cmd = ["mysqldump", "--password=" + password]
    logger.info("running %s", cmd)  # expect: password
    logger.info("running %s", subprocess.list2cmdline(cmd))  # expect: password


def ssh(host, user, password):
    logger.info("ssh %s@%s with %s", user, host, password)  # expect: password
    paramiko.SSHClient().connect(host, username=user, password=password)


def django_settings():
    logger.debug("key %s", settings.SECRET_KEY)  # expect: secret key
    logger.debug("db %s", settings.DATABASES)


def reset(user):
    token = make_reset_token(user)
    link = f"https://example.com/reset?token={token}"
    logger.info("send %s", link)


def otp(user):
    code = generate_otp()
    logger.info("otp for %s: %s", user.id, code)  # expect: reach


def verify_code(user, verification_code):
    logger.info("code for %s is %s", user, verification_code)  # expect: reach


def conn(host, user, password):
    connection_string = "Server=%s;User=%s;Password=%s" % (host, user, password)
    logger.info("using %s", connection_string)  # expect: password


def card(request):
    card_number = request.POST["card_number"]
    logger.info("charging %s", card_number)


def authorization(request):
    logger.debug("auth %s", request.headers["Authorization"])  # expect: authorization header
    logger.debug("auth %s", request.headers.get("authorization"))  # expect: authorization header
    logger.debug("auth %s", request.META["HTTP_AUTHORIZATION"])  # expect: authorization header
    logger.debug("key %s", request.headers.get("X-Api-Key"))  # expect: API key


def bearer(request):
    scheme, _, token = request.headers["Authorization"].partition(" ")
    logger.debug("token %s", token)  # expect: authorization header


def failed(user, password):
    try:
        do_login(user, password)
    except Exception as error:
        logger.error("login of %s with %s failed: %s", user, password, error)  # expect: password


def key_pem(private_key):
    pem = private_key.private_bytes(encoding, fmt, alg)
    logger.debug("pem %s", pem)  # expect: secret key
