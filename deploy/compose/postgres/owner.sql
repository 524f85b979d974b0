-- psql -v role=identity -v owner=identity_owner -v password=... -f owner.sql, as superuser in the suite's database.
-- The role that a service runs with does not own its tables, so that it cannot change those which only grow. A repeat changes nothing.

SELECT format('CREATE ROLE %I LOGIN', :'owner') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \gexec
ALTER ROLE :"owner" PASSWORD :'password';
SELECT format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), :'owner') \gexec
CREATE SCHEMA IF NOT EXISTS :"role" AUTHORIZATION :"owner";

-- An installation from before the owner existed hands over what the service's role has made.
SELECT pg_get_userbyid(nspowner) = :'role' AS handover FROM pg_namespace WHERE nspname = :'role' \gset
\if :handover
REASSIGN OWNED BY :"role" TO :"owner";
SELECT format('GRANT SELECT, INSERT%s ON %I.%I TO %I', CASE WHEN tablename LIKE 'audit\_%' THEN '' ELSE ', UPDATE, DELETE' END, schemaname, tablename, :'role')
  FROM pg_tables WHERE schemaname = :'role' \gexec
SELECT format('GRANT SELECT, USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I', :'role', :'role') \gexec
\endif

GRANT USAGE ON SCHEMA :"role" TO :"role";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA :"role" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"role";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA :"role" GRANT SELECT, USAGE ON SEQUENCES TO :"role";
