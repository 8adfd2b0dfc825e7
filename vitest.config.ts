import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', '**/.next/**', '**/generated/**']

// What needs a real PostgreSQL. Outside server/ a test says so in its name.
const onPostgres = [
  'server/**/*.test.ts',
  'prisma/**/*.test.ts',
  'bin/postgres.test.ts',
  'bin/migrations.test.ts',
  '{app,bin,flags,worker}/**/*.database.test.ts',
]

const overHttp = ['e2e/http/**/*.test.ts']

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which is half of a small machine.
    maxWorkers: Math.min(availableParallelism(), 8),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, ...onPostgres, ...overHttp],
          // Some read every file of the repository, or thousands of samples, on a machine with much to do.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: onPostgres,
          exclude: never,
          globalSetup: 'server/testing/start-postgres.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'http',
          include: overHttp,
          exclude: never,
          globalSetup: 'e2e/fixtures/start-product-for-http.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
