from opentelemetry import metrics, trace

meter = metrics.get_meter(__name__)
tokens_used = meter.create_counter("tokens")


def complete(answer, api_key):
    span = trace.get_current_span()
    span.set_attribute("gen_ai.usage.input_tokens", answer.usage.input_tokens)
    span.set_attribute("gen_ai.usage.output_tokens", answer.usage.output_tokens)
    span.set_attribute("auth.key_present", api_key is not None)
    tokens_used.add(answer.usage.input_tokens)
