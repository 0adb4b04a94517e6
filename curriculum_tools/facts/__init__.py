"""What is true of a guide, worked out once for all rules.

Comes in: a parsed guide, its config, and for some facts the tree of files around it. Goes out:
diagnoses as values, such as which number is wrong and what it should be. Pure functions; each fact
is worked out when it is first asked for, and by one module, so that one defect is one finding.
"""
