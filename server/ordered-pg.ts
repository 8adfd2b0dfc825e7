import { PrismaPg } from '@prisma/adapter-pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>

/**
 * Prisma's adapter with the queries of a transaction one after another. Prisma reads the relations
 * of a row all at once, also inside a transaction, whose one connection answers them in turn anyhow:
 * pg warns of it now, and its next version refuses it.
 */
export class OrderedPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => inOrder(await start(level))
    return adapter
  }
}

function inOrder(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    // What fails is told to who asked it; the next is asked all the same.
    last = next.catch(() => undefined)
    return next
  }
  const queryRaw = transaction.queryRaw.bind(transaction)
  const executeRaw = transaction.executeRaw.bind(transaction)
  transaction.queryRaw = (query) => after(() => queryRaw(query))
  transaction.executeRaw = (query) => after(() => executeRaw(query))
  return transaction
}
