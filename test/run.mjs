import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { build, checkNode, generate, install, isBuilt, isGenerated, isInstalled } from '../server/preparation.mjs'
import { chromiumPaths } from './setup/chromium.mjs'

// `npm test [-- ARGS OF VITEST]`: sets up what a fresh clone lacks, runs every test, and ends with one line: Tests: N passed, M failed.
// `-- --project unit --project api` leaves the browser out.

process.chdir(new URL('..', import.meta.url).pathname)
const args = process.argv.slice(2)
const isBrowserWanted = !args.includes('--project') || args.includes('journeys')
const say = (text) => process.stdout.write(`${text}\n`)

async function step(label, work) {
  const began = Date.now()
  say(`… ${label}`)
  await work(() => undefined)
  say(`✓ ${label} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}

const hasBrowser = () => chromiumPaths.some((path) => existsSync(path))

function hasChineseLetters() {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== ''
  } catch {
    // fontconfig comes with chromium.
    return false
  }
}

/** Debian's packages, in this order: Chromium with windows only where there is none without. */
const packages = {
  'chromium-headless-shell': () => existsSync(chromiumPaths[0]),
  chromium: hasBrowser,
  'fonts-noto-cjk': hasChineseLetters,
}

/** The journeys need a real browser, and letters for Chinese: without them pages show boxes. */
async function provideBrowser() {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  for (const [name, isThere] of Object.entries(packages)) {
    if (isDebianRoot && !isThere()) await step(`Installing ${name}`, async () => installPackage(name))
  }
  const missing = ['chromium', 'fonts-noto-cjk'].filter((name) => !packages[name]())
  if (missing.length > 0)
    throw new Error(`The browser journeys need ${missing.join(' and ')}. Install with: sudo apt-get install -y ${missing.join(' ')}`)
}

/** A failure is not the end: another Chromium may do, and what is missing afterwards is said. */
function installPackage(name) {
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    execFileSync('apt-get', ['update', '-q'], options)
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], options)
  } catch (error) {
    say(error.message)
  }
}

/** Runs vitest and returns its counts; a run without a report counts as one failure. */
async function runTests() {
  const report = '.cache/test-report.json'
  mkdirSync('.cache', { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((done) => child.once('close', done))
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that fails to load has no tests of its own; a skipped test is not a passed one.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = numFailedTests + brokenFiles + numPendingTests + numTodoTests
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}

let result = { passed: 0, failed: 1 }
try {
  checkNode()
  if (!isInstalled()) await step('Installing packages', install)
  if (!isGenerated()) await step('Generating the database client', generate)
  if (isBrowserWanted) {
    await provideBrowser()
    if (!isBuilt()) await step('Building', build)
  }
  result = await runTests()
  if (result.passed + result.failed === 0) {
    say('No test was found.')
    result.failed = 1
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`)
}
say(`Tests: ${result.passed} passed, ${result.failed} failed`)
process.exit(result.failed === 0 ? 0 : 1)
