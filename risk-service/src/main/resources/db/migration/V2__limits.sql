-- What people allow each account.
create table account_limit (
    account text primary key,
    currency text not null,
    price_collar numeric(38, 12) not null check (price_collar > 0),
    maximum_order_quantity numeric(38, 12) not null check (maximum_order_quantity > 0),
    maximum_order_value numeric(38, 8) not null check (maximum_order_value > 0),
    maximum_position numeric(38, 12) not null check (maximum_position > 0),
    maximum_position_value numeric(38, 8) not null check (maximum_position_value > 0),
    stale_price_after_millis bigint not null check (stale_price_after_millis > 0),
    duplicate_window_millis bigint not null check (duplicate_window_millis >= 0),
    risk_fraction numeric(38, 12) not null check (risk_fraction > 0 and risk_fraction <= 1),
    version bigint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    reason text not null
);

create table instrument_limit (
    account text not null references account_limit (account),
    instrument text not null,
    price_collar numeric(38, 12) check (price_collar > 0),
    maximum_order_quantity numeric(38, 12) check (maximum_order_quantity > 0),
    maximum_order_value numeric(38, 8) check (maximum_order_value > 0),
    maximum_position numeric(38, 12) check (maximum_position > 0),
    maximum_position_value numeric(38, 8) check (maximum_position_value > 0),
    primary key (account, instrument)
);

-- Who changed what and why. Rows are added and never changed.
create table limit_change (
    number bigint generated always as identity primary key,
    account text not null,
    version bigint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    reason text not null,
    before text,
    after text not null,
    unique (account, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = '42501';
end
$$;

create trigger limit_change_is_final before update or delete on limit_change
    for each row execute function refuse_change();
create trigger limit_change_stays before truncate on limit_change
    for each statement execute function refuse_change();
