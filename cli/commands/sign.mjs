import { misused } from '../outcome.mjs'
import { say } from '../print.mjs'

const VERDICTS = {
  go: 'go',
  'no-go': 'no_go',
  abstain: 'abstain',
  'not-applicable': 'not_applicable',
}

export const signCommand = {
  name: 'sign',
  args: 'PLAN DISCIPLINE go|no-go|abstain|not-applicable',
  summary: "Gives a discipline's word in the open roll call",
  words: Object.keys(VERDICTS),
  options: {
    note: { type: 'string', value: 'TEXT', says: 'a note; a no-go needs its reason here' },
    'would-change': { type: 'string', value: 'TEXT', says: 'what would turn a no-go into a go' },
    'given-by': { type: 'string', value: 'NAME', says: 'record the word of this named contact' },
    revision: {
      type: 'string',
      value: 'NUMBER',
      says: 'refuse unless the plan is at the revision that was read',
    },
  },
  examples: [
    'rollcall sign appointment-reminders backend go --revision 3',
    'rollcall sign appointment-reminders qa no-go --note "Two tests fail"',
  ],
  async run({ api, args, options, json }) {
    const [plan, discipline, word] = args
    const verdict = Object.hasOwn(VERDICTS, word ?? '') ? VERDICTS[word] : undefined
    if (args.length !== 3 || verdict === undefined) {
      throw misused(`Name a plan, a discipline and a word: ${Object.keys(VERDICTS).join(', ')}.`)
    }
    const body = {
      verdict,
      ...(options.note === undefined ? {} : { note: options.note }),
      ...(options['would-change'] === undefined ? {} : { would_change: options['would-change'] }),
      ...(options['given-by'] === undefined ? {} : { given_by: options['given-by'] }),
    }
    const path = `/release-plans/${encodeURIComponent(plan)}/sign-offs/${encodeURIComponent(discipline)}`
    const revision = options.revision
    const ifMatch = revision === undefined ? {} : { ifMatch: revision.replaceAll('"', '') }
    const answer = await api.call('PUT', path, { body, ...ifMatch })
    if (json) return answer
    say(`${discipline} says ${word} on ${plan}. Entry ${answer.seq}.`)
  },
}
