-- fact_events__attempts_add_up: every attempt is on net, blocked, missed or deflected, once.
select event_id, is_corsi, is_fenwick, is_sog, is_blocked_shot, is_missed_shot, is_deflected
from fact_events
where is_corsi <> is_sog + is_blocked_shot + is_missed_shot + is_deflected
    or is_sog > is_fenwick
    or is_fenwick > is_corsi
