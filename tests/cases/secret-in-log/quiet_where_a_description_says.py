import logging

logger = logging.getLogger(__name__)


class Reader:
    def __init__(self, entity_description, client):
        self.entity_description = entity_description
        self.client = client

    def value(self, data):
        variable = self.entity_description.api_key
        logger.debug("no value for %s", variable)
        return data.get(variable)

    def write(self, entity_description, value):
        parameter = entity_description.write_key
        logger.debug("set %s to %s", parameter, value)

    def ask_for_a_code(self, phone_number):
        response = self.client.request_sms_code(phone_number)
        logger.debug("answer to the request for a code: %s", response)
        return response.id
