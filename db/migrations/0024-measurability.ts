import { sqlMigration } from '../../src/db/sql-migration.js'

/** What a plan could show, worked out before it runs; and starts drawn by fair coin, each draw kept. */
export const { up } = sqlMigration(`
create table plan_measurements (
  id text primary key,
  campaign_id text not null references campaigns (id),
  campaign_version integer not null,
  stream_id text not null references streams (id),
  requested_by text not null references users (id),
  requested_at text not null,
  finished_at text,
  error text,
  result text
) strict;

create index plan_measurements_campaign on plan_measurements (campaign_id, requested_at);

create table wave_draws (
  id text primary key,
  campaign_id text not null references campaigns (id),
  number integer not null check (number >= 1),
  stream_id text not null references streams (id),
  seed integer not null,
  districts text not null,
  starts text not null,
  options text not null,
  plan text not null,
  admissible integer not null,
  reason text not null,
  drawn_by text not null references users (id),
  drawn_at text not null,
  judged_at text,
  result text,
  unique (campaign_id, number)
) strict;
`)
