-- Who owns a resource. The epoch grows with each owner and never falls; writes carry it.
create table leader (
  resource text primary key,
  epoch    bigint      not null check (epoch > 0),
  holder   text        not null,
  acquired timestamptz not null default clock_timestamp()
);

-- When the owner last said that it is there. Apart from leader, so that the note each second
-- never waits for a transaction that holds the leader row in share mode.
create table leader_seen (
  resource text primary key references leader (resource),
  seen     timestamptz not null,
  released boolean     not null default false
);

-- Refuses rows written under an epoch that is not the newest. For a table with a column epoch:
--   create trigger fenced before insert or update on T
--     for each row execute function refuse_old_epoch('PREFIX', 'COLUMN');
-- where PREFIX followed by the value of COLUMN names the resource.
create function refuse_old_epoch() returns trigger language plpgsql as $$
declare
  owned  text := tg_argv[0] || (to_jsonb(new) ->> tg_argv[1]);
  newest bigint;
begin
  select epoch into newest from leader where resource = owned;
  if newest is null or new.epoch is distinct from newest then
    raise exception 'epoch % of % is not the newest, %', new.epoch, owned, newest
      using errcode = '55000';
  end if;
  return new;
end
$$;
