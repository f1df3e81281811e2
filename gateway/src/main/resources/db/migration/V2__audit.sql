-- Who changed what, each entry chained to the one before by its hash. Rows are added and never changed.
create table audit_entry (
    number bigint primary key check (number >= 1),
    message_id text not null unique,
    source text not null,
    actor text not null,
    action text not null,
    target text not null,
    reason text not null,
    before text,
    after text,
    -- As it was recorded, to the nanosecond: the hash is over this text.
    at text not null,
    previous_hash text not null,
    hash text not null unique,
    taken_in_at timestamptz not null default now()
);

-- Where the chain ends; one row.
create table audit_head (
    only_one boolean primary key default true check (only_one),
    number bigint not null,
    hash text not null
);
insert into audit_head (number, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = '42501';
end
$$;

create trigger audit_entry_is_final before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_stays before truncate on audit_entry
    for each statement execute function refuse_change();
