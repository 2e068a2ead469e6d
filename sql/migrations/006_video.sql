-- The videos of a game (page 40, 7): sheet video of its video workbook and of its tracking
-- workbook, and those of a save, whose period starts are raw.tracking's. Rows without a URL are
-- left out.
create unlogged table raw.video (
    file_id bigint not null, row integer not null,
    url text not null, number text, duration_seconds text,
    period_1_start text, period_2_start text, period_3_start text,
    member text             -- of a save: videos, youtubeUrl (row 0)
);
