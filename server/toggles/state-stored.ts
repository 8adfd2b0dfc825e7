import { Prisma } from '../../generated/prisma/client.ts'

const isClosed = (gate: 'percentageOfActors' | 'percentageOfTime') => ({
  OR: [{ [gate]: null }, { [gate]: 0 }],
})

/** What `stateWord` calls each state, as a condition on its columns; a percentage of 0 is not set. */
export const STATE_STORED: Readonly<
  Record<'off' | 'conditional' | 'on', Prisma.ToggleStateWhereInput>
> = {
  on: { OR: [{ boolean: true }, { percentageOfTime: 100 }] },
  off: {
    boolean: false,
    actors: { isEmpty: true },
    groups: { isEmpty: true },
    expression: { equals: Prisma.DbNull },
    AND: [isClosed('percentageOfActors'), isClosed('percentageOfTime')],
  },
  conditional: {
    boolean: false,
    AND: [
      { OR: [{ percentageOfTime: null }, { percentageOfTime: { lt: 100 } }] },
      {
        OR: [
          { actors: { isEmpty: false } },
          { groups: { isEmpty: false } },
          { percentageOfActors: { gt: 0 } },
          { percentageOfTime: { gt: 0 } },
          { expression: { not: Prisma.DbNull } },
        ],
      },
    ],
  },
}
