"""Who may change the store: the person at this machine; nobody by way of a server that others can reach."""

from functools import cache
from ipaddress import ip_address

from lkdash.contracts import refuse

LOCAL_NAMES = ("localhost",)


def is_loopback(address: str) -> bool:
    """True where only this machine can reach a server bound to the address; '' means every address."""
    if address.casefold() in LOCAL_NAMES:
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def reachable_at(configured: str) -> str:
    """The address that this process serves at: one that others can reach if there is any.

    configured: what it was told to listen on, which another way of starting it may not have followed.
    """
    return next((address for address in listening() if not is_loopback(address)), configured)


@cache
def listening() -> tuple[str, ...]:
    """The addresses on which this process accepts connections, as they stand when first asked."""
    import psutil

    try:
        found = psutil.Process().net_connections("tcp")
    except psutil.Error:
        return ("",)  # where it cannot be told, it may be any
    return tuple(
        sorted({each.laddr.ip for each in found if each.status == psutil.CONN_LISTEN and each.laddr})
    )


def may_change(bound_to: str | None) -> None:
    """Refusal where the store is served on another address than the loopback one; None = no server at all."""
    if bound_to is not None and not is_loopback(bound_to):
        raise refuse("not_signed_in", address=bound_to or "0.0.0.0")
