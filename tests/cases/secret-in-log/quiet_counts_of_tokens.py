import logging

logger = logging.getLogger(__name__)


def count_tokens(text, encoder, max_tokens):
    tokens = encoder.encode(text)
    logger.info("prompt has %d tokens of %d", len(tokens), max_tokens)
    return tokens


def usage(response):
    prompt_tokens = response.usage.prompt_tokens
    completion_tokens = response.usage.completion_tokens
    total_tokens = prompt_tokens + completion_tokens
    logger.info("tokens: %s + %s = %s", prompt_tokens, completion_tokens, total_tokens)
    logger.info("usage: %s", response.usage.total_tokens)
