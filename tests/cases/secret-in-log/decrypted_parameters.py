import logging

import boto3

log = logging.getLogger("setup")
store = boto3.client("ssm")


def read(name: str) -> str:
    got = store.get_parameter(Name=name, WithDecryption=True)
    log.debug("store says %s", got)  # expect: the decrypted parameter reaches log.debug()
    value = got["Parameter"]["Value"]
    log.debug("%s is %s", name, value)  # expect: the decrypted parameter
    return value


def read_all(prefix: str) -> dict:
    page = store.get_parameters_by_path(Path=prefix, Recursive=True, WithDecryption=True)
    found = {}
    for item in page["Parameters"]:
        log.debug("item %s", item)  # expect: the decrypted parameter
        found[item["Name"]] = item["Value"]
    return found


def unlock(name: str) -> None:
    vault = boto3.client("secretsmanager")
    log.info("vault says %s", vault.batch_get_secret_value(SecretIdList=[name]))  # expect: the secret
