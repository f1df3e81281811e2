-- Orders that are worked off in children. The order itself stands in counted_order.
create table parent_order (
    signal_id text primary key,
    account text not null,
    partition integer not null,
    client_order_id text not null,
    source text not null,
    display_quantity numeric,
    ends timestamptz,
    taken numeric not null,
    filled numeric not null,
    working integer not null check (working >= 0),
    unknown integer not null check (unknown >= 0),
    released integer not null check (released >= 0),
    failures integer not null,
    last_at timestamptz not null,
    withheld text,
    stopping text,
    ended boolean not null,
    number bigint generated always as identity,
    check (display_quantity is null or ends is null)
);
create index parent_order_working on parent_order (partition) where not ended;
create index parent_order_by_account on parent_order (account, number desc);

-- When its children are due and how large they are; fixed with the approval.
create table parent_slice (
    signal_id text not null,
    number integer not null,
    due timestamptz not null,
    quantity numeric not null check (quantity > 0),
    primary key (signal_id, number)
);
