"""Eselon jabatan struktural dengan id layanan SIASN (referensi eselon)."""

from types import MappingProxyType

ESELON = MappingProxyType(
    {"I.a": 11, "I.b": 12, "II.a": 21, "II.b": 22, "III.a": 31, "III.b": 32}
    | {"IV.a": 41, "IV.b": 42, "V.a": 51, "V.b": 52}
)
