-- A game that was asked for by its number is built with fewer line-ups than others need; a later
-- incremental run that does not ask for it builds it anew.
alter table app.publication add column asked integer[] not null default '{}';
comment on column app.publication.asked is 'games that were asked for by their numbers';
