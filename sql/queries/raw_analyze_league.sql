-- Statistics of the columns that rows of the league workbook are joined by, after it was read.
analyze raw.fact_gameroster (file_id, row)
