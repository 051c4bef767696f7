// Before each file of the engine's tests that is run once more, on PostgreSQL.
process.env['TALLY_TEST_ENGINE'] = 'postgres';
