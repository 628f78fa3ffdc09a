import requests


class DiscordNotifier:
    def __init__(self, webhook_url, topic_url):
        self._webhook_url = webhook_url
        self._topic_url = topic_url

    def send(self, text):
        answer = requests.post(self._webhook_url, json={"text": text}, timeout=10)
        answer.raise_for_status()  # expect: webhook URL

    def publish(self, text):
        answer = requests.post(self._topic_url, json={"text": text}, timeout=10)
        answer.raise_for_status()
