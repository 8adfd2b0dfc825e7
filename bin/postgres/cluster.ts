import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { writePrivateFile } from '../private-file.ts'
import { giveToServer, type Place } from './place.ts'
import { commandAs } from './server-user.ts'

const passwords = z.object({
  postgres: z.string().min(20),
  rollcall_owner: z.string().min(20),
  rollcall_app: z.string().min(20),
})

export type Passwords = z.infer<typeof passwords>

/** The roles' passwords of this installation; random ones, written down before the cluster exists. */
export function keepPasswords(place: Place): Passwords {
  const file = join(place.folder, 'passwords.json')
  if (existsSync(file)) return passwords.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (existsSync(place.data)) {
    throw new Error(
      `${file} is missing, so nobody can enter the database beside it: put it back, or remove ${place.folder} to start anew.`,
    )
  }
  const random = () => randomBytes(32).toString('base64url')
  const made = { postgres: random(), rollcall_owner: random(), rollcall_app: random() }
  writePrivateFile(file, `${JSON.stringify(made, null, 2)}\n`)
  return made
}

function run(place: Place, program: string, args: string[]): Promise<void> {
  const command = commandAs(place.user, program, args)
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      ...command.options,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString('utf8')).slice(-4000)
      })
    }
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`PostgreSQL could not make its files: ${said.trim()}`))
    })
  })
}

/** Makes the cluster's files when there are none; killed in the middle, it begins again next time. */
export async function makeCluster(
  place: Place,
  superuserPassword: string,
  options: { sync: boolean },
): Promise<boolean> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return false
  const draft = `${place.data}.new`
  const secret = join(dirname(place.data), 'first-password')
  rmSync(draft, { recursive: true, force: true })
  rmSync(secret, { force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveToServer(place.user, draft)
  writeFileSync(secret, `${superuserPassword}\n`, { mode: 0o600 })
  giveToServer(place.user, secret)
  try {
    await run(place, place.binaries.initdb, [
      `--pgdata=${draft}`,
      `--pwfile=${secret}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.sync ? [] : ['--no-sync']),
    ])
  } finally {
    rmSync(secret, { force: true })
  }
  renameSync(draft, place.data)
  return true
}
