import type { Settings } from '../../server/settings.ts'
import { tryPort } from '../postgres/free-port.ts'

export type PortWish = { name: 'PORT' | 'FLAGS_PORT' | 'IDP_PORT'; host: string; port: number }

/** The ports that a start needs, with the setting that chooses each. */
export function portWishes(settings: Settings): PortWish[] {
  const { host, port, flagsPort, idpPort, embedded } = settings
  const wishes: PortWish[] = [
    { name: 'PORT', host, port },
    { name: 'FLAGS_PORT', host, port: flagsPort },
  ]
  return embedded ? [...wishes, { name: 'IDP_PORT', host: '127.0.0.1', port: idpPort }] : wishes
}

/** One sentence on ports that cannot be had; `code` is the system's reason. */
export function portSentence(refused: readonly (PortWish & { code: string })[]): string {
  const list = new Intl.ListFormat('en')
  const named = list.format(refused.map(({ port, name }) => `${port} (${name})`))
  const many = refused.length > 1
  const [first] = refused
  if (first !== undefined && refused.every(({ code }) => code === 'EADDRNOTAVAIL')) {
    return `HOST is ${first.host}, which is no address of this machine.`
  }
  if (refused.every(({ code }) => code === 'EACCES')) {
    return `${many ? 'Ports' : 'Port'} ${named} may not be used by this user: set a number from 1024.`
  }
  return `${many ? 'Ports' : 'Port'} ${named} ${many ? 'are' : 'is'} in use by another program: stop it, or set ${list.format(refused.map(({ name }) => name))} to ${many ? 'others' : 'another'}.`
}

/** Which of the ports cannot be had now, and why. */
export async function refusedPorts(
  wishes: readonly PortWish[],
): Promise<(PortWish & { code: string })[]> {
  const tried = await Promise.all(
    wishes.map(async (wish) => ({ ...wish, code: await tryPort(wish.host, wish.port) })),
  )
  return tried.flatMap((wish) =>
    typeof wish.code === 'string' ? [{ ...wish, code: wish.code }] : [],
  )
}
