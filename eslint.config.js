import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The import table of docs/architecture.md: from → what it may import besides npm packages. */
const mayImport = {
  domain: ['domain'],
  prisma: ['prisma'],
  'prisma-seed': ['prisma', 'prisma-seed', 'services', 'search', 'domain', 'test-factories'],
  search: ['search', 'domain', 'prisma'],
  // search: docs/decisions/002.
  services: ['services', 'search', 'domain', 'prisma'],
  graphql: ['graphql', 'graphql-server', 'services', 'search', 'domain', 'prisma'],
  // A part of graphql/, so its row holds too.
  'graphql-server': ['graphql-server', 'graphql', 'services', 'search', 'domain', 'prisma'],
  jobs: ['jobs', 'services', 'search', 'domain', 'prisma'],
  app: ['app', 'domain'],
  // The composition root: it starts every other layer and nobody imports it.
  server: ['server', 'graphql-server', 'jobs', 'services', 'search', 'prisma', 'prisma-seed', 'domain', 'app'],
  'test-factories': ['test-factories', 'services', 'domain', 'prisma'],
  test: [
    'test',
    'test-factories',
    'server',
    'app',
    'graphql',
    'graphql-server',
    'jobs',
    'services',
    'search',
    'prisma',
    'prisma-seed',
    'domain',
  ],
}

const elements = [
  { type: 'domain', pattern: 'domain' },
  { type: 'prisma-seed', pattern: 'prisma/seed' },
  { type: 'prisma', pattern: 'prisma' },
  { type: 'search', pattern: 'search' },
  { type: 'services', pattern: 'services' },
  { type: 'graphql-server', pattern: 'graphql/server' },
  { type: 'graphql', pattern: 'graphql' },
  { type: 'jobs', pattern: 'jobs' },
  { type: 'app', pattern: 'app' },
  { type: 'server', pattern: 'server' },
  { type: 'test-factories', pattern: 'test/factories' },
  { type: 'test', pattern: 'test' },
].map((element) => ({ ...element, partialMatch: false }))

const processEnvMessage = 'Read settings from #env: env.ts is the only reader of process.env.'
const noProcessEnv = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: processEnvMessage },
  { selector: "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']", message: processEnvMessage },
]

/** What would make a rule's answer depend on anything but its arguments. */
const impure = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'domain/ has no clock: take `now` as an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'domain/ has no clock: take `now` as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'domain/ has no clock: take `now` as an argument.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'domain/ has no randomness: take the seed as an argument.',
  },
  { selector: "ImportDeclaration[source.value=/^[^.#]/][source.value!='zod']", message: 'domain/ imports no package but zod.' },
  { selector: 'ExportNamedDeclaration[source.value=/^[^.#]/]', message: 'domain/ imports no package but zod.' },
  { selector: 'ImportExpression', message: 'domain/ imports statically.' },
]
const impureGlobals = ['process', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval', 'console', 'globalThis'].map((name) => ({
  name,
  message: 'domain/ is pure: no process, network, clock, randomness or output.',
}))

const nodeGlobals = ['process', 'console', 'Buffer', 'URL', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']

const tests = ['**/*.test.{ts,tsx}']

export default tseslint.config(
  { ignores: ['build/', '**/generated/', '.data/', '.cache/', 'app/gql-env.d.ts', 'test-results/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: {
      globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])),
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', ...noProcessEnv],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // U+3000 is a letter-wide space of Chinese typography.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true, skipComments: true }],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['{app,domain,graphql,jobs,prisma,search,server,services,test}/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/root-path': import.meta.dirname,
      'boundaries/elements': elements,
      'boundaries/elements-single-match': true,
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: '{{from.element.type}} may not import {{to.element.type}} (docs/architecture.md, "Who may import whom").',
          policies: [
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
            ...Object.entries(mayImport).map(([from, to]) => ({
              from: { element: { type: from } },
              allow: { to: { element: { types: { anyOf: to } } } },
            })),
            {
              from: { element: { type: 'app' }, file: { path: '**/*.server.{ts,tsx}' } },
              allow: { to: { element: { type: 'graphql-server' } } },
            },
          ],
        },
      ],
    },
  },
  {
    files: ['domain/**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...noProcessEnv, ...impure],
      'no-restricted-globals': ['error', ...impureGlobals],
    },
  },
  {
    files: ['{app,domain}/**/*.{ts,tsx}'],
    ignores: [...tests, '**/*.server.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '#env', message: 'Settings are for the server side; hand over what is needed.' }] },
      ],
    },
  },
  {
    // Where settings are read, and where a person at the terminal is spoken to.
    files: ['env.ts', 'vitest.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs', 'server.ts', 'test/bench/**', 'server/seed-command.ts', 'server/reindex-command.ts', 'server/start-report.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: tests,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
