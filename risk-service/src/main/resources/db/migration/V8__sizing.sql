-- By what rule an account's entries are sized; part of its limits. No row: a fixed fraction.
create table sizing_policy (
    account text primary key references account_limit (account),
    method text not null check (method in ('VOLATILITY_TARGET', 'KELLY')),
    interval_seconds bigint,
    period integer,
    multiple numeric(38, 12),
    share numeric(38, 12),
    minimum_trips integer,
    start_fraction numeric(38, 12)
);

-- What a source holds since it was last flat, and what that cost; moved with the lane's offset.
create table open_trip (
    account text not null,
    source text not null,
    instrument text not null,
    partition integer not null,
    quantity numeric not null,
    cash numeric,
    currency text not null,
    primary key (account, source, instrument)
);
create index open_trip_by_partition on open_trip (partition);

-- What each round trip of a source brought, fees off.
create table round_trip (
    number bigint generated always as identity primary key,
    account text not null,
    source text not null,
    instrument text not null,
    partition integer not null,
    result numeric not null,
    currency text not null,
    ended timestamptz not null
);
create index round_trip_latest on round_trip (partition, account, source, number desc);
