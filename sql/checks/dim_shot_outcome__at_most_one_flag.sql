-- dim_shot_outcome__at_most_one_flag: an outcome has at most one flag, deflect none, and a
-- multiplier of 1 exactly if the shot was on goal.
select shot_outcome_code, is_goal, is_save, is_block, is_miss, xg_multiplier
from dim_shot_outcome
where is_goal::integer + is_save::integer + is_block::integer + is_miss::integer
    <> case shot_outcome_code when 'deflect' then 0 else 1 end
    or (xg_multiplier = 1) <> (is_goal or is_save)
