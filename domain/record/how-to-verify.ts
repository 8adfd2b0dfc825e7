import type { HowToVerify } from './release-record.ts'

/**
 * The commands with which a record of a release is checked, and what that shows and does not
 * (product.md, rule 8). TOKEN stands for a token of the reader's own.
 *
 * @param record the record's address, with `round` where it is as of one, and the text it is on.
 */
export function howToVerify(record: {
  readonly origin: string
  readonly slug: string
  readonly round: number | null
  readonly revision: number
  readonly sha256: string
}): HowToVerify {
  const { origin, slug, round, revision, sha256 } = record
  const plan = `${origin}/api/v1/release-plans/${slug}`
  const get = 'curl -fsS -H "Authorization: Bearer $TOKEN"'
  const asOf = round === null ? '' : `?round=${round}`
  return {
    steps: [
      {
        does: 'Hash the plan’s text.',
        command: `${get} '${plan}/document?revision=${revision}' | sha256sum`,
        shows: `It prints ${sha256}, the hash in this record and in the entry that saved the text.`,
      },
      {
        does: 'Export the log and verify it, on any machine with Node and nothing else.',
        command: `${get} '${origin}/api/v1/audit/export?format=jsonl' -o EXPORT.jsonl\nnode bin/verify-audit.mjs EXPORT.jsonl`,
        shows:
          'It ends with exit code 0 and says how many entries hold, or names the first entry that does not.',
      },
      {
        does: 'Find the entries of this record in that export, each with the hash that stands here.',
        command: `${get} '${plan}/record${asOf}' -o RECORD.json\nnode bin/verify-record.mjs RECORD.json --export EXPORT.jsonl`,
        shows:
          'It ends with exit code 0 when each entry’s text, hash and words are those of the log, or names the first that are not.',
      },
    ],
    proves: [
      'The text of the plan is, byte for byte, the one that was saved and signed.',
      'No entry of the log was changed, moved, slipped in or taken out of its middle since it was sealed, and each state follows from the one before it.',
      'The sentences here are made from those entries: who acted, what, when, for what reason, and on which sign-offs.',
    ],
    does_not_prove: [
      'That somebody with full control of the database did not write the whole log anew or cut off its end: only a head of the log that was signed and kept elsewhere shows that. Give it to the second step with --head HEAD.json --public-key KEY.pem.',
      'That an entry was right: it says that this is what was said and done under that sign-in, not that it was true. What the program manager recorded for somebody is their word for it.',
      'Anything about names and free text that were erased since: their salted digests remain in the log, the words do not.',
    ],
  }
}
