import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../../server/settings.ts'
import { idpIssuer } from '../idp/keep-secrets.ts'
import { addressOf, answers } from './answers.ts'
import type { Program } from './keep-running.ts'
import type { Launch } from './launch-context.ts'
import { openLogFile } from './log-file.ts'

/** The settings as every process of one start sees them, whatever was left to its default. */
export function sameSettings(settings: Settings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(settings.port),
    FLAGS_PORT: String(settings.flagsPort),
    IDP_PORT: String(settings.idpPort),
    HOST: settings.host,
    ROLLCALL_HOME: settings.home,
    NEXTAUTH_URL: settings.nextauthUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** The processes that serve, those of them that this version has. */
export function programs(settings: Settings, { root, say, isDev }: Launch): Program[] {
  const { host, port, flagsPort, idpPort, home, embedded } = settings
  const log = (name: string, echo = false) =>
    openLogFile(join(home, 'logs', `${name}.log`), name, (line) => {
      if (echo) say(`${name} | ${line}`)
    })
  const env = { ...sameSettings(settings), NODE_ENV: isDev ? 'development' : 'production' } as const
  const at = (address: string) => () => answers(address)
  // Half of what a start costs is compiling what was compiled before.
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(home, 'compile-cache')
  const web: Program = {
    name: 'web',
    args: isDev ? ['bin/web.ts', '--dev'] : ['bin/web.ts'],
    cwd: root,
    // Of openid-client's url.parse, which Node takes for ours where Next has bundled it.
    env: { ...env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=DEP0169` },
    log: log('web', isDev),
    isReady: at(`${addressOf(host, port)}/health/live`),
  }
  const flags: Program = {
    name: 'flags',
    // Half a megabyte a second of short-lived answers needs no larger nursery; it would only be kept.
    args: ['--max-semi-space-size=4', 'flags/main.ts'],
    cwd: root,
    env: { ...env, NODE_COMPILE_CACHE, NODE_ENV: 'production' },
    log: log('flags'),
    isReady: at(`${addressOf(host, flagsPort)}/health/live`),
  }
  const idp: Program = {
    name: 'idp',
    args: ['bin/idp.ts'],
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
    log: log('idp'),
    isReady: at(`${idpIssuer(idpPort)}/.well-known/openid-configuration`),
  }
  const worker: Program = {
    name: 'worker',
    args: ['worker/main.ts'],
    cwd: root,
    env: { ...env, NODE_COMPILE_CACHE, NODE_ENV: 'production' },
    log: log('worker'),
    isReady: async () => true,
  }
  const all = embedded ? [idp, web, flags, worker] : [web, flags, worker]
  const sourceOf = ({ args }: Program) => args.find((arg) => !arg.startsWith('--')) ?? ''
  return all.filter((program) => existsSync(join(root, sourceOf(program))))
}
