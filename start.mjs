import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import {
  StartProblem,
  build,
  checkNode,
  endWithParent,
  generate,
  install,
  isBuilt,
  isGenerated,
  isInstalled,
} from './server/preparation.mjs'

// The one door: `npm start` (build and serve), `--dev` (serve with hot reload), `--build-only`, `--prepare` (install and generate),
// `--run FILE ARGS…` (prepare, then run a TypeScript file). Needs nothing but Node and npm.

process.chdir(import.meta.dirname)
const [mode = '--serve', ...rest] = process.argv.slice(2)
const isTerminal = process.stdout.isTTY === true
// Deprecations in libraries are for us to read, not for whoever starts the program.
process.noDeprecation = mode !== '--dev'

const elapsed = () => performance.now() / 1000
const say = (text) => process.stdout.write(`${text}\n`)

/** Does one part of the start; while it lasts, shows how long it has taken and what it is at. */
async function step(label, work) {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  let latest = ''
  const show = () => {
    const text = `… ${label} (${seconds()})${latest ? ` ${latest}` : ''}`
    if (isTerminal) process.stdout.write(`\r\u001b[K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`)
    else say(text)
  }
  const ticker = setInterval(show, isTerminal ? 500 : 10_000)
  if (isTerminal) show()
  try {
    const result = await work((note) => (latest = note))
    if (isTerminal) process.stdout.write('\r\u001b[K')
    say(`✓ ${label} (${seconds()})${latest && !/\s{2}/.test(latest) && latest.length < 60 ? `: ${latest}` : ''}`)
    return result
  } catch (error) {
    if (isTerminal) process.stdout.write('\r\u001b[K')
    say(`✗ ${label} (${seconds()})`)
    throw error
  } finally {
    clearInterval(ticker)
  }
}

/** Ctrl-C and SIGTERM stop in order what has begun so far; a second Ctrl-C doesn't wait. */
let isStopping = false
function stopOnSignal(currentStop) {
  const stop = (signal) => {
    if (isStopping) {
      if (signal === 'SIGINT') process.exit(130)
      return
    }
    isStopping = true
    say(`\nStopping (${signal}) …`)
    currentStop().then(
      () => {
        say('Stopped.')
        process.exit(0)
      },
      (error) => {
        isStopping = false
        fail(error)
      },
    )
  }
  // npm and the terminal each send one Ctrl-C within the same moment: the second counts only later.
  let last = 0
  process.on('SIGINT', () => {
    if (Date.now() - last > 500) stop('SIGINT')
    last = Date.now()
  })
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGHUP', () => stop('SIGHUP'))
}

function fail(error) {
  // What a start that is being stopped trips over is no news.
  if (isStopping) return
  const isKnown = ['StartProblem', 'SettingsProblem', 'MigrationProblem', 'ReferenceProblem'].includes(error?.name)
  process.stderr.write(`\n${isKnown ? error.message : (error?.stack ?? String(error))}\n`)
  process.exit(1)
}

async function prepare() {
  checkNode()
  if (!isInstalled()) await step('Installing packages', install)
  if (!isGenerated()) await step('Generating the database client', async (note) => generate(note))
}

async function main() {
  await prepare()
  if (mode === '--prepare') return
  if (mode === '--run') {
    const [file] = rest
    if (!file) throw new StartProblem('--run needs a file.')
    process.argv.splice(2, 2)
    const { register } = await import('tsx/esm/api')
    register()
    await import(pathToFileURL(file).href)
    return
  }
  if (mode === '--dev') {
    process.env.NODE_ENV ??= 'development'
    const { register } = await import('tsx/esm/api')
    register()
    await serve('./server/dev.ts')
    return
  }
  if (mode !== '--serve' && mode !== '--build-only') throw new StartProblem(`Unknown argument ${mode}.`)
  if (!isBuilt()) await step('Building', build)
  if (mode === '--build-only') return
  process.env.NODE_ENV ??= 'production'
  await serve('./build/server/index.js')
}

async function serve(module) {
  endWithParent()
  process.on('uncaughtException', fail)
  const { start } = await import(module)
  let stop = () => Promise.resolve()
  stopOnSignal(() => stop())
  await start({ step, say, elapsed, onBegin: (stopBegun) => (stop = stopBegun) })
}

main().catch(fail)
