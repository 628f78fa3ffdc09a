from fastapi import APIRouter, HTTPException

from shop.connectors import ConnectorAuthFailure, stock_of, validate_credentials
from shop.rights import AccessFailure, orders_of

router = APIRouter()


@router.post("/stock")
def stock(config: dict):
    try:
        return stock_of(config)
    except ConnectorAuthFailure as error:
        raise HTTPException(status_code=403, detail=str(error)) from error


def stock_of_cloud(config):
    try:
        validate_credentials(config)
    except ConnectorAuthFailure as error:
        raise HTTPException(status_code=401, detail=str(error)) from error
    return stock_of(config)


@router.post("/orders")
def orders(user: dict):
    try:
        return orders_of(user)
    except AccessFailure as error:
        raise HTTPException(status_code=403, detail=str(error)) from error  # expect: a denied access leaves no security record
