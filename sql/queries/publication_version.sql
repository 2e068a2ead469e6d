-- The data version that readers see; no row before the first publication.
select data_version from app.publication
