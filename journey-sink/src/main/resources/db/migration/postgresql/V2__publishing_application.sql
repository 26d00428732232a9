ALTER TABLE definitions ADD COLUMN application TEXT;

COMMENT ON COLUMN definitions.application IS 'Id of the application that publishes these results, for example journey-loan-application-v1; null where an earlier release wrote the row.';
