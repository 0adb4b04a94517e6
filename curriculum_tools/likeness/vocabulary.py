"""The word lists and weights of this room, all in one place.

The lists are general English and general technical usage: function words, the synonyms and antonyms
that a thesaurus such as WordNet 3.1 gives for the sense used in questions, and Bloom's task verbs.
No entry was added for a single pair of questions. The numbers at the end are measured;
`bench/likeness/README.md` says how, and what changing them does.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- Words without content ---------------------------------------------------------------------

#: Function words of English: articles, auxiliaries, pronouns, and particles of questions.
FUNCTION_WORDS = _words(
    "a an the this that these those it its they them their there here you your we our us i me my "
    "is are was were be been being am do does did done can could may might must shall should will "
    "would has have had having what which who whom whose how when where why and or also both such "
    "so then please if i.e eg ie etc about very just vs"
)

#: Prepositions that only attach a phrase, mapped to a common name; the phrase may move.
LOOSE_PREPOSITIONS = {
    "in": "with", "with": "with", "within": "with", "inside": "with", "for": "for", "of": "of",
    "using": "using", "via": "using", "through": "using", "at": "with", "during": "with",
    "on": "with", "by": "by", "across": "with", "among": "with",
}  # fmt: skip

#: Prepositions with a direction: the words before and after them may not change places.
DIRECTED_PREPOSITIONS = _words(
    "over to into from than onto under above below before after against toward towards between "
    "per off down until since as up out like"
)

#: Function words that two questions must share to be the same, each with what it says: tense,
#: obligation, "or", and what a pronoun points at.
TELLING_WORDS = {
    "was": "was", "were": "was", "did": "did", "had": "had", "must": "must", "shall": "shall",
    "should": "should", "may": "may", "might": "may", "or": "or", "it": "it",
    "them": "they", "they": "they", "there": "there",
}  # fmt: skip

#: Before a noun these point out of the question only near its start: "What is its value?".
EARLY_TELLING_WORDS = {
    "its": "it", "their": "they", "this": "this", "these": "these", "those": "these",
}  # fmt: skip

#: Words that are alike, but as terms are not the same: "a risk", "a threat"; "create", "build".
TELLING_SYNONYMS = _words(
    "implement build develop construct risk danger threat vulnerability challenge difficulty "
    "obstacle problem issue consideration factor effect consequence impact implication affect "
    "influence result outcome cause reason origin limit limitation strategy technique approach "
    "practice guideline scenario"
)

#: What may be asked of anybody in a question for a way: "How can you", "How would you".
ABILITIES = {"can": "can", "could": "can", "will": "will", "would": "will"}

#: Kinds of things that a word before them names: "the WHERE clause", "a left join".
NAMED_KINDS = _words(
    "clause clauses keyword keywords operator operators statement statements command commands "
    "loop loops join joins block blocks hook hooks tag tags method methods function functions "
    "directive directives selector selectors attribute attributes property properties pointer "
    "instruction instructions event events"
)

#: Function words that name such a thing also without an article: "if statements".
NAMES_OF_KINDS = _words(
    "where having on in if for out into like off then until since over using from"
)

#: Of these, prepositions before a plural have it as their object: "using hooks".
NEVER_PLURAL_NAMES = _words("on in for out into like off until since over using from")

#: Function words that capitals only stress: "this AND that".
NEVER_NAMES = _words("the an and or vs")

NEGATIONS = _words(
    "not no never without cannot neither nor none nobody nothing except unless avoid lack lacks "
    "non n't"
)

# --- Words that count as one ---------------------------------------------------------------------

#: Spellings of one word; the first of each group stands for all. Inflected forms need no entry.
SPELLINGS = tuple(
    line.split()
    for line in """
    config configuration
    app application
    database db
    repository repo
    parameter param
    environment env
    documentation docs
    information info
    function func
    async asynchronous asynchronously
    sync synchronous synchronously
    kubernetes k8s
    javascript js
    typescript ts
    postgresql postgres
    rest restful
    authenticate authn
    authorize authz
    serverless faas
    reuse reusability reusable
    essential important crucial vital critical significant importance significance
    """.strip().splitlines()
)

#: Synonyms, written like spellings. They make questions alike, not the same, but for the verb of an
#: order ("Create a function"), which only says that something is to be made.
SYNONYMS = tuple(
    line.split()
    for line in """
    write create implement build develop construct
    configure config configuration setup
    delete remove
    fetch retrieve
    calculate compute
    convert transform
    customize custom
    containerize dockerize
    inbound incoming
    outbound outgoing
    begin start
    choose select prefer
    improve enhance
    reduce decrease lower
    increase raise
    fast quick rapid
    big large
    show display
    clone copy duplicate
    disconnect disconnection
    invalid malformed
    aim goal objective
    override overriding
    """.strip().splitlines()
)

#: Number words, which read the same as their digits.
NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
} | {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
    "hundred": "100", "thousand": "1000", "dozen": "12", "half": "0.5", "twice": "2x",
    "ii": "2", "iii": "3", "iv": "4", "vii": "7", "viii": "8", "ix": "9",
}  # fmt: skip

# --- Words that make another question ------------------------------------------------------------

#: Opposites; inflected forms need no entry.
ANTONYMS = tuple(
    pair.split("/")
    for line in """
    encrypt/decrypt encode/decode encapsulate/decapsulate serialize/deserialize
    compress/decompress commit/rollback upgrade/downgrade sync/async blocking/nonblocking
    left/right inner/outer left/inner left/outer right/inner internal/external inbound/outbound
    upload/download import/export read/write input/output client/server producer/consumer
    produce/consume publish/subscribe push/pull send/receive request/response insert/delete
    add/delete enable/disable allow/block allow/deny permit/deny grant/revoke lock/unlock
    open/close begin/end start/stop connect/disconnect attach/detach mount/unmount up/down
    horizontal/vertical row/column lazy/eager static/dynamic mutable/immutable stateful/stateless
    statefulness/statelessness ordered/unordered sorted/unsorted safe/unsafe valid/invalid
    public/private local/global local/remote optional/required optional/mandatory
    positional/keyword explicit/implicit declarative/imperative normalize/denormalize
    minimum/maximum min/max first/last before/after over/under above/below into/out to/from on/off
    increase/reduce expand/shrink fast/slow high/low hot/cold strong/weak long/short old/new
    early/late light/dark positive/negative success/failure accept/reject aerobic/anaerobic
    dependent/independent win/lose support/oppose rise/fall attack/defend buy/sell parent/child
    ancestor/descendant master/replica primary/secondary primary/foreign numerator/denominator
    convex/concave parallel/sequential forward/backward forward/reverse ascending/descending
    top/bottom front/back symmetric/asymmetric linear/nonlinear supervised/unsupervised
    simple/complex single/many one/many single/joined pros/cons same/different equal/different
    basic/advanced beginner/advanced junior/senior increase/decrease odd/even shallow/deep
    major/minor maximize/minimize multiply/divide addition/subtraction add/subtract true/false
    active/passive singular/plural past/future male/female north/south east/west debit/credit
    hardware/software frontend/backend union/intersection pre/post pre/in post/in
    """.splitlines()
    for pair in line.split()
)

#: Prefixes that reverse a word: "valid" and "invalid", "clustered" and "unclustered".
OPPOSING_PREFIXES = (
    "un", "in", "im", "il", "ir", "non", "dis", "de", "a", "an", "anti", "counter", "mis",
)  # fmt: skip

#: Prefixes that are opposites of each other: "hypertonic" and "hypotonic".
PREFIX_PAIRS = (
    ("hyper", "hypo"), ("pre", "post"), ("over", "under"), ("intra", "inter"), ("in", "out"),
    ("endo", "exo"), ("mono", "poly"), ("homo", "hetero"), ("micro", "macro"), ("up", "down"),
    ("en", "de"), ("in", "ex"), ("im", "ex"), ("pro", "anti"), ("syn", "asyn"), ("in", "de"),
)  # fmt: skip

# --- What a question asks for --------------------------------------------------------------------

#: The words that ask for an aspect, before "of" or at the start of a question.
ASPECTS = {
    aspect: words.split()
    for aspect, words in {
        "benefit": "benefit advantage pro strength upside merit gain",
        "drawback": "limitation drawback disadvantage con weakness downside pitfall shortcoming "
        "limit disadvantages",
        "risk": "risk danger threat vulnerability",
        "challenge": "challenge difficulty obstacle problem issue",
        "trade-off": "tradeoff trade-off trade-offs",
        "consideration": "consideration factor",
        "effect": "effect consequence impact implication affect influence result outcome",
        "cause": "cause reason origin",
        "difference": "difference differ distinguish contrast compare comparison versus vs "
        "differentiate distinction",
        "purpose": "purpose role aim",
        "use": "usecase scenario",
        "practice": "practice bestpractice guideline",
        "example": "example",
        "strategy": "strategy technique approach",
        "why": "need necessity",
        "kinds": "type kind category variety",
    }.items()
}

#: How close two aspects are, in [0, 1]; symmetric. Set from the definitions of the words; equal
#: aspects are 1, and pairs that are not listed OTHER_ASPECT.
ASPECT_KINSHIP = {
    ("how", "task"): 0.85, ("how", "explain"): 0.95, ("explain", "define"): 0.95,
    ("explain", "task"): 0.7, ("define", "list"): 0.95, ("list", "explain"): 0.95,
    ("how", "define"): 0.7, ("purpose", "why"): 0.9, ("purpose", "define"): 0.75,
    ("purpose", "use"): 0.85, ("use", "when"): 0.9, ("why", "explain"): 0.75,
    ("benefit", "why"): 0.8, ("benefit", "purpose"): 0.6, ("benefit", "how-does"): 0.6,
    ("cause", "why"): 0.95, ("effect", "how-does"): 0.85, ("how", "how-does"): 0.85,
    ("how-does", "explain"): 0.95, ("how-does", "define"): 0.75, ("drawback", "trade-off"): 0.8,
    ("drawback", "challenge"): 0.7, ("drawback", "risk"): 0.8, ("effect", "trade-off"): 0.75,
    ("risk", "challenge"): 0.7, ("example", "task"): 0.8, ("example", "how"): 0.75,
    ("example", "use"): 0.7, ("task", "list"): 0.7, ("practice", "how"): 0.6,
    ("strategy", "how"): 0.7, ("difference", "explain"): 0.75, ("when", "explain"): 0.7,
    ("consideration", "challenge"): 0.6, ("why", "how-does"): 0.7, ("use", "explain"): 0.75,
    ("define", "why"): 0.7, ("difference", "define"): 0.65, ("what", "define"): 0.9,
    ("what", "list"): 0.9, ("what", "explain"): 0.8, ("what", "how"): 0.75,
    ("what", "how-does"): 0.75, ("what", "task"): 0.55, ("what", "effect"): 0.7,
    ("what", "why"): 0.75, ("what", "when"): 0.6, ("kinds", "list"): 0.85,
    ("kinds", "define"): 0.65, ("kinds", "explain"): 0.65, ("kinds", "what"): 0.6,
    ("other", "define"): 0.85, ("other", "explain"): 0.9, ("other", "list"): 0.85,
    ("other", "how"): 0.75, ("other", "task"): 0.7, ("other", "what"): 0.8,
    ("who", "list"): 0.9, ("who", "define"): 0.7,
}  # fmt: skip
OTHER_ASPECT = 0.4

#: Nouns that name the kind of thing asked for and have little content of their own.
FACET_NOUNS = _words(
    "feature principle concept characteristic property metric way method step stage "
    "component element part aspect thing point detail layer term area effort task mechanism "
    "pattern technique functionality process operation work system"
)

#: Adjectives that add nothing before an aspect or a facet noun ("key features").
EMPHASIS_WORDS = _words(
    "key main major primary chief common core basic general important typical fundamental "
    "essential various several"
)

#: Adjectives of little weight, which can still make another question.
MILD_WORDS = _words(
    "potential possible overall central different specific relevant simple best good practical "
    "efficient new given certain"
)

#: Verbs of little content: their objects matter.
LIGHT_VERBS = _words(
    "use using used handle manage work perform provide write configure make get set define allow "
    "enable support involve include ensure apply integrate need want help happen occur do have "
    "choose run call show play role return take give contain require consist lead describe "
    "explain illustrate label improve add accept work serve affect mean"
)

#: Verbs that open a task in which something is to be made.
TASK_VERBS = _words(
    "write create implement build develop construct craft make code design convert refactor draw "
    "calculate solve prove set configure add rewrite modify extend deploy test generate sketch "
    "plot derive show"
)
EXPLAIN_VERBS = _words("explain describe discuss outline summarise summarize elaborate")
#: Verbs that ask to see what is there, also in "How do you list ...".
SHOW_VERBS = _words("list show display view see print")
LIST_VERBS = _words("list name enumerate identify state")

# --- Weights ------------------------------------------------------------------------------------

LIGHT_WEIGHT = 0.35  #: share of its IDF that a light verb or facet noun keeps
EMPHASIS_WEIGHT = 0.15  #: share that an emphasis word keeps
AGAIN_WEIGHT = 0.5  #: share that a word keeps where it stands again
NUMBER_WEIGHT = 0.8  #: share that a number keeps

#: Two questions that share less than this part of the heavier one's weight are different; all
#: judged duplicates but one share more. `find_pairs` relies on it to filter.
LEAST_SHARED = 0.4
#: But for those whose vectors have at least this cosine, where there is a model that makes vectors.
LEAST_CLOSE = 0.7

FAR_ASPECT = 0.7  #: below this kinship the aspect differs, which is a guard
SUBJECT_SHARE = 0.4  #: a word in this share of the questions is the subject of the whole guide
SAME_SCORE = 0.98  #: probability of unequal questions judged `same`: 3 in 330 could be wrong
LIKELY = 0.5  #: least probability of `likely`
POSSIBLE = 0.15  #: least probability of `possible`
