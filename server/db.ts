import { type Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { OrderedPg } from './ordered-pg.ts'

/** What a query reads through: the client, or a transaction of it. */
export type Db = Prisma.TransactionClient

interface Held {
  url: string
  client: PrismaClient
}

// One client a process, also across hot reloads, which evaluate this module again.
const holder: { rollcallDatabase?: Held } = globalThis as { rollcallDatabase?: Held }

function open(url: string): Held {
  return {
    url,
    client: new PrismaClient({ adapter: new OrderedPg({ connectionString: url, max: 10 }) }),
  }
}

/**
 * The database of this process, at DATABASE_URL or where connectDatabase said.
 *
 * @throws Error when neither is set.
 */
export function db(): PrismaClient {
  if (holder.rollcallDatabase) return holder.rollcallDatabase.client
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start with npm start, or set it.')
  holder.rollcallDatabase = open(url)
  return holder.rollcallDatabase.client
}

/** Where the database of this process is. */
export function databaseUrl(): string {
  db()
  return holder.rollcallDatabase?.url ?? ''
}

/** Turns this process to another database; tests use it, a database each. */
export async function connectDatabase(url: string): Promise<void> {
  await disconnectDatabase()
  holder.rollcallDatabase = open(url)
}

/** Closes the connections of this process. */
export async function disconnectDatabase(): Promise<void> {
  await holder.rollcallDatabase?.client.$disconnect()
  delete holder.rollcallDatabase
}
