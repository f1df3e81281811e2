-- What each account holds, by order events. Moved with the lane's offset.
create table position (
    account text not null,
    instrument text not null,
    partition integer not null,
    quantity numeric not null,
    primary key (account, instrument)
);
create index position_by_partition on position (partition);

-- Orders as risk counts them: open ones, and closed ones for their repeats.
create table counted_order (
    client_order_id text primary key,
    account text not null,
    partition integer not null,
    instrument text not null,
    side text not null,
    type text not null,
    quantity numeric not null,
    limit_price numeric,
    stop_price numeric,
    time_in_force text not null,
    reduce_only boolean not null,
    signal_id text not null,
    source text not null,
    cumulative_quantity numeric not null check (cumulative_quantity >= 0),
    unknown boolean not null,
    asked_client_order_id text,
    asked_quantity numeric,
    closed boolean not null,
    number bigint generated always as identity
);
create index counted_order_open on counted_order (partition) where not closed;
create index counted_order_latest on counted_order (partition, number desc);

-- Fills that stand in positions, so that the venue can take one back.
create table applied_fill (
    fill_id text primary key,
    account text not null,
    partition integer not null,
    client_order_id text not null,
    instrument text not null,
    side text not null,
    quantity numeric not null,
    number bigint generated always as identity
);
create index applied_fill_latest on applied_fill (partition, number desc);

-- Every decision once: the key refuses a second one of the same signal.
create table decided_signal (
    signal_id text primary key,
    number bigint generated always as identity,
    account text not null,
    partition integer not null,
    instrument text not null,
    source text not null,
    decided_at timestamptz not null,
    accepted boolean not null,
    code text,
    detail text,
    client_order_id text,
    side text,
    quantity numeric,
    same_order text
);
create index decided_signal_by_account on decided_signal (account, number desc);
create index decided_signal_by_partition on decided_signal (partition, number desc);

-- Halts that execution asked for on order-events, until they stand on control.
create table wanted_halt (
    halt_key text primary key,
    account text not null,
    partition integer not null,
    code text not null,
    detail text not null,
    requested_at timestamptz not null,
    placed boolean not null default false
);
