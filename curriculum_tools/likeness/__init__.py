"""How alike two questions are: normalise, weigh, judge, find pairs, cluster.

Pure functions of the wordings and the word weights; the standard library only.
"""

from curriculum_tools.likeness.candidates import Crowded, Pair, Pairs, find_pairs
from curriculum_tools.likeness.clusters import Cluster, clusters
from curriculum_tools.likeness.judge import Judgement, judge
from curriculum_tools.likeness.normalise import key, normalise
from curriculum_tools.likeness.weights import Weights, weigh
from curriculum_tools.likeness.wording import Verdict, Wording

__all__ = [
    "Cluster",
    "Crowded",
    "Judgement",
    "Pair",
    "Pairs",
    "Verdict",
    "Weights",
    "Wording",
    "clusters",
    "find_pairs",
    "judge",
    "key",
    "normalise",
    "weigh",
]
