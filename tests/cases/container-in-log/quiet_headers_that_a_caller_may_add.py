"""Headers that a caller may add to a question; the client adds its own, with the key, later."""

from opentelemetry import trace

tracer = trace.get_tracer(__name__)


def attributes_of(**kwargs):
    attributes = {"model": kwargs.get("model"), "stream": kwargs.get("stream", False)}
    headers = kwargs.get("extra_headers")
    if headers:
        attributes["headers"] = str(headers)
    return attributes


def asked(client, **kwargs):
    with tracer.start_as_current_span("ask") as span:
        for key, value in attributes_of(**kwargs).items():
            span.set_attribute(key, value)
        return client.ask(**kwargs)
