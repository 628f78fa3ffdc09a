import logging

from fastapi import APIRouter, Depends

from shop.deps import get_config

logger = logging.getLogger(__name__)
router = APIRouter()


@router.get("/strategy")
def strategy(name, config=Depends(get_config)) -> dict[str, str]:
    logger.info("strategy %s of %s", name, config)  # expect: `name` reaches logger.info()
    return {}
