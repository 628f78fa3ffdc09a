"""In code about the words of a text a hub's token still is what logs in there."""

import logging

from transformers import AutoTokenizer

logger = logging.getLogger(__name__)


def load(name, hf_token=None):
    logger.info("loading %s with %s", name, hf_token)  # expect: token
    tokenizer = AutoTokenizer.from_pretrained(name, token=hf_token)
    logger.info("tokens: %s", tokenizer.special_tokens_map)
    return tokenizer
