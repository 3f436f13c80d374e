CREATE EXTENSION zhiguan;
-- one triple
SELECT person, title, org, org_full, status, kind, person_begin, person_end
FROM zhiguan('公安县水利局局长江晓岚说，路通了。');
-- the SQL declares the columns that the library gives
SELECT zhiguan_columns() = (SELECT proargnames[2:] FROM pg_proc WHERE oid = 'zhiguan(text)'::regprocedure)
    AS same_columns;
-- NULL and nothing
SELECT count(*) FROM zhiguan(NULL);
SELECT count(*) FROM zhiguan('');
SELECT zhiguan_json(NULL) IS NULL AS is_null;
-- over a table, in the order of the text
CREATE TABLE article (id int, body text);
INSERT INTO article VALUES (1, '兴山县峡口镇党委书记江晓岚说。'), (2, NULL), (3, '路通了。'),
    (4, '任命卜子衡为公安县水利局局长。');
SELECT id, person, title, org, event FROM article, zhiguan(body) ORDER BY id, person_begin;
-- a query that stops half way; a function in the select list
SELECT id, (zhiguan(body)).person FROM article ORDER BY id LIMIT 1;
-- the program's JSON
SELECT zhiguan_json('公安县水利局局长江晓岚说。', 'a')->>'id' AS id,
    zhiguan_json('公安县水利局局长江晓岚说。')->'triples'->0->'person' AS person,
    zhiguan_json('甲')->>'id' IS NULL AS no_id;
-- many calls in one backend
SELECT count(*), count(DISTINCT person) FROM generate_series(1, 2000) AS n,
    zhiguan('公安县水利局局长江晓岚说，第' || n || '条路通了。');
DROP EXTENSION zhiguan;
