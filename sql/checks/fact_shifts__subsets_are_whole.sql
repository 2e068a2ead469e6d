-- fact_shifts__subsets_are_whole: a shot on goal is an unblocked attempt, that an attempt; what
-- is dangerous is a scoring chance, and those are the shots on goal.
select shift_id, sf, ff, cf, sa, fa, ca
from fact_shifts
where sf > ff or ff > cf or scf <> sf or hdf > scf
    or sa > fa or fa > ca or sca <> sa or hda > sca
