-- A database as the product left it whose tables were of version 2 (commit 0326c61), written by H2's own command SCRIPT.
-- Seven instances: a draft, one returned, one completed, a signing round of three with one vote, a fork with one branch
-- half done, an item claimed from a pool with something saved at it, and one still offered. Never change it: the current
-- scripts bring it up to date, and the current program finishes what it finds.
CREATE SEQUENCE "PUBLIC"."WF_ID" START WITH 1000 RESTART WITH 11000 INCREMENT BY 10000;
CREATE MEMORY TABLE "PUBLIC"."wf_schema_history"(
    "installed_rank" INTEGER NOT NULL,
    "version" CHARACTER VARYING(50),
    "description" CHARACTER VARYING(200) NOT NULL,
    "type" CHARACTER VARYING(20) NOT NULL,
    "script" CHARACTER VARYING(1000) NOT NULL,
    "checksum" INTEGER,
    "installed_by" CHARACTER VARYING(100) NOT NULL,
    "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "execution_time" INTEGER NOT NULL,
    "success" BOOLEAN NOT NULL
);
ALTER TABLE "PUBLIC"."wf_schema_history" ADD CONSTRAINT "PUBLIC"."wf_schema_history_pk" PRIMARY KEY("installed_rank");
INSERT INTO "PUBLIC"."wf_schema_history"("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success") VALUES
(-1, NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL, 'WF', TIMESTAMP '2026-11-21 10:31:18.266237', 0, TRUE),
(1, '1', 'engine', 'SQL', 'sql/h2/V1__engine.sql', -805692480, 'WF', TIMESTAMP '2026-11-21 10:31:18.415561', 41, TRUE),
(2, '2', 'access', 'SQL', 'sql/h2/V2__access.sql', 1319912080, 'WF', TIMESTAMP '2026-11-21 10:31:18.494542', 59, TRUE);
CREATE INDEX "PUBLIC"."wf_schema_history_s_idx" ON "PUBLIC"."wf_schema_history"("success" NULLS FIRST);
CREATE MEMORY TABLE "PUBLIC"."WF_DEFINITION"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" BIGINT NOT NULL,
    "DEF_KEY" CHARACTER VARYING(100) NOT NULL,
    "VERSION" INTEGER NOT NULL,
    "NAME" CHARACTER VARYING(255) NOT NULL,
    "CATEGORY" CHARACTER VARYING(100),
    "STATE" CHARACTER VARYING(10) NOT NULL,
    "SOURCE_ID" BIGINT NOT NULL,
    "DEPLOYED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "DEPLOYED_BY" CHARACTER VARYING(100) NOT NULL
);
ALTER TABLE "PUBLIC"."WF_DEFINITION" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_4" PRIMARY KEY("TENANT", "ID");
INSERT INTO "PUBLIC"."WF_DEFINITION"("TENANT", "ID", "DEF_KEY", "VERSION", "NAME", "CATEGORY", "STATE", "SOURCE_ID", "DEPLOYED_AT", "DEPLOYED_BY") VALUES
('default', 1002, 'leave', 1, 'leave', NULL, 'RELEASED', 1001, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.256154+00', 'admin'),
('default', 1006, 'sign', 1, 'sign', NULL, 'RELEASED', 1005, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.536649+00', 'admin'),
('default', 1010, 'fork', 1, 'fork', NULL, 'RELEASED', 1009, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.646129+00', 'admin'),
('default', 1014, 'pool', 1, 'pool', NULL, 'RELEASED', 1013, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.695834+00', 'admin'),
('default', 1018, 'stuck', 1, 'stuck', NULL, 'RELEASED', 1017, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.807928+00', 'admin');
CREATE MEMORY TABLE "PUBLIC"."WF_DEFINITION_SOURCE"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" BIGINT NOT NULL,
    "SOURCE" BINARY VARYING(10000000) NOT NULL
);
ALTER TABLE "PUBLIC"."WF_DEFINITION_SOURCE" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_1" PRIMARY KEY("TENANT", "ID");
INSERT INTO "PUBLIC"."WF_DEFINITION_SOURCE"("TENANT", "ID", "SOURCE") VALUES
('default', 1001, STRINGTOUTF8('<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="test"><process id="leave" name="leave" isExecutable="true"><startEvent id="start"/><userTask id="draft" name="draft" wf:starter="true"><extensionElements><wf:field name="days" type="INTEGER" access="REQUIRED"/><wf:field name="from" type="DATE" access="WRITE"/></extensionElements></userTask><userTask id="review" name="review" wf:assignee="li"></userTask><endEvent id="end"/><sequenceFlow id="start_draft" sourceRef="start" targetRef="draft"></sequenceFlow><sequenceFlow id="draft_review" sourceRef="draft" targetRef="review"></sequenceFlow><sequenceFlow id="review_end" sourceRef="review" targetRef="end"></sequenceFlow></process></definitions>')),
('default', 1005, STRINGTOUTF8('<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="test"><process id="sign" name="sign" isExecutable="true"><startEvent id="start"/><userTask id="draft" name="draft" wf:starter="true"></userTask><userTask id="round" name="round" wf:candidateUsers="li,wang,sun"><extensionElements><wf:signing order="PARALLEL" rule="QUORUM" quorum="60%"/></extensionElements></userTask><userTask id="file" name="file" wf:assignee="qian"></userTask><endEvent id="end"/><sequenceFlow id="start_draft" sourceRef="start" targetRef="draft"></sequenceFlow><sequenceFlow id="draft_round" sourceRef="draft" targetRef="round"></sequenceFlow><sequenceFlow id="round_file" sourceRef="round" targetRef="file"></sequenceFlow><sequenceFlow id="file_end" sourceRef="file" targetRef="end"></sequenceFlow></process></definitions>')),
('default', 1009, STRINGTOUTF8('<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="test"><process id="fork" name="fork" isExecutable="true"><startEvent id="start"/><userTask id="draft" name="draft" wf:starter="true"></userTask><parallelGateway id="split1"/><userTask id="legal" name="legal" wf:assignee="li"></userTask><userTask id="finance" name="finance" wf:assignee="wang"></userTask><userTask id="pay" name="pay" wf:assignee="sun"></userTask><parallelGateway id="join1"/><userTask id="close" name="close" wf:starter="true"></userTask><endEvent id="end"/><sequenceFlow id="start_draft" sourceRef="start" targetRef="draft"></sequenceFlow><sequenceFlow id="draft_split1" sourceRef="draft" targetRef="split1"></sequenceFlow><sequenceFlow id="split1_legal" sourceRef="split1" targetRef="legal"></sequenceFlow><sequenceFlow id="legal_join1" sourceRef="legal" targetRef="join1"></sequenceFlow><sequenceFlow id="split1_finance" sourceRef="split1" targetRef="finance"></sequenceFlow><sequenceFlow id="finance_pay" sourceRef="finance" targetRef="pay"></sequenceFlow><sequenceFlow id="pay_join1" sourceRef="pay" targetRef="join1"></sequenceFlow><sequenceFlow id="join1_close" sourceRef="join1" targetRef="close"></sequenceFlow><sequenceFlow id="close_end" sourceRef="close" targetRef="end"></sequenceFlow></process></definitions>'));
INSERT INTO "PUBLIC"."WF_DEFINITION_SOURCE"("TENANT", "ID", "SOURCE") VALUES
('default', 1013, STRINGTOUTF8('<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="test"><process id="pool" name="pool" isExecutable="true"><startEvent id="start"/><userTask id="draft" name="draft" wf:starter="true"></userTask><userTask id="take" name="take" wf:candidateGroups="finance"></userTask><endEvent id="end"/><sequenceFlow id="start_draft" sourceRef="start" targetRef="draft"></sequenceFlow><sequenceFlow id="draft_take" sourceRef="draft" targetRef="take"></sequenceFlow><sequenceFlow id="take_end" sourceRef="take" targetRef="end"></sequenceFlow></process></definitions>')),
('default', 1017, STRINGTOUTF8('<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="test"><process id="stuck" name="stuck" isExecutable="true"><startEvent id="start"/><userTask id="draft" name="draft" wf:starter="true"></userTask><exclusiveGateway id="split1" default="split1_low"/><userTask id="high" name="high" wf:assignee="li"></userTask><userTask id="low" name="low" wf:assignee="wang"></userTask><exclusiveGateway id="join1"/><endEvent id="end"/><sequenceFlow id="start_draft" sourceRef="start" targetRef="draft"></sequenceFlow><sequenceFlow id="draft_split1" sourceRef="draft" targetRef="split1"></sequenceFlow><sequenceFlow id="split1_high" sourceRef="split1" targetRef="high"><conditionExpression xsi:type="tFormalExpression"><![CDATA[amount > limit]]></conditionExpression></sequenceFlow><sequenceFlow id="high_join1" sourceRef="high" targetRef="join1"></sequenceFlow><sequenceFlow id="split1_low" sourceRef="split1" targetRef="low"></sequenceFlow><sequenceFlow id="low_join1" sourceRef="low" targetRef="join1"></sequenceFlow><sequenceFlow id="join1_end" sourceRef="join1" targetRef="end"></sequenceFlow></process></definitions>'));
CREATE MEMORY TABLE "PUBLIC"."WF_INSTANCE"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" BIGINT NOT NULL,
    "DEFINITION_ID" BIGINT NOT NULL,
    "DEF_KEY" CHARACTER VARYING(100) NOT NULL,
    "VERSION" BIGINT NOT NULL,
    "STATE" CHARACTER VARYING(10) NOT NULL,
    "FAULTED" INTEGER NOT NULL,
    "TITLE" CHARACTER VARYING(255) NOT NULL,
    "BUSINESS_KEY" CHARACTER VARYING(200),
    "STARTER" CHARACTER VARYING(100) NOT NULL,
    "STARTED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "ENDED_AT" TIMESTAMP(6) WITH TIME ZONE,
    "BODY" CHARACTER VARYING(10000000) NOT NULL,
    "JOURNAL_LENGTH" BIGINT NOT NULL,
    "JOURNAL_HASH" CHARACTER VARYING(64) NOT NULL
);
ALTER TABLE "PUBLIC"."WF_INSTANCE" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_B" PRIMARY KEY("TENANT", "ID");
INSERT INTO "PUBLIC"."WF_INSTANCE"("TENANT", "ID", "DEFINITION_ID", "DEF_KEY", "VERSION", "STATE", "FAULTED", "TITLE", "BUSINESS_KEY", "STARTER", "STARTED_AT", "ENDED_AT", "BODY", "JOURNAL_LENGTH", "JOURNAL_HASH") VALUES
('default', 1020, 1002, 'leave', 1, 'DRAFT', 0, 'draft', 'DRAFT', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.83599+00', NULL, '{"branches":[{"id":1021,"ordinal":1}],"nodeInstances":[{"id":1023,"nodeId":"draft","branchId":1021,"state":"ACTIVE","viaFlow":"start_draft","enteredAt":"2026-11-21T10:31:20.835990Z"}],"incidents":[],"variables":{"days":{"type":"INTEGER","text":"2"}},"reworked":false}', 1, 'c2335afb18ae5afb3495f09ee218e3b1b880e85e58240484e98db3c8b3696ffd'),
('default', 1027, 1002, 'leave', 3, 'RUNNING', 0, 'returned', 'RETURNED', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.00418+00', NULL, '{"branches":[{"id":1028,"ordinal":1}],"nodeInstances":[{"id":1038,"nodeId":"draft","branchId":1028,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:21.189411Z"}],"incidents":[],"variables":{"days":{"type":"INTEGER","text":"4"},"from":{"type":"DATE","text":"2026-03-09"}},"reworked":true}', 3, '7d62d6d86932e02a1eed96003e4be07a5a8712b2103e7eef403f1bca39043c02'),
('default', 1042, 1002, 'leave', 3, 'COMPLETED', 0, 'done', 'DONE', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.247933+00', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.29424+00', '{"branches":[],"nodeInstances":[],"incidents":[],"variables":{"days":{"type":"INTEGER","text":"1"}},"reworked":false}', 3, '06be443d94cfab6614c4277a2acfc7a7a297cb86f502bebe2b43125fe443e3da'),
('default', 1056, 1006, 'sign', 3, 'RUNNING', 0, 'half voted', 'HALF VOTED', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.320573+00', NULL, '{"branches":[{"id":1057,"ordinal":1}],"nodeInstances":[{"id":1063,"nodeId":"round","branchId":1057,"state":"ACTIVE","viaFlow":"draft_round","sender":1059,"enteredAt":"2026-11-21T10:31:21.379414Z","round":{"need":2,"asked":3,"agreed":1,"disagreed":0,"abstained":0,"early":true,"toAsk":[],"resultVariable":"signResult"}}],"incidents":[],"variables":{"amount":{"type":"DECIMAL","text":"12.50"}},"reworked":false}', 3, '820f322cb4bd2970aba601ac5712311898520ea65e1eb9905d3144a5aab5ab89'),
('default', 1071, 1010, 'fork', 3, 'RUNNING', 0, 'half done', 'HALF DONE', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.42666+00', NULL, '{"branches":[{"id":1072,"ordinal":1},{"id":1079,"parentId":1072,"splitNodeInstanceId":1078,"ordinal":1},{"id":1081,"parentId":1072,"splitNodeInstanceId":1078,"ordinal":2}],"nodeInstances":[{"id":1080,"nodeId":"legal","branchId":1079,"state":"ACTIVE","viaFlow":"split1_legal","sender":1074,"enteredAt":"2026-11-21T10:31:21.478128Z"},{"id":1087,"nodeId":"pay","branchId":1081,"state":"ACTIVE","viaFlow":"finance_pay","sender":1082,"enteredAt":"2026-11-21T10:31:21.506552Z"}],"incidents":[],"variables":{},"reworked":false}', 3, 'd44c414f414b2992e8d58c6533d52f5c94e64179a3c6556c0aad6659f43d980c'),
('default', 1091, 1014, 'pool', 3, 'RUNNING', 0, 'claimed', 'CLAIMED', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.522488+00', NULL, '{"branches":[{"id":1092,"ordinal":1}],"nodeInstances":[{"id":1098,"nodeId":"take","branchId":1092,"state":"ACTIVE","viaFlow":"draft_take","sender":1094,"enteredAt":"2026-11-21T10:31:21.571506Z"}],"incidents":[],"variables":{},"reworked":false}', 3, '88362a6948373bf2c29763e7cbec40911da9832843a428bb033124dcb070bd1d'),
('default', 1104, 1014, 'pool', 2, 'RUNNING', 0, 'offered', 'OFFERED', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.614388+00', NULL, '{"branches":[{"id":1105,"ordinal":1}],"nodeInstances":[{"id":1111,"nodeId":"take","branchId":1105,"state":"ACTIVE","viaFlow":"draft_take","sender":1107,"enteredAt":"2026-11-21T10:31:21.641065Z"}],"incidents":[],"variables":{},"reworked":false}', 2, '9e25d6cd7112fda8274195e1cea9b6a251455b8e3f3db749225595b2163dc3db');
CREATE INDEX "PUBLIC"."WF_INSTANCE_STARTED" ON "PUBLIC"."WF_INSTANCE"("TENANT" NULLS FIRST, "STARTED_AT" NULLS FIRST, "ID" NULLS FIRST);
CREATE INDEX "PUBLIC"."WF_INSTANCE_STARTER" ON "PUBLIC"."WF_INSTANCE"("TENANT" NULLS FIRST, "STARTER" NULLS FIRST, "STARTED_AT" NULLS FIRST, "ID" NULLS FIRST);
CREATE INDEX "PUBLIC"."WF_INSTANCE_KEY" ON "PUBLIC"."WF_INSTANCE"("TENANT" NULLS FIRST, "BUSINESS_KEY" NULLS FIRST);
CREATE INDEX "PUBLIC"."WF_INSTANCE_DEF" ON "PUBLIC"."WF_INSTANCE"("TENANT" NULLS FIRST, "DEF_KEY" NULLS FIRST, "STARTED_AT" NULLS FIRST, "ID" NULLS FIRST);
CREATE MEMORY TABLE "PUBLIC"."WF_WORK_ITEM"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" BIGINT NOT NULL,
    "INSTANCE_ID" BIGINT NOT NULL,
    "NODE_INSTANCE_ID" BIGINT NOT NULL,
    "BRANCH_ID" BIGINT NOT NULL,
    "NODE_ID" CHARACTER VARYING(100) NOT NULL,
    "KIND" CHARACTER VARYING(10) NOT NULL,
    "STATE" CHARACTER VARYING(10) NOT NULL,
    "OWNER" CHARACTER VARYING(100),
    "CANDIDATES" CHARACTER VARYING(4000),
    "CREATED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "OPENED_AT" TIMESTAMP(6) WITH TIME ZONE,
    "DRAFT" CHARACTER VARYING(10000000)
);
ALTER TABLE "PUBLIC"."WF_WORK_ITEM" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_E" PRIMARY KEY("TENANT", "ID");
INSERT INTO "PUBLIC"."WF_WORK_ITEM"("TENANT", "ID", "INSTANCE_ID", "NODE_INSTANCE_ID", "BRANCH_ID", "NODE_ID", "KIND", "STATE", "OWNER", "CANDIDATES", "CREATED_AT", "OPENED_AT", "DRAFT") VALUES
('default', 1024, 1020, 1023, 1021, 'draft', 'MAIN', 'READY', 'zhao', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.83599+00', NULL, NULL),
('default', 1039, 1027, 1038, 1028, 'draft', 'MAIN', 'READY', 'zhao', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.189411+00', NULL, NULL),
('default', 1065, 1056, 1063, 1057, 'round', 'SIGN', 'READY', 'wang', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.379414+00', NULL, NULL),
('default', 1066, 1056, 1063, 1057, 'round', 'SIGN', 'READY', 'sun', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.379414+00', NULL, NULL),
('default', 1083, 1071, 1080, 1079, 'legal', 'MAIN', 'READY', 'li', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.478128+00', NULL, NULL),
('default', 1088, 1071, 1087, 1081, 'pay', 'MAIN', 'READY', 'sun', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.506552+00', NULL, NULL),
('default', 1099, 1091, 1098, 1092, 'take', 'MAIN', 'READY', 'sun', 'group:finance', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.571506+00', NULL, '{"opinion":"half written","variables":[{"name":"note","type":"STRING","value":"from the draft"}]}'),
('default', 1112, 1104, 1111, 1105, 'take', 'MAIN', 'OFFERED', NULL, 'group:finance', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.641065+00', NULL, NULL);
CREATE INDEX "PUBLIC"."WF_WORK_ITEM_OWNER" ON "PUBLIC"."WF_WORK_ITEM"("TENANT" NULLS FIRST, "OWNER" NULLS FIRST, "CREATED_AT" NULLS FIRST, "ID" NULLS FIRST);
CREATE INDEX "PUBLIC"."WF_WORK_ITEM_INSTANCE" ON "PUBLIC"."WF_WORK_ITEM"("TENANT" NULLS FIRST, "INSTANCE_ID" NULLS FIRST);
CREATE MEMORY TABLE "PUBLIC"."WF_CANDIDATE"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "CANDIDATE" CHARACTER VARYING(120) NOT NULL,
    "CREATED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "ITEM_ID" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."WF_CANDIDATE" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_BF" PRIMARY KEY("TENANT", "CANDIDATE", "CREATED_AT", "ITEM_ID");
INSERT INTO "PUBLIC"."WF_CANDIDATE"("TENANT", "CANDIDATE", "CREATED_AT", "ITEM_ID") VALUES
('default', 'group:finance', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.641065+00', 1112);
CREATE INDEX "PUBLIC"."WF_CANDIDATE_ITEM" ON "PUBLIC"."WF_CANDIDATE"("TENANT" NULLS FIRST, "ITEM_ID" NULLS FIRST);
CREATE MEMORY TABLE "PUBLIC"."WF_WORK_ITEM_CLOSED"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" BIGINT NOT NULL,
    "INSTANCE_ID" BIGINT NOT NULL,
    "NODE_INSTANCE_ID" BIGINT NOT NULL,
    "BRANCH_ID" BIGINT NOT NULL,
    "NODE_ID" CHARACTER VARYING(100) NOT NULL,
    "KIND" CHARACTER VARYING(10) NOT NULL,
    "STATE" CHARACTER VARYING(12) NOT NULL,
    "OWNER" CHARACTER VARYING(100),
    "HANDLED_BY" CHARACTER VARYING(100),
    "DONE_BY" CHARACTER VARYING(100),
    "CREATED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "OPENED_AT" TIMESTAMP(6) WITH TIME ZONE,
    "CLOSED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
ALTER TABLE "PUBLIC"."WF_WORK_ITEM_CLOSED" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_F" PRIMARY KEY("TENANT", "ID");
INSERT INTO "PUBLIC"."WF_WORK_ITEM_CLOSED"("TENANT", "ID", "INSTANCE_ID", "NODE_INSTANCE_ID", "BRANCH_ID", "NODE_ID", "KIND", "STATE", "OWNER", "HANDLED_BY", "DONE_BY", "CREATED_AT", "OPENED_AT", "CLOSED_AT") VALUES
('default', 1031, 1027, 1030, 1028, 'draft', 'MAIN', 'SUBMITTED', 'zhao', 'zhao', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.00418+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.095225+00'),
('default', 1035, 1027, 1034, 1028, 'review', 'MAIN', 'RETURNED', 'li', 'li', 'li', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.095225+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.189411+00'),
('default', 1046, 1042, 1045, 1043, 'draft', 'MAIN', 'SUBMITTED', 'zhao', 'zhao', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.247933+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.273797+00'),
('default', 1050, 1042, 1049, 1043, 'review', 'MAIN', 'SUBMITTED', 'li', 'li', 'li', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.273797+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.29424+00'),
('default', 1060, 1056, 1059, 1057, 'draft', 'MAIN', 'SUBMITTED', 'zhao', 'zhao', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.320573+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.379414+00'),
('default', 1064, 1056, 1063, 1057, 'round', 'SIGN', 'SUBMITTED', 'li', 'li', 'li', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.379414+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.415694+00'),
('default', 1075, 1071, 1074, 1072, 'draft', 'MAIN', 'SUBMITTED', 'zhao', 'zhao', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.42666+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.478128+00'),
('default', 1084, 1071, 1082, 1081, 'finance', 'MAIN', 'SUBMITTED', 'wang', 'wang', 'wang', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.478128+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.506552+00'),
('default', 1095, 1091, 1094, 1092, 'draft', 'MAIN', 'SUBMITTED', 'zhao', 'zhao', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.522488+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.571506+00'),
('default', 1108, 1104, 1107, 1105, 'draft', 'MAIN', 'SUBMITTED', 'zhao', 'zhao', 'zhao', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.614388+00', NULL, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.641065+00');
CREATE INDEX "PUBLIC"."WF_CLOSED_DONE" ON "PUBLIC"."WF_WORK_ITEM_CLOSED"("TENANT" NULLS FIRST, "DONE_BY" NULLS FIRST, "CLOSED_AT" NULLS FIRST, "ID" NULLS FIRST);
CREATE INDEX "PUBLIC"."WF_CLOSED_INSTANCE" ON "PUBLIC"."WF_WORK_ITEM_CLOSED"("TENANT" NULLS FIRST, "INSTANCE_ID" NULLS FIRST);
CREATE MEMORY TABLE "PUBLIC"."WF_TRAIL"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "INSTANCE_ID" BIGINT NOT NULL,
    "NODE_INSTANCE_ID" BIGINT NOT NULL,
    "SEQ" BIGINT NOT NULL,
    "NODE_ID" CHARACTER VARYING(100) NOT NULL,
    "LINEAGE" CHARACTER VARYING(1000000) NOT NULL,
    "SENDER" BIGINT,
    "UNDONE" INTEGER NOT NULL
);
ALTER TABLE "PUBLIC"."WF_TRAIL" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_6" PRIMARY KEY("TENANT", "INSTANCE_ID", "NODE_INSTANCE_ID");
INSERT INTO "PUBLIC"."WF_TRAIL"("TENANT", "INSTANCE_ID", "NODE_INSTANCE_ID", "SEQ", "NODE_ID", "LINEAGE", "SENDER", "UNDONE") VALUES
('default', 1027, 1030, 2, 'draft', '1028', NULL, 1),
('default', 1042, 1045, 2, 'draft', '1043', NULL, 0),
('default', 1042, 1049, 3, 'review', '1043', 1045, 0),
('default', 1056, 1059, 2, 'draft', '1057', NULL, 0),
('default', 1071, 1074, 2, 'draft', '1072', NULL, 0),
('default', 1071, 1082, 3, 'finance', '1081,1072', 1074, 0),
('default', 1091, 1094, 2, 'draft', '1092', NULL, 0),
('default', 1104, 1107, 2, 'draft', '1105', NULL, 0);
CREATE MEMORY TABLE "PUBLIC"."WF_INCIDENT"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" BIGINT NOT NULL,
    "INSTANCE_ID" BIGINT NOT NULL,
    "NODE_ID" CHARACTER VARYING(100) NOT NULL,
    "CODE" CHARACTER VARYING(40) NOT NULL,
    "DETAIL" CHARACTER VARYING(4000) NOT NULL,
    "RAISED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
ALTER TABLE "PUBLIC"."WF_INCIDENT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_9" PRIMARY KEY("TENANT", "ID");
CREATE INDEX "PUBLIC"."WF_INCIDENT_RAISED" ON "PUBLIC"."WF_INCIDENT"("TENANT" NULLS FIRST, "RAISED_AT" NULLS FIRST, "ID" NULLS FIRST);
CREATE MEMORY TABLE "PUBLIC"."WF_JOURNAL"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "INSTANCE_ID" BIGINT NOT NULL,
    "SEQ" BIGINT NOT NULL,
    "OP_ID" CHARACTER VARYING(64) NOT NULL,
    "OPERATION" CHARACTER VARYING(40) NOT NULL,
    "ACTOR" CHARACTER VARYING(100) NOT NULL,
    "ON_BEHALF_OF" CHARACTER VARYING(100),
    "AS_ADMIN" INTEGER NOT NULL,
    "CHANNEL" CHARACTER VARYING(10) NOT NULL,
    "CLIENT_IP" CHARACTER VARYING(45),
    "HAPPENED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "DEFINITION_ID" BIGINT NOT NULL,
    "VERSION_BEFORE" BIGINT NOT NULL,
    "VERSION_AFTER" BIGINT NOT NULL,
    "NODE_ID" CHARACTER VARYING(100),
    "OPINION" CHARACTER VARYING(4000),
    "BODY" CHARACTER VARYING(10000000) NOT NULL,
    "ALGORITHM" CHARACTER VARYING(20) NOT NULL,
    "HASH" CHARACTER VARYING(64) NOT NULL
);
ALTER TABLE "PUBLIC"."WF_JOURNAL" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_F2" PRIMARY KEY("TENANT", "INSTANCE_ID", "SEQ");
INSERT INTO "PUBLIC"."WF_JOURNAL"("TENANT", "INSTANCE_ID", "SEQ", "OP_ID", "OPERATION", "ACTOR", "ON_BEHALF_OF", "AS_ADMIN", "CHANNEL", "CLIENT_IP", "HAPPENED_AT", "DEFINITION_ID", "VERSION_BEFORE", "VERSION_AFTER", "NODE_ID", "OPINION", "BODY", "ALGORITHM", "HASH") VALUES
('default', 1020, 1, 'wf-1025', 'start', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.83599+00', 1002, 0, 1, NULL, NULL, '{"events":[{"event":"InstanceStarted","state":"DRAFT","starter":"zhao","at":"2026-11-21T10:31:20.835990Z"},{"event":"VariablesChanged","changes":[{"name":"days","after":{"type":"INTEGER","text":"2"}}]},{"event":"BranchOpened","branch":{"id":1021,"ordinal":1}},{"event":"NodeEntered","visit":{"id":1022,"nodeId":"start","branchId":1021,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:20.835990Z"}},{"event":"NodeLeft","nodeInstanceId":1022,"nodeId":"start","flows":["start_draft"],"at":"2026-11-21T10:31:20.835990Z"},{"event":"NodeEntered","visit":{"id":1023,"nodeId":"draft","branchId":1021,"state":"ACTIVE","viaFlow":"start_draft","enteredAt":"2026-11-21T10:31:20.835990Z"}},{"event":"WorkItemCreated","item":{"id":1024,"nodeInstanceId":1023,"branchId":1021,"nodeId":"draft","kind":"MAIN","state":"READY","owner":"zhao","candidates":[],"createdAt":"2026-11-21T10:31:20.835990Z"}}]}', 'SHA-256', 'c2335afb18ae5afb3495f09ee218e3b1b880e85e58240484e98db3c8b3696ffd'),
('default', 1027, 1, 'wf-1032', 'start', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.00418+00', 1002, 0, 1, NULL, NULL, '{"events":[{"event":"InstanceStarted","state":"RUNNING","starter":"zhao","at":"2026-11-21T10:31:21.004180Z"},{"event":"VariablesChanged","changes":[{"name":"days","after":{"type":"INTEGER","text":"3"}}]},{"event":"BranchOpened","branch":{"id":1028,"ordinal":1}},{"event":"NodeEntered","visit":{"id":1029,"nodeId":"start","branchId":1028,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:21.004180Z"}},{"event":"NodeLeft","nodeInstanceId":1029,"nodeId":"start","flows":["start_draft"],"at":"2026-11-21T10:31:21.004180Z"},{"event":"NodeEntered","visit":{"id":1030,"nodeId":"draft","branchId":1028,"state":"ACTIVE","viaFlow":"start_draft","enteredAt":"2026-11-21T10:31:21.004180Z"}},{"event":"WorkItemCreated","item":{"id":1031,"nodeInstanceId":1030,"branchId":1028,"nodeId":"draft","kind":"MAIN","state":"READY","owner":"zhao","candidates":[],"createdAt":"2026-11-21T10:31:21.004180Z"}}]}', 'SHA-256', 'b9487ca00d0770368cb681a6e81b4bf237a7d1baf4f9d64dac6d16b5d6983478'),
('default', 1027, 2, 'wf-1036', 'submit', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.095225+00', 1002, 1, 2, 'draft', 'agreed by zhao', '{"events":[{"event":"VariablesChanged","changes":[{"name":"days","before":{"type":"INTEGER","text":"3"},"after":{"type":"INTEGER","text":"4"}},{"name":"from","after":{"type":"DATE","text":"2026-03-09"}}]},{"event":"WorkItemClosed","workItemId":1031,"state":"SUBMITTED","handledBy":"zhao","at":"2026-11-21T10:31:21.095225Z"},{"event":"NodeLeft","nodeInstanceId":1030,"nodeId":"draft","flows":["draft_review"],"at":"2026-11-21T10:31:21.095225Z"},{"event":"NodeEntered","visit":{"id":1034,"nodeId":"review","branchId":1028,"state":"ACTIVE","viaFlow":"draft_review","sender":1030,"enteredAt":"2026-11-21T10:31:21.095225Z"}},{"event":"WorkItemCreated","item":{"id":1035,"nodeInstanceId":1034,"branchId":1028,"nodeId":"review","kind":"MAIN","state":"READY","owner":"li","candidates":[],"createdAt":"2026-11-21T10:31:21.095225Z"}}]}', 'SHA-256', '16f41b8b159963d44a72f03277ab1246978383771cfa46a3b97f3d36aacd9edf'),
('default', 1027, 3, 'wf-1040', 'return', 'li', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.189411+00', 1002, 2, 3, 'review', 'too many days', '{"events":[{"event":"WorkItemClosed","workItemId":1035,"state":"RETURNED","handledBy":"li","at":"2026-11-21T10:31:21.189411Z"},{"event":"NodeCancelled","nodeInstanceId":1034,"nodeId":"review","how":"RETURNED","at":"2026-11-21T10:31:21.189411Z"},{"event":"Returned","nodeInstanceId":1034,"target":1030,"undone":[1030]},{"event":"NodeEntered","visit":{"id":1038,"nodeId":"draft","branchId":1028,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:21.189411Z"}},{"event":"WorkItemCreated","item":{"id":1039,"nodeInstanceId":1038,"branchId":1028,"nodeId":"draft","kind":"MAIN","state":"READY","owner":"zhao","candidates":[],"createdAt":"2026-11-21T10:31:21.189411Z"}}]}', 'SHA-256', '7d62d6d86932e02a1eed96003e4be07a5a8712b2103e7eef403f1bca39043c02');
INSERT INTO "PUBLIC"."WF_JOURNAL"("TENANT", "INSTANCE_ID", "SEQ", "OP_ID", "OPERATION", "ACTOR", "ON_BEHALF_OF", "AS_ADMIN", "CHANNEL", "CLIENT_IP", "HAPPENED_AT", "DEFINITION_ID", "VERSION_BEFORE", "VERSION_AFTER", "NODE_ID", "OPINION", "BODY", "ALGORITHM", "HASH") VALUES
('default', 1042, 1, 'wf-1047', 'start', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.247933+00', 1002, 0, 1, NULL, NULL, '{"events":[{"event":"InstanceStarted","state":"RUNNING","starter":"zhao","at":"2026-11-21T10:31:21.247933Z"},{"event":"VariablesChanged","changes":[{"name":"days","after":{"type":"INTEGER","text":"1"}}]},{"event":"BranchOpened","branch":{"id":1043,"ordinal":1}},{"event":"NodeEntered","visit":{"id":1044,"nodeId":"start","branchId":1043,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:21.247933Z"}},{"event":"NodeLeft","nodeInstanceId":1044,"nodeId":"start","flows":["start_draft"],"at":"2026-11-21T10:31:21.247933Z"},{"event":"NodeEntered","visit":{"id":1045,"nodeId":"draft","branchId":1043,"state":"ACTIVE","viaFlow":"start_draft","enteredAt":"2026-11-21T10:31:21.247933Z"}},{"event":"WorkItemCreated","item":{"id":1046,"nodeInstanceId":1045,"branchId":1043,"nodeId":"draft","kind":"MAIN","state":"READY","owner":"zhao","candidates":[],"createdAt":"2026-11-21T10:31:21.247933Z"}}]}', 'SHA-256', 'c20bc7e792215645b2fd78b185f520a640aaaf56757b746c203bf9c5da9f738d'),
('default', 1042, 2, 'wf-1051', 'submit', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.273797+00', 1002, 1, 2, 'draft', 'agreed by zhao', '{"events":[{"event":"WorkItemClosed","workItemId":1046,"state":"SUBMITTED","handledBy":"zhao","at":"2026-11-21T10:31:21.273797Z"},{"event":"NodeLeft","nodeInstanceId":1045,"nodeId":"draft","flows":["draft_review"],"at":"2026-11-21T10:31:21.273797Z"},{"event":"NodeEntered","visit":{"id":1049,"nodeId":"review","branchId":1043,"state":"ACTIVE","viaFlow":"draft_review","sender":1045,"enteredAt":"2026-11-21T10:31:21.273797Z"}},{"event":"WorkItemCreated","item":{"id":1050,"nodeInstanceId":1049,"branchId":1043,"nodeId":"review","kind":"MAIN","state":"READY","owner":"li","candidates":[],"createdAt":"2026-11-21T10:31:21.273797Z"}}]}', 'SHA-256', 'de5d260aeb30198a3be02e3545b23cc5e8878724ea6d4a3845d78d2244dea1de'),
('default', 1042, 3, 'wf-1054', 'submit', 'li', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.29424+00', 1002, 2, 3, 'review', 'agreed by li', '{"events":[{"event":"WorkItemClosed","workItemId":1050,"state":"SUBMITTED","handledBy":"li","at":"2026-11-21T10:31:21.294240Z"},{"event":"NodeLeft","nodeInstanceId":1049,"nodeId":"review","flows":["review_end"],"at":"2026-11-21T10:31:21.294240Z"},{"event":"NodeEntered","visit":{"id":1053,"nodeId":"end","branchId":1043,"state":"ACTIVE","viaFlow":"review_end","sender":1049,"enteredAt":"2026-11-21T10:31:21.294240Z"}},{"event":"NodeLeft","nodeInstanceId":1053,"nodeId":"end","flows":[],"at":"2026-11-21T10:31:21.294240Z"},{"event":"BranchEnded","branchId":1043,"how":"ENDED"},{"event":"InstanceEnded","state":"COMPLETED","at":"2026-11-21T10:31:21.294240Z"}]}', 'SHA-256', '06be443d94cfab6614c4277a2acfc7a7a297cb86f502bebe2b43125fe443e3da'),
('default', 1056, 1, 'wf-1061', 'start', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.320573+00', 1006, 0, 1, NULL, NULL, '{"events":[{"event":"InstanceStarted","state":"RUNNING","starter":"zhao","at":"2026-11-21T10:31:21.320573Z"},{"event":"VariablesChanged","changes":[{"name":"amount","after":{"type":"DECIMAL","text":"12.50"}}]},{"event":"BranchOpened","branch":{"id":1057,"ordinal":1}},{"event":"NodeEntered","visit":{"id":1058,"nodeId":"start","branchId":1057,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:21.320573Z"}},{"event":"NodeLeft","nodeInstanceId":1058,"nodeId":"start","flows":["start_draft"],"at":"2026-11-21T10:31:21.320573Z"},{"event":"NodeEntered","visit":{"id":1059,"nodeId":"draft","branchId":1057,"state":"ACTIVE","viaFlow":"start_draft","enteredAt":"2026-11-21T10:31:21.320573Z"}},{"event":"WorkItemCreated","item":{"id":1060,"nodeInstanceId":1059,"branchId":1057,"nodeId":"draft","kind":"MAIN","state":"READY","owner":"zhao","candidates":[],"createdAt":"2026-11-21T10:31:21.320573Z"}}]}', 'SHA-256', '1e0b323297a5db30ffdd9bb2354f86538f288643ec443c2db007ead890463373');
INSERT INTO "PUBLIC"."WF_JOURNAL"("TENANT", "INSTANCE_ID", "SEQ", "OP_ID", "OPERATION", "ACTOR", "ON_BEHALF_OF", "AS_ADMIN", "CHANNEL", "CLIENT_IP", "HAPPENED_AT", "DEFINITION_ID", "VERSION_BEFORE", "VERSION_AFTER", "NODE_ID", "OPINION", "BODY", "ALGORITHM", "HASH") VALUES
('default', 1056, 2, 'wf-1067', 'submit', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.379414+00', 1006, 1, 2, 'draft', 'agreed by zhao', '{"events":[{"event":"WorkItemClosed","workItemId":1060,"state":"SUBMITTED","handledBy":"zhao","at":"2026-11-21T10:31:21.379414Z"},{"event":"NodeLeft","nodeInstanceId":1059,"nodeId":"draft","flows":["draft_round"],"at":"2026-11-21T10:31:21.379414Z"},{"event":"NodeEntered","visit":{"id":1063,"nodeId":"round","branchId":1057,"state":"ACTIVE","viaFlow":"draft_round","sender":1059,"enteredAt":"2026-11-21T10:31:21.379414Z"}},{"event":"RoundOpened","nodeInstanceId":1063,"round":{"need":2,"asked":3,"agreed":0,"disagreed":0,"abstained":0,"early":true,"toAsk":[],"resultVariable":"signResult"}},{"event":"WorkItemCreated","item":{"id":1064,"nodeInstanceId":1063,"branchId":1057,"nodeId":"round","kind":"SIGN","state":"READY","owner":"li","candidates":[],"createdAt":"2026-11-21T10:31:21.379414Z"}},{"event":"WorkItemCreated","item":{"id":1065,"nodeInstanceId":1063,"branchId":1057,"nodeId":"round","kind":"SIGN","state":"READY","owner":"wang","candidates":[],"createdAt":"2026-11-21T10:31:21.379414Z"}},{"event":"WorkItemCreated","item":{"id":1066,"nodeInstanceId":1063,"branchId":1057,"nodeId":"round","kind":"SIGN","state":"READY","owner":"sun","candidates":[],"createdAt":"2026-11-21T10:31:21.379414Z"}}]}', 'SHA-256', 'ba9d631d2555d66f5a2bd90ff70144b593b5bcccf7fa226c201bedb14033afa7'),
('default', 1056, 3, 'wf-1069', 'countersignSubmit', 'li', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.415694+00', 1006, 2, 3, 'round', 'one of three', '{"events":[{"event":"VoteCast","nodeInstanceId":1063,"workItemId":1064,"vote":"AGREE"},{"event":"WorkItemClosed","workItemId":1064,"state":"SUBMITTED","handledBy":"li","at":"2026-11-21T10:31:21.415694Z"}],"vote":"AGREE"}', 'SHA-256', '820f322cb4bd2970aba601ac5712311898520ea65e1eb9905d3144a5aab5ab89'),
('default', 1071, 1, 'wf-1076', 'start', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.42666+00', 1010, 0, 1, NULL, NULL, '{"events":[{"event":"InstanceStarted","state":"RUNNING","starter":"zhao","at":"2026-11-21T10:31:21.426660Z"},{"event":"BranchOpened","branch":{"id":1072,"ordinal":1}},{"event":"NodeEntered","visit":{"id":1073,"nodeId":"start","branchId":1072,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:21.426660Z"}},{"event":"NodeLeft","nodeInstanceId":1073,"nodeId":"start","flows":["start_draft"],"at":"2026-11-21T10:31:21.426660Z"},{"event":"NodeEntered","visit":{"id":1074,"nodeId":"draft","branchId":1072,"state":"ACTIVE","viaFlow":"start_draft","enteredAt":"2026-11-21T10:31:21.426660Z"}},{"event":"WorkItemCreated","item":{"id":1075,"nodeInstanceId":1074,"branchId":1072,"nodeId":"draft","kind":"MAIN","state":"READY","owner":"zhao","candidates":[],"createdAt":"2026-11-21T10:31:21.426660Z"}}]}', 'SHA-256', 'bb7dd77d257f28cf805ad06e95b615c727c28c8dda86f18d4937b70372092c99'),
('default', 1071, 2, 'wf-1085', 'submit', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.478128+00', 1010, 1, 2, 'draft', 'agreed by zhao', '{"events":[{"event":"WorkItemClosed","workItemId":1075,"state":"SUBMITTED","handledBy":"zhao","at":"2026-11-21T10:31:21.478128Z"},{"event":"NodeLeft","nodeInstanceId":1074,"nodeId":"draft","flows":["draft_split1"],"at":"2026-11-21T10:31:21.478128Z"},{"event":"NodeEntered","visit":{"id":1078,"nodeId":"split1","branchId":1072,"state":"ACTIVE","viaFlow":"draft_split1","sender":1074,"enteredAt":"2026-11-21T10:31:21.478128Z"}},{"event":"NodeLeft","nodeInstanceId":1078,"nodeId":"split1","flows":["split1_legal","split1_finance"],"at":"2026-11-21T10:31:21.478128Z"},{"event":"BranchOpened","branch":{"id":1079,"parentId":1072,"splitNodeInstanceId":1078,"ordinal":1}},{"event":"NodeEntered","visit":{"id":1080,"nodeId":"legal","branchId":1079,"state":"ACTIVE","viaFlow":"split1_legal","sender":1074,"enteredAt":"2026-11-21T10:31:21.478128Z"}},{"event":"BranchOpened","branch":{"id":1081,"parentId":1072,"splitNodeInstanceId":1078,"ordinal":2}},{"event":"NodeEntered","visit":{"id":1082,"nodeId":"finance","branchId":1081,"state":"ACTIVE","viaFlow":"split1_finance","sender":1074,"enteredAt":"2026-11-21T10:31:21.478128Z"}},{"event":"WorkItemCreated","item":{"id":1083,"nodeInstanceId":1080,"branchId":1079,"nodeId":"legal","kind":"MAIN","state":"READY","owner":"li","candidates":[],"createdAt":"2026-11-21T10:31:21.478128Z"}},{"event":"WorkItemCreated","item":{"id":1084,"nodeInstanceId":1082,"branchId":1081,"nodeId":"finance","kind":"MAIN","state":"READY","owner":"wang","candidates":[],"createdAt":"2026-11-21T10:31:21.478128Z"}}]}', 'SHA-256', 'e17c2f9a45b7a25ed2bebc515a27c8e4ff669585f5382b31b26b56513efc983b');
INSERT INTO "PUBLIC"."WF_JOURNAL"("TENANT", "INSTANCE_ID", "SEQ", "OP_ID", "OPERATION", "ACTOR", "ON_BEHALF_OF", "AS_ADMIN", "CHANNEL", "CLIENT_IP", "HAPPENED_AT", "DEFINITION_ID", "VERSION_BEFORE", "VERSION_AFTER", "NODE_ID", "OPINION", "BODY", "ALGORITHM", "HASH") VALUES
('default', 1071, 3, 'wf-1089', 'submit', 'wang', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.506552+00', 1010, 2, 3, 'finance', 'agreed by wang', '{"events":[{"event":"WorkItemClosed","workItemId":1084,"state":"SUBMITTED","handledBy":"wang","at":"2026-11-21T10:31:21.506552Z"},{"event":"NodeLeft","nodeInstanceId":1082,"nodeId":"finance","flows":["finance_pay"],"at":"2026-11-21T10:31:21.506552Z"},{"event":"NodeEntered","visit":{"id":1087,"nodeId":"pay","branchId":1081,"state":"ACTIVE","viaFlow":"finance_pay","sender":1082,"enteredAt":"2026-11-21T10:31:21.506552Z"}},{"event":"WorkItemCreated","item":{"id":1088,"nodeInstanceId":1087,"branchId":1081,"nodeId":"pay","kind":"MAIN","state":"READY","owner":"sun","candidates":[],"createdAt":"2026-11-21T10:31:21.506552Z"}}]}', 'SHA-256', 'd44c414f414b2992e8d58c6533d52f5c94e64179a3c6556c0aad6659f43d980c'),
('default', 1091, 1, 'wf-1096', 'start', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.522488+00', 1014, 0, 1, NULL, NULL, '{"events":[{"event":"InstanceStarted","state":"RUNNING","starter":"zhao","at":"2026-11-21T10:31:21.522488Z"},{"event":"BranchOpened","branch":{"id":1092,"ordinal":1}},{"event":"NodeEntered","visit":{"id":1093,"nodeId":"start","branchId":1092,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:21.522488Z"}},{"event":"NodeLeft","nodeInstanceId":1093,"nodeId":"start","flows":["start_draft"],"at":"2026-11-21T10:31:21.522488Z"},{"event":"NodeEntered","visit":{"id":1094,"nodeId":"draft","branchId":1092,"state":"ACTIVE","viaFlow":"start_draft","enteredAt":"2026-11-21T10:31:21.522488Z"}},{"event":"WorkItemCreated","item":{"id":1095,"nodeInstanceId":1094,"branchId":1092,"nodeId":"draft","kind":"MAIN","state":"READY","owner":"zhao","candidates":[],"createdAt":"2026-11-21T10:31:21.522488Z"}}]}', 'SHA-256', 'decfe37eca7450bca48222e4ad59dd5f127f097f97ad282bc0ae78447c244a91'),
('default', 1091, 2, 'wf-1100', 'submit', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.571506+00', 1014, 1, 2, 'draft', 'agreed by zhao', '{"events":[{"event":"WorkItemClosed","workItemId":1095,"state":"SUBMITTED","handledBy":"zhao","at":"2026-11-21T10:31:21.571506Z"},{"event":"NodeLeft","nodeInstanceId":1094,"nodeId":"draft","flows":["draft_take"],"at":"2026-11-21T10:31:21.571506Z"},{"event":"NodeEntered","visit":{"id":1098,"nodeId":"take","branchId":1092,"state":"ACTIVE","viaFlow":"draft_take","sender":1094,"enteredAt":"2026-11-21T10:31:21.571506Z"}},{"event":"WorkItemCreated","item":{"id":1099,"nodeInstanceId":1098,"branchId":1092,"nodeId":"take","kind":"MAIN","state":"OFFERED","candidates":["group:finance"],"createdAt":"2026-11-21T10:31:21.571506Z"}}]}', 'SHA-256', 'd6b6bc140426f8940c810f714452557af8d9097bd4e3acb75b258dc164474961'),
('default', 1091, 3, 'wf-1102', 'claim', 'sun', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.596937+00', 1014, 2, 3, 'take', NULL, '{"events":[{"event":"WorkItemClaimed","workItemId":1099,"by":"sun"}]}', 'SHA-256', '88362a6948373bf2c29763e7cbec40911da9832843a428bb033124dcb070bd1d'),
('default', 1104, 1, 'wf-1109', 'start', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.614388+00', 1014, 0, 1, NULL, NULL, '{"events":[{"event":"InstanceStarted","state":"RUNNING","starter":"zhao","at":"2026-11-21T10:31:21.614388Z"},{"event":"BranchOpened","branch":{"id":1105,"ordinal":1}},{"event":"NodeEntered","visit":{"id":1106,"nodeId":"start","branchId":1105,"state":"ACTIVE","enteredAt":"2026-11-21T10:31:21.614388Z"}},{"event":"NodeLeft","nodeInstanceId":1106,"nodeId":"start","flows":["start_draft"],"at":"2026-11-21T10:31:21.614388Z"},{"event":"NodeEntered","visit":{"id":1107,"nodeId":"draft","branchId":1105,"state":"ACTIVE","viaFlow":"start_draft","enteredAt":"2026-11-21T10:31:21.614388Z"}},{"event":"WorkItemCreated","item":{"id":1108,"nodeInstanceId":1107,"branchId":1105,"nodeId":"draft","kind":"MAIN","state":"READY","owner":"zhao","candidates":[],"createdAt":"2026-11-21T10:31:21.614388Z"}}]}', 'SHA-256', 'd027bc60c0685686542af1d2abda71576aec605c693fadcc2b676e59b10b13f5');
INSERT INTO "PUBLIC"."WF_JOURNAL"("TENANT", "INSTANCE_ID", "SEQ", "OP_ID", "OPERATION", "ACTOR", "ON_BEHALF_OF", "AS_ADMIN", "CHANNEL", "CLIENT_IP", "HAPPENED_AT", "DEFINITION_ID", "VERSION_BEFORE", "VERSION_AFTER", "NODE_ID", "OPINION", "BODY", "ALGORITHM", "HASH") VALUES
('default', 1104, 2, 'wf-1113', 'submit', 'zhao', NULL, 0, 'REST', '127.0.0.1', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.641065+00', 1014, 1, 2, 'draft', 'agreed by zhao', '{"events":[{"event":"WorkItemClosed","workItemId":1108,"state":"SUBMITTED","handledBy":"zhao","at":"2026-11-21T10:31:21.641065Z"},{"event":"NodeLeft","nodeInstanceId":1107,"nodeId":"draft","flows":["draft_take"],"at":"2026-11-21T10:31:21.641065Z"},{"event":"NodeEntered","visit":{"id":1111,"nodeId":"take","branchId":1105,"state":"ACTIVE","viaFlow":"draft_take","sender":1107,"enteredAt":"2026-11-21T10:31:21.641065Z"}},{"event":"WorkItemCreated","item":{"id":1112,"nodeInstanceId":1111,"branchId":1105,"nodeId":"take","kind":"MAIN","state":"OFFERED","candidates":["group:finance"],"createdAt":"2026-11-21T10:31:21.641065Z"}}]}', 'SHA-256', '9e25d6cd7112fda8274195e1cea9b6a251455b8e3f3db749225595b2163dc3db');
CREATE MEMORY TABLE "PUBLIC"."WF_OPERATION"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "OP_ID" CHARACTER VARYING(64) NOT NULL,
    "ACTOR" CHARACTER VARYING(100) NOT NULL,
    "PAYLOAD_HASH" CHARACTER VARYING(64) NOT NULL,
    "HAPPENED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "REPLY" CHARACTER VARYING(10000000) NOT NULL
);
ALTER TABLE "PUBLIC"."WF_OPERATION" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_45" PRIMARY KEY("TENANT", "OP_ID");
INSERT INTO "PUBLIC"."WF_OPERATION"("TENANT", "OP_ID", "ACTOR", "PAYLOAD_HASH", "HAPPENED_AT", "REPLY") VALUES
('default', 'wf-1000', 'admin', '3f252d542ad8cccc1903fc1f4d8cfb0c6f7f329754ab1c586bfa34fd2524f793', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.256154+00', '{"opId":"wf-1000","preview":false,"definitions":[{"id":1002,"key":"leave","version":1,"name":"leave","state":"DRAFT","deployedAt":"2026-11-21T10:31:20.256+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1003', 'admin', 'db0aa96e3c4e4d3e73843b447c6594f068b84ab4c15aafc4446f9ddfd0141fe7', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.461273+00', '{"opId":"wf-1003","preview":false,"definitions":[{"id":1002,"key":"leave","version":1,"name":"leave","state":"RELEASED","deployedAt":"2026-11-21T10:31:20.256+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1004', 'admin', 'cbfdd769fae317c4023167fc7629f18fd2e4f24aad452a124ee0f91120682557', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.536649+00', '{"opId":"wf-1004","preview":false,"definitions":[{"id":1006,"key":"sign","version":1,"name":"sign","state":"DRAFT","deployedAt":"2026-11-21T10:31:20.536+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1007', 'admin', 'edef3b92dc8502b63fd09510e86fa7dafb4fcd46c7a6ee46a4c4c689b961a568', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.554179+00', '{"opId":"wf-1007","preview":false,"definitions":[{"id":1006,"key":"sign","version":1,"name":"sign","state":"RELEASED","deployedAt":"2026-11-21T10:31:20.536+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1008', 'admin', '9f16eb7bba025dc0837b2e26660bc63efd197e473c175c751828a5670286830c', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.646129+00', '{"opId":"wf-1008","preview":false,"definitions":[{"id":1010,"key":"fork","version":1,"name":"fork","state":"DRAFT","deployedAt":"2026-11-21T10:31:20.646+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1011', 'admin', 'f024e632de4986b0d9286f1f47e18cb6d5442c5ea660fd859a324e686d09d9a0', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.663173+00', '{"opId":"wf-1011","preview":false,"definitions":[{"id":1010,"key":"fork","version":1,"name":"fork","state":"RELEASED","deployedAt":"2026-11-21T10:31:20.646+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1012', 'admin', 'b356f4ce1486723152ebf7a95f5b177f4e1e70fb6b2508420cd720b616ef9bc3', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.695834+00', '{"opId":"wf-1012","preview":false,"definitions":[{"id":1014,"key":"pool","version":1,"name":"pool","state":"DRAFT","deployedAt":"2026-11-21T10:31:20.695+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1015', 'admin', '9161da4fab45ba97532b5f0293b9a8a0825c63ea1aa7dffa2b9265b394b0c3df', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.709885+00', '{"opId":"wf-1015","preview":false,"definitions":[{"id":1014,"key":"pool","version":1,"name":"pool","state":"RELEASED","deployedAt":"2026-11-21T10:31:20.695+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1016', 'admin', '0b7667457e157e852aab40bb14a611c808799e5314b87fc29b8026b2a651dfda', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.807928+00', '{"opId":"wf-1016","preview":false,"definitions":[{"id":1018,"key":"stuck","version":1,"name":"stuck","state":"DRAFT","deployedAt":"2026-11-21T10:31:20.807+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1019', 'admin', 'beb2eccd069c19413e37d123dcbe5251872fe1a584853fe8cbed8e77712392b5', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.821229+00', '{"opId":"wf-1019","preview":false,"definitions":[{"id":1018,"key":"stuck","version":1,"name":"stuck","state":"RELEASED","deployedAt":"2026-11-21T10:31:20.807+00:00","deployedBy":"admin"}]}'),
('default', 'wf-1025', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.83599+00', '{"opId":"wf-1025","preview":false,"instanceId":1020,"state":"DRAFT","version":1,"itemsCreated":[{"id":1024,"instanceId":1020,"definitionKey":"leave","definitionName":"leave","title":"draft","businessKey":"DRAFT","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1023,"kind":"MAIN","state":"READY","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:20.835+00:00"}],"branchesOpened":[{"id":1021,"state":"OPEN","nodeId":"draft"}]}');
INSERT INTO "PUBLIC"."WF_OPERATION"("TENANT", "OP_ID", "ACTOR", "PAYLOAD_HASH", "HAPPENED_AT", "REPLY") VALUES
('default', 'wf-1032', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.00418+00', '{"opId":"wf-1032","preview":false,"instanceId":1027,"state":"RUNNING","version":1,"itemsCreated":[{"id":1031,"instanceId":1027,"definitionKey":"leave","definitionName":"leave","title":"returned","businessKey":"RETURNED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1030,"kind":"MAIN","state":"READY","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.004+00:00"}],"branchesOpened":[{"id":1028,"state":"OPEN","nodeId":"draft"}]}'),
('default', 'wf-1036', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.095225+00', '{"opId":"wf-1036","preview":false,"instanceId":1027,"state":"RUNNING","version":2,"itemsClosed":[{"id":1031,"instanceId":1027,"definitionKey":"leave","definitionName":"leave","title":"returned","businessKey":"RETURNED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1030,"kind":"MAIN","state":"SUBMITTED","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.004+00:00","closedAt":"2026-11-21T10:31:21.095+00:00"}],"itemsCreated":[{"id":1035,"instanceId":1027,"definitionKey":"leave","definitionName":"leave","title":"returned","businessKey":"RETURNED","starter":{"id":"zhao","name":"zhao"},"nodeId":"review","nodeName":"review","nodeInstanceId":1034,"kind":"MAIN","state":"READY","owner":{"id":"li","name":"li"},"createdAt":"2026-11-21T10:31:21.095+00:00"}],"told":[{"id":"li","name":"li"}]}'),
('default', 'wf-1040', 'li', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.189411+00', '{"opId":"wf-1040","preview":false,"instanceId":1027,"state":"RUNNING","version":3,"itemsClosed":[{"id":1035,"instanceId":1027,"definitionKey":"leave","definitionName":"leave","title":"returned","businessKey":"RETURNED","starter":{"id":"zhao","name":"zhao"},"nodeId":"review","nodeName":"review","nodeInstanceId":1034,"kind":"MAIN","state":"RETURNED","owner":{"id":"li","name":"li"},"createdAt":"2026-11-21T10:31:21.095+00:00","closedAt":"2026-11-21T10:31:21.189+00:00"}],"itemsCreated":[{"id":1039,"instanceId":1027,"definitionKey":"leave","definitionName":"leave","title":"returned","businessKey":"RETURNED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1038,"kind":"MAIN","state":"READY","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.189+00:00"}],"told":[{"id":"zhao","name":"zhao"}]}'),
('default', 'wf-1047', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.247933+00', '{"opId":"wf-1047","preview":false,"instanceId":1042,"state":"RUNNING","version":1,"itemsCreated":[{"id":1046,"instanceId":1042,"definitionKey":"leave","definitionName":"leave","title":"done","businessKey":"DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1045,"kind":"MAIN","state":"READY","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.247+00:00"}],"branchesOpened":[{"id":1043,"state":"OPEN","nodeId":"draft"}]}'),
('default', 'wf-1051', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.273797+00', '{"opId":"wf-1051","preview":false,"instanceId":1042,"state":"RUNNING","version":2,"itemsClosed":[{"id":1046,"instanceId":1042,"definitionKey":"leave","definitionName":"leave","title":"done","businessKey":"DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1045,"kind":"MAIN","state":"SUBMITTED","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.247+00:00","closedAt":"2026-11-21T10:31:21.273+00:00"}],"itemsCreated":[{"id":1050,"instanceId":1042,"definitionKey":"leave","definitionName":"leave","title":"done","businessKey":"DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"review","nodeName":"review","nodeInstanceId":1049,"kind":"MAIN","state":"READY","owner":{"id":"li","name":"li"},"createdAt":"2026-11-21T10:31:21.273+00:00"}],"told":[{"id":"li","name":"li"}]}');
INSERT INTO "PUBLIC"."WF_OPERATION"("TENANT", "OP_ID", "ACTOR", "PAYLOAD_HASH", "HAPPENED_AT", "REPLY") VALUES
('default', 'wf-1054', 'li', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.29424+00', '{"opId":"wf-1054","preview":false,"instanceId":1042,"state":"COMPLETED","version":3,"itemsClosed":[{"id":1050,"instanceId":1042,"definitionKey":"leave","definitionName":"leave","title":"done","businessKey":"DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"review","nodeName":"review","nodeInstanceId":1049,"kind":"MAIN","state":"SUBMITTED","owner":{"id":"li","name":"li"},"createdAt":"2026-11-21T10:31:21.273+00:00","closedAt":"2026-11-21T10:31:21.294+00:00"}],"branchesEnded":[{"id":1043,"state":"ENDED"}]}'),
('default', 'wf-1061', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.320573+00', '{"opId":"wf-1061","preview":false,"instanceId":1056,"state":"RUNNING","version":1,"itemsCreated":[{"id":1060,"instanceId":1056,"definitionKey":"sign","definitionName":"sign","title":"half voted","businessKey":"HALF VOTED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1059,"kind":"MAIN","state":"READY","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.320+00:00"}],"branchesOpened":[{"id":1057,"state":"OPEN","nodeId":"draft"}]}'),
('default', 'wf-1067', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.379414+00', '{"opId":"wf-1067","preview":false,"instanceId":1056,"state":"RUNNING","version":2,"itemsClosed":[{"id":1060,"instanceId":1056,"definitionKey":"sign","definitionName":"sign","title":"half voted","businessKey":"HALF VOTED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1059,"kind":"MAIN","state":"SUBMITTED","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.320+00:00","closedAt":"2026-11-21T10:31:21.379+00:00"}],"itemsCreated":[{"id":1064,"instanceId":1056,"definitionKey":"sign","definitionName":"sign","title":"half voted","businessKey":"HALF VOTED","starter":{"id":"zhao","name":"zhao"},"nodeId":"round","nodeName":"round","nodeInstanceId":1063,"kind":"SIGN","state":"READY","owner":{"id":"li","name":"li"},"createdAt":"2026-11-21T10:31:21.379+00:00"},{"id":1065,"instanceId":1056,"definitionKey":"sign","definitionName":"sign","title":"half voted","businessKey":"HALF VOTED","starter":{"id":"zhao","name":"zhao"},"nodeId":"round","nodeName":"round","nodeInstanceId":1063,"kind":"SIGN","state":"READY","owner":{"id":"wang","name":"wang"},"createdAt":"2026-11-21T10:31:21.379+00:00"},{"id":1066,"instanceId":1056,"definitionKey":"sign","definitionName":"sign","title":"half voted","businessKey":"HALF VOTED","starter":{"id":"zhao","name":"zhao"},"nodeId":"round","nodeName":"round","nodeInstanceId":1063,"kind":"SIGN","state":"READY","owner":{"id":"sun","name":"sun"},"createdAt":"2026-11-21T10:31:21.379+00:00"}],"told":[{"id":"li","name":"li"},{"id":"wang","name":"wang"},{"id":"sun","name":"sun"}]}'),
('default', 'wf-1069', 'li', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.415694+00', '{"opId":"wf-1069","preview":false,"instanceId":1056,"state":"RUNNING","version":3,"itemsClosed":[{"id":1064,"instanceId":1056,"definitionKey":"sign","definitionName":"sign","title":"half voted","businessKey":"HALF VOTED","starter":{"id":"zhao","name":"zhao"},"nodeId":"round","nodeName":"round","nodeInstanceId":1063,"kind":"SIGN","state":"SUBMITTED","owner":{"id":"li","name":"li"},"createdAt":"2026-11-21T10:31:21.379+00:00","closedAt":"2026-11-21T10:31:21.415+00:00"}]}'),
('default', 'wf-1076', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.42666+00', '{"opId":"wf-1076","preview":false,"instanceId":1071,"state":"RUNNING","version":1,"itemsCreated":[{"id":1075,"instanceId":1071,"definitionKey":"fork","definitionName":"fork","title":"half done","businessKey":"HALF DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1074,"kind":"MAIN","state":"READY","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.426+00:00"}],"branchesOpened":[{"id":1072,"state":"OPEN","nodeId":"draft"}]}');
INSERT INTO "PUBLIC"."WF_OPERATION"("TENANT", "OP_ID", "ACTOR", "PAYLOAD_HASH", "HAPPENED_AT", "REPLY") VALUES
('default', 'wf-1085', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.478128+00', '{"opId":"wf-1085","preview":false,"instanceId":1071,"state":"RUNNING","version":2,"itemsClosed":[{"id":1075,"instanceId":1071,"definitionKey":"fork","definitionName":"fork","title":"half done","businessKey":"HALF DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1074,"kind":"MAIN","state":"SUBMITTED","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.426+00:00","closedAt":"2026-11-21T10:31:21.478+00:00"}],"itemsCreated":[{"id":1083,"instanceId":1071,"definitionKey":"fork","definitionName":"fork","title":"half done","businessKey":"HALF DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"legal","nodeName":"legal","nodeInstanceId":1080,"kind":"MAIN","state":"READY","owner":{"id":"li","name":"li"},"createdAt":"2026-11-21T10:31:21.478+00:00"},{"id":1084,"instanceId":1071,"definitionKey":"fork","definitionName":"fork","title":"half done","businessKey":"HALF DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"finance","nodeName":"finance","nodeInstanceId":1082,"kind":"MAIN","state":"READY","owner":{"id":"wang","name":"wang"},"createdAt":"2026-11-21T10:31:21.478+00:00"}],"branchesOpened":[{"id":1079,"parentId":1072,"state":"OPEN","nodeId":"legal"},{"id":1081,"parentId":1072,"state":"OPEN","nodeId":"finance"}],"told":[{"id":"li","name":"li"},{"id":"wang","name":"wang"}]}'),
('default', 'wf-1089', 'wang', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.506552+00', '{"opId":"wf-1089","preview":false,"instanceId":1071,"state":"RUNNING","version":3,"itemsClosed":[{"id":1084,"instanceId":1071,"definitionKey":"fork","definitionName":"fork","title":"half done","businessKey":"HALF DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"finance","nodeName":"finance","nodeInstanceId":1082,"kind":"MAIN","state":"SUBMITTED","owner":{"id":"wang","name":"wang"},"createdAt":"2026-11-21T10:31:21.478+00:00","closedAt":"2026-11-21T10:31:21.506+00:00"}],"itemsCreated":[{"id":1088,"instanceId":1071,"definitionKey":"fork","definitionName":"fork","title":"half done","businessKey":"HALF DONE","starter":{"id":"zhao","name":"zhao"},"nodeId":"pay","nodeName":"pay","nodeInstanceId":1087,"kind":"MAIN","state":"READY","owner":{"id":"sun","name":"sun"},"createdAt":"2026-11-21T10:31:21.506+00:00"}],"told":[{"id":"sun","name":"sun"}]}'),
('default', 'wf-1096', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.522488+00', '{"opId":"wf-1096","preview":false,"instanceId":1091,"state":"RUNNING","version":1,"itemsCreated":[{"id":1095,"instanceId":1091,"definitionKey":"pool","definitionName":"pool","title":"claimed","businessKey":"CLAIMED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1094,"kind":"MAIN","state":"READY","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.522+00:00"}],"branchesOpened":[{"id":1092,"state":"OPEN","nodeId":"draft"}]}'),
('default', 'wf-1100', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.571506+00', '{"opId":"wf-1100","preview":false,"instanceId":1091,"state":"RUNNING","version":2,"itemsClosed":[{"id":1095,"instanceId":1091,"definitionKey":"pool","definitionName":"pool","title":"claimed","businessKey":"CLAIMED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1094,"kind":"MAIN","state":"SUBMITTED","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.522+00:00","closedAt":"2026-11-21T10:31:21.571+00:00"}],"itemsCreated":[{"id":1099,"instanceId":1091,"definitionKey":"pool","definitionName":"pool","title":"claimed","businessKey":"CLAIMED","starter":{"id":"zhao","name":"zhao"},"nodeId":"take","nodeName":"take","nodeInstanceId":1098,"kind":"MAIN","state":"OFFERED","candidates":["group:finance"],"createdAt":"2026-11-21T10:31:21.571+00:00"}],"told":[{"id":"wang","name":"wang"},{"id":"sun","name":"sun"},{"id":"zhou","name":"zhou"}]}'),
('default', 'wf-1102', 'sun', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.596937+00', '{"opId":"wf-1102","preview":false,"instanceId":1091,"state":"RUNNING","version":3}');
INSERT INTO "PUBLIC"."WF_OPERATION"("TENANT", "OP_ID", "ACTOR", "PAYLOAD_HASH", "HAPPENED_AT", "REPLY") VALUES
('default', 'wf-1109', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.614388+00', '{"opId":"wf-1109","preview":false,"instanceId":1104,"state":"RUNNING","version":1,"itemsCreated":[{"id":1108,"instanceId":1104,"definitionKey":"pool","definitionName":"pool","title":"offered","businessKey":"OFFERED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1107,"kind":"MAIN","state":"READY","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.614+00:00"}],"branchesOpened":[{"id":1105,"state":"OPEN","nodeId":"draft"}]}'),
('default', 'wf-1113', 'zhao', '', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.641065+00', '{"opId":"wf-1113","preview":false,"instanceId":1104,"state":"RUNNING","version":2,"itemsClosed":[{"id":1108,"instanceId":1104,"definitionKey":"pool","definitionName":"pool","title":"offered","businessKey":"OFFERED","starter":{"id":"zhao","name":"zhao"},"nodeId":"draft","nodeName":"draft","nodeInstanceId":1107,"kind":"MAIN","state":"SUBMITTED","owner":{"id":"zhao","name":"zhao"},"createdAt":"2026-11-21T10:31:21.614+00:00","closedAt":"2026-11-21T10:31:21.641+00:00"}],"itemsCreated":[{"id":1112,"instanceId":1104,"definitionKey":"pool","definitionName":"pool","title":"offered","businessKey":"OFFERED","starter":{"id":"zhao","name":"zhao"},"nodeId":"take","nodeName":"take","nodeInstanceId":1111,"kind":"MAIN","state":"OFFERED","candidates":["group:finance"],"createdAt":"2026-11-21T10:31:21.641+00:00"}],"told":[{"id":"wang","name":"wang"},{"id":"sun","name":"sun"},{"id":"zhou","name":"zhou"}]}'),
('default', 'wf-1115', 'sun', '443b21988f0984eacf1a4956d8784c0fd3abc688ae88bdc0fdd9dc83c8bd374a', TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.665312+00', '{"opId":"wf-1115","preview":false,"instanceId":1091,"state":"RUNNING","version":3}');
CREATE MEMORY TABLE "PUBLIC"."WF_OUTBOX"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" BIGINT NOT NULL,
    "INSTANCE_ID" BIGINT NOT NULL,
    "CREATED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "BODY" CHARACTER VARYING(10000000) NOT NULL
);
ALTER TABLE "PUBLIC"."WF_OUTBOX" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_F7" PRIMARY KEY("TENANT", "ID");
INSERT INTO "PUBLIC"."WF_OUTBOX"("TENANT", "ID", "INSTANCE_ID", "CREATED_AT", "BODY") VALUES
('default', 1026, 1020, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:20.83599+00', '{"schema":1,"opId":"wf-1025","seq":1,"operation":"start","actor":"zhao","state":"DRAFT","created":[{"item":1024,"node":"draft","owner":"zhao"}],"closed":[]}'),
('default', 1033, 1027, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.00418+00', '{"schema":1,"opId":"wf-1032","seq":1,"operation":"start","actor":"zhao","state":"RUNNING","created":[{"item":1031,"node":"draft","owner":"zhao"}],"closed":[]}'),
('default', 1037, 1027, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.095225+00', '{"schema":1,"opId":"wf-1036","seq":2,"operation":"submit","actor":"zhao","state":"RUNNING","created":[{"item":1035,"node":"review","owner":"li"}],"closed":[1031]}'),
('default', 1041, 1027, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.189411+00', '{"schema":1,"opId":"wf-1040","seq":3,"operation":"return","actor":"li","state":"RUNNING","created":[{"item":1039,"node":"draft","owner":"zhao"}],"closed":[1035]}'),
('default', 1048, 1042, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.247933+00', '{"schema":1,"opId":"wf-1047","seq":1,"operation":"start","actor":"zhao","state":"RUNNING","created":[{"item":1046,"node":"draft","owner":"zhao"}],"closed":[]}'),
('default', 1052, 1042, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.273797+00', '{"schema":1,"opId":"wf-1051","seq":2,"operation":"submit","actor":"zhao","state":"RUNNING","created":[{"item":1050,"node":"review","owner":"li"}],"closed":[1046]}'),
('default', 1055, 1042, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.29424+00', '{"schema":1,"opId":"wf-1054","seq":3,"operation":"submit","actor":"li","state":"COMPLETED","created":[],"closed":[1050]}'),
('default', 1062, 1056, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.320573+00', '{"schema":1,"opId":"wf-1061","seq":1,"operation":"start","actor":"zhao","state":"RUNNING","created":[{"item":1060,"node":"draft","owner":"zhao"}],"closed":[]}'),
('default', 1068, 1056, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.379414+00', '{"schema":1,"opId":"wf-1067","seq":2,"operation":"submit","actor":"zhao","state":"RUNNING","created":[{"item":1064,"node":"round","owner":"li"},{"item":1065,"node":"round","owner":"wang"},{"item":1066,"node":"round","owner":"sun"}],"closed":[1060]}'),
('default', 1070, 1056, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.415694+00', '{"schema":1,"opId":"wf-1069","seq":3,"operation":"countersignSubmit","actor":"li","state":"RUNNING","created":[],"closed":[1064]}'),
('default', 1077, 1071, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.42666+00', '{"schema":1,"opId":"wf-1076","seq":1,"operation":"start","actor":"zhao","state":"RUNNING","created":[{"item":1075,"node":"draft","owner":"zhao"}],"closed":[]}'),
('default', 1086, 1071, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.478128+00', '{"schema":1,"opId":"wf-1085","seq":2,"operation":"submit","actor":"zhao","state":"RUNNING","created":[{"item":1083,"node":"legal","owner":"li"},{"item":1084,"node":"finance","owner":"wang"}],"closed":[1075]}'),
('default', 1090, 1071, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.506552+00', '{"schema":1,"opId":"wf-1089","seq":3,"operation":"submit","actor":"wang","state":"RUNNING","created":[{"item":1088,"node":"pay","owner":"sun"}],"closed":[1084]}'),
('default', 1097, 1091, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.522488+00', '{"schema":1,"opId":"wf-1096","seq":1,"operation":"start","actor":"zhao","state":"RUNNING","created":[{"item":1095,"node":"draft","owner":"zhao"}],"closed":[]}'),
('default', 1101, 1091, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.571506+00', '{"schema":1,"opId":"wf-1100","seq":2,"operation":"submit","actor":"zhao","state":"RUNNING","created":[{"item":1099,"node":"take","candidates":["group:finance"]}],"closed":[1095]}'),
('default', 1103, 1091, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.596937+00', '{"schema":1,"opId":"wf-1102","seq":3,"operation":"claim","actor":"sun","state":"RUNNING","created":[],"closed":[]}'),
('default', 1110, 1104, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.614388+00', '{"schema":1,"opId":"wf-1109","seq":1,"operation":"start","actor":"zhao","state":"RUNNING","created":[{"item":1108,"node":"draft","owner":"zhao"}],"closed":[]}');
INSERT INTO "PUBLIC"."WF_OUTBOX"("TENANT", "ID", "INSTANCE_ID", "CREATED_AT", "BODY") VALUES
('default', 1114, 1104, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:21.641065+00', '{"schema":1,"opId":"wf-1113","seq":2,"operation":"submit","actor":"zhao","state":"RUNNING","created":[{"item":1112,"node":"take","candidates":["group:finance"]}],"closed":[1108]}');
CREATE MEMORY TABLE "PUBLIC"."WF_ATTACHMENT"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" BIGINT NOT NULL,
    "INSTANCE_ID" BIGINT NOT NULL,
    "WORK_ITEM_ID" BIGINT,
    "NAME" CHARACTER VARYING(255) NOT NULL,
    "CONTENT_TYPE" CHARACTER VARYING(200) NOT NULL,
    "SIZE" BIGINT NOT NULL,
    "SHA256" CHARACTER VARYING(64) NOT NULL,
    "ADDED_BY" CHARACTER VARYING(100) NOT NULL,
    "ADDED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
ALTER TABLE "PUBLIC"."WF_ATTACHMENT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_11" PRIMARY KEY("TENANT", "ID");
CREATE INDEX "PUBLIC"."WF_ATTACHMENT_INSTANCE" ON "PUBLIC"."WF_ATTACHMENT"("TENANT" NULLS FIRST, "INSTANCE_ID" NULLS FIRST);
CREATE INDEX "PUBLIC"."WF_ATTACHMENT_CONTENT" ON "PUBLIC"."WF_ATTACHMENT"("TENANT" NULLS FIRST, "SHA256" NULLS FIRST);
CREATE MEMORY TABLE "PUBLIC"."WF_CONTENT"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "SHA256" CHARACTER VARYING(64) NOT NULL,
    "CONTENT" BINARY VARYING(20000000) NOT NULL
);
ALTER TABLE "PUBLIC"."WF_CONTENT" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_7" PRIMARY KEY("TENANT", "SHA256");
CREATE MEMORY TABLE "PUBLIC"."WF_SCHEMA"(
    "VERSION" INTEGER NOT NULL,
    "APPLIED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
ALTER TABLE "PUBLIC"."WF_SCHEMA" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_FD" PRIMARY KEY("VERSION");
INSERT INTO "PUBLIC"."WF_SCHEMA"("VERSION", "APPLIED_AT") VALUES
(0, TIMESTAMP WITH TIME ZONE '2024-03-31 01:30:00.123456+00'),
(1, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:18.402369+00'),
(2, TIMESTAMP WITH TIME ZONE '2026-11-21 10:31:18.49366+00');
CREATE MEMORY TABLE "PUBLIC"."WF_ORG_VERSION"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "VERSION" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."WF_ORG_VERSION" ADD CONSTRAINT "PUBLIC"."WF_ORG_VERSION_PK" PRIMARY KEY("TENANT");
CREATE MEMORY TABLE "PUBLIC"."WF_PERSON"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" CHARACTER VARYING(64) NOT NULL,
    "LOGIN_NAME" CHARACTER VARYING(100) NOT NULL,
    "NAME" CHARACTER VARYING(200) NOT NULL,
    "ADMINISTRATOR" BOOLEAN NOT NULL,
    "MAIL" CHARACTER VARYING(254),
    "MOBILE" CHARACTER VARYING(40),
    "LOCALE" CHARACTER VARYING(20),
    "PASSWORD_CHANGED_AT" TIMESTAMP(6) WITH TIME ZONE,
    "ENABLED" BOOLEAN NOT NULL,
    "VALID_FROM" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "VALID_TO" TIMESTAMP(6) WITH TIME ZONE,
    "VERSION" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."WF_PERSON" ADD CONSTRAINT "PUBLIC"."WF_PERSON_PK" PRIMARY KEY("TENANT", "ID");
CREATE MEMORY TABLE "PUBLIC"."WF_DEPARTMENT"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" CHARACTER VARYING(64) NOT NULL,
    "PARENT_ID" CHARACTER VARYING(64),
    "CODE" CHARACTER VARYING(64),
    "NAME" CHARACTER VARYING(200) NOT NULL,
    "KIND" CHARACTER VARYING(10) NOT NULL,
    "SORT_NO" INTEGER NOT NULL,
    "HEAD_ID" CHARACTER VARYING(64),
    "SUPERIOR_ID" CHARACTER VARYING(64),
    "ENABLED" BOOLEAN NOT NULL,
    "VALID_FROM" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "VALID_TO" TIMESTAMP(6) WITH TIME ZONE,
    "VERSION" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."WF_DEPARTMENT" ADD CONSTRAINT "PUBLIC"."WF_DEPARTMENT_PK" PRIMARY KEY("TENANT", "ID");
CREATE MEMORY TABLE "PUBLIC"."WF_GROUP"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" CHARACTER VARYING(64) NOT NULL,
    "PARENT_ID" CHARACTER VARYING(64),
    "NAME" CHARACTER VARYING(200) NOT NULL,
    "ENABLED" BOOLEAN NOT NULL,
    "VALID_FROM" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "VALID_TO" TIMESTAMP(6) WITH TIME ZONE,
    "VERSION" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."WF_GROUP" ADD CONSTRAINT "PUBLIC"."WF_GROUP_PK" PRIMARY KEY("TENANT", "ID");
CREATE MEMORY TABLE "PUBLIC"."WF_POST"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "ID" CHARACTER VARYING(64) NOT NULL,
    "PARENT_ID" CHARACTER VARYING(64),
    "DEPARTMENT_ID" CHARACTER VARYING(64),
    "NAME" CHARACTER VARYING(200) NOT NULL,
    "ENABLED" BOOLEAN NOT NULL,
    "VALID_FROM" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "VALID_TO" TIMESTAMP(6) WITH TIME ZONE,
    "VERSION" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."WF_POST" ADD CONSTRAINT "PUBLIC"."WF_POST_PK" PRIMARY KEY("TENANT", "ID");
CREATE MEMORY TABLE "PUBLIC"."WF_DEPARTMENT_MEMBER"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "OWNER_ID" CHARACTER VARYING(64) NOT NULL,
    "PERSON_ID" CHARACTER VARYING(64) NOT NULL,
    "MAIN" BOOLEAN NOT NULL,
    "JOB_TITLE" CHARACTER VARYING(100),
    "LEADER_ID" CHARACTER VARYING(64),
    "VALID_FROM" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "VALID_TO" TIMESTAMP(6) WITH TIME ZONE
);
ALTER TABLE "PUBLIC"."WF_DEPARTMENT_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_DEPARTMENT_MEMBER_PK" PRIMARY KEY("TENANT", "OWNER_ID", "PERSON_ID");
CREATE MEMORY TABLE "PUBLIC"."WF_GROUP_MEMBER"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "OWNER_ID" CHARACTER VARYING(64) NOT NULL,
    "PERSON_ID" CHARACTER VARYING(64) NOT NULL,
    "VALID_FROM" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "VALID_TO" TIMESTAMP(6) WITH TIME ZONE
);
ALTER TABLE "PUBLIC"."WF_GROUP_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_GROUP_MEMBER_PK" PRIMARY KEY("TENANT", "OWNER_ID", "PERSON_ID");
CREATE MEMORY TABLE "PUBLIC"."WF_POST_MEMBER"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "OWNER_ID" CHARACTER VARYING(64) NOT NULL,
    "PERSON_ID" CHARACTER VARYING(64) NOT NULL,
    "VALID_FROM" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "VALID_TO" TIMESTAMP(6) WITH TIME ZONE
);
ALTER TABLE "PUBLIC"."WF_POST_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_POST_MEMBER_PK" PRIMARY KEY("TENANT", "OWNER_ID", "PERSON_ID");
CREATE MEMORY TABLE "PUBLIC"."WF_CREDENTIAL"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "PERSON_ID" CHARACTER VARYING(64) NOT NULL,
    "PASSWORD_HASH" CHARACTER VARYING(200) NOT NULL,
    "CHANGED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "VERSION" BIGINT NOT NULL
);
ALTER TABLE "PUBLIC"."WF_CREDENTIAL" ADD CONSTRAINT "PUBLIC"."WF_CREDENTIAL_PK" PRIMARY KEY("TENANT", "PERSON_ID");
CREATE MEMORY TABLE "PUBLIC"."WF_SESSION"(
    "TENANT" CHARACTER VARYING(40) NOT NULL,
    "TOKEN_HASH" CHARACTER VARYING(64) NOT NULL,
    "PERSON_ID" CHARACTER VARYING(64) NOT NULL,
    "CHANNEL" CHARACTER VARYING(10) NOT NULL,
    "CLIENT_IP" CHARACTER VARYING(64),
    "OPENED_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "SEEN_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "EXPIRES_AT" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
ALTER TABLE "PUBLIC"."WF_SESSION" ADD CONSTRAINT "PUBLIC"."WF_SESSION_PK" PRIMARY KEY("TENANT", "TOKEN_HASH");
CREATE INDEX "PUBLIC"."WF_SESSION_OF_PERSON" ON "PUBLIC"."WF_SESSION"("TENANT" NULLS FIRST, "PERSON_ID" NULLS FIRST);
CREATE INDEX "PUBLIC"."WF_SESSION_EXPIRY" ON "PUBLIC"."WF_SESSION"("TENANT" NULLS FIRST, "EXPIRES_AT" NULLS FIRST);
ALTER TABLE "PUBLIC"."WF_DEPARTMENT" ADD CONSTRAINT "PUBLIC"."WF_DEPARTMENT_KIND" CHECK("KIND" IN('UNIT', 'DEPT')) NOCHECK;
ALTER TABLE "PUBLIC"."WF_DEFINITION" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_4A" UNIQUE("TENANT", "DEF_KEY", "VERSION");
ALTER TABLE "PUBLIC"."WF_PERSON" ADD CONSTRAINT "PUBLIC"."WF_PERSON_LOGIN" UNIQUE("TENANT", "LOGIN_NAME");
ALTER TABLE "PUBLIC"."WF_GROUP_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_GROUP_MEMBER_OWNER" FOREIGN KEY("TENANT", "OWNER_ID") REFERENCES "PUBLIC"."WF_GROUP"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_POST_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_POST_MEMBER_OWNER" FOREIGN KEY("TENANT", "OWNER_ID") REFERENCES "PUBLIC"."WF_POST"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_DEPARTMENT" ADD CONSTRAINT "PUBLIC"."WF_DEPARTMENT_PARENT" FOREIGN KEY("TENANT", "PARENT_ID") REFERENCES "PUBLIC"."WF_DEPARTMENT"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_CREDENTIAL" ADD CONSTRAINT "PUBLIC"."WF_CREDENTIAL_PERSON" FOREIGN KEY("TENANT", "PERSON_ID") REFERENCES "PUBLIC"."WF_PERSON"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_GROUP_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_GROUP_MEMBER_PERSON" FOREIGN KEY("TENANT", "PERSON_ID") REFERENCES "PUBLIC"."WF_PERSON"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_POST" ADD CONSTRAINT "PUBLIC"."WF_POST_DEPARTMENT" FOREIGN KEY("TENANT", "DEPARTMENT_ID") REFERENCES "PUBLIC"."WF_DEPARTMENT"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_POST_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_POST_MEMBER_PERSON" FOREIGN KEY("TENANT", "PERSON_ID") REFERENCES "PUBLIC"."WF_PERSON"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_DEPARTMENT_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_DEPARTMENT_MEMBER_PERSON" FOREIGN KEY("TENANT", "PERSON_ID") REFERENCES "PUBLIC"."WF_PERSON"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_GROUP" ADD CONSTRAINT "PUBLIC"."WF_GROUP_PARENT" FOREIGN KEY("TENANT", "PARENT_ID") REFERENCES "PUBLIC"."WF_GROUP"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_POST" ADD CONSTRAINT "PUBLIC"."WF_POST_PARENT" FOREIGN KEY("TENANT", "PARENT_ID") REFERENCES "PUBLIC"."WF_POST"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_DEPARTMENT_MEMBER" ADD CONSTRAINT "PUBLIC"."WF_DEPARTMENT_MEMBER_OWNER" FOREIGN KEY("TENANT", "OWNER_ID") REFERENCES "PUBLIC"."WF_DEPARTMENT"("TENANT", "ID") NOCHECK;
ALTER TABLE "PUBLIC"."WF_SESSION" ADD CONSTRAINT "PUBLIC"."WF_SESSION_PERSON" FOREIGN KEY("TENANT", "PERSON_ID") REFERENCES "PUBLIC"."WF_PERSON"("TENANT", "ID") NOCHECK;
