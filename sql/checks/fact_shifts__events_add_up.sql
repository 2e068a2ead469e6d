-- fact_shifts__events_add_up: what a shift counts are its events of fact_events, and every event
-- with a shift is counted.
with
events as (
    select
        shift_id,
        count(*) as event_count,
        sum(is_sog) filter (where team_venue = 'home') as sf,
        sum(is_sog) filter (where team_venue = 'away') as sa,
        sum(is_corsi) filter (where team_venue = 'home') as cf,
        sum(is_corsi) filter (where team_venue = 'away') as ca,
        sum(is_fenwick) filter (where team_venue = 'home') as ff,
        sum(is_fenwick) filter (where team_venue = 'away') as fa,
        sum(is_scoring_chance) filter (where team_venue = 'home') as scf,
        sum(is_scoring_chance) filter (where team_venue = 'away') as sca,
        sum(is_high_danger) filter (where team_venue = 'home') as hdf,
        sum(is_high_danger) filter (where team_venue = 'away') as hda,
        sum(is_zone_entry) filter (where team_venue = 'home') as home_zone_entries,
        sum(is_zone_entry) filter (where team_venue = 'away') as away_zone_entries,
        sum(is_zone_exit) filter (where team_venue = 'home') as home_zone_exits,
        sum(is_zone_exit) filter (where team_venue = 'away') as away_zone_exits,
        sum(is_giveaway) filter (where team_venue = 'home') as home_giveaways,
        sum(is_giveaway) filter (where team_venue = 'away') as away_giveaways,
        sum(is_bad_giveaway) filter (where team_venue = 'home') as home_bad_giveaways,
        sum(is_bad_giveaway) filter (where team_venue = 'away') as away_bad_giveaways,
        sum(is_takeaway) filter (where team_venue = 'home') as home_takeaways,
        sum(is_takeaway) filter (where team_venue = 'away') as away_takeaways,
        sum(is_faceoff) filter (where team_venue = 'home') as fo_won,
        sum(is_faceoff) filter (where team_venue = 'away') as fo_lost,
        sum(is_goal) filter (where team_venue = 'home') as home_gf_all,
        sum(is_goal) filter (where team_venue = 'away') as away_gf_all
    from fact_events
    where shift_id is not null
    group by shift_id
)
select coalesce(s.shift_id, e.shift_id) as shift_id, s.event_count, e.event_count
from fact_shifts as s
full join events as e on e.shift_id = s.shift_id
where (
    s.event_count,
    s.sf, s.sa, s.cf, s.ca, s.ff, s.fa, s.scf, s.sca, s.hdf, s.hda, s.home_zone_entries,
    s.away_zone_entries, s.home_zone_exits, s.away_zone_exits, s.home_giveaways,
    s.away_giveaways, s.home_bad_giveaways, s.away_bad_giveaways, s.home_takeaways,
    s.away_takeaways, s.fo_won, s.fo_lost, s.home_gf_all, s.away_gf_all
) is distinct from (
    coalesce(e.event_count, 0),
    coalesce(e.sf, 0), coalesce(e.sa, 0), coalesce(e.cf, 0), coalesce(e.ca, 0),
    coalesce(e.ff, 0), coalesce(e.fa, 0), coalesce(e.scf, 0), coalesce(e.sca, 0),
    coalesce(e.hdf, 0), coalesce(e.hda, 0), coalesce(e.home_zone_entries, 0),
    coalesce(e.away_zone_entries, 0), coalesce(e.home_zone_exits, 0),
    coalesce(e.away_zone_exits, 0), coalesce(e.home_giveaways, 0), coalesce(e.away_giveaways, 0),
    coalesce(e.home_bad_giveaways, 0), coalesce(e.away_bad_giveaways, 0),
    coalesce(e.home_takeaways, 0), coalesce(e.away_takeaways, 0), coalesce(e.fo_won, 0),
    coalesce(e.fo_lost, 0), coalesce(e.home_gf_all, 0), coalesce(e.away_gf_all, 0)
)
