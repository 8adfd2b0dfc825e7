import { directionOf } from '../toggle/direction.ts'
import type { ToggleState } from '../toggle/state.ts'

interface Outside {
  /** What was set on the server behind Rollcall's back. */
  readonly there: ToggleState
  /** What Rollcall has, and would push. */
  readonly wanted: ToggleState
  readonly offIsDangerous: boolean
}

/**
 * What becomes of a change behind Rollcall's back that meets a push on its way: the narrower of the
 * two stands, and either is told. A push that lets nobody in beyond what is there goes over it; one
 * that would let somebody in again whom others have just taken out does not: what is there is
 * adopted.
 */
export function settleOutside({ there, wanted, offIsDangerous }: Outside): 'push' | 'adopt' {
  const direction = directionOf(there, wanted, { offIsDangerous })
  return direction === 'narrows' || direction === 'none' ? 'push' : 'adopt'
}

/** Whether what others widened may be put back: only where going back takes people out alone. */
export function mayPutBack({ there, wanted, offIsDangerous }: Outside): boolean {
  return directionOf(there, wanted, { offIsDangerous }) === 'narrows'
}
