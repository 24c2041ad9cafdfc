"""The part of the network that somebody comes from: what counts of tries are kept by."""

from __future__ import annotations

import ipaddress

PREFIXES = {4: 24, 6: 56}
UNKNOWN = "unknown"


def network_of(address: str) -> str:
    """The /24 of an IPv4 address or the /56 of an IPv6 one; UNKNOWN for what is no address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return UNKNOWN
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return str(ipaddress.ip_network((parsed, PREFIXES[parsed.version]), strict=False))
