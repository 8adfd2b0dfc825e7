import type { FactData } from './entry.ts'
import { dayInWords } from './moment-words.ts'
import { asWords, listed, place } from './phrases.ts'
import type { ReadEntry } from './read-entry.ts'

type FlipType =
  | 'toggle.widened'
  | 'toggle.narrowed'
  | 'toggle.reshaped'
  | 'toggle.rolled_back'
  | 'flip.overrode_checks'

type FlipPayload = Extract<ReadEntry['payload'], { readonly type: FlipType }>

/** What a flip did, as the words that follow the name of who did it, without the full stop. */
export function describeFlip(payload: FlipPayload, launchedAt: string | null): string {
  const where = place(payload.target)
  const move = fromTo(payload.data)
  const ground = `${cameFrom(payload.data)}${restsOn(payload.data, launchedAt)}`
  switch (payload.type) {
    case 'toggle.widened':
      return `widened ${where} ${move}${ground}`
    case 'toggle.narrowed':
      return `narrowed ${where} ${move}${ground}`
    case 'toggle.reshaped':
      return `changed ${where} ${move}, which lets some in and takes others out${ground}`
    case 'toggle.rolled_back':
      return `rolled ${where} back ${move}, undoing ${undone(payload.data)}${ground}`
    case 'flip.overrode_checks':
      return `overrode the checks and widened ${where} ${move}${passedOver(payload.data)}`
  }
}

const SHARE = /^(\d+(?:\.\d+)?) % of actors$/

function fromTo({ from, to }: FactData['toggle.widened']): string {
  const isShort = [from, to].every(
    (state) => SHARE.test(state) || state === 'off' || state === 'on',
  )
  const words = (state: string): string => (isShort ? state.replace(SHARE, '$1 %') : state)
  return `from ${words(from)} to ${words(to)}`
}

function undone({ undoes, through }: FactData['toggle.rolled_back']): string {
  return through === undefined
    ? `the flip to version ${undoes}`
    : `the flips to versions ${undoes} to ${through}`
}

function cameFrom({ guard, schedule }: FactData['toggle.widened']): string {
  if (guard !== undefined) return `, on a signal to the guard “${guard}”`
  return schedule === undefined ? '' : ', as scheduled'
}

function restsOn({ rests_on }: FactData['toggle.widened'], launchedAt: string | null): string {
  if (rests_on === null) return ''
  const day = launchedAt === null ? '' : ` (${dayInWords(launchedAt)})`
  return `, on the launch decision of roll call ${rests_on.roll_call}${day}`
}

function passedOver({ checks }: FactData['flip.overrode_checks']): string {
  const failed = checks
    .filter(({ passed, binds }) => !passed && binds !== false)
    .map(({ check }) => asWords(check))
  return failed.length === 0 ? '' : `, passing over: ${listed(failed)}`
}
