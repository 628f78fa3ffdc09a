import json


def save_lock_state(path, orders):
    """写锁定状态文件；失败不影响主流程。"""
    try:
        path.write_text(json.dumps(orders), encoding="utf-8")
    except Exception:
        pass


def save_report(path, report):
    """レポートを保存する。失敗しても無視する。"""
    try:
        path.write_text(report.text(), encoding="utf-8")
    except Exception:
        pass


def save_orders(path, orders):
    """Сохраняет заказы; ошибка записи игнорируется."""
    try:
        path.write_text(json.dumps(orders), encoding="utf-8")
    except Exception:
        pass
