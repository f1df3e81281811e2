-- The venue's sequence at which our books were last found to agree with its own: what is missing came after it.
alter table venue_account add column agreed_sequence bigint not null default 0;

-- Nobody writes under an epoch here, so there is none to refuse.
alter table venue_account disable trigger fenced;
update venue_account set agreed_sequence = venue_sequence;
alter table venue_account enable trigger fenced;
