-- Puts a build schema in the place of the warehouse; the old one becomes {build}_old.
-- $1 name of the build schema
select app.publish_swap($1::text)
