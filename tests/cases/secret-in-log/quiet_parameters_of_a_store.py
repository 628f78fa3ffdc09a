import logging

import boto3

log = logging.getLogger("setup")
store = boto3.client("ssm")


def read(name: str) -> str:
    got = store.get_parameter(Name=name)
    log.debug("store says %s", got)
    log.debug("still encrypted: %s", store.get_parameter(Name=name, WithDecryption=False))
    return got["Parameter"]["Value"]


def read_all(prefix: str) -> dict:
    page = store.get_parameters_by_path(Path=prefix, Recursive=True, WithDecryption=True)
    log.debug("next page %s", page.get("NextToken") is not None)
    for item in page["Parameters"]:
        log.debug("read %s, version %s", item["Name"], item["Version"])
    return {item["Name"]: item["Value"] for item in page["Parameters"]}
