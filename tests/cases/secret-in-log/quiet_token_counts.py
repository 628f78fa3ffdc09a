import logging

logger = logging.getLogger("llm")


def complete(client, prompt, max_tokens=512):
    answer = client.chat.completions.create(model="small", messages=[{"role": "user", "content": prompt}], max_tokens=max_tokens)
    usage = answer.usage
    logger.info("prompt_tokens=%d completion_tokens=%d total=%d", usage.prompt_tokens, usage.completion_tokens, usage.total_tokens)
    tokens_per_second = usage.completion_tokens / answer.seconds
    logger.info("%.1f tokens/s of at most %d tokens", tokens_per_second, max_tokens)
    cached_tokens = usage.prompt_tokens_details.cached_tokens
    logger.debug("cached tokens: %s", cached_tokens)
    token_usage = {"input_tokens": usage.prompt_tokens}
    logger.debug("usage: %s", token_usage)
    return answer
