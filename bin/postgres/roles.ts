import pg from 'pg'
import type { Passwords } from './cluster.ts'

export const DATABASE = 'rollcall'

const ROLES = [
  // Migrations run as the owner; CREATEROLE because they make the audit schema's owner.
  ['rollcall_owner', 'LOGIN NOSUPERUSER NOCREATEDB CREATEROLE NOREPLICATION NOBYPASSRLS'],
  ['rollcall_app', 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'],
] as const

const APP_LIMITS = [
  ['lock_timeout', '5s'],
  ['idle_in_transaction_session_timeout', '10s'],
  ['statement_timeout', '15s'],
] as const

async function isThere(client: pg.Client, query: string, name: string): Promise<boolean> {
  const found = await client.query(query, [name])
  return found.rowCount !== 0
}

/** Makes roles and database where they are missing and sets the limits again, so that it may run at every start. */
export async function ensureRoles(adminUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    for (const [role, attributes] of ROLES) {
      const known = await isThere(client, 'SELECT 1 FROM pg_roles WHERE rolname = $1', role)
      const password = client.escapeLiteral(passwords[role])
      await client.query(
        `${known ? 'ALTER' : 'CREATE'} ROLE ${role} WITH ${attributes} PASSWORD ${password}`,
      )
    }
    for (const [name, value] of APP_LIMITS) {
      await client.query(`ALTER ROLE rollcall_app SET ${name} = '${value}'`)
    }
    if (!(await isThere(client, 'SELECT 1 FROM pg_database WHERE datname = $1', DATABASE))) {
      await client.query(`CREATE DATABASE ${DATABASE} OWNER rollcall_owner`)
    }
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`)
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO rollcall_app`)
  } finally {
    await client.end()
  }
}
