"""Reading questions from JSON Lines."""

from pathlib import Path

import pytest

from curriculum_tools.facts.bank_pair import BankQuestion
from curriculum_tools.likeness import Wording
from curriculum_tools.model.errors import ConfigError, CurriculumError
from curriculum_tools.store.banks.read_banks import read_bank


def test_a_line_holds_a_question_with_its_code_and_options(tmp_path: Path) -> None:
    bank = tmp_path / "bank.jsonl"
    lines = ['{"question": "What is printed?", "code": "a  ", "options": ["y", "x"], "id": 3}',
             "", '{"text": "Why?", "other": [1]}']  # fmt: skip
    bank.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    printed, why = read_bank(str(bank))
    assert printed[1:3] == (1, "3")
    assert printed.wording.text == "What is printed?"
    assert printed.wording.blocks == ("a  ", "y\nx")
    assert printed.wording.compared[-1] == "x\ny"
    assert why == BankQuestion(str(bank), 3, None, Wording("Why?"))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "no JSON object in UTF-8"),
        (b'{"question": "\xff"}', "no JSON object in UTF-8"),
        (b"[" * 100_000, "no JSON object in UTF-8"),
        (b"[]", "no JSON object"),
        (b"{}", "no `question` or `text` that is a text"),
        (b'{"question": " "}', "no `question` or `text` that is a text"),
        (b'{"question": "a", "code": 1}', "`code` must be a list of texts"),
        (b'{"question": "a", "options": ["b", 1]}', "`options` must be a list of texts"),
        (b'{"question": "a", "id": true}', "`id` must be a text or a number"),
        (rb'{"question": "a\ud800"}', "half a character (a lone surrogate)"),
    ],
)
def test_a_line_of_no_use_is_named(tmp_path: Path, line: bytes, reason: str) -> None:
    bank = tmp_path / "bank.jsonl"
    bank.write_bytes(b'{"question": "Why?"}\n' + line + b"\n")
    with pytest.raises(ConfigError) as caught:
        list(read_bank(str(bank)))
    assert str(caught.value) == f"{bank}:2: {reason}"


@pytest.mark.parametrize("name", ["nowhere.jsonl", "."])
def test_what_is_no_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(CurriculumError, match=r"no such file|a folder"):
        read_bank(str(tmp_path / name))
