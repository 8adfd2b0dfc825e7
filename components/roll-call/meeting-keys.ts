import type { KeyUse } from './key-list.tsx'
import { type TheMeeting, verdictsOf } from './the-meeting.ts'
import { VERDICT_WORDS } from './word.ts'

interface MeetingKeys {
  /** What each key does now, by what `event.key` says. */
  readonly acts: Readonly<Record<string, () => void>>
  /** Those that act on the screen of a room too: nothing there is pressed by mistake. */
  readonly inRoom: Readonly<Record<string, () => void>>
  /** The same as a list to read. */
  readonly uses: readonly KeyUse[]
}

interface PageActs {
  readonly help: () => void
  readonly room: () => void
}

/** The single keys of a meeting for the one who looks: only what they may do is among them. */
export function meetingKeys(the: TheMeeting, { help, room }: PageActs): MeetingKeys {
  const acts: Record<string, () => void> = { '?': help, r: room }
  const uses: KeyUse[] = [
    { keys: ['?'], does: 'This list' },
    { keys: ['r'], does: 'The room view, and back' },
  ]
  const inRoom: Record<string, () => void> = { r: room, Escape: room, '?': help }
  if (!the.isOpen) return { acts, inRoom, uses }

  if (the.you.run) {
    const { next, previous, isRunning, call, run } = the.facilitator
    acts.j = inRoom.j = acts.ArrowRight = inRoom.ArrowRight = () => next && call(next)
    acts.k = inRoom.k = acts.ArrowLeft = inRoom.ArrowLeft = () => previous && call(previous)
    acts.t = inRoom.t = () => run(!isRunning)
    uses.push(
      { keys: ['j', '→'], does: 'Call the next discipline' },
      { keys: ['k', '←'], does: 'Call the one before' },
      { keys: ['t'], does: 'Start or stop the clocks' },
    )
  }
  addVerdicts(the, acts, uses)
  acts.p = () => document.getElementById('prompts-title')?.focus()
  acts.d = () => document.getElementById('decision-title')?.focus()
  uses.push({ keys: ['p'], does: 'To the prompts' }, { keys: ['d'], does: 'To the decision' })
  return { acts, inRoom, uses }
}

function addVerdicts(the: TheMeeting, acts: Record<string, () => void>, uses: KeyUse[]): void {
  const { meeting, you, begin, speaker, chooseSpeaker } = the
  const turn = meeting.round.disciplines.find(({ discipline }) => discipline === meeting.turn)
  if (you.speak_for.length === 0 && !you.record) return
  uses.push(
    { keys: ['g'], does: 'Go for the discipline that is called; you are asked once more' },
    { keys: ['n'], does: 'No-go for it, with the reason' },
  )
  if (you.record) uses.push({ keys: ['1', '…', '9'], does: 'Choose who said it' })
  if (!turn) return
  const isMine = you.speak_for.includes(turn.discipline)
  if (!isMine && (!you.record || turn.in_person)) return
  for (const verdict of verdictsOf(turn)) {
    const { key, spoken } = VERDICT_WORDS[verdict]
    acts[key] = () => begin(turn.discipline, verdict, isMine ? null : speaker)
    if (verdict === 'abstain' || verdict === 'not_applicable') {
      uses.push({ keys: [key], does: `Say ${spoken} for ${turn.name}, with the reason` })
    }
  }
  if (isMine) return
  const row = meeting.quorum.find(({ discipline }) => discipline === turn.discipline)
  for (const [index, { name }] of (row?.voices ?? []).slice(0, 9).entries()) {
    acts[String(index + 1)] = () => chooseSpeaker(name)
  }
}
