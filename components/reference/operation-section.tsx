import { Disclosure } from '../ui/disclosure.tsx'
import { CodeBlock } from './code-block.tsx'
import { Coded } from './coded.tsx'
import { FieldTable } from './field-table.tsx'

type Field = { name: string; takes: string; needed: boolean; where?: string }

interface OperationSectionProps {
  operation: {
    id: string
    method: string
    path: string
    summary: string
    parameters: readonly Field[]
    body: readonly Field[]
    answer: readonly Field[]
    answered: string
    curl: string
    example: string | null
    refusals: readonly { status: string; says: string }[]
  }
}

/** One operation: what it takes on the left, an example to try on the right. */
export function OperationSection({ operation }: OperationSectionProps) {
  const { id, method, path, summary, parameters, body, answer, answered, refusals } = operation
  return (
    <section
      aria-labelledby={id}
      className="border-t border-rule-strong py-8 first:border-t-0 first:pt-0"
    >
      <h2 id={id} className="scroll-mt-20 font-mono text-base font-semibold wrap-anywhere">
        <span className="mr-2 text-accent">{method}</span>
        {path}
      </h2>
      <p className="mt-1 mb-5 max-w-reading text-ink-soft">
        <Coded>{`${summary}.`}</Coded>
      </p>
      <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <FieldTable caption="Parameter" fields={parameters} />
          <FieldTable caption="Body" fields={body} />
          <div>
            {answer.length > 0 && (
              <Disclosure summary={`Answer, ${answered}`}>
                <FieldTable
                  caption="Member"
                  fields={answer.map(({ name, takes }) => ({ name, takes, needed: false }))}
                />
              </Disclosure>
            )}
            <Disclosure
              summary={`What it may refuse, ${refusals[0]?.status ?? ''} to ${refusals.at(-1)?.status ?? ''}`}
            >
              <dl className="text-sm">
                {refusals.map(({ status, says }) => (
                  <div key={status} className="grid grid-cols-[3rem_minmax(0,1fr)] py-1">
                    <dt className="font-medium tabular-nums">{status}</dt>
                    <dd className="text-ink-soft">
                      <Coded>{says}</Coded>
                    </dd>
                  </div>
                ))}
              </dl>
            </Disclosure>
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CodeBlock label="Try it">{operation.curl}</CodeBlock>
          {operation.example === null ? (
            <p className="text-sm text-ink-soft">Answers {answered}.</p>
          ) : (
            <CodeBlock label={answered}>{operation.example}</CodeBlock>
          )}
        </div>
      </div>
    </section>
  )
}
