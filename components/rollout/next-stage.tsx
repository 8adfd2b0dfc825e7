import { placeWords } from '../toggles/place-words.ts'
import { stageName } from '../toggles/stage-ticks.ts'
import { percentWords } from '../ui/level-words.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Coming } from './coming.tsx'
import type { ShownRollout } from './rollout-shown.ts'

interface NextStageProps {
  rollout: ShownRollout
  /** The page of the toggle, where the reader is not on it. */
  toggleHref: string | null
}

/** The stage that comes next, when it may go, and whose flip or word begins it. */
export function NextStage({ rollout, toggleHref }: NextStageProps) {
  const { next, toggle, environment, environment_name: name, binds } = rollout
  if (!next) {
    const [first] = rollout.stages
    return <>{first ? 'The plan lists no further stage.' : 'The plan lists no stages.'}</>
  }
  const share = next.percentage === null ? null : percentWords(next.percentage)
  const isFlipped = toggle !== null && (next.percentage ?? 0) > 0
  return (
    <>
      <strong className="font-semibold">
        {share === null ? next.label : `${stageName(next.label)}, ${share}`}
      </strong>
      {next.may_go_at && binds.soak && (
        <>
          , when the soak is over <Coming at={next.may_go_at} />
        </>
      )}
      {next.may_go_at && !binds.soak && ', which need not wait for the soak here'}. It begins{' '}
      {isFlipped ? 'with a flip in ' : 'by a word in '}
      {placeWords({ environment, name })} by {next.started_by}
      {isFlipped && toggleHref !== null && (
        <>
          {' '}
          on the page of <TextLink href={toggleHref}>{toggle}</TextLink>
        </>
      )}
      ; nothing begins by itself.
    </>
  )
}
