"""How well do the tests look? Faults are put into the engine, one at a time, and counted where a test notices."""
