import { TimeStamp } from '../ui/time-stamp.tsx'

export type UseView = {
  /** The environment within a sentence. */
  readonly environment: string
  /** The name of the token; null for nobody in particular. */
  readonly by: string | null
  readonly alone: boolean
  readonly last_asked_at: string
}

const SHOWN = 3

/** Whether code still asks for a toggle by its key, as a sentence, said where that decides. */
export function StillAsked({ asked }: { asked: readonly UseView[] }) {
  const alone = asked.filter((use) => use.alone)
  if (alone.length === 0) {
    return <>No application has asked for it by its key, as far as evaluation knows.</>
  }
  return (
    <>
      Last asked for by its key:{' '}
      {alone.slice(0, SHOWN).map(({ environment, by, last_asked_at }, index) => (
        <span key={`${environment} ${by}`}>
          {index > 0 && '; '}
          {by ?? 'without a token'} in {environment}, <TimeStamp at={last_asked_at} />
        </span>
      ))}
      {alone.length > SHOWN && `; ${alone.length - SHOWN} more below`}.
    </>
  )
}
