-- One text for SQLite and PostgreSQL. Times are microseconds since 1970-01-01T00:00Z; flags are 0 or 1.

CREATE TABLE snapshots (
  id              TEXT PRIMARY KEY,
  window_key      TEXT NOT NULL,      -- the id without its revision
  env             TEXT NOT NULL,
  service         TEXT NOT NULL,
  window_start    BIGINT NOT NULL,
  window_end      BIGINT NOT NULL,
  revision        INTEGER NOT NULL,
  is_current      INTEGER NOT NULL,   -- newest revision of its window
  status          TEXT NOT NULL,
  exchanges       BIGINT NOT NULL,
  findings        BIGINT NOT NULL,
  quarantined     BIGINT NOT NULL,
  p99_micros      BIGINT NOT NULL,
  error_rate      DOUBLE PRECISION NOT NULL,
  content_digest  TEXT NOT NULL,
  manifest_digest TEXT NOT NULL,
  manifest_key    TEXT NOT NULL,
  policy_digest   TEXT NOT NULL,
  run             TEXT NOT NULL,      -- '' for the live run
  registered_at   BIGINT NOT NULL,
  version         INTEGER NOT NULL    -- counts status changes
);
CREATE INDEX snapshots_by_time ON snapshots (is_current, window_start DESC, id DESC);
CREATE INDEX snapshots_by_service ON snapshots (service, env, window_start DESC, id DESC);
CREATE INDEX snapshots_by_status ON snapshots (status, window_start DESC, id DESC);
CREATE INDEX snapshots_by_policy ON snapshots (policy_digest, window_start DESC, id DESC);
CREATE UNIQUE INDEX snapshots_by_window ON snapshots (window_key, revision);

CREATE TABLE snapshot_endpoints (
  snapshot_id TEXT NOT NULL,
  endpoint    TEXT NOT NULL,
  PRIMARY KEY (snapshot_id, endpoint)
);
CREATE INDEX snapshot_endpoints_by_name ON snapshot_endpoints (endpoint, snapshot_id);

CREATE TABLE snapshot_labels (
  snapshot_id TEXT NOT NULL,
  label       TEXT NOT NULL,
  PRIMARY KEY (snapshot_id, label)
);
CREATE INDEX snapshot_labels_by_name ON snapshot_labels (label, snapshot_id);

-- Every status a snapshot ever had, so that a name resolves as of any time.
CREATE TABLE status_history (
  snapshot_id     TEXT NOT NULL,
  version         INTEGER NOT NULL,
  status          TEXT NOT NULL,
  at              BIGINT NOT NULL,
  actor           TEXT NOT NULL,
  reason          TEXT NOT NULL,
  manifest_digest TEXT NOT NULL,      -- what the decision binds
  PRIMARY KEY (snapshot_id, version)
);

CREATE TABLE audit_log (
  seq           BIGINT PRIMARY KEY,
  at            BIGINT NOT NULL,
  actor         TEXT NOT NULL,
  action        TEXT NOT NULL,
  subject       TEXT NOT NULL,
  detail        TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL
);

-- One row: where the chain ends. Serializes writers, and shows when the log's tail was cut off.
CREATE TABLE audit_head (
  id   INTEGER PRIMARY KEY,
  seq  BIGINT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO audit_head (id, seq, hash)
VALUES (1, 0, 'sha256:0000000000000000000000000000000000000000000000000000000000000000');
