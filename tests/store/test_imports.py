import subprocess
import sys


def test_reading_guides_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "import curriculum_tools.store.config, curriculum_tools.store.discovery\n"
        "import curriculum_tools.store.reading\n"
        "heavy = {'tomllib', 'json', 'subprocess', 'jsonschema', 'yaml', 'markdown_it'}\n"
        "print(sorted(heavy & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert done.stdout.strip() == b"[]"
