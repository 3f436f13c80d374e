/* The columns are those of zg_column_name, in their order; zhiguan_postgres.c compares the count and
   the regress test the names. STABLE, not IMMUTABLE: new tables may give another answer. */
\echo Use "CREATE EXTENSION zhiguan" to load this file. \quit

CREATE FUNCTION zhiguan(
    "text" text,
    OUT triple text, OUT person text, OUT title text, OUT title_head text,
    OUT org text, OUT org_full text, OUT org_code text, OUT org_kind text, OUT org_by text,
    OUT status text, OUT kind text,
    OUT event text, OUT event_date text, OUT event_by text,
    OUT period_start text, OUT period_end text, OUT rank text,
    OUT confidence integer, OUT rule text,
    OUT person_begin integer, OUT person_end integer,
    OUT title_begin integer, OUT title_end integer,
    OUT org_begin integer, OUT org_end integer,
    OUT evidence_begin integer, OUT evidence_end integer)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'zhiguan_rows'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000 ROWS 10;

COMMENT ON FUNCTION zhiguan(text) IS 'a row for each person, title and organisation in a Chinese text';

CREATE FUNCTION zhiguan_json("text" text, id text DEFAULT NULL) RETURNS json
AS 'MODULE_PATHNAME', 'zhiguan_json'
LANGUAGE C STABLE PARALLEL SAFE COST 10000;

COMMENT ON FUNCTION zhiguan_json(text, text) IS 'the line of JSON that the program zhiguan prints';

CREATE FUNCTION zhiguan_columns() RETURNS text[]
AS 'MODULE_PATHNAME', 'zhiguan_columns'
LANGUAGE C STABLE PARALLEL SAFE;

COMMENT ON FUNCTION zhiguan_columns() IS 'the columns that the library gives, for checking this file';
