-- An order that may fail one check because two persons say so: once, and not for long.
create table order_override (
    id text primary key,
    account text not null,
    signal_id text not null unique,
    source text not null,
    instrument text not null,
    side text not null,
    type text not null,
    quantity numeric(38, 8) not null check (quantity > 0),
    limit_price numeric(38, 8),
    stop_price numeric(38, 8),
    time_in_force text not null,
    check_code text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    reason text not null,
    expires_at timestamptz not null check (expires_at > proposed_at),
    state text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
    decided_by text,
    decided_at timestamptz,
    outcome text,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check (state <> 'APPROVED' or (decided_by <> proposed_by and decided_at <= expires_at))
);

create index order_override_by_account on order_override (account, proposed_at desc);
