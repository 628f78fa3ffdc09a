import ipaddress

from pydantic import BaseModel, validator


class Fleet(BaseModel):
    network: str
    internal_ip: str

    @validator("network")
    def validate_network(cls, value):
        network = ipaddress.ip_network(value, strict=False)
        if not network.is_private:
            raise ValueError("a private network is required")
        return value

    @validator("internal_ip")
    def validate_internal_ip(cls, value):
        if not ipaddress.ip_address(value).is_private:
            raise ValueError("not private")
        return value
