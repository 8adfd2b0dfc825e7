import type { Target } from '../entry.ts'
import type { StageFacts } from '../facts/stage-facts.ts'
import { dayInWords } from '../moment-words.ts'
import { listed } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'

/** What becomes of a plan's stages. In the words that follow the name of who did it. */
export const stageWords: WordsOf<StageFacts> = {
  'stage.started': ({ payload: { data, target } }) =>
    `started ${stage(data)}${where(target)}${data.by === 'hand' ? ' by hand' : ''}`,
  'stage.paused': ({ payload: { data, target } }) => `paused ${stage(data)}${where(target)}`,
  'stage.resumed': ({ payload: { data, target } }) => `resumed ${stage(data)}${where(target)}`,
  'stage.rolled_back': ({ payload: { data, target } }) =>
    `rolled back ${stage(data)}${where(target)}`,
  'stage.ended': ({ payload: { data, target } }) =>
    `ended ${stage(data)}${where(target)}, with the archive of its toggle`,
  'stage.results_recorded': ({ payload: { data, target } }) =>
    `recorded the results of ${stage(data)}${where(target)}${counted(data.verdicts)}, and the decision to ${DECISIONS[data.decision]}`,
  'stage.waived': ({ payload: { data, target } }) =>
    `waived the ${data.what === 'soak' ? 'soak' : `criterion "${data.criterion}"`} of ${stage(data)}${where(target)}`,
  'check_in.recorded': ({ payload: { data, target } }) =>
    `recorded the ${data.which === 'one_week' ? 'one-week' : 'one-month'} check-in of ${target.plan ?? 'a plan'}, due ${dayInWords(data.due_on)}${counted(data.verdicts)}`,
}

const DECISIONS = { proceed: 'proceed', hold: 'hold', roll_back: 'roll back' } as const

function stage(data: StageFacts['stage.paused']): string {
  const { stage: label, percentage, run } = data
  const says = percentage === null || label.includes(String(percentage)) ? '' : ` (${percentage} %)`
  return `the stage "${label}"${says}${run > 1 ? `, run ${run},` : ''}`
}

function where({ toggle, environment, plan }: Target): string {
  const parts = [
    plan === undefined ? '' : ` of ${plan}`,
    toggle === undefined ? '' : ` for ${toggle}`,
    environment === undefined ? '' : ` in ${environment}`,
  ]
  return parts.join('')
}

function counted(verdicts: StageFacts['stage.results_recorded']['verdicts']): string {
  const counts = [
    verdicts.met > 0 && `${verdicts.met} met`,
    verdicts.not_met > 0 && `${verdicts.not_met} not met`,
    verdicts.inconclusive > 0 && `${verdicts.inconclusive} inconclusive`,
  ].filter((count) => count !== false)
  return counts.length === 0 ? '' : `: ${listed(counts)}`
}
