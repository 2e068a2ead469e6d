-- base_typed: which words for type, detail and second detail of an event were typed together. A
-- season has some hundred combinations: what they mean is found once for each (base_code,
-- base_event_code).
-- grain: one row per combination of type_typed, detail_typed, detail_2_typed
-- by: game
-- analyze: yes
select type_typed, detail_typed, detail_2_typed
from base_event_cell
group by type_typed, detail_typed, detail_2_typed
