import logging
import uuid

import boto3

log = logging.getLogger(__name__)


def start(client_token, name):
    log.info("starting %s with client token %s", name, client_token)
    return boto3.client("ecs").run_task(clientToken=client_token, cluster=name)


def make(ec2):
    token = str(uuid.uuid4())
    log.info("instance with client token %s", token)
    return ec2.run_instances(ClientToken=token)
