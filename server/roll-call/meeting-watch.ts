import { systemActor } from '../access/system-actor.ts'
import { lookOften } from '../live/look-often.ts'
import { findMeeting } from './find-meeting.ts'

type Listener = (json: string) => void

interface Watch {
  readonly listeners: Set<Listener>
  readonly stop: () => void
  /** The meeting without its clock, as JSON; null before the first look. */
  content: string | null
  /** How far the database's clock is ahead of this process's, in milliseconds. */
  aheadMs: number
}

// One watch a meeting and process, also across hot reloads.
const holder: { rollcallMeetings?: Map<string, Watch> } = globalThis as {
  rollcallMeetings?: Map<string, Watch>
}

const EVERY_MS = 1500

/**
 * Tells `listener` a meeting as JSON now and whenever anything in it moves. However many listen, a
 * process reads a meeting once for all of them: what they see does not depend on who looks.
 *
 * @returns a function that ends it.
 */
export function watchMeeting(slug: string, id: string, listener: Listener): () => void {
  holder.rollcallMeetings ??= new Map()
  const meetings = holder.rollcallMeetings
  const shared = meetings.get(id) ?? begin(slug, id)
  meetings.set(id, shared)
  shared.listeners.add(listener)
  if (shared.content !== null) listener(withClock(shared.content, shared.aheadMs))
  return () => {
    shared.listeners.delete(listener)
    if (shared.listeners.size > 0) return
    shared.stop()
    meetings.delete(id)
  }
}

function begin(slug: string, id: string): Watch {
  const shared: Watch = {
    listeners: new Set(),
    content: null,
    aheadMs: 0,
    stop: lookOften(async () => {
      const { at, ...meeting } = await findMeeting(systemActor(), { slug, id })
      shared.aheadMs = Date.parse(at) - Date.now()
      const content = JSON.stringify(meeting)
      if (content === shared.content) return
      shared.content = content
      const json = withClock(content, shared.aheadMs)
      for (const one of shared.listeners) one(json)
    }, EVERY_MS),
  }
  return shared
}

/** What does not move by itself, with the database's clock of this moment. */
function withClock(content: string, aheadMs: number): string {
  const at = new Date(Date.now() + aheadMs).toISOString()
  return `${content.slice(0, -1)},"at":${JSON.stringify(at)}}`
}
