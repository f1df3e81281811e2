-- Strategy instances as people keep them. Positions are not here: they come from order-events.
create table strategy_instance (
  id          text primary key,
  type        text not null,
  account     text not null,
  instrument  text not null,
  parameters  text not null, -- JSON object, each value as text, complete
  capital     numeric(28, 8) check (capital >= 0), -- null: none allocated
  currency    text check ((currency is null) = (capital is null)),
  state       text not null check (state in ('RUNNING', 'PAUSED', 'FAILED')),
  reason      text, -- why it failed
  created_by  text not null,
  created_at  timestamptz not null,
  changed_by  text not null,
  changed_at  timestamptz not null,
  version     bigint not null
);

-- Who changed what; only ever added to.
create table strategy_change (
  number      bigint generated always as identity primary key,
  instance    text not null references strategy_instance (id),
  at          timestamptz not null,
  actor       text not null,
  action      text not null,
  before      text, -- JSON; null for something new
  after       text not null
);
create index strategy_change_of on strategy_change (instance, number);
