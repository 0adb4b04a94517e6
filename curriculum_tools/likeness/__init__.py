"""How alike two questions are: normalise, analyse, weigh, judge, find pairs, cluster.

Comes in: the wordings of questions or titles, and prose that explains acronyms. Goes out: verdicts
on pairs, pairs worth a look, clusters. Pure functions that use the standard library only.
"""

from curriculum_tools.likeness.closeness import Closeness, EmbeddingModel
from curriculum_tools.likeness.clusters import QuestionCluster, clusters
from curriculum_tools.likeness.judge import Judgement, judge
from curriculum_tools.likeness.normalise import key, normalise
from curriculum_tools.likeness.pairs import CrowdedWords, FoundPairs, JudgedPair, find_pairs
from curriculum_tools.likeness.weights import Weights, weigh
from curriculum_tools.likeness.wording import Verdict, Wording

__all__ = [
    "Closeness",
    "CrowdedWords",
    "EmbeddingModel",
    "FoundPairs",
    "JudgedPair",
    "Judgement",
    "QuestionCluster",
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
