"""The logistic regression of `Features`; bench/likeness/train.py writes this file."""

INTERCEPT = -4.220
COEFFICIENTS = (
    2.437,  # shared
    -0.879,  # exchanged
    5.125,  # kinship
    -3.247,  # guarded
    -5.818,  # short
    3.793,  # slipped
    -0.631,  # defines
    -2.556,  # rare_exchanged
    -1.104,  # rare
)
