-- What protects an account's positions; part of its limits. An empty instrument is the account's own row.
create table protection_policy (
    account text not null references account_limit (account),
    instrument text not null,
    stop_loss numeric(38, 12),
    take_profit numeric(38, 12),
    trailing_stop numeric(38, 12),
    portfolio_stop numeric(38, 12),
    primary key (account, instrument)
);

-- What watches each position that is held; moved with the lane's offset.
create table position_guard (
    account text not null,
    instrument text not null,
    partition integer not null,
    side text not null,
    entry numeric not null,
    best numeric not null,
    since timestamptz not null,
    met text,
    attempts integer not null check (attempts >= 0),
    last_attempt timestamptz,
    primary key (account, instrument)
);
create index position_guard_by_partition on position_guard (partition);

-- Accounts that lost as much as they may, until a person has lifted the halt that this asked for.
create table portfolio_stop (
    account text primary key,
    partition integer not null,
    halt_key text not null,
    since timestamptz not null
);
create index portfolio_stop_by_partition on portfolio_stop (partition);

alter table wanted_halt add column cancel_orders boolean not null default false;
