"""The logistic regression of `Features`; bench/likeness/train.py writes this file."""

INTERCEPT = -4.413
COEFFICIENTS = (
    2.595,  # shared
    -0.821,  # exchanged
    5.205,  # kinship
    -3.238,  # guarded
    -6.094,  # short
    3.851,  # slipped
    -0.694,  # defines
    -2.586,  # rare_exchanged
    -1.015,  # rare
    5.152,  # opening
)
