import type { RecordedRound } from '../../domain/record/recorded-round.ts'
import { sectionsInWords } from '../../domain/roll-call/sections-in-words.ts'
import { capitalised } from '../toggles/capitalised.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { Digest } from './digest.tsx'

type Section = keyof RecordedRound['disciplines'][number]['said'][number]['section_hashes']

interface Signed {
  readonly section: Section
  readonly hash: string
  readonly by: string[]
}

/** The content that was signed: each section by its hash, and which disciplines signed it so. */
export function SignedSections({ round }: { round: RecordedRound }) {
  const signed = signedIn(round)
  if (signed.length === 0) return null
  return (
    <div className="mt-6">
      <Table
        caption={`Content signed in round ${round.number}`}
        head={
          <tr>
            <ColumnHead>Section</ColumnHead>
            <ColumnHead>SHA-256 of what it means</ColumnHead>
            <ColumnHead>Signed by</ColumnHead>
          </tr>
        }
      >
        {signed.map(({ section, hash, by }) => (
          <Row key={`${section} ${hash}`}>
            <RowHead className="min-w-28">{capitalised(sectionsInWords([section]))}</RowHead>
            <Cell className="min-w-56">
              <Digest>{hash}</Digest>
            </Cell>
            <Cell className="min-w-40">{by.join(', ')}</Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}

/** Each section and hash once, in the order in which they were first signed. */
function signedIn({ disciplines }: RecordedRound): Signed[] {
  const signed = new Map<string, Signed>()
  for (const { name, reviews, said } of disciplines) {
    for (const { section_hashes } of said) {
      for (const section of reviews) {
        const hash = section_hashes[section]
        if (hash === undefined) continue
        const key = `${section} ${hash}`
        const one = signed.get(key) ?? { section, hash, by: [] }
        if (!one.by.includes(name)) one.by.push(name)
        signed.set(key, one)
      }
    }
  }
  return [...signed.values()]
}
