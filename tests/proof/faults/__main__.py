"""python -m tests.proof.faults"""

import sys

from tests.proof.faults.command import main

sys.exit(main())
