import logging

logger = logging.getLogger(__name__)


class ContextTooLong(ValueError):
    pass


def fit(prompt_tokens, max_tokens):
    if prompt_tokens > max_tokens:
        raise ContextTooLong(f"{prompt_tokens} tokens do not fit into {max_tokens}")


def ask(prompt_tokens, max_tokens):
    try:
        fit(prompt_tokens, max_tokens)
    except ContextTooLong as error:
        logger.warning("shortened: %s", error)
