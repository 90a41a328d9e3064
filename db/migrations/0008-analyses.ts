import { sqlMigration } from '../../src/db/sql-migration.js'

/** Stored results: pages only read these. The fingerprint of the input tells whether a result is still current. */
export const { up } = sqlMigration(`
create table analyses (
  id text primary key,
  kind text not null check (kind in ('verdict', 'spikes')),
  campaign_id text references campaigns (id),
  stream_id text references streams (id),
  as_of text not null,
  method_version text not null,
  parameters text not null,
  seed integer not null,
  input_fingerprint text not null,
  requested_by text not null,
  requested_at text not null,
  started_at text,
  progress real not null default 0,
  finished_at text,
  failed_at text,
  cancelled_at text,
  error text,
  result text,
  is_current integer not null default 0 check (is_current in (0, 1))
) strict;

create unique index analyses_current on analyses (kind, coalesce(campaign_id, ''), coalesce(stream_id, ''))
  where is_current = 1;
create index analyses_campaign on analyses (campaign_id);

create table spikes (
  id text primary key,
  analysis_id text not null references analyses (id) on delete cascade,
  stream_id text not null references streams (id),
  district_code text references districts (code),
  scope text not null check (scope in ('district', 'common')),
  first_day text not null,
  last_day text not null,
  kind text not null check (kind in ('spike', 'level-shift', 'common-shock')),
  level text not null check (level in ('watch', 'alert')),
  observed integer not null,
  expected real not null,
  excess real not null,
  low real not null,
  high real not null,
  p_value real not null,
  common_id text references spikes (id),
  check ((scope = 'district') = (district_code is not null))
) strict;

create index spikes_district on spikes (district_code, first_day);
create index spikes_analysis on spikes (analysis_id);

create table baselines (
  analysis_id text not null references analyses (id) on delete cascade,
  stream_id text not null references streams (id),
  district_code text not null references districts (code),
  first_day text not null,
  status text not null,
  series text not null,
  primary key (analysis_id, district_code)
) strict;
`)
