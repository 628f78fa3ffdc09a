import json
import logging
import os

logger = logging.getLogger(__name__)


def registered(form):
    data = form.cleaned_data
    user = create(data["email"], data["password"])
    logger.info("registered with %s", data)  # expect: password


def posted(request):
    logger.info("post %s", request.POST)  # expect: reach
    logger.info("body %s", request.body)  # expect: reach
    logger.info("meta %s", request.META)  # expect: reach


def drf(request):
    logger.info("data %s", request.data)  # expect: reach


def config_file(path):
    config = json.load(open(path))
    client = make_client(config["api_key"])
    logger.info("loaded %s", config)  # expect: reach
    return client


def reqres(method, url, headers, body):
    logger.debug("%s %s headers=%s body=%s", method, url, headers, body)  # expect: reach


def prepared(session, request):
    prepared = session.prepare_request(request)
    logger.debug("sending %s", prepared.headers)  # expect: reach


def cookie_jar(session):
    logger.debug("cookies %s", session.cookies)  # expect: reach
    logger.debug("cookies %s", session.cookies.get_dict())  # expect: reach
    logger.debug("headers %s", session.headers)  # expect: reach


def env_of_child(env):
    child = {**os.environ, "X": "1"}
    logger.info("starting with %s", child)  # expect: reach
