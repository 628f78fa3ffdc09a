import logging

import boto3

logger = logging.getLogger(__name__)


def pages(bucket):
    client = boto3.client("s3")
    token = None
    while True:
        options = {"Bucket": bucket}
        if token:
            options["ContinuationToken"] = token
        page = client.list_objects_v2(**options)
        yield from page["Contents"]
        if not page["IsTruncated"]:
            return
        token = page["NextContinuationToken"]
        logger.debug("the next page begins at %s", token)


def orders(session):
    token = ""
    while token is not None:
        answer = session.get("/orders", params={"page": token}).json()
        token = answer.get("next_page_token")
        logger.info("next page: %s", token)
