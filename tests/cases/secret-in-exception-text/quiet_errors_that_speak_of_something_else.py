"""A key that an error shows is called one; what it calls a batch, or says is required, is another thing."""

from shop.settings import variable


def check(settings):
    if not settings.key:
        raise ValueError(f"{variable('COHERE_API_KEY')} is required where the provider is {settings.provider!r}")


def again(batch, pin, now):
    if pin != now:
        raise ValueError(f"batch {batch} was run from {pin}, not {now}; use another one")

