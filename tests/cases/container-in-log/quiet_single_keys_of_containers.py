"""Single keys of what also holds secrets."""
import logging
import os
from urllib.parse import urlsplit

from flask import Flask, request, session

app = Flask(__name__)
log = logging.getLogger(__name__)


def one_key():
    config = {"host": "db", "port": 5432, "password": os.environ["DB_PASSWORD"]}
    log.info("connecting to %s:%s", config["host"], config["port"])
    log.info("host %s", config.get("host"))


def agent():
    log.info("agent %r", request.headers.get("User-Agent"))
    log.info("type %r", request.headers["Content-Type"])
    log.info("length %r", request.content_length)
    log.info("method %s", request.method)


def picked():
    wanted = ("User-Agent", "Accept")
    log.info("headers %r", {name: request.headers.get(name) for name in wanted})


def environment():
    log.info("home %s, lang %s", os.environ["HOME"], os.environ.get("LANG"))
    log.info("region %s", os.getenv("AWS_REGION", "eu-west-1"))


def lambda_handler(event, context):
    log.info("path %r", event["path"])
    log.info("records %d", len(event.get("Records", [])))
    return {"statusCode": 200}


def parts(url):
    split = urlsplit(url)
    log.info("host %s port %s scheme %s", split.hostname, split.port, split.scheme)


def dsn_parts(database_url):
    parsed = urlsplit(database_url)
    log.info("database host %s", parsed.hostname)


def engine_url(engine):
    log.info("host %s", engine.url.host)
    log.info("database %s", engine.url.database)


def user_of(credentials):
    log.info("user %s", credentials.username)
    log.info("user %s", credentials["username"])


def claims(jwt_payload):
    log.info("subject %s", jwt_payload["sub"])


def tuple_part(login):
    user, password = login
    log.info("user %s", user)


def account(user):
    log.info("user %s role %s", user.id, user.role)


def response_status(response):
    log.info("status %s in %s", response.status_code, response.elapsed)
    log.info("ok: %s", response.ok)


def result_field(response):
    data = response.json()
    log.info("created %s", data["id"])
    log.info("expires in %s", data.get("expires_in"))


def settings_field(settings):
    log.info("debug %s, timezone %s", settings.DEBUG, settings.TIME_ZONE)


def cookie_names():
    log.info("cookies %r", list(request.cookies))
    log.info("session keys %r", sorted(session.keys()))


def parsed_args(args):
    log.info("verbose %s, output %s", args.verbose, args.output)


def boto(credentials):
    log.info("profile %s", credentials.method)
