import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindSqlAdapterFactory, type SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

export type { SchemaEngine }

/** A script the database refused, and the line (from 1) where it says so. */
export type ScriptFailure = { script: string; message: string; line: number | undefined }

// In the script's own transaction, so that a kill leaves it either applied and finished or neither;
// the engine alone writes this after the commit, and a kill between the two would be unexplainable.
const FINISHED = `
;RESET ROLE;
UPDATE public._prisma_migrations SET finished_at = now()
WHERE finished_at IS NULL AND rolled_back_at IS NULL;
`

// The engine's own lock. Taken on the one connection that the engine uses too (a session may take
// it twice), so that reading the history is under it as well as applying.
const MIGRATION_LOCK = 72_707_369

async function instantiate(): Promise<void> {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(entry.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...bindings },
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

// Once a process: the bindings hold one instance in a variable of the module.
let ready: Promise<void> | undefined

function lineIn(script: string, error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('position' in error)) return undefined
  const position = Number(error.position)
  return position > 0 ? script.slice(0, position - 1).split('\n').length : undefined
}

/**
 * Prisma's schema engine on the database at `url`. The stock adapter cuts a script at every
 * semicolon, which breaks function bodies: here it is sent whole, as one transaction. Waits while
 * another one is open on that database.
 */
export async function openSchemaEngine(
  url: string,
  datamodel: string,
): Promise<{
  engine: SchemaEngine
  failure(): ScriptFailure | undefined
  close(): Promise<void>
}> {
  ready ??= instantiate()
  await ready
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 })
  pool.on('error', () => undefined)
  const stock = new PrismaPg(pool)
  let failed: ScriptFailure | undefined
  const whole: SqlDriverAdapterFactory = {
    provider: stock.provider,
    adapterName: stock.adapterName,
    async connect() {
      const adapter = await stock.connect()
      adapter.executeScript = async (script: string) => {
        try {
          await pool.query(script + FINISHED)
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error)
          failed = { script, message, line: lineIn(script, error) }
          throw error
        }
      }
      return adapter
    },
  }
  let engine: SchemaEngine
  try {
    await pool.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    engine = await bindings.SchemaEngine.new(
      { datamodels: [['schema.prisma', datamodel]] },
      () => undefined,
      bindSqlAdapterFactory(whole),
    )
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    engine,
    failure: () => failed,
    async close() {
      engine.free()
      await pool.end()
    },
  }
}
