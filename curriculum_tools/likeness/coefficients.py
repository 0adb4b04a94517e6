"""The logistic regression of `Features`; bench/likeness/train.py writes this file."""

INTERCEPT = -3.836
COEFFICIENTS = (
    2.122,  # shared
    -0.636,  # exchanged
    4.818,  # kinship
    -3.394,  # guarded
    -5.885,  # short
    2.776,  # respelled
    -0.714,  # defines
    -2.794,  # rare_exchanged
    -1.073,  # rare
)
