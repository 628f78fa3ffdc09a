from prometheus_client import Counter, Histogram

TOKENS_REFUSED = Counter("api_tokens_refused", "Calls with a token that does not hold", ["reason"])
SECONDS = Histogram("api_request_seconds", "How long calls take", ["path"])
