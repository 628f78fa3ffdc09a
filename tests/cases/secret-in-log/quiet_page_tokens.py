import logging

logger = logging.getLogger(__name__)


def pages(client, bucket):
    continuation_token = None
    while True:
        options = {"ContinuationToken": continuation_token} if continuation_token else {}
        answer = client.list_objects_v2(Bucket=bucket, **options)
        yield from answer.get("Contents", [])
        continuation_token = answer.get("NextContinuationToken")
        logger.debug("next page of %s: %s", bucket, continuation_token)
        if continuation_token is None:
            return


def everything(service):
    page_token = ""
    while page_token is not None:
        logger.debug("page %r", page_token)
        page_token = service.list(page_token).next_page_token
