import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Doorkeeper, noteUse } from '../admit.ts'
import type { Chance } from '../ofrep/read-context.ts'
import { tellAge } from '../respond.ts'
import { type FlipperAddress, keysAskedFor, readAddress } from './address.ts'
import { type Entered, enter } from './enter.ts'
import { unknownAddress } from './errors.ts'
import { readActor, readFeature, readFeatures } from './read-features.ts'
import { notThatWay, type WriteSurface, write } from './write.ts'

/**
 * Flipper's HTTP API under `/flipper`, as `Flipper::Adapters::Http` calls it. Without a write
 * surface there are no writing routes.
 */
export function flipperApi(door: Doorkeeper, chance: Chance, surface: WriteSurface | null) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const url = request.originalUrl
    const address = readAddress(url)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (address === null || (!isRead && surface === null)) return unknownAddress(reply)
    const entered = enter(door, request, reply)
    if (entered === null) return reply
    tellAge(reply, door.source, door.now())
    if (!isRead) {
      const isWrite = request.method === 'POST' || request.method === 'DELETE'
      if (surface === null || !isWrite) return notThatWay(reply)
      return await write(surface, entered, address, request, reply)
    }
    noteRead(door, entered, address, url)
    const { rules } = entered
    switch (address.at) {
      case 'features':
        return readFeatures(reply, rules, url, request.headers['if-none-match'])
      case 'feature':
        return readFeature(reply, rules, address.key, url)
      case 'actor':
        return readActor(reply, rules, address.id, url, chance)
      default:
        return notThatWay(reply)
    }
  }
}

function noteRead(door: Doorkeeper, entered: Entered, address: FlipperAddress, url: string): void {
  const keys = address.at === 'feature' ? [address.key] : keysAskedFor(url)
  if (keys === null) noteUse(door, entered, null)
  for (const key of keys ?? []) {
    if (entered.rules.toggles.has(key)) noteUse(door, entered, key)
  }
}
