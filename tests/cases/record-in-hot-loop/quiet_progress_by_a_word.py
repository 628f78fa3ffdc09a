import logging

logger = logging.getLogger(__name__)


def import_prices(shop, store):
    made, failed = 0, 0
    for part in shop.prices_by_hundreds():
        for price in part.rows:
            if store.put(price):
                made += 1
            else:
                failed += 1
        logger.info("Price import progress: made %s, failed %s", made, failed)


def fit(model, samples, rounds):
    for number in range(rounds):
        logger.info("starting iteration %s", number)
        model.adapt(samples)


def draw_all(charts, axes):
    for name, chart in charts.items():
        logger.info(f"Step: {name}")
        chart.draw(axes)
