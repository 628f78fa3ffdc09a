"""A function that is given somebody's number takes a role away, whatever it is called."""

from choir.models import SeatOfUser, UserRole


def ungrant(session, user_id, role_id):
    session.query(UserRole).filter_by(user_id=user_id, role_id=role_id).delete()  # expect: leaves no security record
    session.commit()


def stand_up(session, user_id):
    session.query(SeatOfUser).filter_by(user_id=user_id).delete()
    session.commit()
