import { sqlMigration } from '../../src/db/sql-migration.js'

/** People and what the system keeps about its own work: accounts, links, mails, jobs, audit. */
export const { up } = sqlMigration(`
create table settings (
  key text primary key,
  value text not null,
  updated_at text not null
) strict;

create table users (
  id text primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null check (role in ('planner', 'manager', 'admin', 'auditor')),
  language text not null check (language in ('id', 'en')),
  password_hash text,
  invited_by text references users (id),
  created_at text not null,
  deactivated_at text,
  version integer not null default 1
) strict;

create table sessions (
  id_hash text primary key,
  user_id text references users (id) on delete cascade,
  data text not null,
  expires_at text not null
) strict;

create index sessions_user on sessions (user_id);

create table contacts (
  id text primary key,
  name text not null,
  email text not null check (email = lower(email)),
  phone text not null,
  language text not null check (language in ('id', 'en')),
  stale_at text,
  created_at text not null,
  version integer not null default 1
) strict;

create table links (
  id text primary key,
  kind text not null check (kind in ('setup', 'sign-in', 'invitation', 'password-reset', 'week', 'order')),
  user_id text references users (id),
  contact_id text references contacts (id),
  week text,
  order_id text,
  order_version integer,
  created_at text not null,
  expires_at text not null,
  used_at text,
  revoked_at text
) strict;

create unique index links_week on links (contact_id, week) where kind = 'week' and revoked_at is null;
create index links_order on links (order_id);

create table outbox (
  id text primary key,
  kind text not null,
  subject_id text not null,
  recipient text not null,
  language text not null check (language in ('id', 'en')),
  payload text not null,
  dedupe_key text not null unique,
  created_at text not null,
  due_at text not null,
  expires_at text,
  leased_until text,
  attempts integer not null default 0,
  sent_at text,
  failed_at text,
  dropped_at text,
  last_error text,
  subject_line text,
  body_text text,
  body_html text
) strict;

create index outbox_due on outbox (due_at) where sent_at is null and failed_at is null and dropped_at is null;
create index outbox_subject on outbox (subject_id);

create table jobs (
  name text primary key,
  due_at text not null,
  leased_until text,
  attempts integer not null default 0,
  last_started_at text,
  last_finished_at text,
  last_succeeded_at text,
  last_error text
) strict;

create table job_runs (
  id text primary key,
  name text not null,
  started_at text not null,
  finished_at text,
  outcome text check (outcome in ('done', 'failed')),
  detail text not null
) strict;

create index job_runs_name on job_runs (name, started_at);

create table audit_events (
  sequence integer primary key,
  at text not null,
  actor_kind text not null check (actor_kind in ('user', 'contact', 'system')),
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before text,
  after text,
  previous_hash text not null,
  hash text not null unique
) strict;

create table audit_head (
  id integer primary key check (id = 1),
  sequence integer not null,
  hash text not null
) strict;

insert into audit_head (id, sequence, hash) values (1, 0, '');

create index audit_subject on audit_events (subject_kind, subject_id);
create index audit_actor on audit_events (actor_id);
create index audit_at on audit_events (at);
`)
