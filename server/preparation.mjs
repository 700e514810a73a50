import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

// What a checkout needs before the program can be loaded. Plain JavaScript on Node alone, because nothing else is there yet.

/** A reason to stop, told in one sentence. */
export class StartProblem extends Error {
  name = 'StartProblem'
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  if (!isSupported) throw new StartProblem(`Node ${process.versions.node} is not supported: use 20.19 or newer, 22.12 or newer, or 24.`)
}

/** True when every package of the lockfile that belongs on this machine is installed in its version. */
export function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
    const found = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
    return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
      if (path === '' || (found[path] === undefined && (optional || devOptional || peer))) return true
      return found[path]?.version === version
    })
  } catch {
    return false
  }
}

/** @param {(text: string) => void} note */
export async function install(note) {
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  // The tests and the build need the development packages too.
  const environment = { ...process.env, NODE_ENV: 'development' }
  if (npm) await runQuietly(process.execPath, [npm, ...args], environment, note)
  else await runQuietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, environment, note)
}

const generatedStamp = 'prisma/generated/.inputs'
const generatedInputs = ['prisma/schema', 'prisma.config.ts', 'package-lock.json']
export const isGenerated = () => hasStamp(generatedStamp, generatedInputs)

/** @param {(text: string) => void} note */
export async function generate(note) {
  // Prisma's schema engine is downloaded apart from npm and isn't needed here, but the command line insists on one. It has to be a program
  // that fails: with one that succeeds, `migrate deploy` would report success and do nothing.
  const failing =
    process.platform === 'win32' ? process.execPath : (['/bin/false', '/usr/bin/false'].find((path) => existsSync(path)) ?? '/bin/false')
  const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
  const environment = { PRISMA_SCHEMA_ENGINE_BINARY: failing, ...process.env, PATH: path, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  await runQuietly(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], environment, note)
  stamp(generatedStamp, generatedInputs)
}

const buildStamp = 'build/.inputs'
const buildInputs = [
  ...['app', 'domain', 'graphql', 'jobs', 'prisma', 'public', 'search', 'server', 'services'],
  ...['env.ts', 'server.ts', 'vite.config.ts', 'remix.config.js', 'package.json', 'package-lock.json', 'tsconfig.json'],
]
export const isBuilt = () => existsSync('build/server/index.js') && hasStamp(buildStamp, buildInputs)

/** @param {(text: string) => void} note */
export async function build(note) {
  rmSync(buildStamp, { force: true })
  await runQuietly(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'],
    { ...process.env, NODE_ENV: 'production' },
    note,
  )
  note('compressing')
  for (const file of filesBelow('build/client')) {
    if (!/\.(js|css|svg|json|txt|map)$/.test(file)) continue
    const bytes = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
  stamp(buildStamp, buildInputs)
}

/** Stops us when the npm that started us is gone: after kill -9 of it, its Ctrl-C would reach nobody and the port would stay taken. */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parents = [process.ppid]
  try {
    // npm starts a shell, which starts us.
    const grandparent = Number(
      execFileSync('ps', ['-o', 'ppid=', '-p', String(process.ppid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
    if (grandparent > 1) parents.push(grandparent)
  } catch {
    // Without `ps` the parent alone is watched.
  }
  const watch = setInterval(() => {
    const isOrphan = process.ppid !== parents[0] || parents.some((pid) => !isAlive(pid))
    if (isOrphan) {
      clearInterval(watch)
      process.kill(process.pid, 'SIGTERM')
    }
  }, 1000)
  watch.unref()
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Runs a program, shows its last line as progress, and its whole output if it fails. */
function runQuietly(program, args, environment, note) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const read = (chunk) => {
      output += chunk
      const line = chunk.toString().trim().split('\n').at(-1)
      if (line) note(stripVTControlCharacters(line).slice(0, 100))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else if (/ENOSPC|No space left/.test(output)) fail(new StartProblem('There is no disk space left: free some and start again.'))
      else fail(new StartProblem(`${essence(output)}\n\n${[program, ...args].join(' ')} ended with code ${code}.`))
    })
  })
}

/** Vite puts hundreds of file names behind its message; other programs end with theirs. */
function essence(output) {
  const lines = output.trim().split('\n')
  const from = lines.findIndex((line) => line.includes('Build failed'))
  return (from === -1 ? lines.slice(-40) : lines.slice(from, from + 8)).join('\n')
}

function hasStamp(file, inputs) {
  try {
    return readFileSync(file, 'utf8') === fingerprint(inputs)
  } catch {
    return false
  }
}

function stamp(file, inputs) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, fingerprint(inputs))
}

function fingerprint(inputs) {
  const hash = createHash('sha256')
  for (const input of inputs) for (const file of filesBelow(input)) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.name === 'generated' || entry.name.includes('.test.') ? [] : filesBelow(join(path, entry.name))))
}
