-- Numbers are numeric without a scale, which keeps the places they were written with.

-- The order in which entries were booked, fills and account events together.
create sequence ledger_entry;

-- Every fill, once; quantity, price and fee as they hold now.
create table fill (
    fill_id text primary key,
    entry bigint not null unique default nextval('ledger_entry'),
    account text not null,
    instrument text not null,
    side text not null check (side in ('BUY', 'SELL')),
    quantity numeric not null check (quantity >= 0),
    price numeric not null,
    fee numeric not null,
    fee_currency text not null,
    liquidity text not null,
    client_order_id text not null,
    signal_id text not null,
    source text not null,
    venue text not null,
    execution_id text not null,
    venue_time timestamptz not null,
    -- Units of the account's currency for one of the instrument's, when it was booked; null if not known then.
    base_rate numeric,
    amended_at timestamptz
);
create index fill_of_instrument on fill (account, instrument, entry);
create index fill_of_account on fill (account, entry);

-- What a venue changed afterwards, the newest last; the first row of a fill holds what stood before.
create table fill_amendment (
    entry bigint primary key default nextval('ledger_entry'),
    fill_id text not null references fill,
    quantity numeric not null,
    price numeric not null,
    fee numeric not null,
    fee_currency text not null,
    venue_time timestamptz not null
);
create index fill_amendment_of_fill on fill_amendment (fill_id, entry);

-- Deposits, fees, funding, swaps, dividends and splits, once each.
create table account_event (
    account text not null,
    reference text not null,
    entry bigint not null unique default nextval('ledger_entry'),
    kind text not null,
    instrument text,
    amount numeric,
    currency text,
    new_units numeric,
    detail text,
    at timestamptz not null,
    primary key (account, reference)
);
create index account_event_of_instrument on account_event (account, instrument, entry);

-- The books as they stand: what belongs to no instrument, and one row a position.
create table ledger (
    account text primary key,
    partition integer not null,
    fill_sequence bigint not null,
    deposits jsonb not null,
    charges jsonb not null,
    updated_at timestamptz not null
);
create index ledger_of_partition on ledger (partition);

create table position (
    account text not null references ledger,
    instrument text not null,
    quantity numeric not null,
    average_price numeric not null,
    state jsonb not null,
    updated_at timestamptz not null,
    primary key (account, instrument)
);

-- The equity curve, in the account's currency.
create table equity_point (
    account text not null,
    at timestamptz not null,
    equity numeric not null,
    cash numeric not null,
    realized_pnl numeric not null,
    unrealized_pnl numeric not null,
    primary key (account, at)
);
