-- Reading goes by audit.listing, whose indexes are in the order of the log; these six of the first
-- day were read by nobody and written by every entry. chain_sealed_at is the beginning of chain_moment.
SET ROLE rollcall_audit_owner;

DROP INDEX audit.event_toggle;
DROP INDEX audit.event_environment;
DROP INDEX audit.event_plan;
DROP INDEX audit.event_actor;
DROP INDEX audit.event_type;
DROP INDEX audit.event_denied;
DROP INDEX audit.chain_sealed_at;

RESET ROLE;
