import logging

import boto3

logging.getLogger("botocore").setLevel(logging.DEBUG)  # expect:


def handler(event, context):
    boto3.client("sqs").send_message(QueueUrl="queue", MessageBody="done")
