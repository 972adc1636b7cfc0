"""The build: load what was read, check it, render it, publish it.

In: a folder and the options of the command line. Out: problems, and a published site or none. `pipeline` reads in one
piece; `tasks` are what is done for one sheet, `workers` the processes that do them, `state` and `store` what an
earlier build found, `up_to_date` the way out where nothing is to be done, `result` what sees the finished pages before
readers do.
"""
