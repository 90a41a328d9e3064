import { sqlMigration } from '../../src/db/sql-migration.js'

/** How far a running job is, and whether somebody wants it to stop. A run that was stopped is no failure. */
export const { up } = sqlMigration(`
alter table jobs add column progress real;
alter table jobs add column cancel_requested_at text;

create table job_runs_now (
  id text primary key,
  name text not null,
  started_at text not null,
  finished_at text,
  outcome text check (outcome in ('done', 'failed', 'cancelled')),
  detail text not null
) strict;

insert into job_runs_now (id, name, started_at, finished_at, outcome, detail)
  select id, name, started_at, finished_at, outcome, detail from job_runs;
drop table job_runs;
alter table job_runs_now rename to job_runs;
create index job_runs_name on job_runs (name, started_at);
`)
