import { DefinitionList } from '../ui/definition-list.tsx'
import { Disclosure } from '../ui/disclosure.tsx'

type EntryChainProps = {
  entry: {
    readonly sealed_at: string
    readonly leaf: string
    readonly prev: string
    readonly hash: string
    readonly payload: string
  }
}

/** How an entry is sealed: its link of the chain, and the very text that was hashed. */
export function EntryChain({ entry }: EntryChainProps) {
  return (
    <section aria-labelledby="chain">
      <h2 id="chain" className="border-b border-rule-strong pb-1.5 text-lg font-semibold">
        Sealed
      </h2>
      <DefinitionList
        items={[
          { term: 'At', description: <span className="tabular-nums">{entry.sealed_at}</span> },
          { term: 'Leaf', description: <Digest>{entry.leaf}</Digest> },
          { term: 'Hash before it', description: <Digest>{entry.prev}</Digest> },
          { term: 'Hash', description: <Digest>{entry.hash}</Digest> },
        ]}
      />
      <div className="pt-2">
        <Disclosure summary="The text that was hashed, as it is stored">
          <pre className="bg-well p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
            {entry.payload}
          </pre>
        </Disclosure>
      </div>
    </section>
  )
}

function Digest({ children }: { children: string }) {
  return <code className="font-mono text-xs wrap-anywhere">{children}</code>
}
