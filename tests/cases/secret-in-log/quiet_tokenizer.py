import logging

from transformers import AutoTokenizer

logger = logging.getLogger(__name__)


def load(name):
    tokenizer = AutoTokenizer.from_pretrained(name)
    logger.info("tokenizer %s, vocabulary of %d", tokenizer, tokenizer.vocab_size)
    pad_token, eos_token = tokenizer.pad_token, tokenizer.eos_token
    logger.debug("pad token %r, eos token %r, id %d", pad_token, eos_token, tokenizer.eos_token_id)
    special = tokenizer.special_tokens_map
    logger.debug("special tokens: %s", special)
    return tokenizer
