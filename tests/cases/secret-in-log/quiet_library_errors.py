import logging
import subprocess
import urllib.request

import httpx
import psycopg2
import requests

log = logging.getLogger(__name__)


def in_header(url, token):
    try:
        requests.get(url, headers={"Authorization": token}, auth=("me", token))
    except requests.RequestException as error:
        log.error("no answer: %s", error)


def in_body(url, password):
    try:
        requests.post(url, json={"password": password})
    except requests.RequestException as error:
        log.error("no answer: %s", error)


def by_another(url, token):
    try:
        requests.get(url, params={"token": token})
    except KeyError as error:
        log.error("no such key: %s", error)


def with_urllib(url, token):
    try:
        urllib.request.urlopen(f"{url}?token={token}")
    except OSError as error:
        log.error("no answer: %s", error)


def without_status(url, token):
    try:
        httpx.get(url, params={"token": token})
    except httpx.HTTPError as error:
        log.error("no answer: %s", error)


def database(password):
    try:
        psycopg2.connect(host="db", password=password)
    except psycopg2.OperationalError as error:
        log.error("no connection: %s", error)


def code_only(password):
    try:
        subprocess.run(["mysql", "-p" + password], check=True)
    except subprocess.CalledProcessError as error:
        log.error("mysql returned %s", error.returncode)
