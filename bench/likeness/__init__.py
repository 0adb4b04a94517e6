"""How well and how fast questions are judged; README.md says what is counted, and how."""
