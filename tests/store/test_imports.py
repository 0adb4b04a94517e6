import subprocess
import sys

from tests.commands import UNMEASURED


def test_reading_guides_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "import curriculum_tools.store.config, curriculum_tools.store.discovery\n"
        "import curriculum_tools.store.reading\n"
        "heavy = {'tomllib', 'json', 'subprocess', 'jsonschema', 'yaml', 'markdown_it'}\n"
        "print(sorted(heavy & sys.modules.keys()))\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, env=UNMEASURED)
    assert done.stdout.strip() == b"[]"
