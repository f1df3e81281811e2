-- What a firm allows all its accounts of one base currency together; the accounts' limits share it out.
create table firm_limit (
    currency text primary key,
    maximum_gross numeric(38, 8) not null check (maximum_gross > 0),
    maximum_net numeric(38, 8) not null check (maximum_net > 0),
    version bigint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    reason text not null
);

-- Who changed what and why. Rows are added and never changed.
create table firm_limit_change (
    number bigint generated always as identity primary key,
    currency text not null,
    version bigint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    reason text not null,
    before text,
    after text not null,
    unique (currency, version)
);

create trigger firm_limit_change_is_final before update or delete on firm_limit_change
    for each row execute function refuse_change();
create trigger firm_limit_change_stays before truncate on firm_limit_change
    for each statement execute function refuse_change();
