-- When accounts enter and leave their tiers; part of their limits.
create table tier_policy (
    account text primary key references account_limit (account),
    warning_drawdown numeric(38, 12) not null,
    warning_daily_loss numeric(38, 12) not null,
    warning_losses integer not null,
    critical_drawdown numeric(38, 12) not null,
    critical_daily_loss numeric(38, 12) not null,
    critical_losses integer not null,
    emergency_drawdown numeric(38, 12) not null,
    emergency_daily_loss numeric(38, 12) not null,
    emergency_losses integer not null,
    warning_size numeric(38, 12) not null,
    exit_share numeric(38, 12) not null,
    calm_for_millis bigint not null,
    day_zone text not null,
    day_starts time not null
);

-- Where each account stands; moved with the lane's offset.
create table tier_state (
    account text primary key,
    partition integer not null,
    tier text not null,
    since timestamptz not null,
    currency text not null,
    peak numeric not null,
    day date not null,
    opening numeric not null,
    equity numeric not null,
    consecutive_losses integer not null,
    calm_since timestamptz
);
create index tier_state_by_partition on tier_state (partition);

-- Profit less fees of each instrument when it was last flat.
create table flat_result (
    account text not null,
    instrument text not null,
    amount numeric not null,
    currency text not null,
    primary key (account, instrument)
);
