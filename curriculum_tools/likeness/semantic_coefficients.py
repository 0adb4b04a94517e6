"""The logistic regression of `Features` and closeness; bench/likeness/train.py writes this file."""

INTERCEPT = -12.464
COEFFICIENTS = (
    1.802,  # shared
    -0.379,  # exchanged
    4.777,  # kinship
    -3.591,  # guarded
    -2.995,  # short
    7.090,  # slipped
    -0.643,  # defines
    -2.089,  # rare_exchanged
    -0.113,  # rare
    4.472,  # opening
    9.061,  # closeness
)
