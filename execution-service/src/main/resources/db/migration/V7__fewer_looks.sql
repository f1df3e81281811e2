-- A batch is of one account and one epoch: one look at the lease for each that it has, not for each row.
create or replace function refuse_old_epochs() returns trigger language plpgsql as $$
declare
  refused record;
begin
  select w.account, w.epoch, l.epoch as newest into refused
  from (select distinct account, epoch from written) w
  left join leader l on l.resource = 'venue-account:' || w.account
  where l.epoch is distinct from w.epoch
  limit 1;
  if found then
    raise exception 'epoch % of venue-account:% is not the newest, %', refused.epoch, refused.account, refused.newest
      using errcode = '55000';
  end if;
  return null;
end
$$;
