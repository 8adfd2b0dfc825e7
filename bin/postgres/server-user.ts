import { type SpawnOptions, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Who the server runs as. PostgreSQL refuses root, so for root it is an account of its own, or
 * root under another number inside a user namespace.
 */
export type ServerUser =
  | { kind: 'self' }
  | { kind: 'account'; uid: number; gid: number }
  | { kind: 'namespace' }

const ACCOUNT = 'rollcall-postgres'
const NOBODY = { uid: 65534, gid: 65534 }

function accountNamed(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

/** An account that owns nothing else; `nobody` where none can be made. initdb insists on a name. */
function ownAccount(): { uid: number; gid: number } | undefined {
  const known = accountNamed(ACCOUNT)
  if (known !== undefined) return known
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', ACCOUNT], { stdio: 'ignore' })
  return accountNamed(ACCOUNT) ?? accountNamed('nobody')
}

function succeeds(user: ServerUser, file: string, args: string[]): boolean {
  const command = commandAs(user, file, args)
  const answer = spawnSync(command.file, command.args, { ...command.options, stdio: 'ignore' })
  return answer.status === 0
}

/** The command that runs `file` as `user`; the process keeps its id through it, so signals reach. */
export function commandAs(
  user: ServerUser,
  file: string,
  args: readonly string[],
): { file: string; args: string[]; options: SpawnOptions } {
  // A minimal environment: PG* variables of the person's shell must not reach the server.
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
  }
  if (user.kind === 'account') {
    return { file, args: [...args], options: { env, uid: user.uid, gid: user.gid, cwd: '/' } }
  }
  if (user.kind === 'namespace') {
    const mapped = ['--user', `--map-user=${NOBODY.uid}`, `--map-group=${NOBODY.gid}`]
    return { file: 'unshare', args: [...mapped, file, ...args], options: { env, cwd: '/' } }
  }
  return { file, args: [...args], options: { env, cwd: '/' } }
}

/** Whether `user` can run `program` and enter `folder`. */
function reaches(user: ServerUser, program: string, folder: string): boolean {
  return succeeds(user, program, ['--version']) && succeeds(user, 'test', ['-x', folder])
}

/**
 * Chooses for a root caller, cheapest that works first: an own account where it reaches programs
 * and folder, else a user namespace in place. `relocated` tells that an account exists and works,
 * but both must be moved to where it reaches them; `undefined` that nothing works here.
 */
export function chooseServerUser(
  program: string,
  folder: string,
): { user: ServerUser; relocated: boolean } | undefined {
  if (process.getuid?.() !== 0) return { user: { kind: 'self' }, relocated: false }
  // Asked as nobody first, so that no account is made where none would help.
  if (reaches({ kind: 'account', ...NOBODY }, program, folder)) {
    const account = ownAccount()
    if (account !== undefined) return { user: { kind: 'account', ...account }, relocated: false }
  }
  const namespace: ServerUser = { kind: 'namespace' }
  if (reaches(namespace, program, folder)) return { user: namespace, relocated: false }
  const account = ownAccount()
  if (account === undefined) return undefined
  const user: ServerUser = { kind: 'account', ...account }
  return succeeds(user, 'true', []) ? { user, relocated: true } : undefined
}
