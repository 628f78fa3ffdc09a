import logging

logger = logging.getLogger(__name__)


def train(model, loader, tokenizer, optimizer):
    for step, batch in enumerate(loader):
        tokens = batch["input_ids"].numel()
        loss = model(batch)
        logger.info("step %d loss %.3f tokens %d", step, loss, tokens)
    logger.info("vocab size %d, special tokens %s", len(tokenizer), tokenizer.all_special_tokens)
    logger.info("eos %s pad %s", tokenizer.eos_token, tokenizer.pad_token)


def attention(query, key, value):
    logger.debug("q %s k %s v %s", query.shape, key.shape, value.shape)
    scores = query @ key.T
    logger.debug("scores %s", scores.mean())


def llm_cost(usage, price_per_token):
    input_tokens = usage["input_tokens"]
    output_tokens = usage["output_tokens"]
    cached_tokens = usage.get("cache_read_input_tokens", 0)
    logger.info("in %s out %s cached %s cost %s", input_tokens, output_tokens, cached_tokens, input_tokens * price_per_token)
    logger.info("usage %s", usage)


def budget(max_tokens, max_new_tokens, token_limit, num_tokens, token_budget):
    logger.info("%s %s %s %s %s", max_tokens, max_new_tokens, token_limit, num_tokens, token_budget)


def ast_tokens(atok, node):
    logger.debug("first token %s, last token %s", node.first_token, node.last_token)


def grammar(lexer):
    tok = lexer.token()
    logger.debug("token %s at %s", tok.type, tok.lineno)


def ngrams(tokens, n):
    grams = zip(*[tokens[i:] for i in range(n)])
    logger.debug("%d-grams of %s", n, tokens)


def regex_token(pattern):
    token = pattern.match("abc").group()
    logger.debug("token %s", token)


def chunks(text):
    tokens = text.split(" ")
    logger.debug("first token %s of %d", tokens[0], len(tokens))
