-- The tables of the publication: name, rows, bytes of the CSV file.
select name, rows, bytes from app.published_table
