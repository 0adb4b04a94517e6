"""The logistic regression of `Features`; bench/likeness/train.py writes this file."""

INTERCEPT = -4.550
COEFFICIENTS = (
    2.684,  # shared
    -0.663,  # exchanged
    5.224,  # kinship
    -3.278,  # guarded
    -6.140,  # short
    3.595,  # slipped
    -0.691,  # defines
    -2.699,  # rare_exchanged
    -0.959,  # rare
    5.169,  # opening
)
