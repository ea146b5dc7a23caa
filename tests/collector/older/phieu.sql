SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION is_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'what was received is never changed or removed';
end $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE _sqlx_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);
CREATE TABLE access_key (
    seq bigint NOT NULL,
    selector text NOT NULL,
    plan text NOT NULL,
    unit text NOT NULL,
    role text NOT NULL,
    hash text NOT NULL,
    made_at bigint NOT NULL,
    ended_at bigint,
    CONSTRAINT access_key_role_check CHECK ((role = ANY (ARRAY['unit'::text, 'office'::text])))
);
ALTER TABLE access_key ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME access_key_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE decision (
    seq bigint NOT NULL,
    submission text NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    fields text NOT NULL,
    decided_at bigint NOT NULL,
    decided_by text NOT NULL,
    CONSTRAINT decision_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'returned'::text])))
);
CREATE TABLE submission (
    seq bigint NOT NULL,
    id text NOT NULL,
    plan text NOT NULL,
    plan_version bigint NOT NULL,
    duty text NOT NULL,
    unit text NOT NULL,
    period_from text NOT NULL COLLATE pg_catalog."C",
    period_to text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    received_at bigint NOT NULL,
    hash text NOT NULL,
    report text NOT NULL,
    receipt text NOT NULL,
    sent_by text DEFAULT 'open'::text NOT NULL,
    prepared_at bigint,
    CONSTRAINT submission_revision_check CHECK ((revision >= 1))
);
CREATE VIEW current_submission AS
 SELECT s.seq,
    s.id,
    s.plan,
    s.plan_version,
    s.duty,
    s.unit,
    s.period_from,
    s.period_to,
    s.revision,
    s.received_at,
    s.hash,
    s.report,
    s.receipt,
    s.sent_by,
    s.prepared_at,
        CASE
            WHEN (s.revision = 1) THEN s.received_at
            ELSE ( SELECT first.received_at
               FROM submission first
              WHERE ((first.plan = s.plan) AND (first.unit = s.unit) AND (first.duty = s.duty) AND (first.period_from = s.period_from) AND (first.period_to = s.period_to) AND (first.revision = 1)))
        END AS first_received_at,
        CASE
            WHEN (s.revision = 1) THEN s.prepared_at
            ELSE ( SELECT first.prepared_at
               FROM submission first
              WHERE ((first.plan = s.plan) AND (first.unit = s.unit) AND (first.duty = s.duty) AND (first.period_from = s.period_from) AND (first.period_to = s.period_to) AND (first.revision = 1)))
        END AS first_prepared_at,
    ( SELECT d.outcome
           FROM decision d
          WHERE (d.submission = s.id)
          ORDER BY d.seq DESC
         LIMIT 1) AS outcome
   FROM submission s
  WHERE (NOT (EXISTS ( SELECT 1
           FROM submission later
          WHERE ((later.plan = s.plan) AND (later.unit = s.unit) AND (later.duty = s.duty) AND (later.period_from = s.period_from) AND (later.period_to = s.period_to) AND (later.revision = (s.revision + 1))))));
ALTER TABLE decision ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME decision_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE plan (
    seq bigint NOT NULL,
    id text NOT NULL,
    version bigint NOT NULL,
    hash text NOT NULL,
    json text NOT NULL
);
ALTER TABLE plan ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME plan_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE submission ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME submission_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE unit_lock (
    plan text NOT NULL,
    unit text NOT NULL
);
INSERT INTO _sqlx_migrations VALUES (1, 'submissions', '2026-11-27 06:47:20.440573+00', true, '\x717b6acbca7300822e41daabd5e4f00e5555ce91bd5a2e083149dd4bbdd0f5b49b83e83f3712c051a91339f4cc7e4475', 7311500);
INSERT INTO _sqlx_migrations VALUES (2, 'access', '2026-11-27 06:47:20.448343+00', true, '\x5d896eff03f6c7eef15cc9cb3e86cde11f74b127f6fed0e9e10226c4d48acbaf546e7a76f7856af58f1d0aee689b768f', 2593619);
INSERT INTO _sqlx_migrations VALUES (3, 'decisions', '2026-11-27 06:47:20.451172+00', true, '\x360595b37c36835afff358879eefbe0d4e799c1a0d1f4c486dfdc1202951c9e122436a23703876a3a620bf6111bc4ea4', 8870513);
INSERT INTO _sqlx_migrations VALUES (4, 'order', '2026-11-27 06:47:20.460462+00', true, '\x370ac4459bc91a78cc78f1ec848a835179f7707c3d3674a1d042c00e173c953c55c3a34320b6fcedfc15c08f5e5f52ec', 1264647);
INSERT INTO _sqlx_migrations VALUES (5, 'prepared', '2026-11-27 06:47:20.461988+00', true, '\xd2dfd3d601a57ae265c4ac7022a4345d4f271bf374b1024fdef2630ea42bf80a569b4e5a1b1f3302125220594704077d', 3132599);
INSERT INTO access_key OVERRIDING SYSTEM VALUE VALUES (1, '738FYZ', 'trees', 'tay-thanh', 'unit', 'b958851e14eaf1a08b3989bd92385703c1e1c5591f84b09dfd5cf482995a8f73', 1795762040, NULL);
INSERT INTO access_key OVERRIDING SYSTEM VALUE VALUES (2, '22WQK3', 'trees', 'son-ky', 'unit', '24b2a052eba2195ff8fec9f624c78db8aed1a963261270dede8ecaae29522ec4', 1795762040, NULL);
INSERT INTO access_key OVERRIDING SYSTEM VALUE VALUES (3, 'VBAX4W', 'trees', 'office', 'office', '3979c4c7b0415a423ef51f8bb42c392e2ca036250ae3819cf237ac42b2614c8a', 1795762040, NULL);
INSERT INTO decision OVERRIDING SYSTEM VALUE VALUES (1, '0190a5c4-7d3e-7c1a-9f00-000000000001', 'returned', 'Số cây chưa đúng', '[{"path":"/figures/trees","reason":"Xem lại"}]', 1677718800, 'office');
INSERT INTO decision OVERRIDING SYSTEM VALUE VALUES (2, '0190a5c4-7d3e-7c1a-9f00-000000000004', 'accepted', '', '[]', 1677814200, 'office');
INSERT INTO plan OVERRIDING SYSTEM VALUE VALUES (1, 'trees', 2, '124ecbfde12bf09ecbc9738f1f59ca0b34c327e2afbb986c3bc083ae01f12130', '{
  "format": 1,
  "id": "trees",
  "version": 2,
  "title": "Kế hoạch trồng cây",
  "period": { "from": "2023-02-26", "to": "2023-03-31" },
  "levels": [{ "id": "district", "name": "Quận Đoàn" }, { "id": "base", "name": "Cơ sở Đoàn" }],
  "sectors": [{ "id": "wards", "name": "Khu vực phường" }],
  "units": [
    { "id": "office", "name": "Quận Đoàn", "level": "district" },
    { "id": "tay-thanh", "name": "Đoàn phường Tây Thạnh", "level": "base", "sector": "wards" },
    { "id": "son-ky", "name": "Đoàn phường Sơn Kỳ", "level": "base", "sector": "wards" }
  ],
  "indicators": [
    { "id": "trees", "label": "Số cây xanh trồng mới", "measure": { "count": { "noun": "cây" } }, "most": 5000, "plausible": 300 },
    { "id": "note", "label": "Ghi chú", "measure": { "text": { "max": 200 } } }
  ],
  "targets": [
    { "id": "trees", "text": "Trồng mới ít nhất 200 cây xanh", "indicator": "trees", "scope": "whole", "value": { "count": 200 }, "source": { "section": "III.1" } }
  ],
  "templates": [
    {
      "id": "weekly",
      "sections": [{ "id": "figures", "title": "Số liệu", "fields": [{ "indicator": "trees", "required": true }, { "indicator": "note" }] }, { "id": "held", "title": "Hoạt động", "activities": { "parts": [{ "part": "place" }] } }],
      "source": { "section": "V.2", "quote": "Báo cáo kết quả hằng tuần." }
    }
  ],
  "duties": [
    {
      "id": "weekly",
      "name": "Báo cáo tuần",
      "kind": "weekly",
      "by": { "levels": ["base"] },
      "schedules": [
        {
          "id": "listed",
          "schedule": {
            "listed": [
              { "label": "Tuần 1", "period": { "from": "2023-02-26", "to": "2023-03-03" }, "deadline": { "date": "2023-03-03", "time": "09:00", "bound": "before" } },
              { "label": "Tuần 2", "period": { "from": "2023-03-04", "to": "2023-03-10" }, "deadline": { "date": "2023-03-10", "time": "09:00", "bound": "before" } }
            ]
          },
          "source": { "section": "V.2", "quote": "Trước 09g00 thứ Sáu hằng tuần." }
        }
      ],
      "applies": "listed",
      "template": "weekly",
      "source": { "section": "V.2" }
    }
  ]
}
');
INSERT INTO submission OVERRIDING SYSTEM VALUE VALUES (1, '0190a5c4-7d3e-7c1a-9f00-000000000001', 'trees', 2, 'weekly', 'tay-thanh', '2023-02-26', '2023-03-03', 1, 1677718800, '3867ac101576daef018a93c9a536ee731459c48df38ab8bf8fb58d459a735dc0', '{"format":1,"plan":"trees","planVersion":2,"duty":"weekly","unit":"tay-thanh","period":{"from":"2023-02-26","to":"2023-03-03"},"figures":{"note":"Bản đầu","trees":90}}', '{"format":1,"submission":"0190a5c4-7d3e-7c1a-9f00-000000000001","code":"BGNM-8MWF","plan":"trees","planVersion":2,"duty":"weekly","unit":"tay-thanh","period":{"from":"2023-02-26","to":"2023-03-03"},"preparedAt":"2023-03-02T00:59:00Z","receivedAt":"2023-03-02T01:00:00Z","deadline":"2023-03-03T02:00:00Z","timeliness":"onTime","delayed":false,"hash":"3867ac101576daef018a93c9a536ee731459c48df38ab8bf8fb58d459a735dc0","revision":1,"findings":[]}', 'key:738FYZ', 1677718740);
INSERT INTO submission OVERRIDING SYSTEM VALUE VALUES (2, '0190a5c4-7d3e-7c1a-9f00-000000000002', 'trees', 2, 'weekly', 'tay-thanh', '2023-02-26', '2023-03-03', 2, 1677718800, '6d4c9e53223df6dea5577651736bd78ee68d7fc2d1ff74418a19fbaee16b494b', '{"format":1,"plan":"trees","planVersion":2,"duty":"weekly","unit":"tay-thanh","period":{"from":"2023-02-26","to":"2023-03-03"},"figures":{"note":"Đã sửa","trees":100}}', '{"format":1,"submission":"0190a5c4-7d3e-7c1a-9f00-000000000002","code":"F83Q-MPAC","plan":"trees","planVersion":2,"duty":"weekly","unit":"tay-thanh","period":{"from":"2023-02-26","to":"2023-03-03"},"preparedAt":"2023-03-02T00:59:00Z","receivedAt":"2023-03-02T01:00:00Z","deadline":"2023-03-03T02:00:00Z","timeliness":"onTime","delayed":false,"hash":"6d4c9e53223df6dea5577651736bd78ee68d7fc2d1ff74418a19fbaee16b494b","revision":2,"findings":[]}', 'key:738FYZ', 1677718740);
INSERT INTO submission OVERRIDING SYSTEM VALUE VALUES (3, '0190a5c4-7d3e-7c1a-9f00-000000000003', 'trees', 2, 'weekly', 'son-ky', '2023-02-26', '2023-03-03', 1, 1677718800, 'c986eb826b1d087ec3c8bd53c7de96cc5417632436d69483fdf8adc192644c14', '{"format":1,"plan":"trees","planVersion":2,"duty":"weekly","unit":"son-ky","period":{"from":"2023-02-26","to":"2023-03-03"},"figures":{"note":"Cây ‮xanh\u001b[1m","trees":40},"activities":[{"title":"Trồng ‏cây","date":"2023-03-01","place":"Sân\n trường"}]}', '{"format":1,"submission":"0190a5c4-7d3e-7c1a-9f00-000000000003","code":"ZRTG-K8F3","plan":"trees","planVersion":2,"duty":"weekly","unit":"son-ky","period":{"from":"2023-02-26","to":"2023-03-03"},"preparedAt":"2023-03-02T00:59:00Z","receivedAt":"2023-03-02T01:00:00Z","deadline":"2023-03-03T02:00:00Z","timeliness":"onTime","delayed":false,"hash":"c986eb826b1d087ec3c8bd53c7de96cc5417632436d69483fdf8adc192644c14","revision":1,"findings":[]}', 'key:22WQK3', 1677718740);
INSERT INTO submission OVERRIDING SYSTEM VALUE VALUES (4, '0190a5c4-7d3e-7c1a-9f00-000000000004', 'trees', 2, 'weekly', 'tay-thanh', '2023-02-26', '2023-03-03', 3, 1677814200, '8ab49220c2617d98b15273f749d324870891cfedf583614cf1f432248cc1daee', '{"format":1,"plan":"trees","planVersion":2,"duty":"weekly","unit":"tay-thanh","period":{"from":"2023-02-26","to":"2023-03-03"},"figures":{"note":"Sửa lần hai","trees":110}}', '{"format":1,"submission":"0190a5c4-7d3e-7c1a-9f00-000000000004","code":"NJ2A-DF4P","plan":"trees","planVersion":2,"duty":"weekly","unit":"tay-thanh","period":{"from":"2023-02-26","to":"2023-03-03"},"preparedAt":"2023-03-02T00:59:00Z","receivedAt":"2023-03-03T03:30:00Z","deadline":"2023-03-03T02:00:00Z","timeliness":"late","delayed":true,"hash":"8ab49220c2617d98b15273f749d324870891cfedf583614cf1f432248cc1daee","revision":3,"findings":[{"severity":"info","path":"","code":"report.late","params":{"deadline":"2023-03-03T02:00:00Z","seconds":5400}}]}', 'key:738FYZ', 1677718740);
INSERT INTO submission OVERRIDING SYSTEM VALUE VALUES (5, '0190a5c4-7d3e-7c1a-9f00-000000000005', 'trees', 2, 'weekly', 'son-ky', '2023-03-04', '2023-03-10', 1, 1678496400, '65a1ec062ed33236a813bfd328791ac4b5b1fc9c1f98e190fae9064a675f5f0b', '{"format":1,"plan":"trees","planVersion":2,"duty":"weekly","unit":"son-ky","period":{"from":"2023-03-04","to":"2023-03-10"},"figures":{"note":"Tuần hai","trees":60}}', '{"format":1,"submission":"0190a5c4-7d3e-7c1a-9f00-000000000005","code":"T4E0-FSXB","plan":"trees","planVersion":2,"duty":"weekly","unit":"son-ky","period":{"from":"2023-03-04","to":"2023-03-10"},"preparedAt":"2023-03-10T00:59:00Z","receivedAt":"2023-03-11T01:00:00Z","deadline":"2023-03-10T02:00:00Z","timeliness":"late","delayed":true,"hash":"65a1ec062ed33236a813bfd328791ac4b5b1fc9c1f98e190fae9064a675f5f0b","revision":1,"findings":[{"severity":"info","path":"","code":"report.late","params":{"deadline":"2023-03-10T02:00:00Z","seconds":82800}}]}', 'key:22WQK3', 1678409940);
INSERT INTO unit_lock VALUES ('trees', 'tay-thanh');
INSERT INTO unit_lock VALUES ('trees', 'son-ky');
SELECT pg_catalog.setval('access_key_seq_seq', 3, true);
SELECT pg_catalog.setval('decision_seq_seq', 2, true);
SELECT pg_catalog.setval('plan_seq_seq', 3, true);
SELECT pg_catalog.setval('submission_seq_seq', 5, true);
ALTER TABLE ONLY _sqlx_migrations
    ADD CONSTRAINT _sqlx_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY access_key
    ADD CONSTRAINT access_key_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY access_key
    ADD CONSTRAINT access_key_selector_key UNIQUE (selector);
ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY plan
    ADD CONSTRAINT plan_id_version_hash_key UNIQUE (id, version, hash);
ALTER TABLE ONLY plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY submission
    ADD CONSTRAINT submission_id_key UNIQUE (id);
ALTER TABLE ONLY submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY submission
    ADD CONSTRAINT submission_plan_unit_duty_period_from_period_to_revision_key UNIQUE (plan, unit, duty, period_from, period_to, revision);
ALTER TABLE ONLY unit_lock
    ADD CONSTRAINT unit_lock_pkey PRIMARY KEY (plan, unit);
CREATE UNIQUE INDEX access_key_in_use ON access_key USING btree (plan, unit, role) WHERE (ended_at IS NULL);
CREATE INDEX decision_of ON decision USING btree (submission, seq);
CREATE INDEX submission_arrived ON submission USING btree (plan, unit, duty, period_from, period_to, revision, received_at, prepared_at, id);
CREATE INDEX submission_in_order ON submission USING btree (plan, seq);
CREATE TRIGGER decision_is_kept BEFORE DELETE OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER submission_is_kept BEFORE DELETE OR UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION is_kept();
ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_submission_fkey FOREIGN KEY (submission) REFERENCES submission(id);
