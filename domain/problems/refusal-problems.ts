import { type ExplainedProblem, NOTHING } from './explained-problem.ts'

const ON_RECORD = 'Nothing was changed. The attempt is in the audit log, as denied.'
const READ_AGAIN =
  'Read the newest state, see whether your change is still meant, and repeat it with the newest version.'

/** What each refusal answers and explains; the sentence of a single one is in refusal.ts. */
export const REFUSAL_PROBLEMS = {
  forbidden: {
    status: 403,
    title: 'Not allowed',
    happened: 'Your roles do not let you do this. The answer names who may.',
    unchanged: ON_RECORD,
    todo: 'Ask one of those whom the answer names, or have an administrator of the team give you the role. Nobody edits their own roles.',
  },
  not_permitted: {
    status: 403,
    title: 'Not allowed',
    happened:
      'A rule of separation forbids this here although your role may do the like: nobody reviews their own override, speaks for two required disciplines, or decides on their own proposal.',
    unchanged: ON_RECORD,
    todo: 'Ask another person with the same right. The answer says which rule it was.',
  },
  fresh_sign_in_needed: {
    status: 403,
    title: 'Sign in again',
    happened:
      'Signing, widening production and making tokens ask for a sign-in of the last 15 minutes, or for a personal token made to sign and widen.',
    unchanged: ON_RECORD,
    todo: 'Sign in again and repeat it. For a program, make a personal token that may sign and widen; it ends within a day.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    happened: 'There is nothing under this name or number, or you may not see it.',
    unchanged: NOTHING,
    todo: 'Check the spelling of what the answer names; the lists of the API give every name.',
  },
  invalid: {
    status: 400,
    title: 'Not understood',
    happened:
      'A field is missing, malformed, out of its bounds or unknown. `errors` has the path of each with a sentence.',
    unchanged: NOTHING,
    todo: 'Mend every field that `errors` names and send it again. The reference says what each field takes.',
  },
  already_exists: {
    status: 409,
    title: 'Already there',
    happened: 'Something of this name exists already, and a name is never used twice.',
    unchanged: NOTHING,
    todo: 'Use what is there, or choose another name.',
  },
  version_conflict: {
    status: 409,
    title: 'Changed meanwhile',
    happened:
      'Somebody changed it after you read it: `expected_version` or If-Match names an older version than `actual`. With If-Match the status is 412.',
    unchanged: ON_RECORD,
    todo: READ_AGAIN,
  },
  revision_conflict: {
    status: 412,
    title: 'Changed meanwhile',
    happened: 'If-Match names a revision of the plan that is no longer the newest.',
    unchanged: ON_RECORD,
    todo: READ_AGAIN,
  },
  checks_not_passed: {
    status: 409,
    title: 'Checks not passed',
    happened:
      'The change would widen a toggle in a protected environment, and at least one check that binds there did not pass. `checks` lists each with what it saw and who can clear it.',
    unchanged: ON_RECORD,
    todo: 'Have those named in `cleared_by` clear what failed, then repeat it. In an emergency a tech lead may override with a reason, which a second person reviews. Narrowing is never held.',
  },
  launch_not_ready: {
    status: 409,
    title: 'Not ready to launch',
    happened:
      'A roll call cannot decide to launch while a required discipline has no current go or a prompt is unanswered. `missing` has a sentence for each.',
    unchanged: ON_RECORD,
    todo: 'Get what is missing and decide again, or decide to pause.',
  },
  no_open_roll_call: {
    status: 409,
    title: 'No open roll call',
    happened: 'Sign-offs and answers belong to an open round, and the plan has none.',
    unchanged: NOTHING,
    todo: 'A program manager opens a round; then repeat it.',
  },
  roll_call_open: {
    status: 409,
    title: 'A roll call is open',
    happened: 'A plan has one open round at a time.',
    unchanged: NOTHING,
    todo: 'Go on with the open round, or decide it before opening another.',
  },
  roll_call_closed: {
    status: 409,
    title: 'The roll call is closed',
    happened: 'The round is decided and takes no more answers.',
    unchanged: NOTHING,
    todo: 'Open another round.',
  },
  nothing_to_roll_back: {
    status: 409,
    title: 'Nothing to roll back',
    happened: 'The toggle has not been flipped there, so there is no state before to restore.',
    unchanged: NOTHING,
    todo: 'Flip it to the state that you want instead.',
  },
  stage_not_ready: {
    status: 409,
    title: 'Not as the stage stands',
    happened:
      'The stage is not in a state in which this can be done. The answer says how it stands.',
    unchanged: NOTHING,
    todo: 'Read the stages of the plan to see what runs, what is next and when it may go.',
  },
  archived: {
    status: 409,
    title: 'Archived',
    happened: 'What is archived no longer changes.',
    unchanged: NOTHING,
    todo: 'Register a toggle with another key if the feature comes back.',
  },
  retired: {
    status: 409,
    title: 'Retired',
    happened: 'A toggle of this key was archived, and code that still asks for it would wake up.',
    unchanged: NOTHING,
    todo: 'Choose another key.',
  },
  confirmation_needed: {
    status: 409,
    title: 'Confirm it first',
    happened: 'It reaches further than it may seem. `reasons` says how.',
    unchanged: NOTHING,
    todo: 'Read the reasons and repeat it with `confirmed` if that is meant.',
  },
  state_changed: {
    status: 409,
    title: 'Changed meanwhile',
    happened: 'The toggle no longer is in the state that this was made for.',
    unchanged: NOTHING,
    todo: READ_AGAIN,
  },
  not_as_shown: {
    status: 409,
    title: 'Changed meanwhile',
    happened: 'It was to be done exactly as it had been shown, and one of the sides changed since.',
    unchanged: NOTHING,
    todo: 'Look at it again: what you are shown then has another `seen`, to be named when you repeat it.',
  },
  server_failed: {
    status: 409,
    title: 'The server did not answer',
    happened:
      'Another server, such as the Flipper server of a connected environment, did not answer as it should. The answer says how.',
    unchanged: NOTHING,
    todo: 'Check its address and token and that it runs, and try again. A host inside your own network must be named in CONNECTED_HOSTS.',
  },
  settled: {
    status: 409,
    title: 'Over already',
    happened: 'It was decided, lifted, ended or cancelled before, and that stands.',
    unchanged: NOTHING,
    todo: 'Look at how it was settled; make a new one if it is still needed.',
  },
  idempotency_key_reused: {
    status: 409,
    title: 'Idempotency key used before',
    happened: 'The same Idempotency-Key came before with a different request of the same caller.',
    unchanged: NOTHING,
    todo: 'Use a new key for a new request. Repeat a key only with exactly the same request.',
  },
} as const satisfies Record<string, ExplainedProblem>
