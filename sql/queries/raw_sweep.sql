-- Deletes what raw holds of files of which it holds a newer reading.
with
gone as (
    delete from raw.file as old
    using raw.file as new
    where new.path = old.path and new.file_id > old.file_id
    returning old.file_id
),
sheet_gone as (
    delete from raw.sheet where file_id in (select file_id from gone)
),
finding_gone as (
    delete from raw.finding where file_id in (select file_id from gone)
),
dim_player_gone as (
    delete from raw.dim_player where file_id in (select file_id from gone)
),
dim_team_gone as (
    delete from raw.dim_team where file_id in (select file_id from gone)
),
dim_league_gone as (
    delete from raw.dim_league where file_id in (select file_id from gone)
),
dim_season_gone as (
    delete from raw.dim_season where file_id in (select file_id from gone)
),
dim_schedule_gone as (
    delete from raw.dim_schedule where file_id in (select file_id from gone)
),
dim_playerurlref_gone as (
    delete from raw.dim_playerurlref where file_id in (select file_id from gone)
),
dim_randomnames_gone as (
    delete from raw.dim_randomnames where file_id in (select file_id from gone)
),
dim_event_type_gone as (
    delete from raw.dim_event_type where file_id in (select file_id from gone)
),
dim_event_detail_gone as (
    delete from raw.dim_event_detail where file_id in (select file_id from gone)
),
dim_event_detail_2_gone as (
    delete from raw.dim_event_detail_2 where file_id in (select file_id from gone)
),
dim_play_detail_gone as (
    delete from raw.dim_play_detail where file_id in (select file_id from gone)
),
dim_play_detail_2_gone as (
    delete from raw.dim_play_detail_2 where file_id in (select file_id from gone)
),
fact_gameroster_gone as (
    delete from raw.fact_gameroster where file_id in (select file_id from gone)
),
fact_leadership_gone as (
    delete from raw.fact_leadership where file_id in (select file_id from gone)
),
fact_registration_gone as (
    delete from raw.fact_registration where file_id in (select file_id from gone)
),
fact_draft_gone as (
    delete from raw.fact_draft where file_id in (select file_id from gone)
),
events_gone as (
    delete from raw.events where file_id in (select file_id from gone)
),
shifts_gone as (
    delete from raw.shifts where file_id in (select file_id from gone)
),
tracking_gone as (
    delete from raw.tracking where file_id in (select file_id from gone)
),
timeout_gone as (
    delete from raw.timeout where file_id in (select file_id from gone)
),
point_gone as (
    delete from raw.point where file_id in (select file_id from gone)
)
select
    count(*) as files
from gone
