-- fact_sequences__one_period_one_side: a sequence lies in one period, its puck events are of one
-- side.
select sequence_key, count(distinct period) as periods
from fact_events
where sequence_key is not null
group by sequence_key
having count(distinct period) > 1 or count(distinct team_venue) filter (
    where event_type in (
        'Faceoff', 'Possession', 'Pass', 'Shot', 'Goal', 'Zone_Entry_Exit', 'Turnover',
        'PenaltyShot_Shootout'
    )
) > 1
