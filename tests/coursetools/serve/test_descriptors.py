"""The limit of open files is raised as far as the machine allows."""

import subprocess
import sys

import pytest

from coursetools import machine

ASK = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))
from coursetools.serve import descriptors
print(descriptors.raise_limit(), *resource.getrlimit(resource.RLIMIT_NOFILE))
"""


@pytest.mark.needs(machine.LINUX)
@pytest.mark.parametrize("soft,hard", [(256, 4096), (1024, 1024), (4096, 4096)])
def test_the_limit_is_raised_to_the_hard_one(soft, hard):
    code = ASK.format(soft=soft, hard=hard)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(hard)] * 3
