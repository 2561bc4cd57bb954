"""Laws are about numbers, not about how busy the machine is: no deadline per example."""

from hypothesis import settings

settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")
