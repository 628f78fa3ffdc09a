import logging

from botocore.exceptions import ClientError

log = logging.getLogger(__name__)


class Secrets:
    detail_spec = ("describe_secret", "SecretId", "Name")

    def _augment(self, secret, client):
        operation, parameter, name_key = self.detail_spec
        try:
            secret.update(getattr(client, operation)(**{parameter: secret[name_key]}))
        except ClientError as error:
            log.warning("%s: cannot %s, %s", secret[name_key], operation, error.response["Error"]["Code"])
        return secret

    def augment(self, client):
        return [self._augment(secret, client) for secret in client.list_secrets()["SecretList"]]
