-- Orders and fills are written many at once: their epochs are looked at once for each statement, after it, and not for each row.
create function refuse_old_epochs() returns trigger language plpgsql as $$
declare
  refused record;
begin
  select w.account, w.epoch, l.epoch as newest into refused
  from written w left join leader l on l.resource = 'venue-account:' || w.account
  where l.epoch is distinct from w.epoch
  limit 1;
  if found then
    raise exception 'epoch % of venue-account:% is not the newest, %', refused.epoch, refused.account, refused.newest
      using errcode = '55000';
  end if;
  return null;
end
$$;

drop trigger fenced on venue_order;
drop trigger fenced on venue_fill;

create trigger fenced_insert after insert on venue_order
  referencing new table as written for each statement execute function refuse_old_epochs();
create trigger fenced_update after update on venue_order
  referencing new table as written for each statement execute function refuse_old_epochs();
create trigger fenced_insert after insert on venue_fill
  referencing new table as written for each statement execute function refuse_old_epochs();
create trigger fenced_update after update on venue_fill
  referencing new table as written for each statement execute function refuse_old_epochs();
