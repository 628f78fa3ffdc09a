class TemplateError(Exception):
    pass


class Authorizers:
    def _common(self, logical_id: str, properties: dict, api_key: str) -> None:
        if not properties.get(api_key):
            raise TemplateError(f"authorizer {logical_id} lacks {api_key}, which must be defined")

    def rest(self, logical_id: str, properties: dict) -> None:
        self._common(logical_id, properties, "RestApiId")

    def http(self, logical_id: str, properties: dict) -> None:
        self._common(logical_id, properties, api_key="ApiId")
