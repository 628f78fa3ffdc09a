import logging
import os

from openai import OpenAI

logger = logging.getLogger(__name__)


class Gateway:
    def __init__(self, api_key=None):
        self.client = OpenAI(api_key=api_key or os.environ["OPENAI_API_KEY"])

    def ask(self, prompt):
        for chunk in self.client.chat.completions.create(model="m", messages=prompt, stream=True):
            token = chunk.choices[0].delta.content or ""
            logger.debug("got token: %s", token)
            yield token
