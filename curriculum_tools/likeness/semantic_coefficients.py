"""The logistic regression of `Features` and closeness; bench/likeness/train.py writes this file."""

INTERCEPT = -12.638
COEFFICIENTS = (
    1.835,  # shared
    -0.305,  # exchanged
    4.778,  # kinship
    -3.605,  # guarded
    -2.975,  # short
    7.209,  # slipped
    -0.642,  # defines
    -2.132,  # rare_exchanged
    -0.070,  # rare
    4.475,  # opening
    9.149,  # closeness
)
