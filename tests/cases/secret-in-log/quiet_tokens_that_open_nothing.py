import logging

logger = logging.getLogger(__name__)


def theme(design_tokens, token_name, color_token):
    for token in design_tokens:
        logger.debug("design token %s", token)
    logger.info("theme token %s -> %s", token_name, color_token)


def page(client, page_token, next_token, continuation_token, cursor_token):
    logger.debug("next page token %s / %s / %s / %s", page_token, next_token, continuation_token, cursor_token)


def list_objects(client, bucket):
    response = client.list_objects_v2(Bucket=bucket)
    next_token = response.get("NextContinuationToken")
    logger.debug("continuing at %s", next_token)
    page_token = response["nextPageToken"]
    logger.debug("continuing at %s", page_token)


def csrf(csrf_token_name, csrf_header_name, csrf_cookie_name):
    logger.debug("csrf: %s %s %s", csrf_token_name, csrf_header_name, csrf_cookie_name)


def throttle(token_bucket, tokens_left, refill_tokens):
    logger.debug("bucket %s has %s tokens, refill %s", token_bucket, tokens_left, refill_tokens)


def lookup(word_tokens, stop_tokens, eos_token, pad_token, unk_token, bos_token_id, special_tokens):
    logger.info("%s %s %s %s %s %s %s", word_tokens, stop_tokens, eos_token, pad_token, unk_token, bos_token_id, special_tokens)


def tokens_per_second(n_tokens, elapsed, token_ids, token_probs):
    logger.info("%d tokens in %.1fs; ids %s probs %s", n_tokens, elapsed, token_ids, token_probs)
