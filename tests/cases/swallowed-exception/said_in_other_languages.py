import json


def save_orders(path, orders):
    """保存所有订单。"""
    try:
        path.write_text(json.dumps(orders), encoding="utf-8")
    except Exception:  # expect: write_text()
        pass
