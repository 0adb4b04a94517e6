"""Whether a text asks, as the questions of guides do, with or without a question mark."""

import re

# Signs, brackets and rendered marks may follow the question mark: "Why? (hard) ⭐".
_ENDS_ASKING = re.compile(r"[?？؟՞][^?？؟՞.!]{0,40}\Z")
#: With which lines begin that ask, whatever page they stand on.
_BEGINS = re.compile(
    r"(?:what(?:'s|’s|s)?|why|how (?:do|does|did|is|are|was|were|can|could|would|will|should|might"
    r"|many|much|long|often|far|deep)|explain|describe|define|discuss|compare|contrast"
    r"|differentiate|distinguish|differences?|por qué|qué es|explica|explique|pourquoi|expliquez"
    r"|warum|erkläre|nenne|что такое|почему|зачем|расскажите|опишите|объясните|перечислите)\b"
    r"|什么是|为什么|请|解释|说说|谈谈|简述",
    re.IGNORECASE,
)
#: Tasks, and words that begin questions, but also steps of any page: "Create a user". They ask
#: where questions are expected. "When it is full, …" asks only with its question mark.
_MAY_BEGIN = re.compile(
    r"(?:is|are|was|were|do|does|did|can|could|would|list|name|state|mention|give|tell|write"
    r"|implement|create|design|build|find|calculate|compute|predict|imagine|suppose|given|convert|reverse|print|show|prove"
    r"|demonstrate|outline|summari[sz]e|identify|determine|talk|walk|sketch|draw|estimate|solve"
    r"|qué|cuál(?:es)?|cómo|por que|o que|qual|quais|was|wie|que|quels?|quelles?|comment|что|чем"
    r"|как|какие|какой)\b|写|如何|怎么|什么|举例|列举|描述|比较|实现",
    re.IGNORECASE,
)
#: What names a question before its number or its text: "Q12.", "Question:".
QUESTION_WORDS = frozenset(
    {"q", "que", "ques", "quest", "question", "questions", "pregunta", "frage", "domanda"}
    | {"pergunta", "вопрос", "питання", "pytanie", "soru", "vraag", "fråga", "otázka", "kysymys"}
    | {"kérdés", "întrebare", "câu", "问题", "問題", "质问", "질문"}
)
#: What names an answer: a heading, a bold line, a summary or a div.
_ANSWER_WORDS = (
    "answer|answers|ans|solution|solutions|explanation|response|respuesta|antwort|lösung|risposta"
    "|réponse|reponse|resposta|ответ|відповідь|odpowiedź|cevap|yanıt|antwoord|svar|jawaban"
    "|đáp án|trả lời|答案|回答|答え|解答|정답|답변|الجواب|الإجابة|απάντηση|válasz|răspuns|odpověď"
)
#: What may stand before that word: "Show the answer".
_LEADS = "show|see|view|reveal|click|the|your|our|a|possible|sample|toggle|correct|here for"
_ANSWER = re.compile(
    rf"\W*+(?:(?:{_LEADS})\W+){{0,4}}(?:{_ANSWER_WORDS})\b\W{{0,3}}(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
#: With which a line begins that names a question or an answer.
FIRST_WORDS = (*QUESTION_WORDS, *_ANSWER_WORDS.split("|"), *_LEADS.split("|"))
#: What names a file or a page that holds questions.
_CALLS = re.compile(
    r"interview|question|quiz|\bfaqs?\b|\bexams?\b|q ?& ?a\b|flashcard|pregunta|fragen\b"
    r"|domande|pergunta|entrevista|вопрос|питання|面试|面試|問題|问题|试题|題庫|题库|질문",
    re.IGNORECASE,
)
_FAQ = re.compile(r"\bfaqs?\b|\bfrequently asked\b", re.IGNORECASE)
_CHECKS = re.compile(
    r"\b(?:check|test|quiz)\b.*\b(?:yourself|your|knowledge|understanding|for)\b|\bknowledge check"
    r"|\bself[- ](?:check|test|assessment)|\breview (?:questions?|exercises?)",
    re.IGNORECASE,
)
MOST_AFTER_ANSWER = 40  # code points after the word: "Answer: C) Carbon dioxide"


def calls_questions(name: str) -> bool:
    """Tell whether the name of a file, or a title, says that questions stand there."""
    return bool(_CALLS.search(name))


def calls_for_checks(title: str) -> bool:
    """Tell whether a heading says that readers check there what they have understood."""
    return bool(_CALLS.search(title) or _CHECKS.search(title))


def calls_faq(title: str) -> bool:
    """Tell whether a heading names what readers ask often, which is no lesson's check."""
    return bool(_FAQ.search(title))


def asks(text: str) -> bool:
    """Tell whether a text asks, on whatever page it stands."""
    return bool(_BEGINS.match(text) or ends_asking(text) or "? " in text)


def may_ask(text: str) -> bool:
    """Tell whether a text asks or sets a task, on a page where that is expected."""
    return bool(_MAY_BEGIN.match(text)) or asks(text)


def ends_asking(text: str) -> bool:
    """Tell whether a question mark ends a text, but for signs and what stands in brackets."""
    has_mark = "?" in text or "？" in text or "؟" in text or "՞" in text
    return has_mark and bool(_ENDS_ASKING.search(text))


def names_answer(text: str) -> bool:
    """Tell whether a text is the label of an answer, and hardly more."""
    match = _ANSWER.match(text)
    return match is not None and len(match["rest"]) <= MOST_AFTER_ANSWER
