"""What a rule is, and how rules run over a guide.

Comes in: a parsed guide, the rules, the config, the guide's surroundings, an earlier version of it.
Goes out: findings, and the text that their fixes make. Pure functions.
"""
