-- The pairs of questions in a bank that may ask the same: what likeness/pairs.py does in memory, for
-- banks that do not fit there. This text runs on DuckDB and on Spark SQL; it uses what both have,
-- `explode` and `array_sort` (macros in DuckDB where it has other names), and the functions of
-- likeness/bank_functions.py. It finds the same pairs. `$$name` are numbers of likeness/pairs.py.
--
-- Given: questions(place, path, line, id, text, blocks, compared); places are numbers from 0.

-- part: spelling. Each distinct wording at its first place, and its words that may be two in one.

CREATE TABLE wordings AS
SELECT MIN(place) AS place, COUNT(*) AS copies, text, blocks, compared
FROM questions
GROUP BY text, blocks, compared;

CREATE TABLE joined AS
SELECT DISTINCT word FROM (SELECT explode(long_words(text)) AS word FROM wordings) AS each_word;

-- part: parting. Two words that the bank also writes as one, with the last place that has them.

CREATE TABLE parted AS
SELECT pair, MAX(place) AS place
FROM (SELECT place, explode(parted_words(text)) AS pair FROM wordings) AS each_pair
GROUP BY pair;

-- part: counting. What each wording is found by, and in how many questions each word is.

CREATE TABLE indexed AS
SELECT place, index_wording(text, blocks, compared) AS found FROM wordings;

CREATE TABLE distinct_questions AS
SELECT found.key AS key, MIN(place) AS place, MAX(place) AS last_place
FROM indexed
GROUP BY found.key;

CREATE TABLE counted AS
SELECT word, COUNT(*) AS questions
FROM (
  SELECT explode(i.found.words) AS word
  FROM indexed AS i JOIN distinct_questions AS d ON d.last_place = i.place
) AS each_word
GROUP BY word;

-- part: finding. Words are numbered from the heaviest; `rest` is the weight of a word and all
-- lighter ones of its question.

CREATE TABLE kept AS
SELECT i.place AS place, d.key AS key, i.found.folded AS folded, i.found.has_code AS has_code,
  i.found.words AS words
FROM indexed AS i JOIN distinct_questions AS d ON d.place = i.place;

CREATE TABLE weighed AS
SELECT word, weigh_word(word) AS weight
FROM (
  SELECT word FROM counted
  UNION
  SELECT explode(i.found.words) AS word
  FROM indexed AS i JOIN distinct_questions AS d ON d.place = i.place
  WHERE d.place <> d.last_place
) AS every_word;

CREATE TABLE ranked AS
SELECT word, weight, CAST(ROW_NUMBER() OVER (ORDER BY weight DESC, word) AS INT) AS number
FROM weighed;

CREATE TABLE postings AS
SELECT place, number, weight,
  SUM(weight) OVER (PARTITION BY place) AS total,
  SUM(weight) OVER (PARTITION BY place ORDER BY number DESC) AS rest
FROM (SELECT place, explode(words) AS word FROM kept) AS each_word
JOIN ranked ON ranked.word = each_word.word;

-- A question is found by its heaviest words: two that share enough share one of them.
CREATE TABLE heads AS
SELECT place, number, weight, total, rest FROM postings WHERE rest >= $enough * total;

CREATE TABLE crowds AS
SELECT number, MAX(total) AS most FROM heads GROUP BY number HAVING COUNT(*) > $crowd;

-- In a crowd they are found by a second, lighter word; `got` is what both weigh, `after` the rest.
CREATE TABLE seconds AS
SELECT h.number AS one, s.number AS other, h.place AS place, h.total AS total,
  h.weight + s.weight AS got, s.rest - s.weight AS after
FROM heads AS h
JOIN crowds AS c ON c.number = h.number
JOIN postings AS s ON s.place = h.place
WHERE h.total <= $long AND s.number > h.number AND s.rest >= $enough * h.total - h.weight;

-- Where that is crowded too, those that have the two the other way round are compared as well.
CREATE TABLE turned AS
SELECT h.number AS one, s.number AS other, h.place AS place, h.total AS total,
  h.weight + s.weight AS got, h.rest - h.weight AS after
FROM (
  SELECT one, other FROM seconds GROUP BY one, other HAVING COUNT(*) > $most_compared
) AS full_list
JOIN crowds AS c ON c.number = full_list.other
JOIN heads AS h ON h.number = c.number
JOIN postings AS s ON s.place = h.place AND s.number = full_list.one
WHERE h.total <= $long;

-- Questions that are equal but for case.
CREATE TABLE recased AS
SELECT place, has_code, first_place
FROM (
  SELECT place, has_code, MIN(place) OVER (PARTITION BY folded) AS first_place,
    COUNT(*) OVER (PARTITION BY folded) AS members
  FROM kept
) AS with_sizes
WHERE members > 1;

-- The lists in which questions are compared with each other.
CREATE TABLE listed AS
SELECT h.number AS one, 0 AS other, h.place AS place, h.total AS total, h.weight AS got,
  h.rest - h.weight AS after
FROM heads AS h
LEFT JOIN crowds AS c ON c.number = h.number
WHERE c.number IS NULL OR (h.total <= $long AND h.weight >= $enough * h.total)
UNION ALL
SELECT h.number, -1, h.place, h.total, h.weight, h.rest - h.weight
FROM heads AS h
JOIN crowds AS c ON c.number = h.number
WHERE c.most > $long AND h.total > $half_long
UNION ALL
SELECT one, other, place, total, got, after FROM seconds
UNION ALL
SELECT one, other, place, total, got, after FROM turned
UNION ALL
SELECT CAST(-1 - first_place AS INT), 0, place, 0, 0, 0 FROM recased WHERE has_code;

CREATE TABLE capped AS
SELECT one, other, COUNT(*) AS members
FROM listed
GROUP BY one, other
HAVING COUNT(*) > $most_compared;

-- Two questions are found by the heaviest words that both have, unless a cap keeps them apart: then
-- another list may have them, and how little they share by that says nothing.
CREATE TABLE loose AS
SELECT DISTINCT l.place AS place
FROM listed AS l JOIN capped AS c ON c.one = l.one AND c.other = l.other
UNION
SELECT place FROM recased;

CREATE TABLE compared_lists AS
SELECT l.one AS one, l.other AS other, l.place AS place, l.total AS total, l.got AS got,
  l.after AS after, x.place IS NOT NULL AS is_loose
FROM listed AS l
LEFT JOIN capped AS c ON c.one = l.one AND c.other = l.other
LEFT JOIN loose AS x ON x.place = l.place
WHERE c.one IS NULL;

CREATE TABLE queues AS
SELECT l.one AS one, l.other AS other, l.place AS place,
  ROW_NUMBER() OVER (PARTITION BY l.one, l.other ORDER BY array_sort(k.words), k.key) AS turn
FROM listed AS l
JOIN capped AS c ON c.one = l.one AND c.other = l.other
JOIN kept AS k ON k.place = l.place;

CREATE TABLE candidates AS
SELECT x.place AS a, y.place AS b
FROM compared_lists AS x
JOIN compared_lists AS y ON y.one = x.one AND y.other = x.other AND y.place > x.place
WHERE x.got + LEAST(x.after, y.after) >= $enough * GREATEST(x.total, y.total)
  OR (x.is_loose AND y.is_loose)
UNION
SELECT LEAST(x.place, y.place) AS a, GREATEST(x.place, y.place) AS b
FROM (
  SELECT one, other, place, turn + step AS next_turn
  FROM queues CROSS JOIN (VALUES $steps) AS steps (step)
) AS x
JOIN queues AS y ON y.one = x.one AND y.other = x.other AND y.turn = x.next_turn;

-- What share too little is different, whatever else is said of it.
CREATE TABLE passing AS
SELECT a, b
FROM (
  SELECT c.a AS a, c.b AS b, SUM(x.weight) AS shared, MAX(GREATEST(x.total, y.total)) AS heavier
  FROM candidates AS c
  JOIN postings AS x ON x.place = c.a
  JOIN postings AS y ON y.place = c.b AND y.number = x.number
  GROUP BY c.a, c.b
) AS shares
WHERE shared >= $enough * heavier
UNION
SELECT c.a AS a, c.b AS b
FROM candidates AS c
JOIN recased AS x ON x.place = c.a
JOIN recased AS y ON y.place = c.b AND y.first_place = x.first_place;

CREATE TABLE judged AS
SELECT p.a AS a, p.b AS b,
  judge_pair(x.text, x.blocks, x.compared, y.text, y.blocks, y.compared) AS judgement
FROM passing AS p
JOIN wordings AS x ON x.place = p.a
JOIN wordings AS y ON y.place = p.b;

-- A copy is paired with the first question of its wording alone.
CREATE TABLE pairs AS
SELECT a, b, judgement.score AS score, judgement.verdict AS verdict, judgement.guard AS guard
FROM judged
WHERE judgement.verdict <> 'different'
UNION ALL
SELECT d.place, i.place, CAST(1 AS DOUBLE), 'same', CAST(NULL AS STRING)
FROM indexed AS i JOIN distinct_questions AS d ON d.key = i.found.key
WHERE i.place <> d.place
UNION ALL
SELECT d.place, q.place, CAST(1 AS DOUBLE), 'same', CAST(NULL AS STRING)
FROM (SELECT place, text, blocks, compared FROM wordings WHERE copies > 1) AS w
JOIN questions AS q ON q.text = w.text AND q.blocks = w.blocks AND q.compared = w.compared
JOIN indexed AS i ON i.place = w.place
JOIN distinct_questions AS d ON d.key = i.found.key
WHERE q.place <> w.place;
