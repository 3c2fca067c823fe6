"""What all tests share."""

from regenerate import pytest_addoption

__all__ = ["pytest_addoption"]
