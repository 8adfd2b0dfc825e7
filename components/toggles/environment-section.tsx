import type { ReactNode } from 'react'
import { Band } from '../ui/band.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { LevelMark } from '../ui/level-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { capitalised } from './capitalised.ts'
import { FlipControls } from './flip-controls.tsx'
import { HistoryChart } from './history-chart.tsx'
import { OtherGates } from './other-gates.tsx'
import { placeWords } from './place-words.ts'
import { RollBack } from './roll-back.tsx'
import { RolloutStanding, type ToggleRollout } from './rollout-standing.tsx'
import { openShare } from './short-state.ts'
import type {
  EnvironmentView,
  HistoryView,
  ProposalView,
  Rights,
  RollbackView,
  StageTick,
} from './toggle-view.ts'

export type EnvironmentSectionProps = {
  toggle: { readonly key: string; readonly archived: boolean; readonly offIsDangerous: boolean }
  now: EnvironmentView
  rights: Rights
  history: readonly HistoryView[]
  rollback: RollbackView | null
  /** What the next step would meet; only where flips are checked. */
  next: { readonly stage: StageTick | null; readonly proposal: ProposalView } | null
  /** Its way through the plan's stages; null where no plan lists any. */
  standing: ToggleRollout | null
  ticks: readonly StageTick[]
  until: string
  freezes: readonly { readonly from: string; readonly until: string; readonly reason: string }[]
  isFreshlySignedIn: boolean
  /** Whether it has arrived on a Flipper server that the environment is connected to. */
  connected?: ReactNode
  /** What is scheduled for it and what guards it. */
  children?: ReactNode
}

/** One environment: how it stands, what comes next, the controls of who may, and its past. */
export function EnvironmentSection(props: EnvironmentSectionProps) {
  const { toggle, now, rights, history, rollback, next, standing, ticks, until } = props
  const { isFreshlySignedIn, children } = props
  const { environment } = now
  const called = placeWords(now)
  const newest = history.at(-1) ?? null
  const mayFlip = (rights.widen || rights.narrow) && !toggle.archived
  const share = openShare(now)
  return (
    <section aria-labelledby={environment} className="flex flex-col gap-5">
      <Band
        tone={now.protected ? 'loud' : 'quiet'}
        aside={now.protected ? 'What widens is checked' : 'Not checked'}
      >
        <h2 id={environment} tabIndex={-1} className="scroll-mt-20">
          {now.name}
        </h2>
      </Band>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex flex-col gap-1">
          <p className="text-xl">
            <LevelMark
              percent={share}
              word={capitalised(now.words)}
              className="whitespace-normal!"
            />
          </p>
          {newest && <Since newest={newest} />}
        </div>
        {rollback?.allowed && !toggle.archived && (
          <RollBack
            toggle={toggle.key}
            environment={environment}
            called={called}
            isProtected={now.protected}
            rollback={rollback}
            history={history}
          />
        )}
      </div>
      {props.connected}
      {now.protected && !toggle.archived && (standing || next) && (
        <RolloutStanding
          environment={called}
          standing={standing}
          next={next}
          rolledBack={newest?.type === 'toggle.rolled_back' ? (newest.reason ?? '') : null}
        />
      )}
      <OtherGates state={now} />
      {mayFlip && (
        <FlipControls
          toggle={toggle.key}
          now={now}
          rights={rights}
          ticks={now.protected ? ticks : []}
          offIsDangerous={toggle.offIsDangerous}
          newest={newest}
          seen={until}
          isFreshlySignedIn={isFreshlySignedIn}
        />
      )}
      {!mayFlip && <p className="text-sm text-ink-soft">{whyNot(toggle, called, rights)}</p>}
      <Past isOpen={now.protected} flips={history.length - 1}>
        <HistoryChart
          environment={called}
          history={history}
          ticks={now.protected ? ticks : []}
          until={until}
          freezes={props.freezes}
        />
      </Past>
      {children}
    </section>
  )
}

function Since({ newest }: { newest: HistoryView }) {
  return (
    <p className="text-sm text-ink-soft">
      Since <TimeStamp at={newest.at} />, by {newest.actor},{' '}
      <TextLink prefetch={false} href={`/audit/${newest.seq}`}>
        entry {newest.seq}
      </TextLink>
      {newest.reason && <>: “{newest.reason}”</>}
    </p>
  )
}

type PastProps = { isOpen: boolean; flips: number; children: ReactNode }

function Past({ isOpen, flips, children }: PastProps) {
  if (flips < 1) return null
  if (isOpen) return <div className="pt-2">{children}</div>
  return (
    <Disclosure summary={`The percentage over time, ${flips} ${flips === 1 ? 'flip' : 'flips'}`}>
      {children}
    </Disclosure>
  )
}

function whyNot(
  toggle: EnvironmentSectionProps['toggle'],
  environment: string,
  rights: Rights,
): string {
  if (toggle.archived) return 'The toggle is archived: it lets nobody in and no longer changes.'
  if (rights.widened_by === rights.narrowed_by) {
    return `Changing ${environment} is for ${rights.widened_by}.`
  }
  return `Widening ${environment} is for ${rights.widened_by}. Narrowing it is for ${rights.narrowed_by}.`
}
