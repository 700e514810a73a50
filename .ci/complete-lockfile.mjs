import { readFileSync, writeFileSync } from 'node:fs'

// `npm install` leaves out of package-lock.json the optional packages of other platforms that the registry at hand does not carry, and
// `npm ci` then refuses the whole file. This adds them by name, version and platform; npm fetches them only where they belong.
// Run it after adding a package (npm run lockfile); with --check it only tells.

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = {
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  linux: 'linux',
  linuxmusl: 'linux',
  android: 'android',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  sunos: 'sunos',
  openharmony: 'openharmony',
  aix: 'aix',
}
const processors = {
  x64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  riscv64: 'riscv64',
  ppc64: 'ppc64',
  ppc64le: 'ppc64',
  s390x: 's390x',
  loong64: 'loong64',
  mips64el: 'mips64el',
  mips64: 'mips64el',
  wasm32: 'wasm32',
  armv7: 'arm',
  armhf: 'arm',
}

const added = []
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isThere(path, name)) continue
    const version = /^[\^~]?(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1]
    if (!version) throw new Error(`${name}@${range}, wanted by ${path}, is in no lockfile entry and its version can't be told.`)
    const words = name.split('/').at(-1).split(/[-._]/)
    const os = words.map((word) => systems[word]).filter(Boolean)
    const cpu = words.map((word) => processors[word]).filter(Boolean)
    lock.packages[`node_modules/${name}`] = { version, ...(cpu.length && { cpu }), optional: true, ...(os.length && { os }) }
    added.push(`${name}@${version} (${[...os, ...cpu].join(' ') || 'any platform'})`)
  }
}

if (added.length === 0) process.exit(0)
if (process.argv.includes('--check')) {
  process.stderr.write(
    `package-lock.json lacks ${added.length} optional packages, so npm ci would refuse it. Run: npm run lockfile\n${added.join('\n')}\n`,
  )
  process.exit(1)
}
const { '': root, ...others } = lock.packages
lock.packages = { '': root, ...Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))) }
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added.join('\n')}\n`)

/** True when `name` is found from the package at `path`, the way Node looks: beside it, then in each node_modules further up. */
function isThere(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true
    if (at === '') return false
  }
}
