-- Replicas that live, each with what it is made of: those that are unlike do not run strategies beside each other.
create table strategy_replica (
  instance   text primary key,
  made_of    text not null,
  started_at timestamptz not null default now(),
  seen_at    timestamptz not null default now()
);
