import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import { LevelMark } from '../ui/level-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { ageWords } from '../ui/time-words.ts'
import { placeWords } from './place-words.ts'
import { shortState } from './short-state.ts'

type StateLinkProps = {
  toggle: string
  /** `changed_at` in ISO 8601. */
  environment: ToggleStateJson & {
    readonly environment: string
    readonly name: string
    readonly changed_at: string
  }
}

/** A state in a cell, which leads to where it is changed; what is open to all says for how long. */
export function StateLink({ toggle, environment }: StateLinkProps) {
  const { percent, word } = shortState(environment)
  const isForAll = environment.boolean || environment.percentage_of_actors === 100
  return (
    <TextLink
      plain
      prefetch={false}
      href={`/toggles/${encodeURIComponent(toggle)}#${environment.environment}`}
      className="relative flex min-h-11 items-start px-3 py-1.5 leading-6"
    >
      <span className="sr-only">
        {toggle} in {placeWords(environment)}:{' '}
      </span>
      <span>
        <LevelMark percent={percent} {...(word === undefined ? {} : { word })} />
        {isForAll && (
          <span className="block pl-5.5 text-xs text-ink-soft tabular-nums">
            {sinceWords(new Date(environment.changed_at), new Date())}
          </span>
        )}
      </span>
    </TextLink>
  )
}

function sinceWords(since: Date, now: Date): string {
  return now.getTime() - since.getTime() < 60_000 ? 'just now' : `for ${ageWords(since, now)}`
}
