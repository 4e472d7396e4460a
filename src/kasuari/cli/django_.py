"""`kasuari django ...`: perintah bawaan Django (migrate, collectstatic, shell) dengan setelan Kasuari."""

from collections.abc import Sequence

from kasuari.cli import nyala


def jalankan(argumen: Sequence[str]) -> int:
    nyala.django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["kasuari django", *argumen])
    return 0
