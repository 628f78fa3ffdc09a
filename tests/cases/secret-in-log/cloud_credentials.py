import json
import logging

import boto3
import httpx
import jwt
import requests

logger = logging.getLogger(__name__)


def aws():
    session = boto3.Session()
    creds = session.get_credentials()
    logger.info("secret %s", creds.secret_key)  # expect: secret key
    logger.info("token %s", creds.token)  # expect: credentials


def assume(sts, arn):
    response = sts.assume_role(RoleArn=arn, RoleSessionName="x")
    credentials = response["Credentials"]
    logger.info("credentials %s", credentials)  # expect: credentials
    logger.info("secret %s", credentials["SecretAccessKey"])  # expect: secret key
    logger.info("session %s", credentials["SessionToken"])  # expect: token


def secrets_manager(name):
    client = boto3.client("secretsmanager")
    value = client.get_secret_value(SecretId=name)
    logger.info("got %s", value)  # expect: secret
    logger.info("got %s", value["SecretString"])  # expect: secret
    parsed = json.loads(value["SecretString"])
    logger.info("parsed %s", parsed)  # expect: secret


def vault(client):
    secret = client.secrets.kv.read_secret_version(path="db")
    logger.debug("vault answered %s", secret)  # expect: secret


def jwt_made(user, key):
    token = jwt.encode({"sub": user.id}, key)
    logger.info("issued %s", token)  # expect: secret
    encoded = jwt.encode({"sub": user.id}, key)
    logger.info("issued %s", encoded)  # expect: secret


def http_auth(user, password):
    auth = (user, password)
    logger.debug("auth %s", auth)  # expect: password
    requests.get("https://x", auth=auth)


async def http(client: httpx.AsyncClient, code):
    r = await client.post("https://idp/token", data={"code": code})
    logger.debug("token answer: %s", r.text)
    body = r.json()
    logger.debug("body %s", body)
