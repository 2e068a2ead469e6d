-- Drops what publish_swap has replaced.
-- $1 name of the build schema that was
select app.publish_drop_old($1::text)
