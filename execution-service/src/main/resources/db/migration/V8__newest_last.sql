-- Orders come in the order of their receipt: an index that grows at its end takes them far cheaper than one that grows at its front.
drop index venue_order_newest;
create index venue_order_newest on venue_order (account, received_at);
